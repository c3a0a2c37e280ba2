package dev.papack.media.aseprite;

import dev.papack.diagnostic.Outcome;
import dev.papack.media.DecodedPicture;
import dev.papack.media.PictureChoice;
import dev.papack.media.PixelRule;
import dev.papack.source.SourceContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;

/** Aseprite documents chunk by chunk, for tests. */
public final class AsepriteFile {
  /** Every alpha counts: colours are compared as they are. */
  private static final PixelRule RULE = PixelRule.STRICT;

  private final int width;
  private final int height;
  private final int bits;
  private final List<List<byte[]>> frames = new ArrayList<>();
  private int flags = 1;
  private int transparent;
  private int colors;

  private AsepriteFile(int width, int height, int bits) {
    this.width = width;
    this.height = height;
    this.bits = bits;
    frame();
  }

  /** A document of colours with one frame. */
  public static AsepriteFile rgb(int width, int height) {
    return new AsepriteFile(width, height, 32);
  }

  /** A document of greys with one frame. */
  public static AsepriteFile grey(int width, int height) {
    return new AsepriteFile(width, height, 16);
  }

  /** A document with a palette and one frame. */
  public static AsepriteFile indexed(int width, int height, int transparent, int... argb) {
    AsepriteFile file = new AsepriteFile(width, height, 8);
    file.transparent = transparent;
    file.colors = argb.length;
    return file.palette(argb);
  }

  /** A document of indices without a palette, with one frame. */
  public static AsepriteFile indexedWithout(int width, int height, int transparent) {
    AsepriteFile file = new AsepriteFile(width, height, 8);
    file.transparent = transparent;
    return file;
  }

  /** A document of one frame and one colour. */
  public static byte[] filled(int width, int height, int argb) {
    int[] pixels = new int[width * height];
    java.util.Arrays.fill(pixels, argb);
    return rgb(width, height).layer("body").cel(0, 0, 0, width, height, pixels).bytes();
  }

  /** The flags of the header. */
  public AsepriteFile flags(int value) {
    flags = value;
    return this;
  }

  /** One more frame. */
  public AsepriteFile frame() {
    frames.add(new ArrayList<>());
    return this;
  }

  /** Any chunk. */
  public AsepriteFile chunk(int type, byte[] data) {
    frames.getLast().add(new Bytes().u32(data.length + 6).u16(type).raw(data).array());
    return this;
  }

  /** A visible layer. */
  public AsepriteFile layer(String name) {
    return layer(name, 1, 0, 0, 0, 255);
  }

  /** A layer: flags, 0 for pictures or 1 for a group, groups around it, mode, opacity. */
  public AsepriteFile layer(
      String name, int layerFlags, int type, int level, int mode, int opacity) {
    return chunk(
        0x2004,
        new Bytes()
            .u16(layerFlags)
            .u16(type)
            .u16(level)
            .u32(0)
            .u16(mode)
            .u8(opacity)
            .raw(new byte[3])
            .text(name)
            .array());
  }

  /** A layer of tiles. */
  public AsepriteFile tileLayer(String name, int tileset) {
    return chunk(
        0x2004,
        new Bytes()
            .u16(1)
            .u16(2)
            .u16(0)
            .u32(0)
            .u16(0)
            .u8(255)
            .raw(new byte[3])
            .text(name)
            .u32(tileset)
            .array());
  }

  /** The beginning of a cel. */
  public static Bytes celHeader(int layer, int x, int y, int opacity, int type, int zIndex) {
    return new Bytes().u16(layer).u16(x).u16(y).u8(opacity).u16(type).u16(zIndex).raw(new byte[5]);
  }

  /** A compressed cel: colours {@code 0xAARRGGBB}, or indices. */
  public AsepriteFile cel(int layer, int x, int y, int celWidth, int celHeight, int... pixels) {
    return cel(celHeader(layer, x, y, 255, 2, 0), celWidth, celHeight, pixels);
  }

  /** A compressed cel of any kind. */
  public AsepriteFile cel(Bytes header, int celWidth, int celHeight, int... pixels) {
    return chunk(0x2005, header.u16(celWidth).u16(celHeight).raw(deflate(stored(pixels))).array());
  }

  /** A raw cel. */
  public AsepriteFile rawCel(int layer, int celWidth, int celHeight, int... pixels) {
    return chunk(
        0x2005,
        celHeader(layer, 0, 0, 255, 0, 0).u16(celWidth).u16(celHeight).raw(stored(pixels)).array());
  }

  /** A cel that shows what that of another frame does. */
  public AsepriteFile linkedCel(int layer, int x, int y, int frame) {
    return chunk(0x2005, celHeader(layer, x, y, 255, 1, 0).u16(frame).array());
  }

  /** A cel of tiles. */
  public AsepriteFile tileCel(int layer, int x, int y, int columns, int rows, int... tiles) {
    Bytes map = new Bytes();
    for (int tile : tiles) {
      map.u32(tile);
    }
    return chunk(
        0x2005,
        celHeader(layer, x, y, 255, 3, 0)
            .u16(columns)
            .u16(rows)
            .u16(32)
            .u32(0x1FFFFFFF)
            .u32(0x80000000)
            .u32(0x40000000)
            .u32(0x20000000)
            .raw(new byte[10])
            .raw(deflate(map.array()))
            .array());
  }

  /** Tiles one below the other. */
  public AsepriteFile tileset(int id, int tilesetFlags, int tileWidth, int tileHeight, int... px) {
    byte[] data = deflate(stored(px));
    Bytes chunk =
        new Bytes()
            .u32(id)
            .u32(tilesetFlags)
            .u32(px.length / tileWidth / tileHeight)
            .u16(tileWidth)
            .u16(tileHeight)
            .raw(new byte[16])
            .text("tiles");
    if ((tilesetFlags & 1) != 0) {
      chunk.u32(1).u32(1);
    }
    if ((tilesetFlags & 2) != 0) {
      chunk.u32(data.length).raw(data);
    }
    return chunk(0x2023, chunk.array());
  }

  /** A palette from this frame on. */
  public AsepriteFile palette(int... argb) {
    Bytes chunk = new Bytes().u32(argb.length).u32(0).u32(argb.length - 1).raw(new byte[8]);
    for (int color : argb) {
      chunk.u16(0).u8(color >> 16).u8(color >> 8).u8(color).u8(color >>> 24);
    }
    return chunk(0x2019, chunk.array());
  }

  /** A tag. */
  public AsepriteFile tag(String name, int from, int to, int direction) {
    return chunk(
        0x2018,
        new Bytes()
            .u16(1)
            .raw(new byte[8])
            .u16(from)
            .u16(to)
            .u8(direction)
            .raw(new byte[12])
            .text(name)
            .array());
  }

  private byte[] stored(int[] pixels) {
    Bytes bytes = new Bytes();
    for (int pixel : pixels) {
      switch (bits) {
        case 32 -> bytes.u8(pixel >> 16).u8(pixel >> 8).u8(pixel).u8(pixel >>> 24);
        case 16 -> bytes.u8(pixel).u8(pixel >>> 24);
        default -> bytes.u8(pixel);
      }
    }
    return bytes.array();
  }

  /** A zlib stream. */
  public static byte[] deflate(byte[] data) {
    try (Deflater deflater = new Deflater()) {
      deflater.setInput(data);
      deflater.finish();
      byte[] out = new byte[data.length + 100];
      return java.util.Arrays.copyOf(out, deflater.deflate(out));
    }
  }

  /** The file. */
  public byte[] bytes() {
    Bytes body = new Bytes();
    int durationMs = 100;
    for (List<byte[]> chunks : frames) {
      int size = 16 + chunks.stream().mapToInt(chunk -> chunk.length).sum();
      body.u32(size).u16(0xF1FA).u16(chunks.size()).u16(durationMs).u16(0).u32(chunks.size());
      chunks.forEach(body::raw);
      durationMs += 10;
    }
    byte[] all = body.array();
    return new Bytes()
        .u32(128 + all.length)
        .u16(0xA5E0)
        .u16(frames.size())
        .u16(width)
        .u16(height)
        .u16(bits)
        .u32(flags)
        .u16(70)
        .raw(new byte[8])
        .u8(transparent)
        .raw(new byte[3])
        .u16(colors)
        .raw(new byte[94])
        .raw(all)
        .array();
  }

  /** Numbers, little-endian. */
  public static final class Bytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** One byte. */
    public Bytes u8(int value) {
      out.write(value);
      return this;
    }

    /** Two. */
    public Bytes u16(int value) {
      return u8(value).u8(value >> 8);
    }

    /** Four. */
    public Bytes u32(int value) {
      return raw(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
    }

    /** As they are. */
    public Bytes raw(byte[] bytes) {
      out.writeBytes(bytes);
      return this;
    }

    /** A length and UTF-8. */
    public Bytes text(String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return u16(bytes.length).raw(bytes);
    }

    /** All of them. */
    public byte[] array() {
      return out.toByteArray();
    }
  }

  /** Decodes all that a file shows. */
  public static Outcome<DecodedPicture> decode(byte[] file) {
    return decode(SourceContent.of("assets/hero.aseprite", file), PictureChoice.EVERYTHING);
  }

  /** Decodes a part of a file. */
  public static Outcome<DecodedPicture> decode(SourceContent content, PictureChoice choice) {
    try {
      return Aseprite.FORMAT.decode(content, RULE, choice);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
