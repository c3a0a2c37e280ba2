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

  private static final int MAX_DEVICE_CHARS = 7;

  /** The characters of ASCII that a name may have: almost all of almost every name. */
  private static final boolean[] PLAIN = new boolean[0x80];

  static {
    for (int codePoint = 0; codePoint < PLAIN.length; codePoint++) {
      PLAIN[codePoint] = faultOf(codePoint).isEmpty();
    }
  }

  /**
   * Refuses what {@link #faultOf} finds fault with.
   *
   * @throws IllegalArgumentException with that fault
   */
  public FileName {
    requireGood(text);
  }

  /** Refuses what {@link #faultOf} finds fault with. */
  static void requireGood(String text) {
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
      return Optional.of("is not allowed as a name");
    }
    int codePoint;
    for (int i = 0; i < text.length(); i += Character.charCount(codePoint)) {
      codePoint = text.codePointAt(i);
      if (codePoint >= PLAIN.length || !PLAIN[codePoint]) {
        Optional<String> character = faultOf(codePoint);
        if (character.isPresent()) {
          return character;
        }
      }
    }
    if (text.endsWith(".") || text.endsWith(" ")) {
      return Optional.of("ends in a dot or a space, which Windows drops");
    }
    int end = text.indexOf('.') < 0 ? text.length() : text.indexOf('.');
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    if (end <= MAX_DEVICE_CHARS
        && DEVICES.contains(text.substring(0, end).toLowerCase(Locale.ROOT))) {
      return Optional.of("is reserved for a device on Windows");
    }
    return faultOfLength(text, MAX_BYTES);
  }

  /** Three bytes for each char at most: most texts need not be encoded to be measured. */
  static Optional<String> faultOfLength(String text, int maxBytes) {
    if (3 * text.length() <= maxBytes) {
      return Optional.empty();
    }
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    return length > maxBytes
        ? Optional.of("has " + length + " bytes; at most " + maxBytes + " are allowed")
        : Optional.empty();
  }

  private static Optional<String> faultOf(int codePoint) {
    if (codePoint == 0xFFFD) {
      return Optional.of("contains U+FFFD, which replaces bytes that are not text");
    }
    if (codePoint == 0x2800 || isIgnorable(codePoint)) {
      return Optional.of("contains the invisible character " + named(codePoint));
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL -> Optional.of("contains the control character " + named(codePoint));
      case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          Optional.of("contains the invisible character " + named(codePoint));
      case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE ->
          Optional.of("contains " + named(codePoint) + ", which is not a standard character");
      default ->
          "/\\<>:\"|?*".indexOf(codePoint) >= 0
              ? Optional.of(
                  "contains "
                      + Character.toString(codePoint)
                      + ", which some platforms do not allow in names")
              : Optional.empty();
    };
  }

  /** Written for faulty characters only: every name of a workspace is looked at many times. */
  private static String named(int codePoint) {
    return String.format(Locale.ROOT, "U+%04X", codePoint);
  }

  /**
   * Whether a character shows nothing where it is not understood, though it may be a letter or a
   * mark: what Unicode calls default ignorable, variation selectors and fillers included. Some file
   * systems take two names that differ in these for one.
   *
   * @param codePoint any code point
   * @return false for all that shows, and for white space and controls
   */
  public static boolean isIgnorable(int codePoint) {
    return codePoint == 0x00AD
        || codePoint == 0x034F
        || codePoint == 0x061C
        || codePoint == 0x115F
        || codePoint == 0x1160
        || codePoint == 0x17B4
        || codePoint == 0x17B5
        || (codePoint >= 0x180B && codePoint <= 0x180F)
        || (codePoint >= 0x200B && codePoint <= 0x200F)
        || (codePoint >= 0x202A && codePoint <= 0x202E)
        || (codePoint >= 0x2060 && codePoint <= 0x206F)
        || codePoint == 0x3164
        || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
        || codePoint == 0xFEFF
        || codePoint == 0xFFA0
        || (codePoint >= 0xFFF0 && codePoint <= 0xFFF8)
        || (codePoint >= 0x1BCA0 && codePoint <= 0x1BCA3)
        || (codePoint >= 0x1D173 && codePoint <= 0x1D17A)
        || (codePoint >= 0xE0000 && codePoint <= 0xE0FFF);
  }

  /**
   * Whether the packer skips this name: it begins with a dot.
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
