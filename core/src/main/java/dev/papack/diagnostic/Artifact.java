package dev.papack.diagnostic;

import java.util.Locale;

/** What kind of thing a fault was found in. */
public enum Artifact {
  /** The workspace as a whole, or its folders. */
  WORKSPACE,
  /** A declaration, {@code asset.json}. */
  ASSET,
  /** The registry, {@code index.json}. */
  INDEX,
  /** A picture or a sound. */
  SOURCE,
  /** A pack. */
  PACK,
  /** The companion {@code asset_table.json}. */
  ASSET_TABLE,
  /** The companion {@code preload.json}. */
  PRELOAD,
  /** The companion {@code asset_table_metadata.json}. */
  ASSET_TABLE_METADATA,
  /** The record of a publication under way. */
  JOURNAL,
  /** What was asked of the packer: an argument, a request. */
  REQUEST,
  /** The machine: files, locks, space. */
  ENVIRONMENT;

  /**
   * The name that documents and renderings use.
   *
   * @return lower case, with underscores
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
