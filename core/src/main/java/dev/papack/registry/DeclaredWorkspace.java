package dev.papack.registry;

import dev.papack.asset.Asset;
import dev.papack.asset.AssetRoot;
import dev.papack.container.Sha256;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.RelativePath;
import dev.papack.diagnostic.Stage;
import dev.papack.diagnostic.Suggestion;
import dev.papack.disk.ReadableDirectory;
import dev.papack.source.AssetTree;
import dev.papack.source.FileReader;
import dev.papack.source.Limits;
import dev.papack.source.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Everything that a workspace declares, read and reconciled; no source has been opened.
 *
 * @param registry the registry and its places
 * @param indexDigest of the registry's file as it was read
 * @param tree what lies under {@code assets/}
 * @param scan the declarations
 * @param pending the documents among these that are of older versions
 * @param reconciliation the assets on which registry and declarations agree
 * @param diagnostics every fault so far, of whatever severity
 */
public record DeclaredWorkspace(
    LocatedRegistry registry,
    Sha256 indexDigest,
    AssetTree tree,
    DeclarationScan scan,
    PendingDocuments pending,
    Reconciliation reconciliation,
    List<Diagnostic> diagnostics) {
  /** The registry's file, below {@code assets/}. */
  public static final RelativePath INDEX = RelativePath.of("index.json");

  /**
   * Reads a workspace. The registry is judged alone and first: with a version that is not supported
   * nothing else is looked at. With any other fault in it, those of the declarations are reported
   * too.
   *
   * @param assets the folder {@code assets/}
   */
  public static Outcome<DeclaredWorkspace> read(ReadableDirectory assets) throws IOException {
    return switch (FileReader.read(assets, INDEX, Limits.INDEX_BYTES, Artifact.INDEX)) {
      case Outcome.Refused<Snapshot>(List<Diagnostic> faults) -> new Outcome.Refused<>(faults);
      case Outcome.Accepted<Snapshot>(Snapshot snapshot, List<Diagnostic> notes) ->
          switch (IndexDocument.read(snapshot)) {
            case Outcome.Refused<LocatedRegistry>(List<Diagnostic> faults) ->
                new Outcome.Refused<DeclaredWorkspace>(faults)
                    .with(hasVersionFault(faults) ? List.of() : faultsWithoutRegistry(assets));
            case Outcome.Accepted<LocatedRegistry>(
                    LocatedRegistry registry,
                    List<Diagnostic> more) ->
                Outcome.of(read(assets, registry, snapshot.digest()));
          };
    };
  }

  private static List<Diagnostic> faultsWithoutRegistry(ReadableDirectory assets)
      throws IOException {
    AssetTree tree = AssetTree.scan(assets);
    List<Diagnostic> faults = new ArrayList<>(tree.diagnostics());
    faults.addAll(DeclarationScan.of(assets, tree).diagnostics());
    return faults;
  }

  private static DeclaredWorkspace read(
      ReadableDirectory assets, LocatedRegistry registry, Sha256 indexDigest) throws IOException {
    AssetTree tree = AssetTree.scan(assets);
    DeclarationScan scan = DeclarationScan.of(assets, tree);
    Reconciliation reconciliation =
        Reconciliation.of(
            registry, scan.declarations().values(), root -> scan.isUnreadable(root, tree));
    PendingDocuments pending = PendingDocuments.of(registry, scan.declarations().values());
    List<Diagnostic> diagnostics = new ArrayList<>(tree.diagnostics());
    pending.remark().ifPresent(diagnostics::add);
    diagnostics.addAll(scan.diagnostics());
    diagnostics.addAll(reconciliation.diagnostics());
    diagnostics.addAll(missingSources(tree, scan));
    return new DeclaredWorkspace(
        registry,
        indexDigest,
        tree,
        scan,
        pending,
        reconciliation,
        diagnostics.stream().sorted().toList());
  }

  private static List<Diagnostic> missingSources(AssetTree tree, DeclarationScan scan) {
    List<Diagnostic> missing = new ArrayList<>();
    Map<Optional<RelativePath>, List<String>> names =
        tree.files().stream()
            .collect(
                Collectors.groupingBy(
                    RelativePath::parent,
                    Collectors.mapping(file -> file.name().text(), Collectors.toList())));
    for (LocatedDeclaration declaration : scan.declarations().values()) {
      List<RelativePath> sources = declaration.declaration().sources();
      for (int i = 0; i < sources.size(); i++) {
        RelativePath path = declaration.place().resolve(sources.get(i));
        if (!tree.files().contains(path) && !tree.isRefused(path)) {
          missing.add(
              missing(
                  tree,
                  declaration.placeOfSource(i),
                  path,
                  names.getOrDefault(path.parent(), List.of())));
        }
      }
    }
    return missing;
  }

  private static Diagnostic missing(
      AssetTree tree, Location place, RelativePath path, List<String> near) {
    Diagnostic fault =
        Diagnostic.error(
                DiagnosticCode.SOURCE_MISSING,
                place,
                tree.folders().contains(path)
                    ? "the source \"" + path + "\" is a folder"
                    : "there is no source \"" + path + "\"")
            .found(path.text());
    Optional<String> closest = Suggestion.closest(path.name().text(), near);
    return fault.help(
        closest
            .map(name -> "did you mean \"" + name + "\"?")
            .orElse("put the file there, or change the declaration"));
  }

  /** The assets whose sources lie where they are declared, ascending by id. */
  public List<Asset> assets() {
    return reconciliation.assets().stream()
        .filter(asset -> tree.files().containsAll(asset.sources()))
        .toList();
  }

  /** Whether a version is unsupported: then no source may be opened. */
  public boolean hasVersionFault() {
    return hasVersionFault(diagnostics);
  }

  private static boolean hasVersionFault(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .filter(Diagnostic::isError)
        .map(fault -> fault.code().stage())
        .anyMatch(stage -> stage == Stage.VERSION || stage == Stage.MIGRATION);
  }

  /** The same with findings that count otherwise. */
  public DeclaredWorkspace judged(UnaryOperator<Diagnostic> judge) {
    return new DeclaredWorkspace(
        registry,
        indexDigest,
        tree,
        scan,
        pending,
        reconciliation,
        diagnostics.stream().map(judge).toList());
  }

  /** Whether a root may have a declaration that could not be read, for a fault that is reported. */
  public boolean isUnreadable(AssetRoot root) {
    return scan.isUnreadable(root, tree);
  }

  /** The errors in one file below {@code assets/}. */
  public List<Diagnostic> errorsIn(RelativePath file) {
    return diagnostics.stream()
        .filter(fault -> fault.isError() && fault.location().path().equals("assets/" + file))
        .toList();
  }

  public boolean hasError() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }
}
