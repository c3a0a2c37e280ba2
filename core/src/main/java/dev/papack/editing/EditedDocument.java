package dev.papack.editing;

import dev.papack.asset.DeclarationPlace;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.LineIndex;
import dev.papack.diagnostic.TextPosition;
import dev.papack.diagnostic.TextRange;
import dev.papack.diagnostic.WorkspacePath;
import dev.papack.editing.LooseValue.Token;
import dev.papack.migration.Histories;
import dev.papack.migration.History;
import dev.papack.schema.PublishedSchema;
import java.util.Optional;

/**
 * A document as it is typed.
 *
 * @param file which one
 * @param history of its kind
 * @param text as it is now
 * @param lines of the text
 */
record EditedDocument(WorkspacePath file, History history, String text, LineIndex lines) {
  /**
   * A document of the workspace.
   *
   * @return empty for a file that papack does not read as a document of its authors
   */
  static Optional<EditedDocument> of(WorkspacePath file, String text) {
    return file.belowAssets()
        .flatMap(EditedDocument::historyOf)
        .map(history -> new EditedDocument(file, history, text, LineIndex.of(text)));
  }

  private static Optional<History> historyOf(AssetsPath file) {
    if (file.equals(AssetsPath.INDEX)) {
      return Optional.of(Histories.INDEX);
    }
    if (file.equals(AssetsPath.IGNORE)) {
      return Optional.of(Histories.IGNORE);
    }
    if (file.equals(AssetsPath.BUDGETS)) {
      return Optional.of(Histories.BUDGETS);
    }
    return DeclarationPlace.of(file).map(_ -> Histories.ASSET);
  }

  /** Where somebody writes, if the position is inside of the document. */
  Optional<Caret> caret(TextPosition position) {
    int offset = lines.offsetOf(position);
    return LooseReader.read(text).flatMap(root -> Caret.at(root, offset));
  }

  /** The stretch that is written at a caret; empty at the position where nothing is. */
  TextRange range(Caret caret, TextPosition position) {
    return caret
        .token()
        .map(this::range)
        .orElseGet(() ->
            new TextRange(position.line(), position.column(), position.line(), position.column()));
  }

  TextRange range(Token token) {
    return lines.range(token.start(), token.end());
  }

  /** What the current version says of its members. */
  Optional<PublishedSchema> schema() {
    return PublishedSchema.find(history.kind().label(), history.kind().window().current());
  }
}
