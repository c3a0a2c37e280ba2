package dev.papack.publish;

import static dev.papack.json.JsonTree.array;
import static dev.papack.json.JsonTree.member;
import static dev.papack.json.JsonTree.object;

import dev.papack.asset.AssetRoot;
import dev.papack.asset.DeclarationPlace;
import dev.papack.container.Sha256;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.RelativePath;
import dev.papack.disk.FolderId;
import dev.papack.json.JsonMember;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * How a record has the authored documents that change, and the files that move: every file once.
 */
final class DocumentsForm {
  private DocumentsForm() {}

  static List<JsonMember> members(JournalRecord.OfDocuments record) {
    List<JsonMember> members = new ArrayList<>();
    members.add(
        member(
            "declarations",
            array(record.declarations().stream().map(DocumentsForm::declaration).toList())));
    record
        .registry()
        .ifPresent(index -> members.add(member("index", object(change(List.of(), index)))));
    record
        .ignores()
        .ifPresent(list -> members.add(member("ignore", object(change(List.of(), list)))));
    if (!record.moves().isEmpty()) {
      members.add(
          member("moves", array(record.moves().stream().map(DocumentsForm::move).toList())));
    }
    return members;
  }

  private static JsonObject declaration(Replacement.Declaration declaration) {
    DeclarationPlace place = declaration.place();
    return object(
        change(
            List.of(
                member("root", place.root().toString()),
                member("form", place.form().name().toLowerCase(Locale.ROOT))),
            declaration));
  }

  private static JsonObject move(Replacement.Move move) {
    return object(
        member("from", move.path().from().text()),
        member("to", move.path().to().text()),
        member("size", move.content().sizeBytes()),
        member("sha256", move.content().digest().hex()));
  }

  private static List<JsonMember> change(List<JsonMember> first, Replacement.Authored authored) {
    List<JsonMember> members = new ArrayList<>(first);
    authored.before().ifPresent(digest -> members.add(member("before", digest.hex())));
    authored
        .after()
        .ifPresent(content -> {
          members.add(member("size", content.sizeBytes()));
          members.add(member("after", content.digest().hex()));
        });
    return members;
  }

  /**
   * What a record says.
   *
   * @param folder the one that it says it is for
   * @return empty if it names a file twice, or none
   */
  static Optional<JournalRecord> read(JsonObject tree, FolderId folder) {
    List<Replacement.Declaration> declarations = new ArrayList<>();
    Set<DeclarationPlace> places = new HashSet<>();
    for (JsonObject entry : RecordFields.objects(tree, "declarations")) {
      Optional<DeclarationPlace> place = place(entry).filter(places::add);
      Optional<Change> change = change(entry);
      if (place.isEmpty() || change.isEmpty()) {
        return Optional.empty();
      }
      declarations.add(
          new Replacement.Declaration(
              declarations.size(), place.get(), change.get().before(), change.get().after()));
    }
    List<Replacement.Registry> registry = new ArrayList<>();
    List<Replacement.IgnoreList> ignores = new ArrayList<>();
    boolean isWhole =
        written(tree, "index", (before, now) -> registry.add(new Replacement.Registry(before, now)))
            && written(
                tree,
                "ignore",
                (before, now) -> ignores.add(new Replacement.IgnoreList(before, now)));
    Set<AssetsPath> files =
        new HashSet<>(Set.of(AssetsPath.INDEX, AssetsPath.IGNORE, AssetsPath.BUDGETS));
    places.forEach(place -> files.add(place.file()));
    return isWhole
        ? moves(tree, files)
            .map(moves ->
                new JournalRecord.OfDocuments(
                    folder,
                    declarations,
                    registry.stream().findFirst(),
                    ignores.stream().findFirst(),
                    moves))
            .filter(record -> !record.replacements().isEmpty())
            .map(JournalRecord.class::cast)
        : Optional.empty();
  }

  /**
   * What moves: from and to files that the record does not touch otherwise.
   *
   * @param files those that the record names otherwise; the others are added
   */
  private static Optional<List<Replacement.Move>> moves(JsonObject tree, Set<AssetsPath> files) {
    List<Replacement.Move> moves = new ArrayList<>();
    if (tree.find("moves").isEmpty()) {
      return Optional.of(moves);
    }
    for (JsonObject entry : RecordFields.objects(tree, "moves")) {
      Optional<AssetsPath> from = file(entry, "from").filter(files::add);
      Optional<AssetsPath> to = file(entry, "to").filter(files::add);
      if (from.isEmpty() || to.isEmpty()) {
        return Optional.empty();
      }
      moves.add(
          new Replacement.Move(
              moves.size(),
              new FileMove(from.get(), to.get()),
              new StagedContent(
                  RecordFields.number(entry, "size").orElseThrow(),
                  RecordFields.digest(entry, "sha256").orElseThrow())));
    }
    return Optional.of(moves);
  }

  private static Optional<AssetsPath> file(JsonObject entry, String name) {
    return RecordFields.text(entry, name)
        .filter(path -> RelativePath.faultOf(path).isEmpty())
        .map(AssetsPath::of)
        .filter(path -> path.names().stream().noneMatch(FileName::isHidden));
  }

  /** Takes the change of a document that is written and never deleted, if the record has one. */
  private static boolean written(
      JsonObject tree, String name, BiConsumer<Optional<Sha256>, StagedContent> taker) {
    Optional<JsonNode> entry = tree.find(name);
    if (entry.isEmpty()) {
      return true;
    }
    Optional<Change> change = change((JsonObject) entry.get());
    Optional<StagedContent> after = change.flatMap(Change::after);
    after.ifPresent(content -> taker.accept(change.orElseThrow().before(), content));
    return after.isPresent();
  }

  private record Change(Optional<Sha256> before, Optional<StagedContent> after) {}

  /** What an entry says of its document; empty if a part is missing, or nothing is said. */
  private static Optional<Change> change(JsonObject entry) {
    Optional<Sha256> before = RecordFields.digest(entry, "before");
    Optional<Sha256> after = RecordFields.digest(entry, "after");
    Optional<Long> size = RecordFields.number(entry, "size");
    return after.isPresent() == size.isPresent() && (before.isPresent() || after.isPresent())
        ? Optional.of(
            new Change(before, after.map(hash -> new StagedContent(size.orElseThrow(), hash))))
        : Optional.empty();
  }

  private static Optional<DeclarationPlace> place(JsonObject entry) {
    DeclarationPlace.Form form =
        DeclarationPlace.Form.valueOf(
            RecordFields.text(entry, "form").orElseThrow().toUpperCase(Locale.ROOT));
    return RecordFields.text(entry, "root")
        .filter(root -> RelativePath.faultOf(root).isEmpty())
        .map(root -> new AssetRoot(AssetsPath.of(root)))
        .filter(root -> root.path().names().stream().noneMatch(FileName::isHidden))
        .flatMap(root -> DeclarationPlace.find(root, form))
        // What reads the documents later must take the file for this one too.
        .filter(place -> DeclarationPlace.of(place.file()).equals(Optional.of(place)));
  }
}
