package dev.papack.authoring;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How an author wants assets to be named: one name, or a text with places for what each file gives.
 *
 * @param text as the author wrote it; between braces only {@code name} and {@code folder}
 */
record NamePattern(String text) {
  private static final String NAME = "{name}";

  /** In {@code assets/} itself there is no folder, and nothing to separate from it. */
  private static final Pattern FOLDER = Pattern.compile("\\{folder\\}([./_-]?)");

  private static final Pattern BRACES = Pattern.compile("\\{[^{}]*\\}?|\\}");

  /** The first place of a text that stands for nothing. */
  static Optional<String> findUnknown(String text) {
    return BRACES
        .matcher(text)
        .results()
        .map(result -> result.group())
        .filter(place -> !place.equals(NAME) && !place.equals("{folder}"))
        .findFirst();
  }

  /** Whether every asset gets the same name. */
  boolean isOneName() {
    return !text.contains("{");
  }

  /** The name that the pattern gives. */
  String apply(NameParts parts) {
    String separated =
        FOLDER
            .matcher(text)
            .replaceAll(place ->
                parts.folder().isEmpty()
                    ? ""
                    : Matcher.quoteReplacement(parts.folder() + place.group(1)));
    return separated.replace(NAME, parts.last());
  }
}
