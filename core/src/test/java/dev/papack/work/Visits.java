package dev.papack.work;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What instrumented code calls instead: each method counts, then does what the method of its name
 * does in its first parameter.
 */
public final class Visits {
  private static long input;
  private static long derived;

  private Visits() {}

  /**
   * What was looked at.
   *
   * @param isAccepted whether the input was
   * @param input bytes of the input, each as often as it was read, hashed, decoded or inflated
   * @param derived characters and bytes of arrays: of decoded text, of rows of a picture
   */
  public record Counted(boolean isAccepted, long input, long derived) {}

  /** Counts what a reading looks at. */
  static Counted during(BooleanSupplier reading) {
    input = 0;
    derived = 0;
    boolean isAccepted = reading.getAsBoolean();
    return new Counted(isAccepted, input, derived);
  }

  /** An element of an array is about to be loaded. */
  public static void element() {
    derived++;
  }

  public static byte get(ByteBuffer buffer) {
    input++;
    return buffer.get();
  }

  public static byte get(ByteBuffer buffer, int index) {
    input++;
    return buffer.get(index);
  }

  public static ByteBuffer get(ByteBuffer buffer, byte[] into) {
    input += into.length;
    return buffer.get(into);
  }

  public static ByteBuffer get(ByteBuffer buffer, int index, byte[] into) {
    input += into.length;
    return buffer.get(index, into);
  }

  public static short getShort(ByteBuffer buffer) {
    input += Short.BYTES;
    return buffer.getShort();
  }

  public static short getShort(ByteBuffer buffer, int index) {
    input += Short.BYTES;
    return buffer.getShort(index);
  }

  public static int getInt(ByteBuffer buffer) {
    input += Integer.BYTES;
    return buffer.getInt();
  }

  public static int getInt(ByteBuffer buffer, int index) {
    input += Integer.BYTES;
    return buffer.getInt(index);
  }

  public static long getLong(ByteBuffer buffer) {
    input += Long.BYTES;
    return buffer.getLong();
  }

  public static long getLong(ByteBuffer buffer, int index) {
    input += Long.BYTES;
    return buffer.getLong(index);
  }

  public static float getFloat(ByteBuffer buffer, int index) {
    input += Float.BYTES;
    return buffer.getFloat(index);
  }

  public static double getDouble(ByteBuffer buffer, int index) {
    input += Double.BYTES;
    return buffer.getDouble(index);
  }

  public static ByteBuffer put(ByteBuffer buffer, ByteBuffer from) {
    input += from.remaining();
    return buffer.put(from);
  }

  public static void update(CRC32 crc, ByteBuffer bytes) {
    input += bytes.remaining();
    crc.update(bytes);
  }

  public static void update(CRC32 crc, byte[] bytes, int offset, int length) {
    input += length;
    crc.update(bytes, offset, length);
  }

  public static void update(MessageDigest digest, ByteBuffer bytes) {
    input += bytes.remaining();
    digest.update(bytes);
  }

  public static void update(MessageDigest digest, byte[] bytes) {
    input += bytes.length;
    digest.update(bytes);
  }

  public static void setInput(Inflater inflater, ByteBuffer bytes) {
    input += bytes.remaining();
    inflater.setInput(bytes);
  }

  public static int inflate(Inflater inflater, byte[] into, int offset, int length)
      throws DataFormatException {
    int inflated = inflater.inflate(into, offset, length);
    derived += inflated;
    return inflated;
  }

  public static CoderResult decode(
      CharsetDecoder decoder, ByteBuffer bytes, CharBuffer characters, boolean isAll) {
    input += bytes.remaining();
    return decoder.decode(bytes, characters, isAll);
  }

  public static char charAt(CharSequence text, int index) {
    derived++;
    return text.charAt(index);
  }

  public static char charAt(CharBuffer text, int index) {
    derived++;
    return text.charAt(index);
  }

  public static char charAt(String text, int index) {
    derived++;
    return text.charAt(index);
  }

  public static IntStream codePoints(String text) {
    derived += text.length();
    return text.codePoints();
  }

  public static IntStream chars(String text) {
    derived += text.length();
    return text.chars();
  }

  public static Matcher matcher(Pattern pattern, CharSequence text) {
    derived += text.length();
    return pattern.matcher(text);
  }

  /** Walks over collections; each counts as many elements as there are. */
  public static final class Walks {
    private static long elements;

    private Walks() {}

    /** Counts the elements that are walked over meanwhile. */
    static long during(Runnable work) {
      elements = 0;
      work.run();
      return elements;
    }

    public static <T> Iterator<T> iterator(List<T> list) {
      elements += list.size();
      return list.iterator();
    }

    public static <T> Iterator<T> iterator(Collection<T> all) {
      elements += all.size();
      return all.iterator();
    }

    public static <T> Iterator<T> iterator(Set<T> set) {
      elements += set.size();
      return set.iterator();
    }

    public static <T> Stream<T> stream(List<T> list) {
      elements += list.size();
      return list.stream();
    }

    public static <T> Stream<T> stream(Collection<T> all) {
      elements += all.size();
      return all.stream();
    }

    public static <T> void forEach(List<T> list, Consumer<? super T> use) {
      elements += list.size();
      list.forEach(use);
    }

    public static <T> boolean contains(List<T> list, Object wanted) {
      elements += list.size();
      return list.contains(wanted);
    }

    public static <T> boolean addAll(List<T> list, Collection<? extends T> more) {
      elements += more.size();
      return list.addAll(more);
    }
  }
}
