package dev.papack.editing;

import dev.papack.asset.DeclarationPlace;
import dev.papack.cache.BuildCache;
import dev.papack.cache.CachedAsset;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.TextPosition;
import dev.papack.document.Shape;
import dev.papack.editing.LooseValue.Token;
import dev.papack.result.DescribedPlace;
import dev.papack.result.DescribedPlace.BuiltBank;
import dev.papack.schema.SettingValues;
import java.util.List;
import java.util.Optional;

/** What is at a place of a document. */
final class Describing {
  private Describing() {}

  /**
   * The name or value there.
   *
   * @param cache what the last build remembers
   * @return empty between names and values
   */
  static Optional<DescribedPlace> at(
      EditedDocument document, Optional<BuildCache> cache, TextPosition position) {
    Optional<Caret> caret = document.caret(position).filter(Describing::isNamed);
    return caret
        .flatMap(Caret::token)
        .map(token ->
            new DescribedPlace(
                document.range(token),
                caret.get().path(),
                document.schema().flatMap(schema -> schema.descriptionOf(caret.get().path())),
                shape(document, caret.get()).flatMap(SettingValues::of).stream().toList(),
                cache.flatMap(known -> built(document, caret.get(), known))));
  }

  /** A document of one word, or one that is a list, has no member to speak of. */
  private static boolean isNamed(Caret caret) {
    return caret.path().stream().anyMatch(name -> !name.equals(Caret.ELEMENT));
  }

  private static Optional<Shape> shape(EditedDocument document, Caret caret) {
    return new ShapeWalk(document.history().current(), caret).shape();
  }

  private static Optional<BuiltBank> built(EditedDocument document, Caret caret, BuildCache cache) {
    AssetsPath file = document.file().belowAssets().orElseThrow();
    Optional<DeclarationPlace> place = DeclarationPlace.of(file);
    List<Token> id = caret.object().flatMap(entry -> entry.token("asset_id")).stream().toList();
    return cache.assets().stream()
        .filter(asset ->
            place.isPresent()
                ? asset.asset().place().equals(place.get())
                : id.stream().anyMatch(token -> token.text().equals(asset.asset().id().toString())))
        .findFirst()
        .map(Describing::bank);
  }

  private static BuiltBank bank(CachedAsset asset) {
    return new BuiltBank(asset.asset().name().text(), asset.metadata());
  }
}
