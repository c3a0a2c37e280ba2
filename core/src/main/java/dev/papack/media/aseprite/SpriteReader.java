package dev.papack.media.aseprite;

import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.media.DecodingRefusal;
import dev.papack.media.Oddities;
import dev.papack.media.SourceBytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Goes through the frames and chunks of a document without its pixels. */
final class SpriteReader {
  private static final int FRAME_HEADER_BYTES = 16;
  private static final int CHUNK_HEADER_BYTES = 6;
  private static final int MORE_CHUNKS = 0xFFFF;

  private final SourceBytes bytes;
  private final AsepriteHeader header;
  private final Oddities odd = new Oddities(DiagnosticCode.ASEPRITE_ODD);
  private final NamedParts parts;
  private final List<Integer> durationsMs = new ArrayList<>();
  private final LayerList layers;
  private final CelReader cels;
  private final Map<Integer, List<PaletteChange>> newPalettes = new HashMap<>();
  private final Map<Integer, List<PaletteChange>> oldPalettes = new HashMap<>();
  private final Map<Long, Tileset> tilesets = new HashMap<>();

  private SpriteReader(SourceBytes bytes, AsepriteHeader header) {
    this.bytes = bytes;
    this.header = header;
    this.parts = new NamedParts(bytes, header.frameCount(), odd);
    this.layers = new LayerList(bytes, header, parts);
    this.cels = new CelReader(bytes, header.mode());
  }

  /** Reads everything but pixels. */
  static Sprite read(SourceBytes bytes) throws DecodingRefusal, IOException {
    return new SpriteReader(bytes, AsepriteHeader.read(bytes)).read();
  }

  private Sprite read() throws DecodingRefusal, IOException {
    for (int frame = 0; frame < header.frameCount(); frame++) {
      frame(frame);
    }
    if (bytes.remaining() > 0) {
      odd.found(
          bytes.at(bytes.position()),
          "there are bytes after the last frame, " + bytes.remaining() + " of them: ignored");
    }
    List<Layer> all = layers.layers();
    List<List<Cel>> ofFrames = cels.checked(all);
    SpriteSizes.requireWithinLimits(bytes, header, ofFrames, all, tilesets);
    return new Sprite(
        header,
        durationsMs,
        all,
        ofFrames,
        newPalettes.isEmpty() ? oldPalettes : newPalettes,
        tilesets,
        parts.tags(),
        parts.slices(),
        parts.nameBytes(),
        odd.warnings());
  }

  private void frame(int frame) throws DecodingRefusal, IOException {
    String inside = "frame " + frame;
    long start = bytes.position();
    long size = bytes.u32(inside);
    int magic = bytes.u16(inside);
    int oldCount = bytes.u16(inside);
    int durationMs = bytes.u16(inside);
    bytes.skip(2, inside);
    long newCount = bytes.u32(inside);
    if (magic != AsepriteSignature.FRAME_MAGIC || size < FRAME_HEADER_BYTES) {
      throw Faults.of(
          DiagnosticCode.ASEPRITE_CHUNK, bytes.at(start), inside + " does not begin as one");
    }
    bytes.skip(size - FRAME_HEADER_BYTES, inside);
    bytes.seek(start + FRAME_HEADER_BYTES);
    durationsMs.add(durationMs == 0 ? header.durationMs() : durationMs);
    cels.beginFrame();
    long count = oldCount == MORE_CHUNKS ? Math.max(oldCount, newCount) : oldCount;
    for (long chunk = 0; chunk < count; chunk++) {
      chunk(frame, start + size, inside);
    }
    bytes.seek(start + size);
  }

  private void chunk(int frame, long frameEnd, String inside) throws DecodingRefusal, IOException {
    long start = bytes.position();
    if (start + CHUNK_HEADER_BYTES > frameEnd) {
      throw Faults.of(
          DiagnosticCode.ASEPRITE_CHUNK,
          bytes.at(start),
          inside + " has fewer chunks than it says");
    }
    long size = bytes.u32(inside);
    int type = bytes.u16(inside);
    long end = start + size;
    if (size < CHUNK_HEADER_BYTES || end > frameEnd) {
      throw Faults.of(
          DiagnosticCode.ASEPRITE_CHUNK,
          bytes.at(start),
          "a chunk of " + inside + " has " + size + " bytes, which cannot be");
    }
    content(type, frame, end);
    if (bytes.position() > end) {
      throw Faults.of(
          DiagnosticCode.ASEPRITE_CHUNK,
          bytes.at(start),
          "a chunk of " + inside + " ends before what it says is in it");
    }
    bytes.seek(end);
  }

  private void content(int type, int frame, long end) throws DecodingRefusal, IOException {
    switch (type) {
      case 0x0004 -> palette(oldPalettes, frame, PaletteChange.Form.OLD_8_BITS, end);
      // The specification says 0x0011, the program writes 11.
      case 0x000B, 0x0011 -> palette(oldPalettes, frame, PaletteChange.Form.OLD_6_BITS, end);
      case 0x2019 -> palette(newPalettes, frame, PaletteChange.Form.NEW, end);
      case 0x2004 -> layers.read(frame, end);
      case 0x2005 -> cels.read(frame, end);
      case 0x2018 -> parts.readTags(end);
      case 0x2022 -> parts.readSlice(end);
      case 0x2023 -> tileset(end);
      // Extra bounds of reference layers, profile, external files, masks, paths, user data.
      case 0x2006, 0x2007, 0x2008, 0x2016, 0x2017, 0x2020 -> {}
      default ->
          odd.found(
              bytes.at(bytes.position() - CHUNK_HEADER_BYTES),
              String.format(Locale.ROOT, "a chunk of type %04X is ignored", type));
    }
  }

  private void palette(
      Map<Integer, List<PaletteChange>> changes, int frame, PaletteChange.Form form, long end)
      throws DecodingRefusal, IOException {
    PaletteChange change = new PaletteChange(bytes.position(), form);
    Palette _ = Palette.ofSize(header.paletteSize()).after(change, bytes);
    if (bytes.position() <= end) {
      changes.computeIfAbsent(frame, _ -> new ArrayList<>()).add(change);
    }
  }

  private void tileset(long end) throws DecodingRefusal, IOException {
    String inside = "a tileset";
    long start = bytes.position();
    long id = bytes.u32(inside);
    long flags = bytes.u32(inside);
    long count = bytes.u32(inside);
    int width = bytes.u16(inside);
    int height = bytes.u16(inside);
    bytes.skip(2 + 14, inside);
    bytes.skip(bytes.u16(inside), inside);
    if ((flags & 1) != 0) {
      bytes.skip(2L * Integer.BYTES, inside);
    }
    Optional<Cel.Stored> stored = Optional.empty();
    if ((flags & 2) != 0) {
      long size = bytes.u32(inside);
      stored = Optional.of(new Cel.Stored(bytes.position(), size, Cel.Packing.ZLIB));
      bytes.skip(size, inside);
    }
    if (width == 0 || height == 0 || count > SpriteLimits.TILESET_PIXELS) {
      throw Faults.of(
          DiagnosticCode.ASEPRITE_CHUNK,
          bytes.at(start),
          "a tileset has " + count + " tiles of " + width + "x" + height + " pixels");
    }
    if (bytes.position() <= end) {
      tilesets.put(id, new Tileset((int) count, width, height, (flags & 4) != 0, stored));
    }
  }
}
