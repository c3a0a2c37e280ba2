package dev.papack.diagnostic;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The name of one file or folder, checked to mean the same on every platform.
 *
 * @param text 1 to {@value #MAX_BYTES} bytes of UTF-8; see {@link #faultOf}
 */
public record FileName(String text) implements Comparable<FileName> {
  /** The longest name in bytes of UTF-8. */
  public static final int MAX_BYTES = 200;

  /** Names that Windows keeps for devices, whatever extension follows. */
  private static final Set<String> DEVICES =
      Set.of(
          "con",
          "prn",
          "aux",
          "nul",
          "conin$",
          "conout$",
          "com0",
          "com1",
          "com2",
          "com3",
          "com4",
          "com5",
          "com6",
          "com7",
          "com8",
          "com9",
          "com\u00b9",
          "com\u00b2",
          "com\u00b3",
          "lpt0",
          "lpt1",
          "lpt2",
          "lpt3",
          "lpt4",
          "lpt5",
          "lpt6",
          "lpt7",
          "lpt8",
          "lpt9",
          "lpt\u00b9",
          "lpt\u00b2",
          "lpt\u00b3");

  /**
   * Characters that show nothing, though Unicode counts them as letters, marks or symbols.
   * Variation selectors are not among them: names with emoji have them.
   */
  private static final Set<Integer> BLANKS =
      Set.of(0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0);

  /**
   * Refuses what {@link #faultOf} finds fault with.
   *
   * @throws IllegalArgumentException with that fault
   */
  public FileName {
    Optional<String> fault = faultOf(text);
    if (fault.isPresent()) {
      throw new IllegalArgumentException(fault.get());
    }
  }

  /**
   * What is wrong with a name, if anything. Nothing of the name itself is in the answer.
   *
   * @param text any text
   * @return the rest of a sentence that begins with the name, or empty for a good name
   */
  public static Optional<String> faultOf(String text) {
    if (text.isEmpty()) {
      return Optional.of("is empty");
    }
    if (text.equals(".") || text.equals("..")) {
      return Optional.of("is a step to another folder, not a name");
    }
    int codePoint;
    for (int i = 0; i < text.length(); i += Character.charCount(codePoint)) {
      codePoint = text.codePointAt(i);
      Optional<String> character = faultOf(codePoint);
      if (character.isPresent()) {
        return character;
      }
    }
    if (text.endsWith(".") || text.endsWith(" ")) {
      return Optional.of("ends in a dot or a space, which Windows drops");
    }
    int dot = text.indexOf('.');
    String stem = (dot < 0 ? text : text.substring(0, dot)).stripTrailing();
    if (DEVICES.contains(stem.toLowerCase(Locale.ROOT))) {
      return Optional.of("is a device on Windows");
    }
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    if (length > MAX_BYTES) {
      return Optional.of("has " + length + " bytes; " + MAX_BYTES + " are allowed");
    }
    return Optional.empty();
  }

  private static Optional<String> faultOf(int codePoint) {
    if (codePoint == 0xFFFD) {
      return Optional.of("contains U+FFFD, which stands for bytes that are no text");
    }
    if (BLANKS.contains(codePoint)) {
      return Optional.of("contains the invisible character " + named(codePoint));
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL -> Optional.of("contains the control character " + named(codePoint));
      case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          Optional.of("contains the invisible character " + named(codePoint));
      case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE ->
          Optional.of("contains " + named(codePoint) + ", which is no character");
      default ->
          "/\\<>:\"|?*".indexOf(codePoint) >= 0
              ? Optional.of(
                  "contains "
                      + Character.toString(codePoint)
                      + ", which not every platform can have in a name")
              : Optional.empty();
    };
  }

  /** Written for faulty characters only: every name of a workspace is looked at many times. */
  private static String named(int codePoint) {
    return String.format(Locale.ROOT, "U+%04X", codePoint);
  }

  /**
   * Whether the packer passes over this name: it begins with a dot.
   *
   * @return true for {@code .git} and its like
   */
  public boolean isHidden() {
    return text.startsWith(".");
  }

  @Override
  public int compareTo(FileName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
