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
  /** The list of what is ignored, {@code ignore.json}. */
  IGNORE,
  /** The budgets, {@code budgets.json}. */
  BUDGETS,
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
  /** The file {@code .papack/journal.json}, whichever record is in it. */
  JOURNAL,
  /** The record of a pack and its companions being published. */
  PUBLICATION_RECORD,
  /** The record of authored documents being changed. */
  DOCUMENT_RECORD,
  /** The description of who holds the lock. */
  LOCK_OWNER,
  /** What a build remembers for the next, {@code .papack/build_cache}. */
  BUILD_CACHE,
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
