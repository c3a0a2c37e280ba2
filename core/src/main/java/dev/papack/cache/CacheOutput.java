package dev.papack.cache;

import dev.papack.container.Sha256;
import dev.papack.disk.FileStamp;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values that a cache's file is made of, as {@link CacheInput} reads them. */
final class CacheOutput {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  byte[] toBytes() {
    return bytes.toByteArray();
  }

  void number(int number) throws IOException {
    out.writeInt(number);
  }

  void longNumber(long number) throws IOException {
    out.writeLong(number);
  }

  void flag(boolean flag) throws IOException {
    out.writeBoolean(flag);
  }

  void digest(Sha256 digest) throws IOException {
    out.write(digest.toBytes());
  }

  void stamp(Optional<FileStamp> stamp) throws IOException {
    flag(stamp.isPresent());
    if (stamp.isPresent()) {
      FileStamp told = stamp.get();
      out.writeLong(told.sizeBytes());
      out.writeLong(told.modifiedNanos());
      out.writeLong(told.changedNanos());
      out.writeLong(told.device());
      out.writeLong(told.inode());
    }
  }

  void text(String text) throws IOException {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(encoded.length);
    out.write(encoded);
  }

  void texts(List<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      text(text);
    }
  }

  /** Texts in the order of their numbers, from 0. */
  void table(Map<String, Integer> numbers) throws IOException {
    String[] texts = new String[numbers.size()];
    numbers.forEach((text, number) -> texts[number] = text);
    texts(List.of(texts));
  }
}
