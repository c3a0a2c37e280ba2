package dev.papack.cache;

import dev.papack.media.Animation;
import dev.papack.media.AnimationTag;
import dev.papack.media.Slice;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;

/** How a cache writes what a file says of its frames; {@link CacheReader} reads it. */
final class AnimationForm {
  private AnimationForm() {}

  /** Writes a text with its length. */
  @FunctionalInterface
  interface TextSink {
    void write(String text) throws IOException;
  }

  static void write(Optional<Animation> animation, TextSink texts, DataOutputStream out)
      throws IOException {
    out.writeInt(animation.map(Animation::frameCount).orElse(0));
    if (animation.isPresent()) {
      write(animation.get(), texts, out);
    }
  }

  private static void write(Animation animation, TextSink texts, DataOutputStream out)
      throws IOException {
    out.writeInt(animation.frame().widthPixels());
    out.writeInt(animation.frame().heightPixels());
    for (int durationMs : animation.durationsMs()) {
      out.writeInt(durationMs);
    }
    out.writeInt(animation.tags().size());
    for (AnimationTag tag : animation.tags()) {
      texts.write(tag.name());
      out.writeInt(tag.first());
      out.writeInt(tag.last());
      texts.write(tag.direction().name());
    }
    out.writeInt(animation.slices().size());
    for (Slice slice : animation.slices()) {
      texts.write(slice.name());
      out.writeInt(slice.last());
      out.writeInt(slice.keys().size());
      for (Slice.Key key : slice.keys()) {
        write(key, out);
      }
    }
  }

  private static void write(Slice.Key key, DataOutputStream out) throws IOException {
    out.writeInt(key.frame());
    write(key.area(), out);
    out.writeInt(key.center().isPresent() ? 1 : 0);
    if (key.center().isPresent()) {
      write(key.center().get(), out);
    }
    out.writeInt(key.pivot().isPresent() ? 1 : 0);
    if (key.pivot().isPresent()) {
      out.writeInt(key.pivot().get().x());
      out.writeInt(key.pivot().get().y());
    }
  }

  private static void write(Slice.Area area, DataOutputStream out) throws IOException {
    out.writeInt(area.x());
    out.writeInt(area.y());
    out.writeLong(area.widthPixels());
    out.writeLong(area.heightPixels());
  }
}
