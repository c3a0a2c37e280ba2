package dev.papack.media;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What comments of FLAC and Ogg Vorbis say of a loop, in frames, as the tools of games write them:
 * LOOPSTART, and LOOPLENGTH or LOOPEND. LOOPEND is the frame behind the loop; some programs mean
 * its last frame, so LOOPLENGTH, which is never in doubt, outranks it.
 */
public final class LoopComments {
  /** Longer comments are of something else. */
  public static final int MAX_BYTES = 64;

  private static final String START = "LOOPSTART";
  private static final String LENGTH = "LOOPLENGTH";
  private static final String END = "LOOPEND";
  private static final Set<String> NAMES = Set.of(START, LENGTH, END);

  /** Enough for every frame, and few enough for every sum. */
  private static final String NUMBER = "[0-9]{1,15}";

  private final Location file;
  private final Map<String, String> values = new HashMap<>();
  private Optional<String> fault = Optional.empty();
  private long offsetBytes;

  /** Nothing is said yet. */
  public LoopComments(Location file) {
    this.file = file;
  }

  /**
   * Takes the next comment.
   *
   * @param comment of any content: a name, {@code =}, a value
   * @param commentOffsetBytes where in the file it is, or where its page begins
   */
  public void take(String comment, long commentOffsetBytes) {
    int equals = comment.indexOf('=');
    String name = comment.substring(0, Math.max(0, equals)).toUpperCase(Locale.ROOT);
    if (!NAMES.contains(name)) {
      return;
    }
    String value = comment.substring(equals + 1);
    if (values.isEmpty()) {
      offsetBytes = commentOffsetBytes;
    }
    if (!value.matches(NUMBER)) {
      doubt(name + " is \"" + value + "\", which is no number of frames");
    }
    String before = values.putIfAbsent(name, value);
    if (before != null && !before.equals(value)) {
      doubt(name + " is " + before + " and " + value);
    }
  }

  /** Says that comments were not read to their end: loops there are not known. */
  public void cut(long readBytes) {
    if (!isWhole()) {
      fault =
          fault.or(() ->
              Optional.of(
                  "comments behind the first "
                      + readBytes
                      + " bytes of them are not read: a loop there is not taken"));
    }
  }

  private boolean isWhole() {
    return values.containsKey(START) && (values.containsKey(LENGTH) || values.containsKey(END));
  }

  private void doubt(String found) {
    fault = fault.or(() -> Optional.of("the loop of the file's comments is not taken: " + found));
  }

  /** The loop, or a warning if comments begin to name one. */
  public SoundLoops loops() {
    if (!values.isEmpty() && !isWhole()) {
      doubt(String.join(" and ", values.keySet().stream().sorted().toList()) + " alone is no loop");
    }
    if (values.isEmpty() || fault.isPresent()) {
      return SoundLoops.NONE.withOddity(fault.map(this::warning));
    }
    long start = Long.parseLong(values.get(START));
    Optional<Long> length = Optional.ofNullable(values.get(LENGTH)).map(Long::valueOf);
    Optional<Long> end = Optional.ofNullable(values.get(END)).map(Long::valueOf);
    if (length.isPresent() && end.isPresent() && !isSame(start + length.get(), end.get())) {
      doubt(
          "LOOPSTART + LOOPLENGTH is " + (start + length.get()) + ", and LOOPEND is " + end.get());
      return SoundLoops.NONE.withOddity(fault.map(this::warning));
    }
    long behind = length.map(count -> start + count).or(() -> end).orElseThrow();
    return SoundLoops.of(Optional.of(new SoundLoop(start, behind - 1, 0, offsetBytes)));
  }

  /** Whether both ends are the same one, whatever is meant by LOOPEND. */
  private static boolean isSame(long behind, long end) {
    return end == behind || end == behind - 1;
  }

  private Diagnostic warning(String message) {
    return Diagnostic.warning(DiagnosticCode.LOOP_COMMENTS, file.atByte(offsetBytes), message)
        .supported("LOOPSTART, and LOOPLENGTH or LOOPEND, in frames")
        .advice("correct the comments, or declare a \"loop\", which replaces them");
  }
}
