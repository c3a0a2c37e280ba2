package dev.papack.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Small packs that tests read, write and damage. */
final class SamplePacks {
  /** A pack as its writer is given it. */
  record Sample(Header header, Map<Integer, byte[]> slices) {
    byte[] write() throws IOException, PackException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      PackWriter.write(header, source(), Channels.newChannel(out));
      return out.toByteArray();
    }

    SliceSource source() {
      return SliceSource.ofBuffers(entry -> ByteBuffer.wrap(bytes(entry.assetId())));
    }

    byte[] bytes(int assetId) {
      return Optional.ofNullable(slices.get(assetId)).orElseThrow();
    }

    String headerJson() {
      return PackForge.ascii(HeaderJson.encode(header));
    }

    /** The payload region, padding included. */
    byte[] payload() {
      ByteBuffer payload = ByteBuffer.allocate(Math.toIntExact(header.payloadBytes()));
      for (Entry entry : header.assetTable()) {
        payload.put(Math.toIntExact(entry.offsetBytes()), bytes(entry.assetId()));
      }
      return payload.array();
    }
  }

  static final TilesMetadata ONE_TILE = new TilesMetadata(1, 1, 1, 8);
  static final SoundsMetadata FOUR_FRAMES =
      new SoundsMetadata(1, 4, Optional.of(new SoundsMetadata.Loop(1, 3)), 8_000);

  private SamplePacks() {}

  static Sample empty() {
    return new Sample(Header.layOut(List.of(), List.of()), Map.of());
  }

  /** One TILES bank with id 7 and one SOUNDS bank with id 9, a loop, and both preloaded. */
  static Sample both() {
    TreeMap<Integer, byte[]> slices = new TreeMap<>();
    slices.put(7, tiles(ONE_TILE));
    slices.put(9, sound(FOUR_FRAMES));
    List<UnplacedEntry> entries =
        List.of(
            entry(7, "sprites/hero", ONE_TILE, slices), entry(9, "music/a", FOUR_FRAMES, slices));
    List<PreloadItem> preload =
        List.of(new PreloadItem(7, BankType.TILES, 0), new PreloadItem(9, BankType.SOUNDS, 255));
    return new Sample(Header.layOut(entries, preload), slices);
  }

  /** Two TILES banks of different numbers, with padding of 63 bytes between, nothing preloaded. */
  static Sample twoTiles() {
    TilesMetadata large = new TilesMetadata(2, 3, 3, 16);
    TreeMap<Integer, byte[]> slices = new TreeMap<>();
    slices.put(1, tiles(ONE_TILE));
    slices.put(Integer.MAX_VALUE, tiles(large));
    List<UnplacedEntry> entries =
        List.of(
            entry(1, "a", ONE_TILE, slices), entry(Integer.MAX_VALUE, "a.b/c-d_1", large, slices));
    return new Sample(Header.layOut(entries, List.of()), slices);
  }

  static UnplacedEntry entry(
      int assetId, String name, BankMetadata metadata, Map<Integer, byte[]> slices) {
    byte[] slice = Optional.ofNullable(slices.get(assetId)).orElseThrow();
    return new UnplacedEntry(
        assetId, new AssetName(name), metadata, Sha256.of(ByteBuffer.wrap(slice)));
  }

  /** A slice whose pixels and colours count upwards and whose tiles use all palettes in turn. */
  static byte[] tiles(TilesMetadata metadata) {
    byte[] slice = new byte[Math.toIntExact(metadata.sliceBytes())];
    int paletteEnd = metadata.pixelBytes() + metadata.paletteBytes();
    for (int i = 0; i < slice.length; i++) {
      if (i < metadata.pixelBytes()) {
        slice[i] = (byte) (i * 17);
      } else if (i >= paletteEnd) {
        slice[i] = (byte) ((i - paletteEnd) % metadata.paletteCount());
      } else if ((i - metadata.pixelBytes()) % 32 >= 2) {
        slice[i] = (byte) i;
      }
    }
    return slice;
  }

  static byte[] sound(SoundsMetadata metadata) {
    byte[] slice = new byte[Math.toIntExact(metadata.sliceBytes())];
    for (int i = 0; i < slice.length; i++) {
      slice[i] = (byte) (i * 31 + 1);
    }
    return slice;
  }
}
