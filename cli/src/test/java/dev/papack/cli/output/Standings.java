package dev.papack.cli.output;

import java.nio.file.Path;
import java.util.Optional;

/** Where users of tests stand. */
public final class Standings {
  /** In some folder, with no workspace in sight. */
  public static final Standing NOWHERE =
      new Standing(Path.of("").toAbsolutePath(), Optional.empty(), Optional.empty());

  private Standings() {}
}
