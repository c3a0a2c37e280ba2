package dev.papack.editing;

import dev.papack.asset.DeclarationPlace;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.RelativePath;
import dev.papack.diagnostic.TextPosition;
import dev.papack.diagnostic.WorkspacePath;
import dev.papack.editing.LooseValue.Elements;
import dev.papack.editing.LooseValue.Members;
import dev.papack.editing.LooseValue.Token;
import dev.papack.registry.DeclaredWorkspace;
import dev.papack.registry.LocatedDeclaration;
import dev.papack.result.NamedFile;
import dev.papack.result.PlaceTarget;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a place of a document leads to. */
final class Leading {
  private static final List<String> SOURCES = List.of("sources", Caret.ELEMENT);
  private static final List<String> PALETTES = List.of("tiles", "palettes", "from");

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
    if (path.equals(SOURCES) || path.equals(PALETTES)) {
      return caret
          .token()
          .flatMap(token -> file(path, token, place))
          .map(named -> new PlaceTarget(named, Optional.empty()));
    }
    return path.equals(List.of("asset_id")) || path.equals(List.of("name"))
        ? Optional.ofNullable(declared.scan().declarations().get(place.root()))
            .flatMap(declaration -> declaration.declaration().id())
            .flatMap(id -> declared.registry().find(id))
            .flatMap(Leading::place)
        : Optional.empty();
  }

  /** The files that a declaration names, as far as they are there. */
  static List<NamedFile> files(EditedDocument document, DeclaredWorkspace declared) {
    Optional<DeclarationPlace> place = document.file().belowAssets().flatMap(DeclarationPlace::of);
    Optional<LooseValue> root = LooseReader.read(document.text());
    if (place.isEmpty() || root.isEmpty()) {
      return List.of();
    }
    Leading leading = new Leading(document, declared);
    return Stream.of(SOURCES, PALETTES)
        .flatMap(path ->
            tokens(root.get(), path)
                .flatMap(token ->
                    leading
                        .file(path, token, place.get())
                        .map(file -> new NamedFile(document.range(token), file))
                        .stream()))
        .toList();
  }

  /** What is written at a path. */
  private static Stream<Token> tokens(LooseValue value, List<String> path) {
    return switch (value) {
      case Token token -> path.isEmpty() ? Stream.of(token) : Stream.empty();
      case Elements elements ->
          !path.isEmpty() && path.getFirst().equals(Caret.ELEMENT)
              ? elements.values().stream()
                  .flatMap(element -> tokens(element, path.subList(1, path.size())))
              : Stream.empty();
      case Members members ->
          path.isEmpty()
              ? Stream.empty()
              : members.members().stream()
                  .filter(member -> member.name().text().equals(path.getFirst()))
                  .flatMap(member -> member.value().stream())
                  .flatMap(inner -> tokens(inner, path.subList(1, path.size())));
    };
  }

  private Optional<WorkspacePath> file(List<String> path, Token token, DeclarationPlace place) {
    return Optional.of(token.text())
        .filter(text -> RelativePath.faultOf(text).isEmpty())
        .map(RelativePath::of)
        .map(named -> path.equals(SOURCES) ? place.resolve(named) : new AssetsPath(named))
        .filter(named -> declared.tree().files().contains(named))
        .map(AssetsPath::inWorkspace);
  }

  /** An entry of the registry leads to the declaration of its asset. */
  private Optional<PlaceTarget> ofEntry(Caret caret) {
    return Naming.id(caret)
        .flatMap(id -> declared.claims().of(id).stream().findFirst())
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
