package dev.papack.editing;

import dev.papack.asset.AssetId;
import dev.papack.asset.DeclarationPlace;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.RelativePath;
import dev.papack.diagnostic.TextPosition;
import dev.papack.editing.LooseValue.Token;
import dev.papack.registry.DeclaredWorkspace;
import dev.papack.registry.LocatedDeclaration;
import dev.papack.result.PlaceTarget;
import java.util.List;
import java.util.Optional;

/** Where a place of a document leads to. */
final class Leading {
  private final EditedDocument document;
  private final DeclaredWorkspace declared;

  private Leading(EditedDocument document, DeclaredWorkspace declared) {
    this.document = document;
    this.declared = declared;
  }

  /** From a declaration to the registry and back; from the name of a file to the file. */
  static Optional<PlaceTarget> from(
      EditedDocument document, DeclaredWorkspace declared, TextPosition position) {
    return document.caret(position).flatMap(caret -> new Leading(document, declared).target(caret));
  }

  private Optional<PlaceTarget> target(Caret caret) {
    AssetsPath file = document.file().belowAssets().orElseThrow();
    return DeclarationPlace.of(file)
        .map(place -> ofDeclaration(caret, place))
        .orElseGet(() -> ofEntry(caret));
  }

  private Optional<PlaceTarget> ofDeclaration(Caret caret, DeclarationPlace place) {
    List<String> path = caret.path();
    if (path.equals(List.of("sources", Caret.ELEMENT))) {
      return named(caret).map(place::resolve).flatMap(this::file);
    }
    if (path.equals(List.of("tiles", "palettes", "from"))) {
      return named(caret).map(AssetsPath::new).flatMap(this::file);
    }
    return path.equals(List.of("asset_id")) || path.equals(List.of("name"))
        ? Optional.ofNullable(declared.scan().declarations().get(place.root()))
            .flatMap(declaration -> declaration.declaration().id())
            .flatMap(id -> declared.registry().find(id))
            .flatMap(Leading::place)
        : Optional.empty();
  }

  private static Optional<RelativePath> named(Caret caret) {
    return caret
        .token()
        .map(Token::text)
        .filter(path -> RelativePath.faultOf(path).isEmpty())
        .map(RelativePath::of);
  }

  private Optional<PlaceTarget> file(AssetsPath path) {
    return declared.tree().files().contains(path)
        ? Optional.of(new PlaceTarget(path.inWorkspace(), Optional.empty()))
        : Optional.empty();
  }

  /** An entry of the registry leads to the declaration of its asset. */
  private Optional<PlaceTarget> ofEntry(Caret caret) {
    Optional<Integer> id =
        caret
            .object()
            .flatMap(entry -> entry.token("asset_id"))
            .map(Token::text)
            .filter(digits -> digits.matches("[1-9][0-9]{0,9}"))
            .map(Long::valueOf)
            .filter(value -> value <= Integer.MAX_VALUE)
            .map(Math::toIntExact);
    return id.isEmpty()
        ? Optional.empty()
        : declared.claims().of(new AssetId(id.get())).stream()
            .findFirst()
            .map(Leading::placeOfId)
            .flatMap(Leading::place);
  }

  private static Location placeOfId(LocatedDeclaration declaration) {
    return declaration.placeOf("asset_id");
  }

  private static Optional<PlaceTarget> place(Location location) {
    return location.file().map(file -> new PlaceTarget(file, location.text()));
  }
}
