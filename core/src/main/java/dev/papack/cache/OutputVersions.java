package dev.papack.cache;

import dev.papack.container.SupportedFormats;
import dev.papack.container.SupportedFormats.Concern;
import dev.papack.migration.Histories;
import dev.papack.migration.History;
import java.util.ArrayList;
import java.util.List;

/** The versions of everything that a build reads and writes, apart from the banks. */
public final class OutputVersions {
  /** Raised whenever the same declaration, of whatever version, may mean something else. */
  private static final int READING_VERSION = 1;

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
    return String.join(", ", versions);
  }
}
