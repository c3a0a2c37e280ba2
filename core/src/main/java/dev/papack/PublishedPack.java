package dev.papack;

import dev.papack.container.PackException;
import dev.papack.container.PackReader;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.ReadableDirectory;
import dev.papack.disk.ReadableFile;
import dev.papack.inspect.CompanionCheck;
import dev.papack.inspect.DiskPackBytes;
import dev.papack.inspect.PackFaults;
import dev.papack.publish.PackSlot;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The pack that a workspace has published, with its companions. */
final class PublishedPack {
  private static final FileName NAME = PackSlot.PACK.path().name();

  private final ReadableDirectory workspace;

  PublishedPack(ReadableDirectory workspace) {
    this.workspace = workspace;
  }

  /** What it holds. */
  Outcome<PackListing> inspect() throws IOException {
    return read(reader -> List.of());
  }

  /** Whether every digest holds, and the companions are what it implies. */
  Outcome<PackListing> verify() throws IOException {
    return read(reader -> {
      reader.verify();
      return CompanionCheck.faultsOf(workspace, reader.packId(), reader.header());
    });
  }

  /** What is asked of the pack; the answer is faults. */
  @FunctionalInterface
  private interface Question {
    List<Diagnostic> ask(PackReader reader) throws IOException, PackException;
  }

  private Outcome<PackListing> read(Question question) throws IOException {
    Optional<Diagnostic> obstacle = PackSlot.PACK.findObstacle(workspace);
    if (obstacle.isPresent()) {
      return Outcome.refused(obstacle.get());
    }
    if (workspace.find(NAME).isEmpty()) {
      return Outcome.refused(
          Diagnostic.error(
                  DiagnosticCode.PACK_NOT_FOUND,
                  Location.of(Artifact.PACK, NAME.text()),
                  "the workspace has no pack yet")
              .help("papack build writes it"));
    }
    try (ReadableFile file = workspace.openFile(NAME)) {
      PackReader reader = PackReader.open(new DiskPackBytes(file, NAME.text()));
      return Outcome.of(PackListing.of(reader)).with(question.ask(reader));
    } catch (PackException e) {
      return Outcome.refused(PackFaults.diagnostic(e, NAME.text()));
    }
  }
}
