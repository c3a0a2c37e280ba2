package dev.papack.authoring;

import dev.papack.asset.AssetRoot;
import dev.papack.asset.DeclarationPlace;
import dev.papack.container.Sha256;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diff.UnifiedDiff;
import dev.papack.publish.DocumentChange;
import dev.papack.publish.FileMove;
import dev.papack.registry.DeclaredWorkspace;
import dev.papack.registry.LocatedDeclaration;
import dev.papack.registry.RegistryDraft;
import dev.papack.result.ChangedDocument;
import dev.papack.result.MovedAsset;
import dev.papack.result.MovedFile;
import dev.papack.result.MovedFiles;
import dev.papack.workspace.MovePaths;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Moves a file, an asset or a folder, and what refers to it: the {@code sources} of declarations,
 * the pictures that their palettes come from, and the roots in the registry. A declaration that
 * moves goes with its sources, and says the same of them as before, so its file moves as it is; but
 * for one whose palettes move too, as they are named from {@code assets/}.
 */
public final class Moving {
  private final DeclaredWorkspace workspace;

  public Moving(DeclaredWorkspace workspace) {
    this.workspace = workspace;
  }

  /** Works out which files move, and what changes with them. */
  public Outcome<Proposal<MovedFiles>> move(MovePaths paths) {
    return new RelocationChoice(workspace)
        .of(paths)
        .flatMap(relocation -> {
          List<Diagnostic> faults = new MoveCheck(workspace).faultsOf(relocation);
          return faults.isEmpty() ? propose(relocation) : new Outcome.Refused<>(faults);
        });
  }

  private Outcome<Proposal<MovedFiles>> propose(Relocation relocation) {
    List<DocumentChange> changes = new ArrayList<>();
    List<ChangedDocument> documents = new ArrayList<>();
    List<MovedAsset> assets = new ArrayList<>();
    List<Diagnostic> faults = new ArrayList<>();
    RegistryDraft draft = new RegistryDraft(workspace.registry().registry());
    Set<AssetsPath> rewritten = new HashSet<>();
    for (LocatedDeclaration declaration : workspace.scan().declarations().values()) {
      AssetsPath file = declaration.place().file();
      DeclarationPlace then = DeclarationPlace.of(relocation.after(file)).orElseThrow();
      if (relocation.moves(file)) {
        follow(declaration, then.root(), draft, assets).ifPresent(faults::add);
      }
      declaration
          .textAfter(then, relocation::after)
          .ifPresent(text -> {
            rewritten.add(file);
            changes.addAll(rewriting(declaration, then, text));
            documents.add(changed(declaration, then.file(), text));
          });
    }
    if (!faults.isEmpty()) {
      return new Outcome.Refused<>(faults.stream().sorted().toList());
    }
    if (draft.isChanged()) {
      draft.complete(workspace.claims());
      changes.add(
          new DocumentChange.OfRegistry(
              Optional.of(workspace.indexDigest()),
              workspace.registry().textWith(draft.registry())));
    }
    List<FileMove> moves = new ArrayList<>();
    List<MovedFile> files = new ArrayList<>();
    relocation
        .files()
        .forEach((from, to) -> {
          if (!rewritten.contains(from)) {
            moves.add(new FileMove(from, to));
          }
          files.add(new MovedFile(from, to));
        });
    assets.sort(Comparator.comparing(MovedAsset::id));
    return Outcome.of(
        new Proposal<>(new MovedFiles(files, assets, documents), changes, List.of(), moves));
  }

  /** A file that moves keeps its bytes, so one that also changes is deleted here, written there. */
  private static List<DocumentChange> rewriting(
      LocatedDeclaration declaration, DeclarationPlace then, String text) {
    Optional<Sha256> before = Optional.of(declaration.digest());
    if (then.equals(declaration.place())) {
      return List.of(new DocumentChange.OfDeclaration(then, before, Optional.of(text)));
    }
    return List.of(
        new DocumentChange.OfDeclaration(declaration.place(), before, Optional.empty()),
        new DocumentChange.OfDeclaration(then, Optional.empty(), Optional.of(text)));
  }

  /**
   * Enters the new root of a declaration that moves. What the registry says of other roots, right
   * or wrong, stays.
   */
  private static Optional<Diagnostic> follow(
      LocatedDeclaration declaration, AssetRoot to, RegistryDraft draft, List<MovedAsset> assets) {
    AssetRoot from = declaration.place().root();
    return declaration
        .declaration()
        .id()
        .filter(id -> draft.rootOf(id).equals(Optional.of(from)) && !to.equals(from))
        .flatMap(id -> {
          Optional<Diagnostic> fault =
              draft.enter(id, to, _ -> Optional.empty()).isPresent()
                  ? Optional.empty()
                  : Optional.of(registered(to));
          if (fault.isEmpty()) {
            assets.add(new MovedAsset(id, from, to));
          }
          return fault;
        });
  }

  private static Diagnostic registered(AssetRoot root) {
    return Diagnostic.error(
            DiagnosticCode.MOVE_TARGET_EXISTS,
            Location.of(Artifact.INDEX, AssetsPath.INDEX),
            "the root \"" + root + "\" is registered for an asset whose declaration is missing")
        .found(root.toString())
        .advice("restore that declaration, or retire the id of that asset first");
  }

  private static ChangedDocument changed(
      LocatedDeclaration declaration, AssetsPath file, String text) {
    String old =
        StandardCharsets.UTF_8
            .decode(declaration.document().location().document().orElseThrow().bytes())
            .toString();
    return new ChangedDocument(
        file, UnifiedDiff.of(file.inWorkspace().text(), Optional.of(old), Optional.of(text)));
  }
}
