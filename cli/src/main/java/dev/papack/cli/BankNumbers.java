package dev.papack.cli;

import dev.papack.cli.output.Amount;
import dev.papack.container.BankMetadata;
import dev.papack.container.SoundsMetadata;
import dev.papack.container.TilesMetadata;
import dev.papack.json.line.JsonLine;

/** The numbers of a bank, as commands print them. */
final class BankNumbers {
  private BankNumbers() {}

  /** For people, as part of a line. */
  static String text(BankMetadata metadata) {
    return switch (metadata) {
      case TilesMetadata tiles ->
          Amount.counted(tiles.tileCount(), "tile")
              + " of "
              + tiles.tileSize()
              + "x"
              + tiles.tileSize()
              + " in "
              + Amount.counted(tiles.columns(), "column")
              + ", "
              + Amount.counted(tiles.paletteCount(), "palette");
      case SoundsMetadata sounds ->
          Amount.counted(sounds.frameCount(), "frame")
              + ", "
              + sounds.sampleRateHz()
              + " Hz, "
              + Amount.counted(sounds.channels(), "channel")
              + sounds.loop().map(loop -> ", loop " + loop.start() + ".." + loop.end()).orElse("");
    };
  }

  /** For programs, as in the header. */
  static void write(JsonLine json, BankMetadata metadata) {
    switch (metadata) {
      case TilesMetadata tiles ->
          json.put("columns", tiles.columns())
              .put("palette_count", tiles.paletteCount())
              .put("tile_count", tiles.tileCount())
              .put("tile_size", tiles.tileSize());
      case SoundsMetadata sounds -> {
        json.put("channels", sounds.channels()).put("frame_count", sounds.frameCount());
        sounds
            .loop()
            .ifPresent(loop -> json.put("loop_end", loop.end()).put("loop_start", loop.start()));
        json.put("sample_rate", sounds.sampleRateHz());
      }
    }
  }
}
