package dev.papack.cli;

import dev.papack.Packer;
import dev.papack.Session;
import dev.papack.cli.kernel.Confinement;
import dev.papack.cli.kernel.Extent;
import dev.papack.cli.kernel.Sandbox;
import dev.papack.cli.kernel.WritableFolder;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fence of {@code --sandbox=strict}, which the kernel enforces. */
final class StrictFence implements WriteFence {
  private final Sandbox sandbox;
  private State state = State.OPEN;

  /** A command that waits for a lock runs again, and the kernel allows only so many fences. */
  private enum State {
    OPEN,
    CLOSED
  }

  StrictFence(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  @Override
  public List<Diagnostic> aroundNothing() {
    return close(List.of());
  }

  @Override
  public List<Diagnostic> around(Session workspace) throws IOException {
    return switch (workspace.prepareWriting()) {
      case Outcome.Refused<Path>(List<Diagnostic> faults) -> faults;
      case Outcome.Accepted<Path>(Path control, List<Diagnostic> _) ->
          close(
              List.of(
                  new WritableFolder(workspace.workspace(), Extent.ENTRIES),
                  new WritableFolder(control, Extent.CONTENTS)));
    };
  }

  @Override
  public List<Diagnostic> aroundNewWorkspace(Packer packer, Path folder) throws IOException {
    return switch (packer.createFolder(folder)) {
      case Outcome.Refused<Path>(List<Diagnostic> faults) -> faults;
      case Outcome.Accepted<Path>(Path created, List<Diagnostic> _) -> closeAround(created);
    };
  }

  @Override
  public List<Diagnostic> aroundOutput(Packer packer, Path output, List<Path> inputs)
      throws UsageException, IOException {
    Path folder = folderOf(output);
    if (!packer.isFolder(folder)) {
      return aroundNothing();
    }
    return switch (packer.createFolder(folder)) {
      case Outcome.Refused<Path>(List<Diagnostic> faults) -> faults;
      case Outcome.Accepted<Path>(Path real, List<Diagnostic> _) -> {
        List<Path> places = new ArrayList<>(List.of(real));
        inputs.forEach(input -> places.add(folderOf(input)));
        for (Path place : places) {
          if (holdsSources(packer, place, real)) {
            throw new UsageException(
                "--sandbox=strict protects sources, and the folder of \""
                    + output
                    + "\" contains some: choose a file in another folder");
          }
        }
        yield closeAround(real);
      }
    };
  }

  /** Whether a folder contains sources of the workspace around a place, or is inside its assets. */
  private static boolean holdsSources(Packer packer, Path place, Path folder) throws IOException {
    if (!(packer.open(place) instanceof Outcome.Accepted<Session>(Session near, var _))) {
      return false;
    }
    Path assets = near.workspace().resolve(AssetsPath.FOLDER.text());
    return assets.startsWith(folder) || folder.startsWith(assets);
  }

  private static Path folderOf(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    return Optional.ofNullable(absolute.getParent()).orElse(absolute);
  }

  private List<Diagnostic> closeAround(Path folder) {
    return close(List.of(new WritableFolder(folder, Extent.CONTENTS)));
  }

  private List<Diagnostic> close(List<WritableFolder> folders) {
    if (state == State.CLOSED) {
      return List.of();
    }
    return switch (sandbox.confineWrites(folders)) {
      case Confinement.InForce _ -> {
        state = State.CLOSED;
        yield List.of();
      }
      case Confinement.Unavailable(String reason) ->
          List.of(Unconfined.diagnostic(reason).as(Severity.ERROR));
    };
  }
}
