package dev.papack.packing;

import dev.papack.asset.AssetId;
import dev.papack.container.Entry;
import dev.papack.container.Header;
import dev.papack.container.PackException;
import dev.papack.container.PackReader;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.ReadableFile;
import dev.papack.inspect.DiskPackBytes;
import dev.papack.publish.OutputFolder;
import dev.papack.publish.PackFiles;
import dev.papack.publish.PackSlot;
import dev.papack.publish.WorkspaceFolders;
import dev.papack.registry.IndexDocument;
import dev.papack.registry.LocatedRegistry;
import dev.papack.registry.Registry;
import dev.papack.source.FileReader;
import dev.papack.source.Limits;
import dev.papack.workspace.AssetsFolder;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Whether what is published in a folder apart was made of this workspace. The ids tell: the
 * registry never forgets one, and they are the same in every clone. A path would not do, because a
 * checkout lies elsewhere on each machine, and all lie in the same place in containers.
 */
public final class OutputOrigin {
  /** By chance, two large workspaces may have a few ids in common. */
  private static final int ENTRIES_PER_KNOWN_ID = 1_000;

  private OutputOrigin() {}

  /** That another workspace, or another program, has put something there that a build replaces. */
  public static Optional<Diagnostic> findForeign(WorkspaceFolders folders) throws IOException {
    if (!folders.areApart()) {
      return Optional.empty();
    }
    OutputFolder output = folders.output();
    if (PackSlot.PACK.find(output).isEmpty()) {
      return findStranger(output);
    }
    if (PackSlot.PACK.findObstacle(output).isPresent()) {
      return Optional.empty();
    }
    try (ReadableFile file = PackFiles.published(output).of(PackSlot.PACK).open()) {
      Header header =
          PackReader.open(new DiskPackBytes(file, output.shown(PackSlot.PACK))).header();
      return registry(folders)
          .filter(registry -> !isOf(header, registry))
          .map(_ -> foreign(output, header));
    } catch (PackException e) {
      return findStranger(output);
    }
  }

  /** Where papack was never asked to publish, no file is its own. */
  private static Optional<Diagnostic> findStranger(OutputFolder output) throws IOException {
    if (output.isKnown()) {
      return Optional.empty();
    }
    for (PackSlot slot : PackSlot.values()) {
      if (slot.find(output).isPresent()) {
        return Optional.of(
            Diagnostic.error(
                    DiagnosticCode.FILE_EXISTS,
                    Location.of(Artifact.WORKSPACE, output.shown(slot)),
                    "\"" + output.shown(slot) + "\" was not put there by papack")
                .advice("choose another folder, or move the file away"));
      }
    }
    return Optional.empty();
  }

  /** A registry that cannot be read is for others to report. */
  private static Optional<Registry> registry(WorkspaceFolders folders) throws IOException {
    return AssetsFolder.within(
                folders.workspace(),
                assets ->
                    FileReader.read(assets, AssetsPath.INDEX, Limits.INDEX_BYTES, Artifact.INDEX)
                        .flatMap(IndexDocument::read))
            instanceof Outcome.Accepted<LocatedRegistry>(LocatedRegistry read, List<Diagnostic> _)
        ? Optional.of(read.registry())
        : Optional.empty();
  }

  private static boolean isOf(Header header, Registry registry) {
    List<Entry> entries = header.assetTable();
    long known =
        entries.stream().filter(entry -> registry.knows(new AssetId(entry.assetId()))).count();
    return known * ENTRIES_PER_KNOWN_ID >= entries.size();
  }

  private static Diagnostic foreign(OutputFolder output, Header header) {
    return Diagnostic.error(
            DiagnosticCode.OUTPUT_OF_OTHER_WORKSPACE,
            Location.of(Artifact.PACK, output.shown(PackSlot.PACK)),
            "\""
                + output.shown(PackSlot.PACK)
                + "\" is the pack of another workspace: the registry does not know its ids")
        .found(
            header.assetTable().size()
                + " assets, such as \""
                + header.assetTable().getFirst().assetName()
                + "\"")
        .advice(
            "choose another folder, or delete assets.pa, build/ and .papack/ in this one if nobody"
                + " needs them");
  }
}
