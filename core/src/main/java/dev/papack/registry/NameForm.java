package dev.papack.registry;

import dev.papack.container.AssetName;
import java.util.List;

/**
 * A pattern of names of assets: {@code *} stands for any part of what is between two slashes, and
 * {@code **} alone for any number of such parts. It covers names as a whole.
 *
 * @param parts what is between its slashes
 */
public record NameForm(List<String> parts) {
  private static final String ANY = "**";

  /** Copies the list. */
  public NameForm {
    parts = List.copyOf(parts);
  }

  /**
   * A pattern of the form that the structure of the document allows.
   *
   * @param text at most 256 characters
   */
  static NameForm of(String text) {
    return new NameForm(List.of(text.split("/", -1)));
  }

  /** The pattern as it is written. */
  public String text() {
    return String.join("/", parts);
  }

  /** Takes at most the length of the name times that of the pattern. */
  public boolean matches(AssetName name) {
    List<String> words = List.of(name.text().split("/", -1));
    // reached[i]: whether the parts so far cover the first i words.
    boolean[] reached = new boolean[words.size() + 1];
    reached[0] = true;
    for (String part : parts) {
      boolean[] next = new boolean[words.size() + 1];
      for (int i = 0; i <= words.size(); i++) {
        if (part.equals(ANY)) {
          next[i] = reached[i] || (i > 0 && next[i - 1]);
        } else {
          next[i] = i > 0 && reached[i - 1] && isPart(part, words.get(i - 1));
        }
      }
      reached = next;
    }
    return reached[words.size()];
  }

  private static boolean isPart(String part, String word) {
    boolean[] reached = new boolean[word.length() + 1];
    reached[0] = true;
    for (int at = 0; at < part.length(); at++) {
      char c = part.charAt(at);
      boolean[] next = new boolean[word.length() + 1];
      for (int i = 0; i <= word.length(); i++) {
        next[i] =
            c == '*'
                ? reached[i] || (i > 0 && next[i - 1])
                : i > 0 && reached[i - 1] && word.charAt(i - 1) == c;
      }
      reached = next;
    }
    return reached[word.length()];
  }
}
