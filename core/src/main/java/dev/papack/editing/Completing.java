package dev.papack.editing;

import dev.papack.asset.DeclarationPlace;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.RelativePath;
import dev.papack.diagnostic.TextPosition;
import dev.papack.diagnostic.TextRange;
import dev.papack.document.Shape;
import dev.papack.document.Shape.Member;
import dev.papack.editing.LooseValue.Form;
import dev.papack.editing.LooseValue.Members;
import dev.papack.editing.LooseValue.Token;
import dev.papack.json.StableForm;
import dev.papack.media.formats.MediaFormats;
import dev.papack.result.Completion;
import dev.papack.result.Completion.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/** What may be written at a place of a document. */
final class Completing {
  private static final List<String> SOURCES = List.of("sources", Caret.ELEMENT);
  private static final List<String> PALETTES = List.of("tiles", "palettes", "from");

  private final EditedDocument document;
  private final SortedSet<AssetsPath> files;
  private final Caret caret;
  private final TextRange replaced;

  private Completing(
      EditedDocument document, SortedSet<AssetsPath> files, Caret caret, TextPosition position) {
    this.document = document;
    this.files = files;
    this.caret = caret;
    this.replaced = document.range(caret, position);
  }

  /**
   * What fits there, in the order of the structure.
   *
   * @param files those of the workspace
   */
  static List<Completion> at(
      EditedDocument document, SortedSet<AssetsPath> files, TextPosition position) {
    return document
        .caret(position)
        .map(caret -> new Completing(document, files, caret, position))
        .map(Completing::all)
        .orElse(List.of());
  }

  private List<Completion> all() {
    ShapeWalk walk = new ShapeWalk(document.history().current(), caret);
    return switch (caret.part()) {
      case NAME -> walk.members().stream().filter(this::isFree).map(this::member).toList();
      case VALUE -> {
        List<Completion> values = new ArrayList<>(named());
        walk.shape().ifPresent(shape -> values.addAll(values(shape)));
        yield values;
      }
    };
  }

  private boolean isFree(Member member) {
    Optional<Members> object = caret.object();
    return object.isEmpty()
        || object.get().members().stream()
            .map(LooseValue.Member::name)
            .filter(name -> !caret.token().equals(Optional.of(name)))
            .noneMatch(name -> name.text().equals(member.name()));
  }

  private Completion member(Member member) {
    boolean hasColon =
        caret
            .object()
            .filter(object ->
                object.members().stream()
                    .anyMatch(known ->
                        caret.token().equals(Optional.of(known.name())) && known.hasColon()))
            .isPresent();
    List<String> path = new ArrayList<>(caret.path());
    if (caret.token().isPresent()) {
      path.removeLast();
    }
    path.add(member.name());
    return new Completion(
        Kind.MEMBER,
        member.name(),
        replaced,
        StableForm.quoted(member.name()) + (hasColon ? "" : ": "),
        document.schema().flatMap(schema -> schema.descriptionOf(path)));
  }

  private List<Completion> values(Shape shape) {
    return switch (shape) {
      case Shape.ChoiceShape(List<String> words) ->
          words.stream().map(word -> value(word, StableForm.quoted(word))).toList();
      case Shape.NumberChoiceShape(List<Integer> numbers) ->
          numbers.stream().map(String::valueOf).map(digits -> value(digits, digits)).toList();
      case Shape.WordOrObjectShape either -> {
        List<Completion> values = new ArrayList<>(values(either.word()));
        values.add(value("{ }", objectOf(either.object())));
        yield values;
      }
      case Shape.ObjectShape object -> List.of(value("{ }", objectOf(object)));
      case Shape.ArrayShape _ -> List.of(value("[ ]", "[]"));
      case Shape.VariantShape _, Shape.IntegerShape _, Shape.TextShape _ -> List.of();
    };
  }

  /** With the member that it must have, if there is one alone. */
  private static String objectOf(Shape.ObjectShape object) {
    List<Member> required =
        object.members().stream()
            .filter(member -> member.presence() == Shape.Presence.REQUIRED)
            .toList();
    return required.size() == 1
        ? "{ " + StableForm.quoted(required.getFirst().name()) + ":  }"
        : "{ }";
  }

  private Completion value(String label, String text) {
    return new Completion(
        Kind.VALUE,
        label,
        replaced,
        text,
        document.schema().flatMap(schema -> schema.descriptionOf(caret.path())));
  }

  /** Files of the workspace, where the document names one. */
  private List<Completion> named() {
    Optional<DeclarationPlace> place = document.file().belowAssets().flatMap(DeclarationPlace::of);
    if (place.isEmpty()) {
      return List.of();
    }
    if (caret.path().equals(PALETTES)) {
      return files().map(file -> file(file.text())).toList();
    }
    return caret.path().equals(SOURCES)
        ? files()
            .flatMap(file -> place.get().relativize(file).stream())
            .map(RelativePath::text)
            .filter(path -> !isSource(path))
            .map(this::file)
            .toList()
        : List.of();
  }

  private Stream<AssetsPath> files() {
    return files.stream().filter(file -> MediaFormats.SUPPORTED.isNamedLikeOne(file.name()));
  }

  /** Whether the document names it already, elsewhere than here. */
  private boolean isSource(String path) {
    return caret
        .object()
        .flatMap(object ->
            object.members().stream()
                .filter(member -> member.name().text().equals(SOURCES.getFirst()))
                .flatMap(member -> member.value().stream())
                .findFirst())
        .filter(value ->
            value instanceof LooseValue.Elements elements
                && elements.values().stream()
                    .filter(element -> !caret.token().equals(Optional.of(element)))
                    .anyMatch(element ->
                        element instanceof Token token
                            && token.form() != Form.WORD
                            && token.text().equals(path)))
        .isPresent();
  }

  private Completion file(String path) {
    return new Completion(Kind.FILE, path, replaced, StableForm.quoted(path), Optional.empty());
  }
}
