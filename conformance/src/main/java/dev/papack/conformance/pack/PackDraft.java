package dev.papack.conformance.pack;

import dev.papack.conformance.Content;
import dev.papack.conformance.Draft;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;

/**
 * A pack in the making. Every field follows from the others unless a case sets it; what a case
 * changes in the finished bytes is changed last, and nothing follows from that.
 */
final class PackDraft implements Draft {
  private static final byte[] MAGIC = {(byte) 0x89, 'A', 'P', 'A', '\r', '\n', 0x1A, '\n'};
  private static final int PRELUDE_BYTES = 64;

  private final List<EntryDraft> entries = new ArrayList<>();
  private final List<ObjectDraft> preload = new ArrayList<>();
  private final List<UnaryOperator<String>> headerEdits = new ArrayList<>();
  private final List<UnaryOperator<byte[]>> fileEdits = new ArrayList<>();
  private long envelopeVersion = 1;
  private Optional<Long> headerLength = Optional.empty();
  private Optional<Long> payloadLength = Optional.empty();
  private int payloadSurplusBytes;

  private PackDraft() {}

  /** No assets: 128 bytes. */
  static PackDraft empty() {
    return new PackDraft();
  }

  /** A looping sound, a tile and another sound; the first two are preloaded, each into slot 0. */
  static PackDraft sample() {
    PackDraft pack = new PackDraft();
    pack.add(EntryDraft.sound(7, "music/theme").looped(1, 3).slice(bytes -> fill(bytes, 3)));
    pack.add(EntryDraft.tiles(9, "sprites/hero").slice(bytes -> bytes[0] = 0x10));
    pack.add(EntryDraft.sound(11, "sfx/jump").metadata("channels", 2).slice(b -> fill(b, 5)));
    return pack.preload(7, "SOUNDS", 0).preload(9, "TILES", 0);
  }

  /** The pack that assets-pa.md shows byte by byte. */
  static PackDraft workedExample() {
    return new PackDraft()
        .add(
            EntryDraft.sound(204_871, "music/theme")
                .looped(0, 4)
                .slice(bytes -> ByteBuffer.wrap(bytes).putLong(0x0000_1027_0000_F0D8L)))
        .add(
            EntryDraft.tiles(1_839_203_411, "sprites/hero")
                .slice(bytes ->
                    ByteBuffer.wrap(bytes)
                        .putInt(0x1032_5476)
                        .position(32)
                        .putLong(0x0000_00F8_E007_1F00L)
                        .putShort((short) 0xFFFF)))
        .preload(1_839_203_411, "TILES", 0);
  }

  private static void fill(byte[] bytes, int step) {
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (step * (i + 1));
    }
  }

  PackDraft add(EntryDraft entry) {
    entries.add(entry);
    return this;
  }

  EntryDraft entry(int index) {
    return entries.get(index);
  }

  List<EntryDraft> entries() {
    return entries;
  }

  /** Adds an item at the end of the preload list. */
  PackDraft preload(long assetId, String bankType, long slot) {
    preload.add(
        new ObjectDraft()
            .number("asset_id", assetId)
            .text("bank_type", bankType)
            .number("slot", slot));
    return this;
  }

  ObjectDraft preload(int index) {
    return preload.get(index);
  }

  List<ObjectDraft> preload() {
    return preload;
  }

  /** Changes the text of the header, whose characters are bytes; lengths and digest follow. */
  PackDraft header(UnaryOperator<String> edit) {
    headerEdits.add(edit);
    return this;
  }

  /** Replaces the header. */
  PackDraft header(String json) {
    return header(_ -> json);
  }

  /** Replaces a part of the header that is there exactly once. */
  PackDraft edit(String from, String to) {
    return header(json -> replaceOnce(json, from, to));
  }

  private static String replaceOnce(String text, String from, String to) {
    int at = text.indexOf(from);
    if (at < 0 || text.indexOf(from, at + 1) >= 0) {
      throw new IllegalArgumentException(from + " is not exactly once in " + text);
    }
    return text.substring(0, at) + to + text.substring(at + from.length());
  }

  /** Lengthens the name of the last asset until the header, with the prelude, ends so. */
  PackDraft headerEndsBehindMultipleOf64(int remainder) {
    int have = (PRELUDE_BYTES + headerJson().length()) % 64;
    String more = "o".repeat((remainder - have + 64) % 64);
    return edit("sfx/jump", "sfx/jump" + more);
  }

  PackDraft envelopeVersion(long version) {
    envelopeVersion = version;
    return this;
  }

  PackDraft headerLength(long bytes) {
    headerLength = Optional.of(bytes);
    return this;
  }

  PackDraft payloadLength(long bytes) {
    payloadLength = Optional.of(bytes);
    return this;
  }

  /** Lengthens the payload region with zeros, or shortens it; its length in the prelude follows. */
  PackDraft payloadSurplusBytes(int count) {
    payloadSurplusBytes = count;
    return this;
  }

  /** Changes the finished bytes. */
  PackDraft file(UnaryOperator<byte[]> edit) {
    fileEdits.add(edit);
    return this;
  }

  PackDraft cutTo(int lengthBytes) {
    return file(bytes -> Arrays.copyOf(bytes, lengthBytes));
  }

  PackDraft append(byte... more) {
    return file(bytes -> {
      byte[] longer = Arrays.copyOf(bytes, bytes.length + more.length);
      System.arraycopy(more, 0, longer, bytes.length, more.length);
      return longer;
    });
  }

  /** Flips bits of a finished byte. */
  PackDraft flip(int position, int bits) {
    return change(bytes -> bytes[position] ^= (byte) bits);
  }

  /** Flips bits of a finished byte of the payload region. */
  PackDraft flipPayload(int position, int bits) {
    return change(bytes -> bytes[payloadStart() + position] ^= (byte) bits);
  }

  PackDraft change(Consumer<byte[]> change) {
    return file(bytes -> {
      change.accept(bytes);
      return bytes;
    });
  }

  static int stemCrc32(byte[] file) {
    CRC32 crc = new CRC32();
    crc.update(file, 0, 12);
    return (int) crc.getValue();
  }

  /** Where the payload region begins. */
  int payloadStart() {
    return align64(PRELUDE_BYTES + headerJson().length());
  }

  /** Where the header ends. */
  int headerEnd() {
    return PRELUDE_BYTES + headerJson().length();
  }

  private static int align64(int position) {
    return (position + 63) / 64 * 64;
  }

  private List<Integer> offsets() {
    List<Integer> offsets = new ArrayList<>();
    int endBytes = 0;
    for (EntryDraft entry : entries) {
      int offset = align64(endBytes) + entry.shiftBytes();
      offsets.add(offset);
      endBytes = offset + entry.sliceBytes().length;
    }
    return offsets;
  }

  private String headerJson() {
    List<String> table = new ArrayList<>();
    List<Integer> offsets = offsets();
    for (int i = 0; i < entries.size(); i++) {
      table.add(entries.get(i).render(offsets.get(i)));
    }
    String json =
        "{\"asset_table\":["
            + String.join(",", table)
            + "],\"preload\":["
            + String.join(",", preload.stream().map(ObjectDraft::render).toList())
            + "]}";
    for (UnaryOperator<String> edit : headerEdits) {
      json = edit.apply(json);
    }
    return json;
  }

  private byte[] payload() {
    byte[] payload = {};
    List<Integer> offsets = offsets();
    for (int i = 0; i < entries.size(); i++) {
      byte[] slice = entries.get(i).sliceBytes();
      int endBytes = offsets.get(i) + slice.length;
      payload = Arrays.copyOf(payload, Math.max(payload.length, endBytes));
      System.arraycopy(slice, 0, payload, offsets.get(i), slice.length);
    }
    return Arrays.copyOf(payload, payload.length + payloadSurplusBytes);
  }

  @Override
  public Content content() {
    byte[] header = headerJson().getBytes(StandardCharsets.ISO_8859_1);
    byte[] payload = payload();
    int payloadStart = align64(PRELUDE_BYTES + header.length);
    ByteBuffer file =
        ByteBuffer.allocate(payloadStart + payload.length).order(ByteOrder.LITTLE_ENDIAN);
    file.put(MAGIC).putInt((int) envelopeVersion);
    file.putInt(stemCrc32(file.array()));
    file.putLong(headerLength.orElse((long) header.length));
    file.putLong(payloadLength.orElse((long) payload.length));
    file.put(Content.sha256(Arrays.copyOf(file.array(), 32), header));
    file.put(header).put(payloadStart, payload);
    byte[] bytes = file.array();
    for (UnaryOperator<byte[]> edit : fileEdits) {
      bytes = edit.apply(bytes);
    }
    return Content.of(bytes);
  }

  @Override
  public String folder() {
    return "packs";
  }

  @Override
  public String suffix() {
    return ".pa";
  }
}
