package dev.papack.publish;

import dev.papack.diagnostic.RelativePath;
import java.util.Arrays;
import java.util.Optional;

/** The four files that appear together. A journal names them by number and never by path. */
public enum PackSlot {
  PACK(0, "assets.pa"),
  ASSET_TABLE(1, "build/asset_table.json"),
  PRELOAD(2, "build/preload.json"),
  ASSET_TABLE_METADATA(3, "build/asset_table_metadata.json");

  private final int number;
  private final String path;

  PackSlot(int number, String path) {
    this.number = number;
    this.path = path;
  }

  static Optional<PackSlot> of(long number) {
    return Arrays.stream(values()).filter(slot -> slot.number == number).findFirst();
  }

  /** What a journal calls it, 0 to 3, and the order in which the files are staged. */
  int number() {
    return number;
  }

  /** Where the file is published, below the workspace. */
  public RelativePath path() {
    return RelativePath.of(path);
  }
}
