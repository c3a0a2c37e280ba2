package dev.papack.cache;

import dev.papack.cache.CacheInput.Defect;
import dev.papack.media.Animation;
import dev.papack.media.AnimationTag;
import dev.papack.media.AnimationTag.Direction;
import dev.papack.media.PictureSize;
import dev.papack.media.Slice;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a cache has what a file says of its frames. */
final class AnimationForm {
  private static final int MIN_TAG_BYTES = 4 * Integer.BYTES;
  private static final int MIN_SLICE_BYTES = 3 * Integer.BYTES;

  private AnimationForm() {}

  static void write(Optional<Animation> animation, CacheOutput out) {
    out.number(animation.map(Animation::frameCount).orElse(0));
    if (animation.isPresent()) {
      write(animation.get(), out);
    }
  }

  private static void write(Animation animation, CacheOutput out) {
    out.number(animation.frame().widthPixels());
    out.number(animation.frame().heightPixels());
    for (int durationMs : animation.durationsMs()) {
      out.number(durationMs);
    }
    out.number(animation.tags().size());
    for (AnimationTag tag : animation.tags()) {
      out.text(tag.name());
      out.number(tag.first());
      out.number(tag.last());
      out.text(tag.direction().name());
    }
    out.number(animation.slices().size());
    for (Slice slice : animation.slices()) {
      write(slice, out);
    }
  }

  static Optional<Animation> read(CacheInput in) throws Defect, CharacterCodingException {
    int frames = in.count(Integer.BYTES);
    if (frames == 0) {
      return Optional.empty();
    }
    PictureSize size = new PictureSize(in.number(), in.number());
    List<Integer> durationsMs = new ArrayList<>(frames);
    for (int i = 0; i < frames; i++) {
      durationsMs.add(in.number());
    }
    int tagCount = in.count(MIN_TAG_BYTES);
    List<AnimationTag> tags = new ArrayList<>(tagCount);
    for (int i = 0; i < tagCount; i++) {
      tags.add(new AnimationTag(in.text(), in.number(), in.number(), Direction.valueOf(in.text())));
    }
    int sliceCount = in.count(MIN_SLICE_BYTES);
    List<Slice> slices = new ArrayList<>(sliceCount);
    for (int i = 0; i < sliceCount; i++) {
      slices.add(slice(in));
    }
    return Optional.of(new Animation(size, durationsMs, tags, slices));
  }

  private static void write(Slice slice, CacheOutput out) {
    out.text(slice.name());
    out.number(slice.last());
    out.number(slice.keys().size());
    for (Slice.Key key : slice.keys()) {
      out.number(key.frame());
      write(key.area(), out);
      out.number(key.center().isPresent() ? 1 : 0);
      if (key.center().isPresent()) {
        write(key.center().get(), out);
      }
      out.number(key.pivot().isPresent() ? 1 : 0);
      if (key.pivot().isPresent()) {
        out.number(key.pivot().get().x());
        out.number(key.pivot().get().y());
      }
    }
  }

  private static Slice slice(CacheInput in) throws Defect, CharacterCodingException {
    String name = in.text();
    int last = in.number();
    int keyCount = in.count(Integer.BYTES);
    List<Slice.Key> keys = new ArrayList<>(keyCount);
    for (int i = 0; i < keyCount; i++) {
      int frame = in.number();
      Slice.Area area = area(in);
      Optional<Slice.Area> center = in.number() == 0 ? Optional.empty() : Optional.of(area(in));
      Optional<Slice.Pivot> pivot =
          in.number() == 0
              ? Optional.empty()
              : Optional.of(new Slice.Pivot(in.number(), in.number()));
      keys.add(new Slice.Key(frame, area, center, pivot));
    }
    return new Slice(name, last, keys);
  }

  private static void write(Slice.Area area, CacheOutput out) {
    out.number(area.x());
    out.number(area.y());
    out.longNumber(area.widthPixels());
    out.longNumber(area.heightPixels());
  }

  private static Slice.Area area(CacheInput in) {
    return new Slice.Area(in.number(), in.number(), in.longNumber(), in.longNumber());
  }
}
