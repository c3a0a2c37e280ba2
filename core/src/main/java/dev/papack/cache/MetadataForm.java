package dev.papack.cache;

import dev.papack.bank.Bank;
import dev.papack.cache.CacheInput.Defect;
import dev.papack.container.BankMetadata;
import dev.papack.container.BankType;
import dev.papack.container.SoundsMetadata;
import dev.papack.container.TilesMetadata;
import dev.papack.media.Animation;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/** How a cache has what a bank says of itself, and what is known of its frames. */
final class MetadataForm {
  private MetadataForm() {}

  static void write(BankMetadata metadata, CacheOutput out) {
    out.text(metadata.bankType().name());
    switch (metadata) {
      case TilesMetadata tiles -> {
        out.number(tiles.columns());
        out.number(tiles.paletteCount());
        out.number(tiles.tileCount());
        out.number(tiles.tileSize());
      }
      case SoundsMetadata sounds -> {
        out.number(sounds.channels());
        out.longNumber(sounds.frameCount());
        out.longNumber(sounds.loop().map(SoundsMetadata.Loop::start).orElse(0L));
        out.longNumber(sounds.loop().map(SoundsMetadata.Loop::end).orElse(0L));
        out.number(sounds.sampleRateHz());
      }
    }
  }

  static BankMetadata read(CacheInput in) throws Defect, CharacterCodingException {
    return switch (BankType.valueOf(in.text())) {
      case TILES -> new TilesMetadata(in.number(), in.number(), in.number(), in.number());
      case SOUNDS -> {
        int channels = in.number();
        long frameCount = in.longNumber();
        long start = in.longNumber();
        long end = in.longNumber();
        yield new SoundsMetadata(
            channels,
            frameCount,
            end == 0 ? Optional.empty() : Optional.of(new SoundsMetadata.Loop(start, end)),
            in.number());
      }
    };
  }

  static void writeFrames(Optional<Bank.Frames> frames, CacheOutput out) {
    out.longNumber(frames.map(Bank.Frames::count).orElse(0L));
    out.number(frames.map(Bank.Frames::tiles).orElse(0));
    AnimationForm.write(frames.flatMap(Bank.Frames::animation), out);
  }

  static Optional<Bank.Frames> readFrames(CacheInput in) throws Defect, CharacterCodingException {
    long count = in.longNumber();
    int tiles = in.number();
    CacheInput.require(count >= 0 && tiles >= 0 && (count == 0) == (tiles == 0), "frames");
    Optional<Animation> animation = AnimationForm.read(in);
    CacheInput.require(animation.isEmpty() || animation.get().frameCount() == count, "frames");
    return count == 0 ? Optional.empty() : Optional.of(new Bank.Frames(count, tiles, animation));
  }
}
