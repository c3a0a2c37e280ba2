package dev.papack.cache;

import dev.papack.container.SupportedFormats;
import dev.papack.container.SupportedFormats.Concern;
import dev.papack.migration.Histories;
import dev.papack.migration.History;
import java.util.ArrayList;
import java.util.List;

/** The versions of everything that a build writes, apart from the banks. */
public final class OutputVersions {
  private OutputVersions() {}

  /** Those of this release, as one text: with any other, the same assets give other files. */
  public static String current() {
    List<String> versions = new ArrayList<>();
    versions.add("envelope " + SupportedFormats.CURRENT.window(Concern.ENVELOPE).newest());
    for (History history :
        List.of(Histories.ASSET_TABLE, Histories.PRELOAD, Histories.ASSET_TABLE_METADATA)) {
      versions.add(history.kind().label() + " " + history.kind().window().current());
    }
    return String.join(", ", versions);
  }
}
