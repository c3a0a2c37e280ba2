package dev.papack.publish;

import dev.papack.container.PackId;
import dev.papack.diagnostic.Diagnostic;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Verifies a set like any other pack, before a recovery publishes it. Publication itself knows
 * nothing of what is in the files.
 */
@FunctionalInterface
public interface SetCheck {
  /**
   * Reads a set to its last digest.
   *
   * @param files pack and companions
   * @param wanted the identity that the pack must have; empty for any
   * @return every fault; none for a whole and valid set
   */
  List<Diagnostic> faultsOf(PackFiles files, Optional<PackId> wanted) throws IOException;
}
