package dev.papack.report;

import dev.papack.container.AssetName;
import dev.papack.container.BankMetadata;
import dev.papack.container.BankType;
import dev.papack.container.Entry;
import dev.papack.container.Header;
import dev.papack.container.PackBytes;
import dev.papack.container.PackException;
import dev.papack.container.PackReader;
import dev.papack.container.PackWriter;
import dev.papack.container.PreloadItem;
import dev.papack.container.Prelude;
import dev.papack.container.Sha256;
import dev.papack.container.SliceSource;
import dev.papack.container.SoundsMetadata;
import dev.papack.container.TilesMetadata;
import dev.papack.container.UnplacedEntry;
import dev.papack.result.AssetFrames;
import dev.papack.result.OpenPack;
import dev.papack.result.PackListing;
import dev.papack.result.RecordedAsset;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/** A pack in the making, for tests. */
final class FixturePack {
  private final List<UnplacedEntry> entries = new ArrayList<>();
  private final Map<Integer, ByteBuffer> slices = new HashMap<>();
  private final List<PreloadItem> preload = new ArrayList<>();
  private final List<RecordedAsset> recorded = new ArrayList<>();

  FixturePack add(int id, String name, BankMetadata metadata, byte[] slice) {
    ByteBuffer bytes = ByteBuffer.wrap(slice);
    entries.add(new UnplacedEntry(id, new AssetName(name), metadata, Sha256.of(bytes.duplicate())));
    slices.put(id, bytes);
    return this;
  }

  FixturePack preload(int id, BankType type, int slot) {
    preload.add(new PreloadItem(id, type, slot));
    return this;
  }

  FixturePack record(int id, List<String> sources, Optional<AssetFrames> frames) {
    recorded.add(
        new RecordedAsset(
            id,
            sources.getFirst(),
            sources.stream().map(path -> new RecordedAsset.SourceFile(path, 1)).toList(),
            frames));
    return this;
  }

  byte[] bytes() throws IOException, PackException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PackWriter.write(
        Header.layOut(entries, preload),
        SliceSource.ofBuffers((Entry entry) -> Objects.requireNonNull(slices.get(entry.assetId()))),
        Channels.newChannel(out));
    return out.toByteArray();
  }

  OpenPack open() throws IOException, PackException {
    PackReader reader = PackReader.open(PackBytes.of(bytes()));
    Prelude prelude = reader.prelude();
    long sliceBytes = reader.header().assetTable().stream().mapToLong(Entry::sizeBytes).sum();
    PackListing listing =
        new PackListing(
            reader.packId(),
            prelude.envelopeVersion(),
            reader.header(),
            Prelude.BYTES,
            prelude.headerBytes(),
            sliceBytes,
            prelude.fileBytes() - Prelude.BYTES - prelude.headerBytes() - sliceBytes,
            prelude.fileBytes());
    return new OpenPack(reader, listing, recorded);
  }

  SurveyedPack survey(SurveyedPack.Slices kept) throws IOException, PackException {
    return SurveyedPack.of(open(), "game/assets.pa", kept, _ -> true);
  }

  /** Tiles that are drawn as people draw: runs of few colours. */
  static byte[] drawnTiles(TilesMetadata metadata, Random random) {
    byte[] slice = new byte[(int) metadata.sliceBytes()];
    int perTile = metadata.tileSize() * metadata.tileSize();
    for (int tile = 0; tile < metadata.tileCount(); tile++) {
      int[] few = {0, random.nextInt(16), random.nextInt(16), random.nextInt(16)};
      int color = 0;
      for (int pixel = 0; pixel < perTile; pixel++) {
        if (random.nextInt(5) < 2) {
          color = few[random.nextInt(few.length)];
        }
        int at = tile * perTile + pixel;
        slice[at / 2] |= (byte) (color << ((at & 1) * 4));
      }
    }
    int palettes = metadata.pixelBytes();
    for (int color = 0; color < metadata.paletteCount() * TilesMetadata.PALETTE_ENTRIES; color++) {
      if (color % TilesMetadata.PALETTE_ENTRIES != 0) {
        int bits = random.nextInt(0x10000);
        slice[palettes + color * 2] = (byte) bits;
        slice[palettes + color * 2 + 1] = (byte) (bits >>> 8);
      }
    }
    int tilePalettes = palettes + metadata.paletteBytes();
    for (int tile = 0; tile < metadata.tileCount(); tile++) {
      slice[tilePalettes + tile] = (byte) random.nextInt(metadata.paletteCount());
    }
    return slice;
  }

  /** A tone that fades. */
  static byte[] tone(SoundsMetadata metadata) {
    byte[] slice = new byte[(int) metadata.sliceBytes()];
    for (int frame = 0; frame < metadata.frameCount(); frame++) {
      double loud = 20_000.0 * (metadata.frameCount() - frame) / metadata.frameCount();
      int sample = (int) (loud * StrictMath.sin(frame * 440 * 2 * Math.PI / 44_100));
      for (int channel = 0; channel < metadata.channels(); channel++) {
        int at = (frame * metadata.channels() + channel) * 2;
        slice[at] = (byte) sample;
        slice[at + 1] = (byte) (sample >> 8);
      }
    }
    return slice;
  }
}
