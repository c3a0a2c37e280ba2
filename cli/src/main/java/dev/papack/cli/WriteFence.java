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
import dev.papack.progress.CancelledException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Limits what a command may change: closed once, before anything is written, and enforced by the
 * kernel. Without {@code --sandbox=strict}, a kernel that cannot do this is put up with.
 */
final class WriteFence {
  private final Sandbox sandbox;
  private final CommonArguments.Demand demand;
  private State state = State.OPEN;

  /** A command that waits for a lock runs again, and the kernel allows only so many fences. */
  private enum State {
    OPEN,
    CLOSED
  }

  WriteFence(Sandbox sandbox, CommonArguments.Demand demand) {
    this.sandbox = sandbox;
    this.demand = demand;
  }

  /**
   * Nothing may be changed.
   *
   * @return errors if the fence is demanded and cannot be closed; so do the other methods
   */
  List<Diagnostic> aroundNothing() {
    return close(List.of());
  }

  /** Documents of a workspace may be published, but no source opened for writing. */
  List<Diagnostic> aroundDocuments(Session session) throws IOException, CancelledException {
    return around(session.workspace(), session::prepareWriting);
  }

  /** A pack may be published: in the workspace, or in the folder that is named instead. */
  List<Diagnostic> aroundOutput(Session session) throws IOException, CancelledException {
    return around(session.output(), session::prepareOutput);
  }

  /** Makes the control folder. */
  @FunctionalInterface
  private interface Preparation {
    Outcome<Path> make() throws IOException, CancelledException;
  }

  private List<Diagnostic> around(Path folder, Preparation preparation)
      throws IOException, CancelledException {
    if (state == State.CLOSED) {
      return List.of();
    }
    // A fence within a fence: the folder in which files are written has to exist before the inner
    // one can name it, and making it goes by its path, which somebody else may have bent by then.
    List<Diagnostic> faults = confine(List.of(new WritableFolder(folder, Extent.CONTENTS)));
    if (!faults.isEmpty()) {
      return faults;
    }
    return switch (preparation.make()) {
      case Outcome.Refused<Path>(List<Diagnostic> refused) -> refused;
      case Outcome.Accepted<Path>(Path control, List<Diagnostic> _) ->
          close(
              List.of(
                  new WritableFolder(folder, Extent.ENTRIES),
                  new WritableFolder(control, Extent.CONTENTS)));
    };
  }

  /** A folder may become a workspace; it is created if it is missing. */
  List<Diagnostic> aroundNewWorkspace(Packer packer, Path folder)
      throws IOException, CancelledException {
    return switch (packer.createFolder(folder)) {
      case Outcome.Refused<Path>(List<Diagnostic> faults) -> faults;
      case Outcome.Accepted<Path>(Path created, List<Diagnostic> _) -> closeAround(created);
    };
  }

  /**
   * A file that the user named may be written.
   *
   * @param output the file
   * @param inputs the files it is made from
   * @throws UsageException if sources have to be protected and the file's folder contains some: the
   *     kernel cannot protect some files of a folder and let others be written
   */
  List<Diagnostic> aroundOutput(Packer packer, Path output, List<Path> inputs)
      throws UsageException, IOException, CancelledException {
    Path folder = folderOf(output);
    if (!packer.isFolder(folder)) {
      return aroundNothing();
    }
    return switch (packer.createFolder(folder)) {
      case Outcome.Refused<Path>(List<Diagnostic> faults) -> faults;
      case Outcome.Accepted<Path>(Path real, List<Diagnostic> _) -> {
        switch (demand) {
          case OPTIONAL, REQUIRED -> {}
          case STRICT -> requireNoSources(packer, output, real, inputs);
        }
        yield closeAround(real);
      }
    };
  }

  private static void requireNoSources(Packer packer, Path output, Path folder, List<Path> inputs)
      throws UsageException, IOException, CancelledException {
    List<Path> places = new ArrayList<>(List.of(folder));
    inputs.forEach(input -> places.add(folderOf(input)));
    for (Path place : places) {
      if (holdsSources(packer, place, folder)) {
        throw new UsageException(
            "--sandbox=strict protects sources, and the folder of \""
                + output
                + "\" contains some: choose a file in another folder");
      }
    }
  }

  /** Whether a folder contains sources of the workspace around a place, or is inside its assets. */
  private static boolean holdsSources(Packer packer, Path place, Path folder)
      throws IOException, CancelledException {
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
    List<Diagnostic> faults = confine(folders);
    state = faults.isEmpty() ? State.CLOSED : State.OPEN;
    return faults;
  }

  private List<Diagnostic> confine(List<WritableFolder> folders) {
    return switch (sandbox.confineWrites(folders)) {
      case Confinement.InForce _ -> List.of();
      case Confinement.Unavailable(String reason) ->
          switch (demand) {
            case OPTIONAL, REQUIRED -> List.of();
            case STRICT -> List.of(Unconfined.diagnostic(reason).as(Severity.ERROR));
          };
    };
  }
}
