package dev.papack.conformance.pack;

import dev.papack.conformance.Content;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * An entry of the asset table in the making, with its slice. Slice, sizes and digest follow from
 * the numbers of the metadata, and the place from the slices before, unless a case says otherwise.
 */
final class EntryDraft {
  private static final HexFormat HEX = HexFormat.of();

  private final long assetId;
  private final String name;
  private final String bankType;
  private final Map<String, Long> numbers = new TreeMap<>();
  private final List<Consumer<ObjectDraft>> changes = new ArrayList<>();
  private final List<Consumer<ObjectDraft>> metadataChanges = new ArrayList<>();
  private final List<Consumer<byte[]>> sliceChanges = new ArrayList<>();
  private int surplusBytes;
  private int shiftBytes;

  private EntryDraft(long assetId, String name, String bankType) {
    this.assetId = assetId;
    this.name = name;
    this.bankType = bankType;
  }

  /** One tile of 8 by 8 pixels and one palette: 65 bytes. */
  static EntryDraft tiles(long assetId, String name) {
    return new EntryDraft(assetId, name, "TILES")
        .metadata("columns", 1)
        .metadata("palette_count", 1)
        .metadata("tile_count", 1)
        .metadata("tile_size", 8);
  }

  /** Four frames, mono, at 8,000 Hz: 8 bytes. */
  static EntryDraft sound(long assetId, String name) {
    return new EntryDraft(assetId, name, "SOUNDS")
        .metadata("channels", 1)
        .metadata("frame_count", 4)
        .metadata("sample_rate", 8_000);
  }

  EntryDraft looped(long startFrame, long endFrame) {
    return metadata("loop_start", startFrame).metadata("loop_end", endFrame);
  }

  /** Sets a number of the metadata; the slice follows. */
  EntryDraft metadata(String member, long value) {
    numbers.put(member, value);
    return this;
  }

  /** Changes what the header says of the metadata, and no slice. */
  EntryDraft metadataAsWritten(Consumer<ObjectDraft> change) {
    metadataChanges.add(change);
    return this;
  }

  /** Changes what the header says, and nothing that follows from it. */
  EntryDraft asWritten(Consumer<ObjectDraft> change) {
    changes.add(change);
    return this;
  }

  /** Makes the slice longer or shorter than the metadata says; sizes and digest follow. */
  EntryDraft surplusBytes(int count) {
    surplusBytes = count;
    return this;
  }

  /** Places the slice away from where the slices before would have it; the next one follows it. */
  EntryDraft shiftBytes(int bytes) {
    shiftBytes = bytes;
    return this;
  }

  int shiftBytes() {
    return shiftBytes;
  }

  /** Changes the content of the slice; the digest follows. */
  EntryDraft slice(Consumer<byte[]> change) {
    sliceChanges.add(change);
    return this;
  }

  /** Sets a byte of the slice, counted from its end if negative; the digest follows. */
  EntryDraft sliceByte(int position, int value) {
    return slice(bytes -> bytes[position < 0 ? bytes.length + position : position] = (byte) value);
  }

  long pixelBytes() {
    return number("tile_count") * number("tile_size") * number("tile_size") / 2;
  }

  byte[] sliceBytes() {
    long impliedBytes =
        switch (bankType) {
          case "TILES" -> pixelBytes() + number("palette_count") * 32 + number("tile_count");
          default -> number("frame_count") * number("channels") * 2;
        };
    byte[] slice = new byte[Math.toIntExact(impliedBytes + surplusBytes)];
    sliceChanges.forEach(change -> change.accept(slice));
    return slice;
  }

  private long number(String member) {
    return numbers.getOrDefault(member, 0L);
  }

  /** The entry, its slice lying at an offset. */
  String render(long offsetBytes) {
    byte[] slice = sliceBytes();
    ObjectDraft metadata = new ObjectDraft();
    numbers.forEach(metadata::number);
    metadataChanges.forEach(change -> change.accept(metadata));
    ObjectDraft entry =
        new ObjectDraft()
            .number("asset_id", assetId)
            .text("asset_name", name)
            .text("bank_type", bankType)
            .number("bank_version", 1)
            .text("codec", "NONE")
            .number("decoded_size", slice.length)
            .json("metadata", metadata.render())
            .number("offset", offsetBytes)
            .text("sha256", HEX.formatHex(Content.sha256(slice)))
            .number("size", slice.length);
    changes.forEach(change -> change.accept(entry));
    return entry.render();
  }
}
