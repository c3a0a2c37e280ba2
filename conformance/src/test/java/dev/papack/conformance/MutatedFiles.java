package dev.papack.conformance;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;

/**
 * Files that nobody thought of: those of the kit with random changes. The changed header of a pack
 * gets lengths and digests that fit, most of the time, since it would not be looked at otherwise.
 */
final class MutatedFiles {
  private static final int PRELUDE_BYTES = 64;

  /** What may stand where a value stands. */
  private static final List<String> VALUES =
      List.of(
          "0",
          "1",
          "2",
          "3",
          "7",
          "8",
          "9",
          "16",
          "32",
          "64",
          "65",
          "128",
          "255",
          "256",
          "8000",
          "48000",
          "48001",
          "65536",
          "131072",
          "2147483647",
          "2147483648",
          "9007199254740991",
          "9007199254740992",
          "-1",
          "-0",
          "1.0",
          "1e1",
          "null",
          "true",
          "{}",
          "[]",
          "[1]",
          "\"\"",
          "\"a\"",
          "\"a.b/c-d_0\"",
          "\"a..b\"",
          "\"A\"",
          "\"../a\"",
          "\"a/b\"",
          "\"con\"",
          "\"none\"",
          "\"auto\"",
          "\"indexed\"",
          "\"pad\"",
          "\"TILES\"",
          "\"SOUNDS\"",
          "\"NONE\"",
          "\"asset\"",
          "\"index\"",
          "\"\\u0061\"",
          "\"\\ud83d\\ude00\"");

  /** What may stand anywhere, and mostly may not. */
  private static final List<String> PIECES =
      List.of(
          "[",
          "]",
          "{",
          "}",
          ",",
          ":",
          " ",
          "00",
          "\"",
          "\\u0061",
          "\\ud800",
          "\"slot\":",
          "\"loop_end\":2,",
          "\"loop_start\":0,",
          "\"asset_id\":1,",
          "\"preload\":",
          "\"index_0\":\"transparent\",",
          "\"sounds\":{},",
          "\"retired\":[],");

  private final Random random;
  private final List<Case> bases;

  /** Files made of these cases, the same for the same seed. */
  MutatedFiles(long seed, List<Case> bases) {
    this.random = new Random(seed);
    this.bases = bases;
  }

  /** A file by the name of the case that it was made of. */
  record Mutated(String base, Content content) {}

  Mutated next() {
    Case base = bases.get(random.nextInt(bases.size()));
    byte[] bytes = (random.nextBoolean() ? base.base() : base.content()).toBytes();
    boolean isPack = base.file().endsWith(".pa");
    boolean isSealed = isPack && bytes.length > PRELUDE_BYTES && random.nextInt(8) > 0;
    int count = 1 + random.nextInt(2);
    return new Mutated(
        base.file(), Content.of(isSealed ? withOtherHeader(bytes, count) : changed(bytes, count)));
  }

  private byte[] withOtherHeader(byte[] file, int count) {
    int length =
        Math.clamp(
            ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong(16),
            2,
            file.length - PRELUDE_BYTES);
    int payloadStart = Math.min(align64(PRELUDE_BYTES + length), file.length);
    byte[] header = changed(Arrays.copyOfRange(file, PRELUDE_BYTES, PRELUDE_BYTES + length), count);
    byte[] payload = Arrays.copyOfRange(file, payloadStart, file.length);
    ByteBuffer made =
        ByteBuffer.allocate(align64(PRELUDE_BYTES + header.length) + payload.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    made.put(file, 0, 12);
    CRC32 crc = new CRC32();
    crc.update(made.array(), 0, 12);
    made.putInt((int) crc.getValue()).putLong(header.length).putLong(payload.length);
    made.put(Content.sha256(Arrays.copyOf(made.array(), 32), header)).put(header);
    made.put(align64(PRELUDE_BYTES + header.length), payload);
    return made.array();
  }

  private static int align64(int position) {
    return (position + 63) / 64 * 64;
  }

  private byte[] changed(byte[] bytes, int count) {
    byte[] changed = bytes;
    for (int i = 0; i < count; i++) {
      changed = changedOnce(changed);
    }
    return changed;
  }

  private byte[] changedOnce(byte[] bytes) {
    int at = random.nextInt(bytes.length + 1);
    int end = Math.min(bytes.length, at + 1 + random.nextInt(8));
    return switch (random.nextInt(12)) {
      case 0 -> spliced(bytes, at, end, new byte[0]);
      case 1 -> spliced(bytes, at, at, new byte[] {(byte) random.nextInt(128)});
      case 2 -> spliced(bytes, at, end, Arrays.copyOfRange(bytes, at / 2, at / 2 + end - at));
      case 3 -> flipped(bytes, at);
      case 4 -> spliced(bytes, at, at, oneOf(PIECES));
      default -> withOtherValue(bytes, at);
    };
  }

  private byte[] oneOf(List<String> texts) {
    return texts.get(random.nextInt(texts.size())).getBytes(StandardCharsets.UTF_8);
  }

  /** Puts another value where one stands, or is gone, behind a position. */
  private byte[] withOtherValue(byte[] bytes, int at) {
    int from = at;
    while (from < bytes.length && ":[".indexOf(bytes[from]) < 0) {
      from++;
    }
    from = Math.min(from + 1, bytes.length);
    while (from < bytes.length && bytes[from] <= ' ') {
      from++;
    }
    int to = from;
    while (to < bytes.length && ",:[]{}\n".indexOf(bytes[to]) < 0) {
      to++;
    }
    return spliced(bytes, from, to, oneOf(VALUES));
  }

  private byte[] flipped(byte[] bytes, int at) {
    byte[] flipped = bytes.clone();
    if (at < flipped.length) {
      flipped[at] ^= (byte) (1 << random.nextInt(7));
    }
    return flipped;
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] middle) {
    return ByteBuffer.allocate(from + middle.length + bytes.length - to)
        .put(bytes, 0, from)
        .put(middle)
        .put(bytes, to, bytes.length - to)
        .array();
  }
}
