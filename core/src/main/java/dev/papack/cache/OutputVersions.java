package dev.papack.cache;

import dev.papack.container.SupportedFormats;
import dev.papack.container.SupportedFormats.Concern;
import dev.papack.migration.Histories;
import dev.papack.migration.History;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Of which code a cache is: the versions of everything that a build reads and writes, and the
 * digest of the sources that the running code was built from. So what another release, or any other
 * code, has made is never taken for what this one would make, whether or not somebody thought of
 * raising a version.
 */
public final class OutputVersions {
  /** Raised whenever the same declaration, of whatever version, may mean something else. */
  private static final int READING_VERSION = 1;

  /** Made by the build: see core/pom.xml. */
  private static final String SOURCES = "sources.txt";

  private OutputVersions() {}

  /** Those of this release, as one text: with any other, the same files may give others. */
  public static String current() {
    List<String> versions = new ArrayList<>();
    versions.add("envelope " + SupportedFormats.CURRENT.window(Concern.ENVELOPE).newest());
    for (History history :
        List.of(Histories.ASSET_TABLE, Histories.PRELOAD, Histories.ASSET_TABLE_METADATA)) {
      versions.add(history.kind().label() + " " + history.kind().window().current());
    }
    versions.add(
        Histories.ASSET.kind().label()
            + " "
            + Histories.ASSET.kind().window().current()
            + " read as "
            + READING_VERSION);
    versions.add("sources " + sources());
    return String.join(", ", versions);
  }

  /** Classes that were compiled in another way than by the build are all alike. */
  private static String sources() {
    try (InputStream in = OutputVersions.class.getResourceAsStream(SOURCES)) {
      return in == null
          ? "unknown"
          : new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
