package dev.papack.conformance;

import dev.papack.conformance.document.DocumentKit;
import dev.papack.conformance.pack.PackKit;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All cases, and the files that they are. */
public final class Kit {
  private final List<Case> cases;

  private Kit(List<Case> cases) {
    this.cases = cases;
  }

  /**
   * Makes the kit. Takes no input, so it is always the same.
   *
   * @return every case
   */
  public static Kit make() {
    return new Kit(
        Stream.concat(PackKit.cases().stream(), DocumentKit.cases().stream())
            .sorted(Comparator.comparing(Case::file))
            .toList());
  }

  /**
   * The cases.
   *
   * @return ordered by their files
   */
  public List<Case> cases() {
    return cases;
  }

  /**
   * What lies in the kit's folder, the manifest included.
   *
   * @return bytes by path
   * @throws IllegalStateException if two cases are one file
   */
  public SortedMap<String, Content> files() {
    SortedMap<String, Content> files = new TreeMap<>();
    for (Case one : cases) {
      if (files.put(one.file(), one.content()) != null) {
        throw new IllegalStateException("two cases are called " + one.file());
      }
    }
    files.put(Manifest.FILE, Content.of(Manifest.of(cases).getBytes(StandardCharsets.US_ASCII)));
    return files;
  }
}
