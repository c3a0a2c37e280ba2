package dev.papack.media.aseprite;

import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.media.AnimationTag;
import dev.papack.media.AnimationTag.Direction;
import dev.papack.media.DecodingRefusal;
import dev.papack.media.Oddities;
import dev.papack.media.Slice;
import dev.papack.media.SourceBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tags and slices of a document, and its names. */
final class NamedParts {
  private static final int HAS_CENTER = 1;
  private static final int HAS_PIVOT = 2;

  private final SourceBytes bytes;
  private final int frameCount;
  private final Oddities odd;
  private final List<AnimationTag> tags = new ArrayList<>();
  private final List<Slice> slices = new ArrayList<>();
  private long named;
  private long nameBytes;

  NamedParts(SourceBytes bytes, int frameCount, Oddities odd) {
    this.bytes = bytes;
    this.frameCount = frameCount;
    this.odd = odd;
  }

  List<AnimationTag> tags() {
    return tags;
  }

  List<Slice> slices() {
    return slices;
  }

  long nameBytes() {
    return nameBytes;
  }

  /** A name at this place; what is no UTF-8 in it is replaced. */
  String name(String inside, long end) throws DecodingRefusal, IOException {
    long start = bytes.position();
    int length = bytes.u16(inside);
    requireRoom(start, length, end, inside);
    nameBytes += length;
    if (nameBytes > SpriteLimits.NAME_BYTES) {
      throw Faults.limit(
          bytes.at(start),
          "the names of the document have more than " + SpriteLimits.NAME_BYTES + " bytes",
          String.valueOf(nameBytes),
          SpriteLimits.NAME_BYTES);
    }
    byte[] text = new byte[length];
    bytes.read(text, length, inside);
    return new String(text, StandardCharsets.UTF_8);
  }

  void readTags(long end) throws DecodingRefusal, IOException {
    String inside = "a tag";
    int count = bytes.u16(inside);
    bytes.skip(8, inside);
    for (int i = 0; i < count; i++) {
      long start = bytes.position();
      requireRoom(start, 0, end, inside);
      int first = bytes.u16(inside);
      int last = bytes.u16(inside);
      Direction direction = direction(bytes.u8(inside));
      bytes.skip(2 + 6 + 3 + 1, inside);
      String name = name(inside, end);
      requireNamed(start);
      if (first > last || last >= frameCount) {
        odd.found(
            bytes.at(start),
            "the tag \"" + name + "\" is from frame " + first + " to " + last + ": ignored");
      } else {
        tags.add(new AnimationTag(name, first, last, direction));
      }
    }
  }

  private static Direction direction(int number) {
    return switch (number) {
      case 1 -> Direction.REVERSE;
      case 2 -> Direction.PING_PONG;
      case 3 -> Direction.PING_PONG_REVERSE;
      // As Aseprite takes it.
      default -> Direction.FORWARD;
    };
  }

  void readSlice(long end) throws DecodingRefusal, IOException {
    String inside = "a slice";
    long start = bytes.position();
    long count = bytes.u32(inside);
    long flags = bytes.u32(inside);
    bytes.skip(Integer.BYTES, inside);
    String name = name(inside, end);
    requireNamed(start);
    List<Slice.Key> keys = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      long at = bytes.position();
      requireRoom(at, 0, end, inside);
      long frame = bytes.u32(inside);
      Slice.Area area = area(inside);
      Optional<Slice.Area> center =
          (flags & HAS_CENTER) == 0 ? Optional.empty() : Optional.of(area(inside));
      Optional<Slice.Pivot> pivot =
          (flags & HAS_PIVOT) == 0
              ? Optional.empty()
              : Optional.of(new Slice.Pivot((int) bytes.u32(inside), (int) bytes.u32(inside)));
      requireNamed(at);
      if (frame >= frameCount) {
        odd.found(bytes.at(at), "a key of the slice \"" + name + "\" is in no frame: ignored");
      } else {
        keys.add(new Slice.Key((int) frame, area, center, pivot));
      }
    }
    if (!keys.isEmpty()) {
      slices.add(new Slice(name, frameCount - 1, keys));
    }
  }

  private Slice.Area area(String inside) throws DecodingRefusal, IOException {
    return new Slice.Area(
        (int) bytes.u32(inside), (int) bytes.u32(inside), bytes.u32(inside), bytes.u32(inside));
  }

  private void requireNamed(long start) throws DecodingRefusal {
    named++;
    if (named > SpriteLimits.NAMED) {
      throw Faults.limit(
          bytes.at(start),
          "the document has more than " + SpriteLimits.NAMED + " tags, slices and keys",
          String.valueOf(named),
          SpriteLimits.NAMED);
    }
  }

  private void requireRoom(long start, int length, long end, String inside) throws DecodingRefusal {
    if (bytes.position() + length > end) {
      throw Faults.of(
          DiagnosticCode.ASEPRITE_CHUNK, bytes.at(start), inside + " is longer than its chunk");
    }
  }
}
