package dev.papack.media.png;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** PNG files that look like much work. */
public final class LargePngs {
  /** At each byte of the rows, two per pixel at least: inflated, unfiltered, cut into samples. */
  public static final long MOST_LOOKS = 16;

  private static final int SIDE = 512;
  private static final byte[] BOMB = PngBytes.deflate(new byte[32 << 20]);

  private LargePngs() {}

  /** A file that looks like much work. */
  public static final class Sized {
    public final byte[] file;

    /** How many bytes of rows its header declares, with one more to see that they end. */
    public final long rowBytes;

    Sized(byte[] file, long rowBytes) {
      this.file = file;
      this.rowBytes = rowBytes;
    }
  }

  /** All of them. */
  public static List<Sized> all() {
    return List.of(
        manyChunks(),
        new Sized(pixel().chunk("IDAT", BOMB).end().array(), 3),
        textBomb("zTXt", "Comment\0\0"),
        textBomb("iTXt", "Comment\0\1\0\0\0"),
        textBomb("iCCP", "profile\0\0"),
        filtered(4),
        interlaced(),
        pieces(),
        indexBeyondThePalette());
  }

  private static PngBytes pixel() {
    return PngBytes.withHeader(1, 1, 0);
  }

  private static Sized manyChunks() {
    PngBytes png = pixel();
    for (int i = 0; i < 100_000; i++) {
      png.chunk("tEXt");
    }
    return new Sized(png.rows(0, 5).end().array(), 3);
  }

  private static Sized textBomb(String type, String start) {
    byte[] head = start.getBytes(StandardCharsets.ISO_8859_1);
    byte[] data = Arrays.copyOf(head, head.length + BOMB.length);
    System.arraycopy(BOMB, 0, data, head.length, BOMB.length);
    return new Sized(pixel().chunk(type, data).rows(0, 5).end().array(), 3);
  }

  private static byte[] rows(int filter) {
    byte[] rows = new byte[SIDE * (1 + 4 * SIDE)];
    for (int at = 0; at < rows.length; at++) {
      rows[at] = (byte) (at % (1 + 4 * SIDE) == 0 ? filter : at * 31);
    }
    return rows;
  }

  private static Sized filtered(int filter) {
    byte[] rows = rows(filter);
    return new Sized(
        PngBytes.withHeader(SIDE, SIDE, 6).chunk("IDAT", PngBytes.deflate(rows)).end().array(),
        rows.length + 1);
  }

  private static Sized interlaced() {
    SyntheticPng png = new SyntheticPng(200, 200, 16, 6, new Random(1));
    return new Sized(png.encode(1), png.inflated(1).length + 1);
  }

  private static Sized pieces() {
    byte[] rows = rows(0);
    byte[] data = PngBytes.deflate(rows);
    PngBytes png = PngBytes.withHeader(SIDE, SIDE, 6);
    int step = data.length / 9_000 + 1;
    for (int at = 0; at < data.length; at += step) {
      png.chunk("IDAT", Arrays.copyOfRange(data, at, Math.min(at + step, data.length)));
    }
    return new Sized(png.end().array(), rows.length + 1);
  }

  private static Sized indexBeyondThePalette() {
    byte[] rows = new byte[SIDE * (1 + SIDE)];
    Random random = new Random(1);
    for (int at = 0; at < rows.length; at++) {
      rows[at] = (byte) (at % (1 + SIDE) == 0 ? 0 : random.nextInt(2));
    }
    rows[rows.length - 1] = 2;
    byte[] file =
        PngBytes.signed()
            .header(SIDE, SIDE, 8, 3, 0, 0, 0)
            .chunk("PLTE", new byte[6])
            .chunk("IDAT", PngBytes.deflate(rows))
            .end()
            .array();
    return new Sized(file, rows.length + 1);
  }
}
