package dev.papack.editing;

import dev.papack.asset.Asset;
import dev.papack.asset.AssetId;
import dev.papack.asset.DeclarationPlace;
import dev.papack.cache.BuildCache;
import dev.papack.convert.Capacity;
import dev.papack.convert.Conversion;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Done;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.TextPosition;
import dev.papack.diagnostic.WorkspacePath;
import dev.papack.disk.ReadableDirectory;
import dev.papack.disk.Storage;
import dev.papack.registry.BudgetsDocument;
import dev.papack.registry.DeclaredWorkspace;
import dev.papack.registry.NamedFiles;
import dev.papack.registry.Survey;
import dev.papack.result.Completion;
import dev.papack.result.DescribedPlace;
import dev.papack.result.DiagnosedDocument.Depth;
import dev.papack.result.DiagnosedDraft;
import dev.papack.result.Inventory;
import dev.papack.result.NamedFile;
import dev.papack.result.NamedPlace;
import dev.papack.result.PlaceTarget;
import dev.papack.result.Preview;
import dev.papack.source.FileReader;
import dev.papack.source.Limits;
import dev.papack.workspace.AssetsFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks at a workspace for an editor, over and over. Each look reads of the declarations what has
 * changed since the one before. Several threads may look at once.
 */
public final class Editing {
  private final AtomicReference<ReadBefore> before = new AtomicReference<>(ReadBefore.NOTHING);
  private final LastRegistry registry = new LastRegistry();
  private final LongSupplier clock;

  /**
   * Without anything read yet.
   *
   * @param clock milliseconds since 1970
   */
  public Editing(LongSupplier clock) {
    this.clock = clock;
  }

  /** The assets, and every fault of the documents. */
  public Outcome<Inventory> list(ReadableDirectory workspace) throws IOException {
    return AssetsFolder.within(
        workspace,
        assets ->
            switch (survey(assets)) {
              case Survey.Whole whole ->
                  Outcome.of(
                      new Inventory(
                          whole.workspace().reconciliation().assets(), faults(whole, assets)));
              case Survey.WithoutRegistry without -> new Outcome.Refused<>(without.diagnostics());
              case Survey.Unsupported(List<Diagnostic> faults) -> new Outcome.Refused<>(faults);
            });
  }

  /** What is wrong with a document, or with the asset that it declares. */
  public Outcome<List<Diagnostic>> diagnose(
      ReadableDirectory workspace, WorkspacePath document, Depth depth, Capacity capacity)
      throws IOException {
    return AssetsFolder.within(
        workspace,
        assets -> {
          Survey survey = survey(assets);
          List<Diagnostic> findings =
              new ArrayList<>(
                  faults(survey, assets).stream().filter(fault -> isIn(document, fault)).toList());
          switch (depth) {
            case DOCUMENTS -> {}
            case SOURCES ->
                findings.addAll(ofSources(survey, assets, document, findings, capacity));
          }
          return Outcome.of(findings.stream().sorted().toList());
        });
  }

  /**
   * What is wrong with all documents, and with the sources of some declarations.
   *
   * @param number of the draft
   * @param edited the declarations
   * @param documents takes what is wrong with the documents before a source is opened
   */
  public Outcome<DiagnosedDraft> diagnose(
      ReadableDirectory workspace,
      long number,
      Set<WorkspacePath> edited,
      Capacity capacity,
      Consumer<DiagnosedDraft> documents)
      throws IOException {
    return AssetsFolder.within(
        workspace,
        assets -> {
          Survey survey = survey(assets);
          List<Diagnostic> faults = faults(survey, assets);
          documents.accept(diagnosed(number, faults, survey));
          Set<Diagnostic> all = new TreeSet<>(faults);
          for (WorkspacePath document : edited) {
            all.addAll(ofSources(survey, assets, document, faults, capacity));
          }
          return Outcome.of(diagnosed(number, List.copyOf(all), survey));
        });
  }

  private static DiagnosedDraft diagnosed(long number, List<Diagnostic> findings, Survey survey) {
    Set<AssetsPath> files =
        findings.stream()
            .flatMap(finding -> finding.location().belowAssets().stream())
            .filter(file -> !file.isOfWorkspace() && DeclarationPlace.of(file).isEmpty())
            .collect(Collectors.toSet());
    return new DiagnosedDraft(number, findings, files.isEmpty() ? Map.of() : places(survey, files));
  }

  /** What is wrong with the sources of a declaration, unless it has an error itself. */
  private static List<Diagnostic> ofSources(
      Survey survey,
      ReadableDirectory assets,
      WorkspacePath document,
      List<Diagnostic> faults,
      Capacity capacity)
      throws IOException {
    List<Diagnostic> findings = new ArrayList<>();
    if (faults.stream().noneMatch(fault -> fault.isError() && isIn(document, fault))
        && survey instanceof Survey.Whole(DeclaredWorkspace declared)
        && !declared.hasVersionFault()) {
      Conversion conversion = new Conversion(assets, capacity.memory());
      for (Asset asset : declaredIn(declared, document)) {
        findings.addAll(
            conversion
                .<Done>convert(
                    asset, converted -> new Outcome.Accepted<>(Done.DONE, converted.bank().judge()))
                .diagnostics());
      }
    }
    return findings;
  }

  private static boolean isIn(WorkspacePath document, Diagnostic fault) {
    return fault.location().file().equals(Optional.of(document));
  }

  /** Where declarations name some files; nowhere if nothing else may be looked at. */
  public Outcome<Map<AssetsPath, List<Location>>> places(
      ReadableDirectory workspace, Set<AssetsPath> files) throws IOException {
    return AssetsFolder.within(workspace, assets -> Outcome.of(places(survey(assets), files)));
  }

  private static Map<AssetsPath, List<Location>> places(Survey survey, Set<AssetsPath> files) {
    return switch (survey) {
      case Survey.Whole(DeclaredWorkspace declared) -> NamedFiles.of(declared.scan(), files);
      case Survey.WithoutRegistry without -> NamedFiles.of(without.scan(), files);
      case Survey.Unsupported _ -> Map.of();
    };
  }

  private static List<Asset> declaredIn(DeclaredWorkspace declared, WorkspacePath document) {
    return declared.assets().stream()
        .filter(asset -> asset.place().file().inWorkspace().equals(document))
        .toList();
  }

  /**
   * A part of the picture that an asset becomes; empty where there is none.
   *
   * @param number of the draft
   */
  public Outcome<Optional<Preview>> preview(
      ReadableDirectory workspace,
      AssetId wanted,
      Preview.Part part,
      long number,
      Capacity capacity)
      throws IOException {
    return AssetsFolder.within(
        workspace,
        assets -> {
          Optional<Asset> asset =
              survey(assets) instanceof Survey.Whole(DeclaredWorkspace declared)
                      && !declared.hasVersionFault()
                  ? declared.assets().stream().filter(one -> one.id().equals(wanted)).findFirst()
                  : Optional.empty();
          return asset.isEmpty()
              ? Outcome.of(Optional.empty())
              : new Conversion(assets, capacity.memory())
                  .convert(asset.get(), new Previewing(number, part)::show);
        });
  }

  /** What may be written at a place. */
  public Outcome<List<Completion>> complete(
      ReadableDirectory workspace, WorkspacePath file, String text, TextPosition position)
      throws IOException {
    Optional<EditedDocument> document = EditedDocument.of(file, text);
    return document.isEmpty()
        ? Outcome.of(List.of())
        : AssetsFolder.within(
            workspace,
            assets -> Outcome.of(Completing.at(document.get(), files(survey(assets)), position)));
  }

  private static SortedSet<AssetsPath> files(Survey survey) {
    return switch (survey) {
      case Survey.Whole(DeclaredWorkspace declared) -> declared.tree().files();
      case Survey.WithoutRegistry without -> without.tree().files();
      case Survey.Unsupported _ -> new TreeSet<>();
    };
  }

  /**
   * What is at a place.
   *
   * @param cache what the last build remembers
   */
  public static Optional<DescribedPlace> describe(
      Optional<BuildCache> cache, WorkspacePath file, String text, TextPosition position) {
    return EditedDocument.of(file, text)
        .flatMap(document -> Describing.at(document, cache, position));
  }

  /** Where a place leads to. */
  public Outcome<Optional<PlaceTarget>> target(
      ReadableDirectory workspace, WorkspacePath file, String text, TextPosition position)
      throws IOException {
    return amongOthers(
        workspace,
        EditedDocument.of(file, text),
        Optional.empty(),
        (document, declared) -> Leading.from(document, declared, position));
  }

  /** The files of the workspace that a declaration names. */
  public Outcome<List<NamedFile>> files(
      ReadableDirectory workspace, WorkspacePath file, String text) throws IOException {
    return amongOthers(workspace, EditedDocument.of(file, text), List.of(), Leading::files);
  }

  /** What a document means among the others of its workspace; nothing without a registry. */
  private <T> Outcome<T> amongOthers(
      ReadableDirectory workspace,
      Optional<EditedDocument> document,
      T nothing,
      BiFunction<EditedDocument, DeclaredWorkspace, T> meaning)
      throws IOException {
    return document.isEmpty()
        ? Outcome.of(nothing)
        : AssetsFolder.within(
            workspace,
            assets ->
                Outcome.of(
                    survey(assets) instanceof Survey.Whole(DeclaredWorkspace declared)
                        ? meaning.apply(document.get(), declared)
                        : nothing));
  }

  /** The text of a file as the workspace has it. */
  public static Outcome<String> text(ReadableDirectory workspace, WorkspacePath file)
      throws IOException {
    Optional<AssetsPath> document = file.belowAssets();
    return document.isEmpty()
        ? Outcome.of("")
        : AssetsFolder.within(
            workspace,
            assets ->
                FileReader.read(assets, document.get(), Limits.INDEX_BYTES, Artifact.ASSET)
                    .map(snapshot -> StandardCharsets.UTF_8.decode(snapshot.bytes()).toString()));
  }

  /** The asset whose name is written at a place. */
  public static Optional<NamedPlace> name(WorkspacePath file, String text, TextPosition position) {
    return EditedDocument.of(file, text).flatMap(document -> Naming.at(document, position));
  }

  private Survey survey(ReadableDirectory assets) throws IOException {
    long begunNanos = TimeUnit.MILLISECONDS.toNanos(clock.getAsLong());
    if (assets.storage() == Storage.FOREIGN) {
      return Survey.of(assets);
    }
    Survey survey = Survey.of(assets, before.get(), registry::read);
    if (survey instanceof Survey.Whole(DeclaredWorkspace declared)) {
      before.set(ReadBefore.of(declared, begunNanos));
    }
    return survey;
  }

  /** As a build reports them: without a registry, the budgets are not looked at. */
  private static List<Diagnostic> faults(Survey survey, ReadableDirectory assets)
      throws IOException {
    return switch (survey) {
      case Survey.Whole(DeclaredWorkspace declared) ->
          Stream.concat(
                  declared.diagnostics().stream(),
                  BudgetsDocument.read(assets).diagnostics().stream())
              .sorted()
              .toList();
      case Survey.WithoutRegistry without -> without.diagnostics();
      case Survey.Unsupported(List<Diagnostic> faults) -> faults;
    };
  }
}
