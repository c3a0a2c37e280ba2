package dev.papack.cli;

import dev.papack.Packer;
import dev.papack.Session;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.progress.CancelledException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The pack that a command reads: the one of a workspace, or any file. */
final class PackTarget {
  private PackTarget() {}

  /** Work with the pack of a workspace. */
  @FunctionalInterface
  interface PublishedUse {
    Completed apply(Session session) throws IOException, CancelledException;
  }

  /** Work with a file. */
  @FunctionalInterface
  interface FileUse {
    Completed apply(Path pack) throws UsageException, IOException, CancelledException;
  }

  static PositionalParamSpec parameter() {
    return CommonOptions.optional(
        "PACK", "A pack, or any folder of a workspace. [default: current folder]");
  }

  /**
   * Makes sure that the folder of an output belongs to one of two packs.
   *
   * @throws UsageException if neither is that of a workspace, or both are
   */
  static void requireOneWorkspace(Invocation invocation) throws UsageException {
    if (!invocation.has(CommonOptions.OUTPUT)) {
      return;
    }
    int workspaces = 0;
    for (int position = 0; position < 2; position++) {
      Path path = invocation.path(invocation.parameter(position).orElseThrow());
      workspaces += invocation.packer().isFolder(path) ? 1 : 0;
    }
    if (workspaces != 1) {
      throw new UsageException(
          CommonOptions.OUTPUT
              + " is where a workspace publishes: give one workspace and one pack");
    }
  }

  /** The file of a pack, which is named directly or by a folder of its workspace. */
  static Outcome<Path> file(Invocation invocation, int position)
      throws UsageException, IOException, CancelledException {
    Path path = invocation.path(invocation.parameter(position).orElseThrow());
    Packer packer = invocation.packer();
    return packer.isFolder(path)
        ? packer
            .open(path)
            .then(invocation::publishing)
            .map(session -> session.output().resolve("assets.pa"))
        : Outcome.of(path);
  }

  /** Treats a file that is a workspace's own pack as that workspace, which has companions. */
  static Completed open(Invocation invocation, PublishedUse ofWorkspace, FileUse ofFile)
      throws UsageException, IOException, CancelledException {
    Packer packer = invocation.packer();
    Path path = invocation.parameter(0).map(invocation::path).orElse(invocation.folder());
    if (invocation.parameter(0).isPresent() && !packer.isFolder(path)) {
      if (invocation.has(CommonOptions.OUTPUT)) {
        throw new UsageException(
            CommonOptions.OUTPUT
                + " is where a workspace publishes, but this is no folder: "
                + path);
      }
      Optional<Session> publisher = packer.findPublisher(path);
      return publisher.isPresent()
          ? published(publisher.get(), ofWorkspace)
          : ofFile.apply(path).showing(new ShownPack.InFile(path));
    }
    return switch (packer.open(path)) {
      case Outcome.Refused<Session>(List<Diagnostic> faults) -> Completed.refused(faults);
      case Outcome.Accepted<Session>(Session session, List<Diagnostic> _) ->
          switch (invocation.publishing(session)) {
            case Outcome.Refused<Session>(List<Diagnostic> faults) ->
                Completed.refused(faults).in(session);
            case Outcome.Accepted<Session>(Session whole, List<Diagnostic> _) ->
                published(whole, ofWorkspace);
          };
    };
  }

  private static Completed published(Session session, PublishedUse use)
      throws IOException, CancelledException {
    return use.apply(session).in(session).showing(new ShownPack.Published(session));
  }
}
