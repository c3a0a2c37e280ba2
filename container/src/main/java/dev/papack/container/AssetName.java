package dev.papack.container;

import java.util.Optional;

/**
 * The name of an asset: words of {@code a-z}, {@code 0-9} and {@code _}, with one {@code .}, {@code
 * /} or {@code -} between two of them. It looks the same on every platform and in every program.
 *
 * @param text 1 to {@value PackLimits#MAX_NAME_BYTES} bytes of ASCII
 */
public record AssetName(String text) implements Comparable<AssetName> {
  private static final String EXPECTED =
      "[a-z0-9_]+([./-][a-z0-9_]+)*, at most " + PackLimits.MAX_NAME_BYTES + " bytes";

  /**
   * Refuses a text that {@link #faultOf} finds fault with.
   *
   * @throws MeaningException with the fault
   */
  public AssetName {
    Optional<String> fault = faultOf(text);
    if (fault.isPresent()) {
      String shown = Shown.clipped(text);
      throw new MeaningException("asset_name \"" + shown + "\" " + fault.get(), shown, EXPECTED);
    }
  }

  /**
   * What is wrong with a name, if anything.
   *
   * @param text any text
   * @return the rest of a sentence that begins with the name, or empty for a good name
   */
  public static Optional<String> faultOf(String text) {
    if (text.isEmpty()) {
      return Optional.of("is empty");
    }
    if (text.length() > PackLimits.MAX_NAME_BYTES) {
      return Optional.of(
          "has "
              + text.length()
              + " characters; at most "
              + PackLimits.MAX_NAME_BYTES
              + " are allowed");
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isWordCharacter(c)) {
        continue;
      }
      if (!isSeparator(c)) {
        return Optional.of(
            "has a character other than a-z, 0-9, '_', '.', '/' and '-' at position " + (i + 1));
      }
      if (i == 0 || i == text.length() - 1 || isSeparator(text.charAt(i - 1))) {
        return Optional.of(
            "has a '" + c + "' that is not between two words at position " + (i + 1));
      }
    }
    return Optional.empty();
  }

  private static boolean isWordCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  }

  private static boolean isSeparator(char c) {
    return c == '.' || c == '/' || c == '-';
  }

  @Override
  public int compareTo(AssetName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
