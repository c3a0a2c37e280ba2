package dev.papack.inspect;

import dev.papack.container.PackException;
import dev.papack.container.PackId;
import dev.papack.container.PackReader;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.disk.ReadableFile;
import dev.papack.publish.PackFiles;
import dev.papack.publish.PackSlot;
import dev.papack.publish.PlacedFile;
import dev.papack.publish.SetCheck;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Verifies a set to its last digest, wherever its files are. */
public final class SetVerification implements SetCheck {
  private final int threads;

  /**
   * Verifies nothing yet.
   *
   * @param threads how many check a pack, at least 1
   */
  public SetVerification(int threads) {
    this.threads = threads;
  }

  @Override
  public List<Diagnostic> faultsOf(PackFiles files, Optional<PackId> wanted) throws IOException {
    PlacedFile file = files.of(PackSlot.PACK);
    Optional<Diagnostic> obstacle = file.findObstacle();
    if (obstacle.isPresent()) {
      return List.of(obstacle.get());
    }
    if (file.find().isEmpty()) {
      return List.of(fault(files, "the pack is missing"));
    }
    String path = files.shown(PackSlot.PACK);
    try (ReadableFile open = file.open()) {
      PackReader reader = PackReader.open(new DiskPackBytes(open, path));
      reader.verify(threads);
      return wanted.filter(id -> !id.equals(reader.packId())).isPresent()
          ? List.of(fault(files, "the pack has another identity: " + reader.packId().hex()))
          : CompanionCheck.faultsOf(files, reader.packId(), reader.header());
    } catch (PackException e) {
      return List.of(PackFaults.diagnostic(e, path));
    }
  }

  private static Diagnostic fault(PackFiles files, String message) {
    return Diagnostic.error(
        DiagnosticCode.PACK_NOT_FOUND,
        Location.of(Artifact.PACK, files.shown(PackSlot.PACK)),
        message);
  }
}
