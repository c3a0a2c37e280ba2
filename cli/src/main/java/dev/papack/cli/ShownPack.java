package dev.papack.cli;

import dev.papack.Session;
import java.nio.file.Path;

/** What a report of a command shows besides findings. */
sealed interface ShownPack {
  /** The command has nothing to do with a pack. */
  record None() implements ShownPack {}

  /**
   * The pack that a workspace has published, by this command or as it was read.
   *
   * @param session of the workspace
   */
  record Published(Session session) implements ShownPack {}

  /**
   * The pack of the last build of a workspace: this command published none.
   *
   * @param session of the workspace
   */
  record LastBuild(Session session) implements ShownPack {}

  /**
   * A file.
   *
   * @param pack as the user named it
   */
  record InFile(Path pack) implements ShownPack {}

  /**
   * Two files.
   *
   * @param before the older pack
   * @param after the newer one
   */
  record Change(Path before, Path after) implements ShownPack {}
}
