package dev.papack.media.png;

import dev.papack.Family;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.DecodedPicture;
import dev.papack.media.PixelRule;
import dev.papack.media.formats.MediaFormats;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** PNG files whose checksums are right and little else is. */
public final class HostilePng {
  private static final byte[] HEADER = {0, 0, 0, 4, 0, 0, 0, 2, 8, 6, 0, 0, 0};
  private static final byte[] PALETTE_HEADER = {0, 0, 0, 4, 0, 0, 0, 2, 4, 3, 0, 0, 0};
  private static final List<String> TYPES =
      List.of(
          "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP",
          "mDCV", "cLLI", "tEXt", "zTXt", "iTXt", "bKGD", "hIST", "pHYs", "sPLT", "eXIf", "tIME",
          "acTL", "fcTL", "fdAT", "vpAg", "ABCD", "abCd", "abcd");

  private HostilePng() {}

  /** All of them. */
  public static List<Family> families() {
    List<Family> families = new ArrayList<>();
    for (int at = 0; at < HEADER.length; at++) {
      families.add(family("header-byte-" + at, eachValue(HEADER, at, HostilePng::withHeader)));
    }
    for (int at : new int[] {8, 9, 12}) {
      families.add(
          family("palette-header-byte-" + at, eachValue(PALETTE_HEADER, at, HostilePng::indexed)));
    }
    families.add(family("chunk-before-header", inserted(0)));
    families.add(family("chunk-behind-header", inserted(1)));
    families.add(family("chunk-within-image", inserted(2)));
    families.add(family("chunk-behind-image", inserted(3)));
    families.add(family("chunk-behind-end", inserted(4)));
    families.add(family("chunk-twice", twice()));
    families.add(family("chunks-in-other-order", orders()));
    for (String type : TYPES) {
      families.add(family("length-of-" + type, lengths(type)));
    }
    families.add(family("stream-byte-0", eachValue(stream(), 0, HostilePng::withStream)));
    families.add(family("stream-byte-1", eachValue(stream(), 1, HostilePng::withStream)));
    families.add(family("filter", eachValue(rows(), 0, HostilePng::withRows)));
    families.add(family("filter-of-second-row", eachValue(rows(), 17, HostilePng::withRows)));
    families.add(family("rows-cut", rowsCut()));
    families.add(family("declared-length", declaredLengths()));
    families.add(family("type-letter", typeLetters()));
    families.add(family("signature", signatures()));
    return families;
  }

  private static Family family(String name, List<byte[]> inputs) {
    return Family.of("png " + name, inputs, HostilePng::read);
  }

  private static Outcome<?> read(byte[] input) {
    return decode(input);
  }

  static Outcome<DecodedPicture> decode(byte[] input) {
    try {
      return MediaFormats.SUPPORTED.picture(PngBytes.content(input), PixelRule.STRICT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A whole file of one part of it. */
  @FunctionalInterface
  private interface Around {
    byte[] file(byte[] part);
  }

  private static List<byte[]> eachValue(byte[] part, int at, Around around) {
    return IntStream.range(0, 256)
        .mapToObj(value -> {
          byte[] changed = part.clone();
          changed[at] = (byte) value;
          return around.file(changed);
        })
        .toList();
  }

  private static byte[] rows() {
    return new byte[2 * (1 + 4 * 4)];
  }

  private static byte[] stream() {
    return PngBytes.deflate(rows());
  }

  private static byte[] withHeader(byte[] header) {
    return PngBytes.signed().chunk("IHDR", header).chunk("IDAT", stream()).end().array();
  }

  private static byte[] indexed(byte[] header) {
    return PngBytes.signed()
        .chunk("IHDR", header)
        .chunk("PLTE", new byte[48])
        .chunk("IDAT", PngBytes.deflate(new byte[2 * 3]))
        .end()
        .array();
  }

  private static byte[] withStream(byte[] stream) {
    return PngBytes.signed().chunk("IHDR", HEADER).chunk("IDAT", stream).end().array();
  }

  private static byte[] withRows(byte[] rows) {
    return withStream(PngBytes.deflate(rows));
  }

  private static List<byte[]> rowsCut() {
    return IntStream.range(0, 70).mapToObj(n -> withRows(new byte[n])).toList();
  }

  /** A chunk of each type at a place, its length what the type asks for where it is fixed. */
  private static List<byte[]> inserted(int place) {
    return TYPES.stream().map(type -> file(place, type, new byte[likelyLength(type)])).toList();
  }

  private static byte[] file(int place, String type, byte[] data) {
    byte[] stream = stream();
    List<byte[]> parts =
        new ArrayList<>(
            List.of(
                chunk("IHDR", HEADER),
                chunk("IDAT", java.util.Arrays.copyOf(stream, 5)),
                chunk("IDAT", java.util.Arrays.copyOfRange(stream, 5, stream.length)),
                chunk("IEND")));
    parts.add(place, chunk(type, data));
    PngBytes png = PngBytes.signed();
    parts.forEach(png::raw);
    return png.array();
  }

  private static byte[] chunk(String type, byte... data) {
    return PngBytes.empty().chunk(type, data).array();
  }

  private static int likelyLength(String type) {
    return switch (type) {
      case "IHDR" -> 13;
      case "PLTE", "sBIT", "cICP" -> 4;
      case "cHRM" -> 32;
      case "mDCV" -> 24;
      case "cLLI", "acTL" -> 8;
      case "gAMA" -> 4;
      case "sRGB" -> 1;
      case "bKGD", "tRNS" -> 6;
      case "pHYs" -> 9;
      case "tIME" -> 7;
      case "fcTL" -> 26;
      default -> 0;
    };
  }

  private static List<byte[]> twice() {
    return TYPES.stream()
        .map(type -> {
          byte[] part = chunk(type, new byte[likelyLength(type)]);
          return PngBytes.signed()
              .chunk("IHDR", HEADER)
              .raw(part)
              .raw(part)
              .chunk("IDAT", stream())
              .end()
              .array();
        })
        .toList();
  }

  private static List<byte[]> orders() {
    List<byte[]> parts =
        List.of(
            chunk("IHDR", PALETTE_HEADER),
            chunk("PLTE", new byte[48]),
            chunk("tRNS", new byte[16]),
            chunk("IDAT", PngBytes.deflate(new byte[2 * 3])),
            chunk("IEND"));
    List<byte[]> files = new ArrayList<>();
    permute(new ArrayList<>(parts), 0, files);
    return files;
  }

  private static void permute(List<byte[]> parts, int from, List<byte[]> files) {
    if (from == parts.size()) {
      PngBytes png = PngBytes.signed();
      parts.forEach(png::raw);
      files.add(png.array());
    }
    for (int i = from; i < parts.size(); i++) {
      Collections.swap(parts, from, i);
      permute(parts, from + 1, files);
      Collections.swap(parts, from, i);
    }
  }

  private static List<byte[]> lengths(String type) {
    return IntStream.range(0, 40).mapToObj(length -> file(1, type, new byte[length])).toList();
  }

  /** What a chunk says of its length, whatever it has. */
  private static List<byte[]> declaredLengths() {
    List<byte[]> files = new ArrayList<>();
    byte[] whole = withRows(rows());
    for (int bit = 0; bit < Integer.SIZE; bit++) {
      for (int around = -1; around <= 1; around++) {
        for (int place : new int[] {8, 33}) {
          files.add(ByteBuffer.wrap(whole.clone()).putInt(place, (1 << bit) + around).array());
        }
      }
    }
    return files;
  }

  private static List<byte[]> typeLetters() {
    List<byte[]> files = new ArrayList<>();
    for (int letter = 0; letter < 4; letter++) {
      for (int value = 0; value < 256; value++) {
        byte[] type = "tEXt".getBytes(StandardCharsets.ISO_8859_1);
        type[letter] = (byte) value;
        files.add(
            PngBytes.signed()
                .chunk("IHDR", HEADER)
                .chunk(type, new byte[0])
                .chunk("IDAT", stream())
                .end()
                .array());
      }
    }
    return files;
  }

  private static List<byte[]> signatures() {
    List<byte[]> files = new ArrayList<>();
    for (int at = 0; at < PngBytes.SIGNATURE.length; at++) {
      for (int value : new int[] {0, 10, 13, 'P', 255}) {
        byte[] file = withRows(rows());
        file[at] = (byte) value;
        files.add(file);
      }
    }
    for (String start :
        List.of("", "GIF89a", "\u00ff\u00d8\u00ff", "BM", "RIFF", "{", "<svg", "PK")) {
      files.add(start.getBytes(StandardCharsets.ISO_8859_1));
    }
    return files;
  }
}
