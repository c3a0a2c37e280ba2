package dev.papack.authoring;

import dev.papack.asset.AssetRoot;
import dev.papack.container.AssetName;
import dev.papack.container.PackLimits;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names for assets whose author gave none: the root in lower case, made to fit, numbered if taken.
 */
final class AssetNaming {
  private final Set<String> taken;

  /** The number that a name was last drawn with, so that many alike are not all tried again. */
  private final Map<String, Integer> lastNumbers = new HashMap<>();

  AssetNaming(Set<String> taken) {
    this.taken = new HashSet<>(taken);
  }

  /** Whether somebody has a name. */
  boolean isTaken(AssetName name) {
    return taken.contains(name.text());
  }

  /** Takes a name that nobody has. */
  void take(AssetName name) {
    taken.add(name.text());
  }

  /** A free name for a root, which nobody gets after this. */
  AssetName draw(AssetRoot root) {
    String wanted = fitting(root.toString());
    String name = wanted;
    int number = lastNumbers.getOrDefault(wanted, 1);
    while (!taken.add(name)) {
      number++;
      String suffix = "_" + number;
      int most = PackLimits.MAX_NAME_BYTES - suffix.length();
      name = wordEnd(wanted.substring(0, Math.min(wanted.length(), most))) + suffix;
    }
    lastNumbers.put(wanted, number);
    return new AssetName(name);
  }

  private static String fitting(String root) {
    String lower = root.toLowerCase(Locale.ROOT);
    StringBuilder name = new StringBuilder();
    boolean afterWord = false;
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      boolean isWord = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
      boolean isSeparator = (c == '/' || c == '.' || c == '-') && afterWord;
      name.append(isWord || isSeparator ? c : '_');
      afterWord = !isSeparator;
    }
    int from = Math.max(0, name.length() - PackLimits.MAX_NAME_BYTES);
    String end = name.substring(from);
    char first = end.charAt(0);
    String begun = isSeparator(first) ? "_" + end.substring(1) : end;
    return wordEnd(begun);
  }

  /** A name ends in a word. */
  private static String wordEnd(String name) {
    return isSeparator(name.charAt(name.length() - 1))
        ? name.substring(0, name.length() - 1) + "_"
        : name;
  }

  private static boolean isSeparator(char c) {
    return c == '/' || c == '.' || c == '-';
  }
}
