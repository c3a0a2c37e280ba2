package dev.papack.registry;

import dev.papack.asset.Asset;
import dev.papack.asset.AssetRoot;
import dev.papack.container.Sha256;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.Severity;
import dev.papack.diagnostic.Stage;
import dev.papack.disk.ReadableDirectory;
import dev.papack.registry.IdentityFinding.Moved;
import dev.papack.registry.IdentityFinding.Renamed;
import dev.papack.source.AssetTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that a workspace declares, read and reconciled; no source has been opened.
 *
 * @param registry the registry and its places
 * @param indexDigest of the registry's file as it was read
 * @param ignores which of the files under {@code assets/} are left alone
 * @param tree what is under {@code assets/} otherwise
 * @param scan the declarations
 * @param pending the documents among these that are of older versions
 * @param pendingWarning the diagnostic that says so
 * @param reconciliation the assets on which registry and declarations agree
 * @param missingSources what is declared and not there
 * @param diagnostics every fault so far, of whatever severity, those of the sources included
 */
public record DeclaredWorkspace(
    LocatedRegistry registry,
    Sha256 indexDigest,
    IgnoreList ignores,
    AssetTree tree,
    DeclarationScan scan,
    PendingDocuments pending,
    Optional<Diagnostic> pendingWarning,
    Reconciliation reconciliation,
    List<MissingSource> missingSources,
    List<Diagnostic> diagnostics) {
  /** Copies the lists. */
  public DeclaredWorkspace {
    missingSources = List.copyOf(missingSources);
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * Reads a workspace, as far as {@link Survey} does.
   *
   * @param assets the folder {@code assets/}
   */
  public static Outcome<DeclaredWorkspace> read(ReadableDirectory assets) throws IOException {
    return read(assets, KnownFiles.NONE);
  }

  /**
   * The same, reading only those declarations of which nothing is known.
   *
   * @param assets as of {@link Survey#of(ReadableDirectory, KnownFiles)}
   */
  public static Outcome<DeclaredWorkspace> read(ReadableDirectory assets, KnownFiles known)
      throws IOException {
    return switch (Survey.of(assets, known)) {
      case Survey.Whole(DeclaredWorkspace workspace) -> Outcome.of(workspace);
      case Survey.WithoutRegistry survey -> new Outcome.Refused<>(survey.diagnostics());
      case Survey.Unsupported(List<Diagnostic> faults) -> new Outcome.Refused<>(faults);
    };
  }

  /** What a registry that was read and the declarations mean together. */
  static DeclaredWorkspace of(
      LocatedRegistry registry,
      Sha256 indexDigest,
      IgnoreList ignores,
      AssetTree tree,
      DeclarationScan scan) {
    PendingDocuments pending = PendingDocuments.of(registry, scan.declarations().values(), ignores);
    // With one document unread, any other may be a copy of it.
    Fix.Certainty whole =
        tree.diagnostics().isEmpty() && scan.diagnostics().isEmpty()
            ? Fix.Certainty.SAFE
            : Fix.Certainty.LIKELY;
    Reconciliation reconciliation =
        Reconciliation.of(
            registry,
            scan.declarations().values(),
            root -> scan.isUnreadable(root, tree),
            pending.documents().isEmpty() ? whole : Fix.Certainty.LIKELY,
            tree);
    List<Diagnostic> diagnostics = new ArrayList<>(tree.diagnostics());
    Optional<Diagnostic> pendingWarning = pending.warning(whole);
    pendingWarning.ifPresent(diagnostics::add);
    diagnostics.addAll(scan.diagnostics());
    registry.incompleteness().ifPresent(diagnostics::add);
    reconciliation.findings().forEach(finding -> diagnostics.add(finding.diagnostic()));
    diagnostics.addAll(reconciliation.collisions());
    List<MissingSource> missing = SourceCheck.missing(tree, scan);
    diagnostics.addAll(findingsOfSources(ignores, tree, scan, missing));
    return new DeclaredWorkspace(
        registry,
        indexDigest,
        ignores,
        tree,
        scan,
        pending,
        pendingWarning,
        reconciliation,
        missing,
        diagnostics.stream().sorted().toList());
  }

  private static List<Diagnostic> findingsOfSources(
      IgnoreList ignores, AssetTree tree, DeclarationScan scan, List<MissingSource> missing) {
    List<Diagnostic> findings = new ArrayList<>();
    missing.forEach(source -> findings.add(source.diagnostic()));
    findings.addAll(SourceCheck.ignored(tree, scan, ignores));
    findings.addAll(SourceCheck.missingReferences(tree, scan));
    return findings;
  }

  /** Of {@link #diagnostics}, what is wrong with files that declarations name. */
  public List<Diagnostic> findingsOfSources() {
    return findingsOfSources(ignores, tree, scan, missingSources);
  }

  /** Which declaration claims which id. */
  public Claims claims() {
    return new Claims(scan.declarations().values());
  }

  /** The assets whose sources are where they are declared, ascending by id. */
  public List<Asset> assets() {
    return reconciliation.assets().stream()
        .filter(asset -> tree.files().containsAll(asset.files()))
        .toList();
  }

  /**
   * What declares an asset.
   *
   * @param asset one of {@link #assets()}
   */
  public LocatedDeclaration declaration(Asset asset) {
    return Objects.requireNonNull(scan.declarations().get(asset.place().root()));
  }

  /** Whether a version is unsupported: then no source may be opened. */
  public boolean hasVersionFault() {
    return hasVersionFault(diagnostics);
  }

  static boolean hasVersionFault(List<Diagnostic> diagnostics) {
    return diagnostics.stream().anyMatch(DeclaredWorkspace::isVersionFault);
  }

  /** Whether a fault says that a version is not supported. */
  public static boolean isVersionFault(Diagnostic finding) {
    Stage stage = finding.code().stage();
    return finding.isError() && (stage == Stage.VERSION || stage == Stage.MIGRATION);
  }

  /**
   * The same where documents must say what they mean: a pending migration or a move is an error.
   */
  public DeclaredWorkspace frozen() {
    Set<Diagnostic> drift = new HashSet<>();
    pendingWarning.ifPresent(drift::add);
    reconciliation.findings().stream()
        .filter(finding -> finding instanceof Moved || finding instanceof Renamed)
        .map(IdentityFinding::diagnostic)
        .forEach(drift::add);
    return new DeclaredWorkspace(
        registry,
        indexDigest,
        ignores,
        tree,
        scan,
        pending,
        pendingWarning.map(warning -> warning.as(Severity.ERROR)),
        reconciliation,
        missingSources,
        diagnostics.stream()
            .map(finding -> drift.contains(finding) ? finding.as(Severity.ERROR) : finding)
            .toList());
  }

  /** Whether a root may have a declaration that could not be read, for a fault that is reported. */
  public boolean isUnreadable(AssetRoot root) {
    return scan.isUnreadable(root, tree);
  }

  /** The errors in one file below {@code assets/}. */
  public List<Diagnostic> errorsIn(AssetsPath file) {
    return diagnostics.stream()
        .filter(fault -> fault.isError() && fault.location().isIn(file))
        .toList();
  }

  public boolean hasError() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }
}
