package dev.papack.media.aseprite;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.media.DecodingRefusal;
import dev.papack.media.SourceBytes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which layers are shown, and in which order cels are drawn: that of layers, unless their z-index
 * moves them. The background is always behind, reference layers are never shown.
 */
final class LayerOrder {
  private static final int NORMAL = 0;
  private static final int OPAQUE = 255;

  private final List<Layer> layers;

  /** Of each layer its place, counted without those in hidden groups; -1 if it is not shown. */
  private final int[] places;

  private LayerOrder(List<Layer> layers, int[] places) {
    this.layers = layers;
    this.places = places;
  }

  /**
   * The order of a document's layers.
   *
   * @param named the layers and groups to show, whether they are visible or not, groups with what
   *     is visible in them; none for all that are visible
   * @throws DecodingRefusal if one is not there, or a shown layer is one that papack does not draw
   */
  static LayerOrder of(Sprite sprite, List<String> named, SourceBytes bytes)
      throws DecodingRefusal {
    List<Layer> layers = sprite.layers();
    requireNamed(layers, named, bytes);
    boolean[] isVisible = visible(layers, named);
    int[] places = new int[layers.size()];
    int place = 0;
    int hiddenLevel = Integer.MAX_VALUE;
    for (Layer layer : layers) {
      int index = layer.index();
      places[index] = -1;
      if (layer.level() > hiddenLevel) {
        continue;
      }
      hiddenLevel = Integer.MAX_VALUE;
      place++;
      if (!isVisible[index]) {
        hiddenLevel = layer.level();
      } else if (!layer.isReference()) {
        places[index] = place;
        requireDrawn(layer, bytes);
      }
    }
    return new LayerOrder(layers, places);
  }

  private static boolean[] visible(List<Layer> layers, List<String> named) {
    boolean[] visible = new boolean[layers.size()];
    int[] parents = new int[layers.size()];
    List<Integer> path = new ArrayList<>();
    boolean[] isInNamed = new boolean[layers.size()];
    for (Layer layer : layers) {
      int index = layer.index();
      while (path.size() > layer.level()) {
        path.removeLast();
      }
      parents[index] = path.isEmpty() ? -1 : path.getLast();
      path.add(index);
      boolean isNamed = named.contains(layer.name());
      isInNamed[index] = isNamed || (parents[index] >= 0 && isInNamed[parents[index]]);
      visible[index] = isNamed || (layer.isVisible() && (named.isEmpty() || isInNamed[index]));
      if (isNamed) {
        for (int parent = parents[index]; parent >= 0; parent = parents[parent]) {
          visible[parent] = true;
        }
      }
    }
    return visible;
  }

  private static void requireNamed(List<Layer> layers, List<String> named, SourceBytes bytes)
      throws DecodingRefusal {
    for (String name : named) {
      if (layers.stream().noneMatch(layer -> layer.name().equals(name) && !layer.isReference())) {
        String known =
            String.join(
                ", ",
                layers.stream()
                    .filter(layer -> !layer.isReference())
                    .map(Layer::name)
                    .distinct()
                    .toList());
        throw new DecodingRefusal(
            Diagnostic.error(
                    DiagnosticCode.ASEPRITE_LAYER_UNKNOWN,
                    bytes.at(0),
                    "the document has no layer or group \"" + name + "\" that can be shown")
                .found(name)
                .supported(known)
                .advice("correct \"layers\" in the declaration"));
      }
    }
  }

  private static void requireDrawn(Layer layer, SourceBytes bytes) throws DecodingRefusal {
    if (layer.kind() == Layer.Kind.UNKNOWN) {
      throw Faults.unsupported(
          bytes.at(0), layer.inWords() + ", from frame 0 on, is of a kind that is unknown");
    }
    if (layer.kind() == Layer.Kind.GROUP
        && (layer.blendMode() != NORMAL || layer.opacity() != OPAQUE)) {
      throw Faults.unsupported(
          bytes.at(0),
          "the group \""
              + layer.name()
              + "\", from frame 0 on, has a blend mode or an opacity of its own, which papack does"
              + " not draw");
    }
  }

  /** Whether the background is shown, so that no pixel is transparent. */
  boolean isBackgroundShown() {
    return layers.stream().anyMatch(layer -> layer.isBackground() && places[layer.index()] >= 0);
  }

  /** The cels of a frame that are drawn, the first first. */
  List<Cel> drawn(List<Cel> cels) {
    Comparator<Cel> background =
        Comparator.comparing(cel -> !layers.get(cel.layer()).isBackground());
    return cels.stream()
        .filter(cel -> places[cel.layer()] >= 0)
        .sorted(
            background
                .thenComparingInt(cel -> places[cel.layer()] + cel.zIndex())
                .thenComparingInt(Cel::zIndex))
        .toList();
  }
}
