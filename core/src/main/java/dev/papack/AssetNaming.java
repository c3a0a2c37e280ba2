package dev.papack;

import dev.papack.asset.AssetRoot;
import dev.papack.container.AssetName;
import dev.papack.container.PackLimits;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names for assets whose author gave none: the root in lower case, made to fit, numbered if taken.
 */
final class AssetNaming {
  private final Set<String> taken;

  AssetNaming(Set<String> taken) {
    this.taken = new HashSet<>(taken);
  }

  /** Takes a name, if nobody has it. */
  boolean claim(AssetName name) {
    return taken.add(name.text());
  }

  /** A free name for a root, which nobody gets after this. */
  AssetName draw(AssetRoot root) {
    String wanted = fitting(root.toString());
    String name = wanted;
    for (int number = 2; !taken.add(name); number++) {
      String suffix = "_" + number;
      int most = PackLimits.MAX_NAME_BYTES - suffix.length();
      name = wordEnd(wanted.substring(0, Math.min(wanted.length(), most))) + suffix;
    }
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
