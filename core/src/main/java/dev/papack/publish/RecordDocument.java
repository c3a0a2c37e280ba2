package dev.papack.publish;

import static dev.papack.json.JsonTree.array;
import static dev.papack.json.JsonTree.member;
import static dev.papack.json.JsonTree.object;

import dev.papack.asset.AssetRoot;
import dev.papack.asset.DeclarationPlace;
import dev.papack.container.PackId;
import dev.papack.container.Sha256;
import dev.papack.diagnostic.Argument;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.RelativePath;
import dev.papack.diagnostic.Verb;
import dev.papack.disk.FolderId;
import dev.papack.document.Checksum;
import dev.papack.json.JsonArray;
import dev.papack.json.JsonMember;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonNumber;
import dev.papack.json.JsonObject;
import dev.papack.json.JsonReader;
import dev.papack.json.JsonString;
import dev.papack.json.StableForm;
import dev.papack.migration.CurrentDocument;
import dev.papack.migration.Histories;
import dev.papack.migration.Migration;
import dev.papack.source.Snapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The text of a record, either kind. It names destinations by slot, by asset root, or, for files
 * that move, by a path below {@code assets/}, so that a planted one can do no more than its author
 * could by editing and moving those files.
 */
final class RecordDocument {
  private static final Fix DISCARD =
      Fix.likely(
          "remove the record: it contains none of your work",
          Fix.run(Verb.RECOVER, new Argument.OfChoice(Argument.Choice.DISCARD)));

  private RecordDocument() {}

  static String write(JournalRecord decided) {
    List<JsonMember> members =
        switch (decided) {
          case JournalRecord.OfPublication(
                  FolderId folder,
                  PackId packId,
                  List<Replacement.Derived> files) ->
              signed(
                  Artifact.PUBLICATION_RECORD,
                  folder,
                  member("pack_id", packId.hex()),
                  member("files", array(files.stream().map(RecordDocument::file).toList())));
          case JournalRecord.OfDocuments(
                  FolderId folder,
                  List<Replacement.Declaration> declarations,
                  Optional<Replacement.Registry> registry,
                  Optional<Replacement.IgnoreList> ignores,
                  List<Replacement.Move> moves) -> {
            List<JsonMember> changes =
                signed(
                    Artifact.DOCUMENT_RECORD,
                    folder,
                    member(
                        "declarations",
                        array(declarations.stream().map(RecordDocument::declaration).toList())));
            registry.ifPresent(
                index -> changes.add(member("index", object(change(List.of(), index)))));
            ignores.ifPresent(
                list -> changes.add(member("ignore", object(change(List.of(), list)))));
            if (!moves.isEmpty()) {
              changes.add(
                  member("moves", array(moves.stream().map(RecordDocument::move).toList())));
            }
            yield changes;
          }
        };
    members.add(member(Checksum.MEMBER, Checksum.of(members).hex()));
    return StableForm.write(object(members));
  }

  private static List<JsonMember> signed(Artifact kind, FolderId folder, JsonMember... content) {
    List<JsonMember> members =
        new ArrayList<>(
            List.of(
                member("artifact", kind.label()),
                member("schema_version", 2),
                member("folder", folder(folder))));
    members.addAll(List.of(content));
    return members;
  }

  private static JsonObject folder(FolderId id) {
    List<JsonMember> members = new ArrayList<>();
    id.inode().ifPresent(inode -> members.add(member("inode", inode)));
    id.born().ifPresent(born -> members.add(member("born", born)));
    return object(members);
  }

  private static JsonObject file(Replacement.Derived file) {
    return object(
        member("slot", file.slot().number()),
        member("size", file.content().sizeBytes()),
        member("sha256", file.content().digest().hex()),
        member("old", file.old().name().toLowerCase(Locale.ROOT)));
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

  static Outcome<JournalRecord> read(Snapshot snapshot) {
    return Migration.read(
            snapshot,
            Artifact.JOURNAL,
            List.of(Histories.PUBLICATION_RECORD, Histories.DOCUMENT_RECORD))
        .flatMap(document ->
            JsonReader.parse(snapshot, Artifact.JOURNAL).flatMap(tree -> read(document, tree)));
  }

  /**
   * Reads a record.
   *
   * @param written as it was written, whatever its version: that is what the checksum is of
   */
  private static Outcome<JournalRecord> read(CurrentDocument document, JsonNode written) {
    if (!(written instanceof JsonObject object) || !Checksum.holds(object)) {
      return damaged(document.location(), "its checksum does not match");
    }
    Optional<JournalRecord> decided =
        document.kind().artifact() == Artifact.PUBLICATION_RECORD
            ? publication(document.tree())
            : documents(document.tree());
    return decided
        .map(Outcome::of)
        .orElseGet(
            () -> damaged(document.location(), "it does not name the files of a publication"));
  }

  /** Every slot once, in order. */
  private static Optional<JournalRecord> publication(JsonObject tree) {
    List<Replacement.Derived> files = new ArrayList<>();
    Iterator<JsonObject> entries = objects(tree, "files").iterator();
    for (PackSlot slot : PackSlot.values()) {
      JsonObject file = entries.next();
      if (number(file, "slot").orElseThrow() != slot.number()) {
        return Optional.empty();
      }
      StagedContent content =
          new StagedContent(
              number(file, "size").orElseThrow(), digest(file, "sha256").orElseThrow());
      Replacement.Old old =
          Replacement.Old.valueOf(text(file, "old").orElseThrow().toUpperCase(Locale.ROOT));
      files.add(new Replacement.Derived(slot, content, old));
    }
    return Optional.of(
        new JournalRecord.OfPublication(
            folder(tree), new PackId(digest(tree, "pack_id").orElseThrow()), files));
  }

  /** Every file once. */
  private static Optional<JournalRecord> documents(JsonObject tree) {
    List<Replacement.Declaration> declarations = new ArrayList<>();
    Set<DeclarationPlace> places = new HashSet<>();
    for (JsonObject entry : objects(tree, "declarations")) {
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
                    folder(tree),
                    declarations,
                    registry.stream().findFirst(),
                    ignores.stream().findFirst(),
                    moves))
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
    for (JsonObject entry : objects(tree, "moves")) {
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
                  number(entry, "size").orElseThrow(), digest(entry, "sha256").orElseThrow())));
    }
    return Optional.of(moves);
  }

  private static Optional<AssetsPath> file(JsonObject entry, String name) {
    return text(entry, name)
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

  private static FolderId folder(JsonObject tree) {
    JsonObject folder = (JsonObject) tree.find("folder").orElseThrow();
    return new FolderId(text(folder, "inode"), text(folder, "born"));
  }

  private record Change(Optional<Sha256> before, Optional<StagedContent> after) {}

  /** What an entry says of its document; empty if a part is missing, or nothing is said. */
  private static Optional<Change> change(JsonObject entry) {
    Optional<Sha256> before = digest(entry, "before");
    Optional<Sha256> after = digest(entry, "after");
    Optional<Long> size = number(entry, "size");
    return after.isPresent() == size.isPresent() && (before.isPresent() || after.isPresent())
        ? Optional.of(
            new Change(before, after.map(hash -> new StagedContent(size.orElseThrow(), hash))))
        : Optional.empty();
  }

  private static Optional<DeclarationPlace> place(JsonObject entry) {
    DeclarationPlace.Form form =
        DeclarationPlace.Form.valueOf(text(entry, "form").orElseThrow().toUpperCase(Locale.ROOT));
    return text(entry, "root")
        .filter(root -> RelativePath.faultOf(root).isEmpty())
        .map(root -> new AssetRoot(AssetsPath.of(root)))
        .filter(root -> root.path().names().stream().noneMatch(FileName::isHidden))
        .flatMap(root -> DeclarationPlace.find(root, form))
        // What reads the documents later must take the file for this one too.
        .filter(place -> DeclarationPlace.of(place.file()).equals(Optional.of(place)));
  }

  private static List<JsonObject> objects(JsonObject tree, String name) {
    return ((JsonArray) tree.find(name).orElseThrow())
        .elements().stream().map(JsonObject.class::cast).toList();
  }

  private static Optional<Sha256> digest(JsonObject object, String name) {
    return text(object, name).flatMap(Sha256::fromHex);
  }

  private static Optional<String> text(JsonObject object, String name) {
    return object.find(name).map(node -> ((JsonString) node).text());
  }

  private static Optional<Long> number(JsonObject object, String name) {
    return object.find(name).map(node -> ((JsonNumber) node).asInteger().orElseThrow());
  }

  private static Outcome<JournalRecord> damaged(Location place, String reason) {
    return Outcome.refused(
        Diagnostic.error(
                DiagnosticCode.JOURNAL_DAMAGED,
                place,
                "the record of an unfinished publication cannot be used: " + reason)
            .fix(DISCARD));
  }

  /** A record that cannot be used is cleared by one command, whatever its fault. */
  static Diagnostic withDiscard(Diagnostic fault) {
    return fault.withFixes(List.of(DISCARD));
  }
}
