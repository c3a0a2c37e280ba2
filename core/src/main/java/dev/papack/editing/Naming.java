package dev.papack.editing;

import dev.papack.asset.AssetId;
import dev.papack.diagnostic.TextPosition;
import dev.papack.editing.LooseValue.Token;
import dev.papack.result.NamedPlace;
import java.util.Optional;

/** Where the name of an asset is written. */
final class Naming {
  private static final String NAME = "name";

  private Naming() {}

  /** In a declaration or in an entry of the registry, if the id of the asset is there, too. */
  static Optional<NamedPlace> at(EditedDocument document, TextPosition position) {
    return document
        .caret(position)
        .filter(caret -> caret.part() == Caret.Part.VALUE && isOf(NAME, caret))
        .flatMap(caret ->
            caret
                .token()
                .flatMap(token ->
                    id(caret).map(id -> new NamedPlace(document.range(token), token.text(), id))));
  }

  /** A document of one word alone has no members at all. */
  private static boolean isOf(String member, Caret caret) {
    return !caret.path().isEmpty() && caret.path().getLast().equals(member);
  }

  /** The id that the object around a place says. */
  static Optional<AssetId> id(Caret caret) {
    return caret
        .object()
        .flatMap(entry -> entry.token("asset_id"))
        .map(Token::text)
        .filter(digits -> digits.matches("[1-9][0-9]{0,9}"))
        .map(Long::valueOf)
        .filter(value -> value <= Integer.MAX_VALUE)
        .map(Math::toIntExact)
        .map(AssetId::new);
  }
}
