package dev.papack.media.aseprite;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.media.Animation;
import dev.papack.media.AnimationTag;
import dev.papack.media.DecodingRefusal;
import dev.papack.media.Slice;
import dev.papack.media.SourceBytes;
import dev.papack.source.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The frames of a document that become a picture.
 *
 * @param first the first
 * @param last the last, inclusive
 */
record TakenFrames(int first, int last) {
  /**
   * Those of a tag, or all.
   *
   * @throws DecodingRefusal if there is no such tag, or two, or they have too many pixels
   */
  static TakenFrames of(Sprite sprite, Optional<String> name, SourceBytes bytes)
      throws DecodingRefusal {
    TakenFrames taken =
        name.isEmpty()
            ? new TakenFrames(0, sprite.header().frameCount() - 1)
            : ofTag(sprite, name.get(), bytes);
    long pixels = sprite.header().canvas().pixels() * taken.count();
    if (pixels > Limits.PNG_PIXELS) {
      throw Faults.limit(
          bytes.at(0),
          taken.count() + " frames have " + pixels + " pixels together",
          String.valueOf(pixels),
          Limits.PNG_PIXELS);
    }
    return taken;
  }

  private static TakenFrames ofTag(Sprite sprite, String name, SourceBytes bytes)
      throws DecodingRefusal {
    List<AnimationTag> tags =
        sprite.tags().stream().filter(tag -> tag.name().equals(name)).toList();
    if (tags.size() == 1) {
      return new TakenFrames(tags.getFirst().first(), tags.getFirst().last());
    }
    throw new DecodingRefusal(
        Diagnostic.error(
                DiagnosticCode.ASEPRITE_TAG_UNKNOWN,
                bytes.at(0),
                tags.isEmpty()
                    ? "the document has no tag \"" + name + "\""
                    : "the document has " + tags.size() + " tags \"" + name + "\"")
            .found(name)
            .supported(
                String.join(
                    ", ", sprite.tags().stream().map(AnimationTag::name).distinct().toList()))
            .advice(
                tags.isEmpty()
                    ? "correct \"tag\" in the declaration"
                    : "give the tags different names in Aseprite"));
  }

  /** How many, at least 1. */
  int count() {
    return last - first + 1;
  }

  /** What is known of them; their numbers begin with 0 again. */
  Animation animation(Sprite sprite) {
    return new Animation(
        sprite.header().canvas(),
        sprite.durationsMs().subList(first, last + 1),
        sprite.tags().stream()
            .filter(tag -> tag.first() >= first && tag.last() <= last)
            .map(tag ->
                new AnimationTag(
                    tag.name(), tag.first() - first, tag.last() - first, tag.direction()))
            .toList(),
        sprite.slices().stream().flatMap(slice -> taken(slice).stream()).toList());
  }

  /** A slice as far as it is in these frames: a key counts until the next one. */
  private Optional<Slice> taken(Slice slice) {
    List<Slice.Key> keys = new ArrayList<>();
    for (Slice.Key key : slice.keys()) {
      if (key.frame() > last) {
        break;
      }
      int frame = Math.max(0, key.frame() - first);
      if (!keys.isEmpty() && keys.getLast().frame() == frame) {
        keys.removeLast();
      }
      keys.add(new Slice.Key(frame, key.area(), key.center(), key.pivot()));
    }
    return keys.isEmpty()
        ? Optional.empty()
        : Optional.of(new Slice(slice.name(), last - first, keys));
  }
}
