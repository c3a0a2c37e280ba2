package dev.papack.examination;

import dev.papack.authoring.Additions;
import dev.papack.authoring.Evidence;
import dev.papack.authoring.Fixing;
import dev.papack.authoring.Proposal;
import dev.papack.authoring.Selection;
import dev.papack.authoring.Trial;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.WorkspacePath;
import dev.papack.disk.ReadableDirectory;
import dev.papack.git.GitClone;
import dev.papack.git.LackingLines;
import dev.papack.git.UnfinishedMerge;
import dev.papack.media.LfsPointer;
import dev.papack.publish.DocumentChange;
import dev.papack.publish.WorkspaceFolders;
import dev.papack.registry.BudgetsDocument;
import dev.papack.registry.DeclarationScan;
import dev.papack.registry.DeclaredWorkspace;
import dev.papack.registry.KnownFiles;
import dev.papack.registry.LocatedDeclaration;
import dev.papack.registry.MissingSource;
import dev.papack.registry.PendingDocuments;
import dev.papack.registry.RootCollisions;
import dev.papack.registry.SettledWorkspace;
import dev.papack.registry.Survey;
import dev.papack.registry.UnreadClaims;
import dev.papack.result.Added;
import dev.papack.result.Added.AddedAsset;
import dev.papack.result.Health;
import dev.papack.result.Health.EditedDocument;
import dev.papack.result.Health.FixedAsset;
import dev.papack.result.Health.MergeDriver;
import dev.papack.source.AssetTree;
import dev.papack.source.FileReader;
import dev.papack.source.OpenSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Examines a workspace as a whole, even if its registry is lost, and works out what can be fixed.
 * Adds to the findings of other packages those that a build does not need. Decodes nothing.
 */
public final class Examination {
  /** What {@code .gitattributes} calls the driver. */
  private static final String DRIVER = "papack";

  private final WorkspaceFolders folders;
  private final ReadableDirectory assets;
  private final RandomGenerator ids;
  private final Optional<GitClone> clone;

  /**
   * An examination.
   *
   * @param folders also for what the last build recorded
   * @param assets the folder {@code assets/}
   * @param ids draws the ids that fixes need
   * @param clone of git, which the workspace is in
   */
  public Examination(
      WorkspaceFolders folders,
      ReadableDirectory assets,
      RandomGenerator ids,
      Optional<GitClone> clone) {
    this.folders = folders;
    this.assets = assets;
    this.ids = ids;
    this.clone = clone;
  }

  /**
   * What came of it.
   *
   * @param proposal how the workspace is, and the documents that its fixes would write
   * @param pending those that a migration has to write first
   * @param gitFiles what files of git's lack
   */
  public record Examined(
      Proposal<Health> proposal, PendingDocuments pending, List<LackingLines> gitFiles) {
    /** Copies the list. */
    public Examined {
      gitFiles = List.copyOf(gitFiles);
    }
  }

  /**
   * Refused if the registry is of a version that is not supported: nothing else is looked at.
   *
   * @param known declarations that need not be read
   */
  public Outcome<Examined> examine(KnownFiles known) throws IOException {
    return documents(known).then(examined -> Outcome.of(withOtherFiles(examined)));
  }

  /** The same of a workspace in which there is nothing to fix. */
  public Examined examine(SettledWorkspace settled) throws IOException {
    List<Diagnostic> findings = new ArrayList<>();
    merge().ifPresent(findings::add);
    settled.filesOfNoAsset().stream().map(UnusedFiles::note).forEach(findings::add);
    return withOtherFiles(
        new Examined(
            new Proposal<>(
                new Health(
                    settled.assets().size(),
                    settled.tree().files().size(),
                    findings.stream().sorted().toList(),
                    List.of(),
                    List.of(),
                    mergeDriver()),
                List.of(),
                List.of()),
            PendingDocuments.NONE,
            List.of()));
  }

  /** With what is to be said of files that are no declarations, nor of any asset. */
  private Examined withOtherFiles(Examined examined) throws IOException {
    List<LackingLines> lacking =
        clone.isPresent() ? LackingLines.of(folders.workspace(), clone.get()) : List.of();
    Health health =
        examined.proposal().result().and(BudgetsDocument.read(assets).diagnostics(), List.of());
    return new Examined(
        examined.proposal().with(withGitFiles(health, lacking)), examined.pending(), lacking);
  }

  private static Health withGitFiles(Health health, List<LackingLines> lacking) {
    return lacking.isEmpty()
        ? health
        : health.and(
            lacking.stream().map(LackingLines::diagnostic).toList(),
            lacking.stream()
                .map(file ->
                    new EditedDocument(
                        file.path(), file.lines().stream().map(line -> "append: " + line).toList()))
                .toList());
  }

  private Outcome<Examined> documents(KnownFiles before) throws IOException {
    return switch (Survey.of(assets, before)) {
      case Survey.Unsupported(List<Diagnostic> faults) -> new Outcome.Refused<>(faults);
      case Survey.WithoutRegistry(
              AssetTree tree,
              DeclarationScan scan,
              List<MissingSource> missing,
              List<Diagnostic> diagnostics) -> {
        List<Diagnostic> known = diagnostics.stream().map(Examination::withRebuild).toList();
        List<Diagnostic> findings = findings(known, missing, tree, scan, before);
        SafeEdits edits = SafeEdits.of(findings, Set.of());
        Health health =
            new Health(
                0, tree.files().size(), findings, List.of(), edits.documents(), mergeDriver());
        yield Outcome.of(
            new Examined(
                new Proposal<>(health, List.of(), edits.changes()),
                PendingDocuments.NONE,
                List.of()));
      }
      case Survey.Whole(DeclaredWorkspace declared) ->
          Outcome.of(new Examined(examine(declared, before), declared.pending(), List.of()));
    };
  }

  /** An unreadable registry has one remedy that is always there. */
  private static Diagnostic withRebuild(Diagnostic finding) {
    boolean isOfRegistry = finding.isError() && finding.location().artifact() == Artifact.INDEX;
    return isOfRegistry && !finding.fixes().contains(Survey.REBUILD)
        ? finding.fix(Survey.REBUILD)
        : finding;
  }

  private Proposal<Health> examine(DeclaredWorkspace declared, KnownFiles before)
      throws IOException {
    Additions additions = new Additions(declared, ids);
    // A declaration of another version may hold any id: nothing is certain then.
    if (!declared.hasVersionFault()) {
      Fixing fixing =
          new Fixing(
              declared,
              additions,
              new Evidence(folders.output(), assets, declared),
              Trial.NONE,
              UnreadClaims.of(assets, declared),
              Set.of());
      for (LocatedDeclaration declaration : declared.scan().declarations().values()) {
        fixing.fix(declaration.place(), Selection.BY_SCAN);
      }
    }
    List<EditedDocument> completed = completed(declared, additions);
    Added fixed = additions.result();
    List<Diagnostic> findings = new ArrayList<>(superseded(declared, fixed.diagnostics()));
    findings.addAll(RootCollisions.of(declared));
    List<Diagnostic> all =
        findings(findings, declared.missingSources(), declared.tree(), declared.scan(), before);
    Set<AssetsPath> rewritten =
        additions.changes().stream().map(DocumentChange::file).collect(Collectors.toSet());
    SafeEdits edits = SafeEdits.of(all, rewritten);
    Health health =
        new Health(
            declared.reconciliation().assets().size(),
            declared.tree().files().size(),
            all,
            fixed.assets().stream().map(Examination::fix).toList(),
            Stream.concat(completed.stream(), edits.documents().stream()).toList(),
            mergeDriver());
    return new Proposal<>(health, additions.changes(), edits.changes());
  }

  private Optional<Diagnostic> merge() throws IOException {
    return clone.isPresent()
        ? clone.get().unfinishedMerge().map(UnfinishedMerge::warning)
        : Optional.empty();
  }

  private MergeDriver mergeDriver() throws IOException {
    if (clone.isEmpty()) {
      return MergeDriver.NO_CLONE;
    }
    return clone.get().hasDriver(DRIVER) ? MergeDriver.IN_CLONE : MergeDriver.NOT_IN_CLONE;
  }

  /** What the registry does not say yet; a pending one cannot say it. */
  private static List<EditedDocument> completed(DeclaredWorkspace declared, Additions additions) {
    int count =
        declared.registry().isPending() || declared.hasVersionFault()
            ? 0
            : additions.completeRegistry();
    return count == 0
        ? List.of()
        : List.of(
            new EditedDocument(
                WorkspacePath.INDEX,
                List.of(
                    "fill in the names and banks of "
                        + count
                        + (count == 1 ? " asset" : " assets"))));
  }

  private static FixedAsset fix(AddedAsset asset) {
    return new FixedAsset(
        asset.action(),
        asset.id(),
        asset.idBefore(),
        asset.declaration().name(),
        asset.place(),
        asset.reasons());
  }

  /** Why something is not fixed says more than a warning of the same kind at the same place. */
  private static Set<Diagnostic> superseded(DeclaredWorkspace declared, List<Diagnostic> notFixed) {
    record Matter(DiagnosticCode code, Location place) {}
    Set<Matter> told = new HashSet<>();
    notFixed.forEach(reason -> told.add(new Matter(reason.code(), reason.location())));
    Set<Diagnostic> findings = new TreeSet<>(notFixed);
    declared.diagnostics().stream()
        .filter(finding -> !told.contains(new Matter(finding.code(), finding.location())))
        .forEach(findings::add);
    return findings;
  }

  /** With what files tell that no build opens, or that it opens much later. */
  private List<Diagnostic> findings(
      List<Diagnostic> known,
      List<MissingSource> missing,
      AssetTree tree,
      DeclarationScan scan,
      KnownFiles before)
      throws IOException {
    SortedSet<AssetsPath> unused = UnusedFiles.of(tree, scan);
    List<Diagnostic> findings = new ArrayList<>();
    merge().ifPresent(findings::add);
    boolean isVersionSupported = known.stream().noneMatch(DeclaredWorkspace::isVersionFault);
    Map<Diagnostic, Diagnostic> evidence =
        isVersionSupported
            ? RenamedSources.withEvidence(folders.output(), assets, missing, unused)
            : Map.of();
    known.forEach(finding -> findings.add(evidence.getOrDefault(finding, finding)));
    if (isVersionSupported) {
      findings.addAll(pointers(tree, scan, before));
    }
    Set<AssetsPath> named =
        findings.stream()
            .flatMap(finding -> finding.related().stream())
            .flatMap(related -> related.location().belowAssets().stream())
            .collect(Collectors.toSet());
    unused.stream()
        .filter(file -> !named.contains(file))
        .map(UnusedFiles::note)
        .forEach(findings::add);
    return findings.stream().sorted().toList();
  }

  /** What could be converted is no pointer. */
  private List<Diagnostic> pointers(AssetTree tree, DeclarationScan scan, KnownFiles before)
      throws IOException {
    NavigableSet<AssetsPath> sources = new TreeSet<>();
    for (LocatedDeclaration declaration : scan.declarations().values()) {
      declaration.declaration().sources().stream()
          .map(declaration.place()::resolve)
          .forEach(sources::add);
    }
    sources.retainAll(tree.files());
    List<Diagnostic> pointers = new ArrayList<>();
    for (AssetsPath source : sources) {
      boolean isConverted =
          tree.stamps().find(source).filter(stamp -> before.isSource(source, stamp)).isPresent();
      if (!isConverted
          && FileReader.open(assets, source, LfsPointer.MAX_BYTES)
              instanceof Outcome.Accepted<OpenSource>(OpenSource open, List<Diagnostic> notes)) {
        try (open) {
          LfsPointer.find(open.head()).ifPresent(pointers::add);
        }
      }
    }
    return pointers;
  }
}
