package dev.papack.registry;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.Verb;
import dev.papack.disk.ReadableDirectory;
import dev.papack.source.AssetTree;
import dev.papack.source.FileReader;
import dev.papack.source.Limits;
import dev.papack.source.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** A workspace as far as it can be read; no source has been opened. */
public sealed interface Survey {
  /** Always possible, and never certain: what was retired is written in no declaration. */
  Fix REBUILD =
      Fix.likely("rebuild the registry from the declarations", Fix.run(Verb.REBUILD_REGISTRY));

  /** Registry and declarations, held against each other. */
  record Whole(DeclaredWorkspace workspace) implements Survey {}

  /**
   * Declarations alone: the registry is lost, or has a fault.
   *
   * @param tree what is under {@code assets/}
   * @param scan the declarations
   * @param missingSources what is declared and not there
   * @param diagnostics every fault of the registry, of the declarations and of their sources, in
   *     order
   */
  record WithoutRegistry(
      AssetTree tree,
      DeclarationScan scan,
      List<MissingSource> missingSources,
      List<Diagnostic> diagnostics)
      implements Survey {
    /** Copies the lists. */
    public WithoutRegistry {
      missingSources = List.copyOf(missingSources);
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /**
   * A registry of a version that is not supported, or a list of what is ignored that cannot be
   * read: nothing else was looked at.
   */
  record Unsupported(List<Diagnostic> faults) implements Survey {
    /** Copies the list. */
    public Unsupported {
      faults = List.copyOf(faults);
    }
  }

  /**
   * Reads a workspace. The registry is judged alone and first: with a version that is not supported
   * nothing else is looked at. With any other fault in it, those of the declarations are reported
   * too.
   *
   * @param assets the folder {@code assets/}
   */
  static Survey of(ReadableDirectory assets) throws IOException {
    return of(assets, KnownFiles.NONE);
  }

  /**
   * The same, reading only those declarations of which nothing is known.
   *
   * @param assets the folder {@code assets/}; it stays open as long as anything of the documents is
   *     asked for
   */
  static Survey of(ReadableDirectory assets, KnownFiles known) throws IOException {
    return of(assets, known, IndexDocument::read);
  }

  /**
   * The same for who looks again and again.
   *
   * @param registries what the text of a registry means, as {@link IndexDocument#read(Snapshot)}
   *     says
   */
  static Survey of(
      ReadableDirectory assets,
      KnownFiles known,
      Function<Snapshot, Outcome<LocatedRegistry>> registries)
      throws IOException {
    return of(assets, known, Runtime.getRuntime().availableProcessors(), registries);
  }

  /**
   * The same by so many threads, at least 1; nothing of it depends on them.
   *
   * @param assets the folder {@code assets/}; several threads may read it at once
   */
  static Survey of(ReadableDirectory assets, KnownFiles known, int threads) throws IOException {
    return of(assets, known, threads, IndexDocument::read);
  }

  private static Survey of(
      ReadableDirectory assets,
      KnownFiles known,
      int threads,
      Function<Snapshot, Outcome<LocatedRegistry>> registries)
      throws IOException {
    return switch (IgnoreList.read(assets)) {
      case Outcome.Refused<IgnoreList>(List<Diagnostic> faults) -> new Unsupported(faults);
      case Outcome.Accepted<IgnoreList>(IgnoreList ignores, var _) ->
          of(assets, ignores, known, threads, registries);
    };
  }

  private static Survey of(
      ReadableDirectory assets,
      IgnoreList ignores,
      KnownFiles known,
      int threads,
      Function<Snapshot, Outcome<LocatedRegistry>> registries)
      throws IOException {
    if (assets.find(AssetsPath.INDEX.name()).isEmpty()) {
      return withoutRegistry(assets, ignores, known, List.of(lost()));
    }
    return switch (FileReader.read(assets, AssetsPath.INDEX, Limits.INDEX_BYTES, Artifact.INDEX)) {
      case Outcome.Refused<Snapshot>(List<Diagnostic> faults) ->
          withoutRegistry(assets, ignores, known, faults);
      case Outcome.Accepted<Snapshot>(Snapshot snapshot, List<Diagnostic> notes) ->
          switch (registries.apply(snapshot)) {
            case Outcome.Refused<LocatedRegistry>(List<Diagnostic> faults) ->
                DeclaredWorkspace.hasVersionFault(faults)
                    ? new Unsupported(faults)
                    : withoutRegistry(assets, ignores, known, faults);
            case Outcome.Accepted<LocatedRegistry>(
                    LocatedRegistry registry,
                    List<Diagnostic> more) -> {
              AssetTree tree =
                  AssetTree.scan(
                      assets, ignores::covers, known.stamps(registry.registry().assets().size()));
              yield new Whole(
                  DeclaredWorkspace.of(
                      registry,
                      snapshot.digest(),
                      ignores,
                      tree,
                      DeclarationScan.of(
                          assets, tree, ignores, known, registry.registry(), threads)));
            }
          };
    };
  }

  /**
   * The errors of versions that are not supported, in the registry, the budgets and every
   * declaration.
   */
  static List<Diagnostic> versionFaults(ReadableDirectory assets) throws IOException {
    List<Diagnostic> known =
        switch (of(assets)) {
          case Unsupported(List<Diagnostic> faults) -> faults;
          case WithoutRegistry survey -> survey.diagnostics();
          case Whole(DeclaredWorkspace workspace) -> workspace.diagnostics();
        };
    return Stream.concat(known.stream(), BudgetsDocument.read(assets).diagnostics().stream())
        .filter(DeclaredWorkspace::isVersionFault)
        .toList();
  }

  /** Where declarations name some files; nowhere if nothing else may be looked at. */
  static Map<AssetsPath, List<Location>> places(ReadableDirectory assets, Set<AssetsPath> files)
      throws IOException {
    return switch (of(assets)) {
      case Unsupported _ -> Map.of();
      case WithoutRegistry survey -> NamedFiles.of(survey.scan(), files);
      case Whole(DeclaredWorkspace workspace) -> NamedFiles.of(workspace.scan(), files);
    };
  }

  private static WithoutRegistry withoutRegistry(
      ReadableDirectory assets,
      IgnoreList ignores,
      KnownFiles known,
      List<Diagnostic> faultsOfRegistry)
      throws IOException {
    AssetTree tree = AssetTree.scan(assets, ignores::covers, known.stamps(0));
    DeclarationScan scan =
        DeclarationScan.of(
            assets,
            tree,
            ignores,
            known,
            Registry.empty(),
            Runtime.getRuntime().availableProcessors());
    List<Diagnostic> diagnostics = new ArrayList<>(faultsOfRegistry);
    // What the registry's own file is, was reported when it was opened.
    tree.diagnostics().stream()
        .filter(fault -> !fault.location().isIn(AssetsPath.INDEX))
        .forEach(diagnostics::add);
    diagnostics.addAll(scan.diagnostics());
    diagnostics.addAll(Reconciliation.faultsWithoutRegistry(scan.declarations().values()));
    List<MissingSource> missing = SourceCheck.missing(tree, scan);
    missing.forEach(source -> diagnostics.add(source.diagnostic()));
    diagnostics.addAll(SourceCheck.ignored(tree, scan, ignores));
    return new WithoutRegistry(tree, scan, missing, diagnostics.stream().sorted().toList());
  }

  private static Diagnostic lost() {
    return lost(
        Location.of(Artifact.INDEX, AssetsPath.INDEX),
        "the registry is missing: there is no " + AssetsPath.INDEX.inWorkspace(),
        REBUILD);
  }

  /** Declarations without a registry: how they get one again. */
  static Diagnostic lost(Location place, String message, Fix rebuild) {
    return Diagnostic.error(DiagnosticCode.REGISTRY_LOST, place, message)
        .advice("restore it from version control")
        .fix(rebuild);
  }
}
