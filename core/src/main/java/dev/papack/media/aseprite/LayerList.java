package dev.papack.media.aseprite;

import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.media.DecodingRefusal;
import dev.papack.media.SourceBytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The layers of a document, as they come. */
final class LayerList {
  private static final int OPAQUE = 255;
  private static final int NORMAL = 0;
  private static final int BACKGROUND = 8;
  private static final String INSIDE = "a layer";

  private final SourceBytes bytes;
  private final AsepriteHeader header;
  private final NamedParts names;
  private final List<Layer> layers = new ArrayList<>();

  LayerList(SourceBytes bytes, AsepriteHeader header, NamedParts names) {
    this.bytes = bytes;
    this.header = header;
    this.names = names;
  }

  List<Layer> layers() {
    return layers;
  }

  void read(int frame, long end) throws DecodingRefusal, IOException {
    long start = bytes.position();
    if (layers.size() == SpriteLimits.LAYERS) {
      throw Faults.limit(
          bytes.at(start),
          "the document has more than " + SpriteLimits.LAYERS + " layers",
          String.valueOf(layers.size() + 1),
          SpriteLimits.LAYERS);
    }
    int flags = bytes.u16(INSIDE);
    int type = bytes.u16(INSIDE);
    int level = bytes.u16(INSIDE);
    bytes.skip(2L * Short.BYTES, INSIDE);
    int blendMode = bytes.u16(INSIDE);
    int opacity = bytes.u8(INSIDE);
    bytes.skip(3, INSIDE);
    String name = names.name(INSIDE, end);
    Layer.Kind kind =
        switch (type) {
          case 0 -> Layer.Kind.PICTURES;
          case 1 -> Layer.Kind.GROUP;
          case 2 -> Layer.Kind.TILES;
          default -> Layer.Kind.UNKNOWN;
        };
    long tileset = kind == Layer.Kind.TILES ? bytes.u32(INSIDE) : 0;
    int deepest = layers.isEmpty() ? 0 : layers.getLast().level() + 1;
    boolean isInLast = level > 0 && level == deepest;
    if (level > deepest || (isInLast && layers.getLast().kind() != Layer.Kind.GROUP)) {
      throw Faults.of(
          DiagnosticCode.ASEPRITE_CHUNK,
          bytes.at(start),
          "layer \"" + name + "\" in frame " + frame + " is inside of a group that is not there");
    }
    boolean counts =
        (flags & BACKGROUND) == 0 && (kind != Layer.Kind.GROUP || header.hasGroupOpacity());
    layers.add(
        new Layer(
            layers.size(),
            name,
            kind,
            level,
            flags,
            counts ? blendMode : NORMAL,
            counts && header.hasLayerOpacity() ? opacity : OPAQUE,
            tileset));
  }
}
