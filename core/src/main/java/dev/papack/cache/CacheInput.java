package dev.papack.cache;

import dev.papack.container.Sha256;
import dev.papack.disk.FileStamp;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The values that a cache's file is made of, read as {@link CacheOutput} writes them. The bytes are
 * untrusted: every count is held against what is left of them before memory is taken for it.
 */
final class CacheInput {
  private static final int DIGEST_BYTES = 32;

  /** The least that a text takes. */
  private static final int MIN_TEXT_BYTES = 4;

  private static final char REPLACEMENT = '\uFFFD';

  private final ByteBuffer in;

  CacheInput(ByteBuffer in) {
    this.in = in;
  }

  /** Something that no build has written. */
  static final class Defect extends Exception {
    private static final long serialVersionUID = 1L;

    Defect(String message) {
      super(message);
    }
  }

  static void require(boolean holds, String what) throws Defect {
    if (!holds) {
      throw new Defect(what);
    }
  }

  int number() {
    return in.getInt();
  }

  long longNumber() {
    return in.getLong();
  }

  boolean flag() throws Defect {
    int flag = in.get();
    require(flag == 0 || flag == 1, "flag");
    return flag == 1;
  }

  int count(int minBytesOfEach) throws Defect {
    int count = in.getInt();
    require(count >= 0 && count <= in.remaining() / minBytesOfEach, "count");
    return count;
  }

  long size() throws Defect {
    long size = in.getLong();
    require(size >= 0, "size");
    return size;
  }

  Sha256 digest() throws Defect {
    require(in.remaining() >= DIGEST_BYTES, "digest");
    return new Sha256(in.getLong(), in.getLong(), in.getLong(), in.getLong());
  }

  Optional<FileStamp> stamp() throws Defect {
    return flag()
        ? Optional.of(
            new FileStamp(in.getLong(), in.getLong(), in.getLong(), in.getLong(), in.getLong()))
        : Optional.empty();
  }

  String text() throws Defect, CharacterCodingException {
    byte[] encoded = new byte[count(1)];
    in.get(encoded);
    String text = new String(encoded, StandardCharsets.UTF_8);
    // This decoder is quick, and puts this character in the place of what is no UTF-8.
    return text.indexOf(REPLACEMENT) < 0
        ? text
        : StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(encoded)).toString();
  }

  Optional<String> optionalText() throws Defect, CharacterCodingException {
    String text = text();
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  List<String> texts() throws Defect, CharacterCodingException {
    int count = count(MIN_TEXT_BYTES);
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(text());
    }
    return texts;
  }

  /** The element of a table whose number comes next. */
  <T> T of(List<T> table) throws Defect {
    int number = in.getInt();
    require(number >= 0 && number < table.size(), "number of a text");
    return table.get(number);
  }

  boolean isAtEnd() {
    return !in.hasRemaining();
  }
}
