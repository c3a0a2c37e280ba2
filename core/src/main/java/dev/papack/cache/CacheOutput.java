package dev.papack.cache;

import dev.papack.container.Sha256;
import dev.papack.disk.FileStamp;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values that a cache's file is made of, as {@link CacheInput} reads them. */
final class CacheOutput {
  private static final int FIRST_BYTES = 1 << 16;

  private ByteBuffer bytes = ByteBuffer.allocate(FIRST_BYTES);

  /** With room for more bytes. */
  private ByteBuffer room(int more) {
    if (bytes.remaining() < more) {
      int wanted = Math.max(2 * bytes.capacity(), Math.addExact(bytes.position(), more));
      int length = bytes.position();
      bytes = ByteBuffer.wrap(Arrays.copyOf(bytes.array(), wanted)).position(length);
    }
    return bytes;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  void number(int number) {
    room(Integer.BYTES).putInt(number);
  }

  void longNumber(long number) {
    room(Long.BYTES).putLong(number);
  }

  void flag(boolean flag) {
    room(1).put((byte) (flag ? 1 : 0));
  }

  void digest(Sha256 digest) {
    room(4 * Long.BYTES)
        .putLong(digest.word0())
        .putLong(digest.word1())
        .putLong(digest.word2())
        .putLong(digest.word3());
  }

  void stamp(Optional<FileStamp> stamp) {
    flag(stamp.isPresent());
    if (stamp.isPresent()) {
      FileStamp told = stamp.get();
      room(5 * Long.BYTES)
          .putLong(told.sizeBytes())
          .putLong(told.modifiedNanos())
          .putLong(told.changedNanos())
          .putLong(told.device())
          .putLong(told.inode());
    }
  }

  void text(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    room(Integer.BYTES + encoded.length).putInt(encoded.length).put(encoded);
  }

  void texts(List<String> texts) {
    number(texts.size());
    texts.forEach(this::text);
  }

  /** Texts in the order of their numbers, from 0. */
  void table(Map<String, Integer> numbers) {
    String[] texts = new String[numbers.size()];
    numbers.forEach((text, number) -> texts[number] = text);
    texts(List.of(texts));
  }
}
