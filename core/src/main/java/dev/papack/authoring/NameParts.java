package dev.papack.authoring;

import dev.papack.container.PackLimits;
import dev.papack.container.Sha256;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.FileName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a path gives to the name of an asset.
 *
 * @param folder the parts of its folders that can be said, with {@code /} between them; empty in
 *     {@code assets/} itself
 * @param last the last part; empty if nothing of it can be said
 */
record NameParts(String folder, String last) {
  private static final int DIGEST_DIGITS = 8;

  /** Those of a file, which gives its name without the extension. */
  static NameParts ofFile(AssetsPath file) {
    String name = file.name().text();
    int dot = name.lastIndexOf('.');
    return of(file, dot > 0 ? name.substring(0, dot) : name);
  }

  /** Those of a folder that is one asset. */
  static NameParts ofFolder(AssetsPath folder) {
    return of(folder, folder.name().text());
  }

  private static NameParts of(AssetsPath path, String last) {
    List<FileName> folders = path.parent().map(AssetsPath::names).orElse(List.of());
    String folder =
        folders.stream()
            .map(name -> PlainLatin.of(name.text()))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("/"));
    return new NameParts(folder, PlainLatin.of(last));
  }

  /** The same folder with another last part. */
  NameParts withLast(String other) {
    return new NameParts(folder, other);
  }

  /** The whole name, if that is not too long. */
  String text() {
    return folder.isEmpty() ? last : folder + "/" + last;
  }

  /**
   * A name that is not too long. The end of a last part that is too long becomes a digest of the
   * whole name, so that it is the same on every branch and two names do not become one; outer
   * folders are left out only if their names leave no room for that.
   */
  String fitting() {
    String whole = text();
    if (whole.length() <= PackLimits.MAX_NAME_BYTES) {
      return whole;
    }
    String end =
        "_" + Sha256.of(StandardCharsets.US_ASCII.encode(whole)).hex().substring(0, DIGEST_DIGITS);
    List<String> folders =
        new ArrayList<>(folder.isEmpty() ? List.of() : List.of(folder.split("/")));
    while (true) {
      String begin = folders.isEmpty() ? "" : String.join("/", folders) + "/";
      int room = PackLimits.MAX_NAME_BYTES - begin.length() - end.length();
      if (room > 0) {
        return begin + wordEnd(last.substring(0, Math.min(room, last.length()))) + end;
      }
      folders.removeFirst();
    }
  }

  /** A name with a number behind it, cut where it would be too long. */
  static String numbered(String name, int number) {
    String suffix = "_" + number;
    int most = PackLimits.MAX_NAME_BYTES - suffix.length();
    return wordEnd(name.substring(0, Math.min(name.length(), most))) + suffix;
  }

  /** A name ends in a word. */
  private static String wordEnd(String name) {
    char end = name.charAt(name.length() - 1);
    return end == '/' || end == '.' || end == '-'
        ? name.substring(0, name.length() - 1) + "_"
        : name;
  }
}
