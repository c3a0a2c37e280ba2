package dev.papack.registry;

import dev.papack.asset.Declaration;
import dev.papack.asset.DeclarationPlace;
import dev.papack.container.Sha256;
import dev.papack.diagnostic.Argument;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.RelativePath;
import dev.papack.migration.CurrentDocument;
import dev.papack.migration.Histories;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A declaration and where its file says so.
 *
 * @param place which root it declares, and how
 * @param declaration what the file means
 * @param document the file, for places
 */
public record LocatedDeclaration(
    DeclarationPlace place, Declaration declaration, CurrentDocument document) {
  /** The same, for whoever keeps thousands. */
  LocatedDeclaration withoutTrees() {
    return new LocatedDeclaration(
        place, declaration, document.withoutTrees(Histories.ASSET, place::file));
  }

  /**
   * The same, for whoever keeps a hundred thousand: the text is not kept if it is the one that
   * papack itself would write. To find that out takes as long as to read it.
   */
  LocatedDeclaration withoutText() {
    // Not from this: it has the trees.
    Declaration said = declaration;
    return document
        .withoutText(Histories.ASSET, place::file, () -> DeclarationDocument.textOf(said))
        .map(kept -> new LocatedDeclaration(place, declaration, kept))
        .orElseGet(this::withoutTrees);
  }

  /** The digest of the file as it was read. */
  public Sha256 digest() {
    return Sha256.of(document.location().document().orElseThrow().bytes());
  }

  /** Where a member of the document is; the whole file where the member is absent. */
  public Location placeOf(String member) {
    return document.tree().find(member).map(document::placeOf).orElse(document.location());
  }

  /** The file, for a command that takes it. */
  public Argument argument() {
    return new Argument.OfPath(place.file().inWorkspace());
  }

  /**
   * The sources, in their order: what belongs to the asset.
   *
   * @return paths below {@code assets/}, whether or not something is there
   */
  public List<AssetsPath> sources() {
    return declaration.sources().stream().map(place::resolve).toList();
  }

  /**
   * The other files that the declaration names, by their path from {@code assets/}: what assets
   * share.
   *
   * @return paths below {@code assets/}, whether or not something is there
   */
  public List<AssetsPath> references() {
    return declaration.settings().references();
  }

  /**
   * The text of the declaration after it or files that it names have moved.
   *
   * @param then where the declaration is then; every source is still within its reach
   * @param after where a file is then
   * @return empty if it still says the same: then its file stays as it is, byte for byte
   */
  public Optional<String> textAfter(DeclarationPlace then, UnaryOperator<AssetsPath> after) {
    List<RelativePath> named =
        sources().stream().map(path -> then.relativize(after.apply(path)).orElseThrow()).toList();
    List<AssetsPath> shared = references().stream().map(after).toList();
    return named.equals(declaration.sources()) && shared.equals(references())
        ? Optional.empty()
        : Optional.of(DeclarationDocument.withFiles(document, named, shared.stream().findFirst()));
  }

  /**
   * Where one of the sources is named.
   *
   * @param index from 0
   */
  public Location placeOfSource(int index) {
    return document.placeOf(
        TreeReader.elements(TreeReader.require(document.tree(), "sources")).get(index));
  }

  /** Where the settings name the picture whose palettes they take; it is there. */
  public Location placeOfPalettes() {
    return document.placeOf(
        TilesDocument.fromNode(TreeReader.object(TreeReader.require(document.tree(), "tiles")))
            .orElseThrow());
  }
}
