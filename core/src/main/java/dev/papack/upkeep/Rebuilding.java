package dev.papack.upkeep;

import dev.papack.container.Sha256;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.ReadableDirectory;
import dev.papack.document.Gate;
import dev.papack.migration.Histories;
import dev.papack.publish.DocumentChange;
import dev.papack.publish.Publication;
import dev.papack.registry.DeclarationScan;
import dev.papack.registry.IgnoreList;
import dev.papack.registry.IndexDocument;
import dev.papack.registry.LocatedDeclaration;
import dev.papack.registry.LocatedRegistry;
import dev.papack.registry.PendingDocuments;
import dev.papack.registry.Registry;
import dev.papack.registry.RegistryRebuild;
import dev.papack.result.FileChange;
import dev.papack.result.RebuiltRegistry;
import dev.papack.result.RebuiltRegistry.Found;
import dev.papack.source.AssetTree;
import dev.papack.source.FileReader;
import dev.papack.source.Limits;
import dev.papack.source.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Restores the registry of a workspace from its declarations. */
public final class Rebuilding {
  private final Path workspace;
  private final ReadableDirectory assets;

  public Rebuilding(Path workspace, ReadableDirectory assets) {
    this.workspace = workspace;
    this.assets = assets;
  }

  /** What becomes of the restored registry: how many files were written, or why none. */
  @FunctionalInterface
  private interface Decision {
    Outcome<Integer> take(DocumentChange change) throws IOException;
  }

  /** What is in place of the registry. */
  private sealed interface Old {
    record Missing() implements Old {}

    record Mangled(Sha256 digest, Diagnostic fault) implements Old {}

    record Intact(Sha256 digest, LocatedRegistry registry) implements Old {}
  }

  /** Works out the registry and writes it, under the lock. */
  public Outcome<RebuiltRegistry> rebuild(Publication publication) throws IOException {
    return rebuild(change -> publication.publishDocuments(List.of(change)));
  }

  /** Works out the registry and writes nothing. */
  public Outcome<RebuiltRegistry> show() throws IOException {
    return rebuild(_ -> Outcome.of(1));
  }

  private Outcome<RebuiltRegistry> rebuild(Decision decision) throws IOException {
    return IgnoreList.read(assets)
        .then(ignores -> old().then(old -> rebuild(old, ignores, decision)));
  }

  private Outcome<Old> old() throws IOException {
    if (assets.find(AssetsPath.INDEX.name()).isEmpty()) {
      return Outcome.of(new Old.Missing());
    }
    return FileReader.read(assets, AssetsPath.INDEX, Limits.INDEX_BYTES, Artifact.INDEX)
        .flatMap(Rebuilding::read);
  }

  private static Outcome<Old> read(Snapshot snapshot) {
    return switch (IndexDocument.read(snapshot)) {
      case Outcome.Accepted<LocatedRegistry>(LocatedRegistry registry, List<Diagnostic> notes) ->
          Outcome.of(new Old.Intact(snapshot.digest(), registry));
      case Outcome.Refused<LocatedRegistry>(List<Diagnostic> faults) ->
          // What another papack reads is not for this one to replace.
          Gate.isOfAnotherRelease(snapshot, Histories.INDEX.kind())
              ? new Outcome.Refused<>(faults)
              : Outcome.of(new Old.Mangled(snapshot.digest(), faults.getFirst()));
    };
  }

  private Outcome<RebuiltRegistry> rebuild(Old old, IgnoreList ignores, Decision decision)
      throws IOException {
    AssetTree tree = AssetTree.scan(assets, ignores::covers);
    DeclarationScan scan = DeclarationScan.of(assets, tree, ignores);
    List<Diagnostic> broken = new ArrayList<>(tree.diagnostics());
    broken.addAll(scan.diagnostics());
    // What cannot be read may hold an id: a registry without it would have lost that id.
    return rebuilt(old, scan.declarations().values())
        .and(broken)
        .then(registry -> decide(old, registry, decision));
  }

  private static Outcome<Registry> rebuilt(Old old, Collection<LocatedDeclaration> declarations) {
    return switch (old) {
      case Old.Intact(Sha256 digest, LocatedRegistry registry) ->
          RegistryRebuild.of(registry, declarations);
      case Old.Missing missing ->
          RegistryRebuild.anew(declarations).and(List.of(forgotten("is missing")));
      case Old.Mangled(Sha256 digest, Diagnostic fault) ->
          RegistryRebuild.anew(declarations)
              .and(List.of(forgotten("cannot be read").related(fault.location(), fault.message())));
    };
  }

  private static Diagnostic forgotten(String fate) {
    return Diagnostic.warning(
            DiagnosticCode.REGISTRY_FORGOT,
            Location.of(Artifact.INDEX, AssetsPath.INDEX),
            AssetsPath.INDEX.inWorkspace()
                + " "
                + fate
                + ": retired ids, and ids without a declaration, are unknown")
        .advice(
            "save a good registry from version control as old.json, and merge it into"
                + " assets/index.json with old.json as base and theirs");
  }

  private Outcome<RebuiltRegistry> decide(Old old, Registry registry, Decision decision)
      throws IOException {
    return switch (old) {
      case Old.Intact(Sha256 digest, LocatedRegistry before) -> {
        if (before.registry().equals(registry)) {
          yield Outcome.of(result(Found.READABLE, FileChange.UNCHANGED, registry));
        }
        yield before.document().isPending()
            ? Outcome.refused(PendingDocuments.stop(before.document()))
            : change(
                Found.READABLE, Optional.of(digest), registry, before.textWith(registry), decision);
      }
      case Old.Mangled(Sha256 digest, Diagnostic fault) ->
          change(
              Found.UNREADABLE,
              Optional.of(digest),
              registry,
              IndexDocument.textOf(registry),
              decision);
      case Old.Missing missing ->
          change(
              Found.MISSING, Optional.empty(), registry, IndexDocument.textOf(registry), decision);
    };
  }

  private Outcome<RebuiltRegistry> change(
      Found found, Optional<Sha256> before, Registry registry, String text, Decision decision)
      throws IOException {
    return decision
        .take(new DocumentChange.OfRegistry(before, text))
        .map(_ -> result(found, FileChange.WRITTEN, registry));
  }

  private RebuiltRegistry result(Found found, FileChange change, Registry registry) {
    return new RebuiltRegistry(
        workspace, found, change, registry.assets().size(), registry.retired().size());
  }
}
