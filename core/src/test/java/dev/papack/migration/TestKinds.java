package dev.papack.migration;

import static dev.papack.document.Shape.Member.optional;
import static dev.papack.document.Shape.Member.required;

import dev.papack.diagnostic.Artifact;
import dev.papack.document.Kind;
import dev.papack.document.Shape;
import dev.papack.document.Shape.ArrayShape;
import dev.papack.document.Shape.ChoiceShape;
import dev.papack.document.Shape.IntegerShape;
import dev.papack.document.Shape.Member;
import dev.papack.document.Shape.NumberChoiceShape;
import dev.papack.document.Shape.ObjectShape;
import dev.papack.document.Shape.TextShape;
import dev.papack.document.Shape.WordOrObjectShape;
import dev.papack.document.SupportWindow;
import dev.papack.json.JsonArray;
import dev.papack.json.JsonMember;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonNumber;
import dev.papack.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Kinds that exist in tests alone, with more past than any of ours has: declarations of seven
 * versions, read from the first, the third or the fifth on, and a journal of five.
 */
final class TestKinds {
  private static final IntegerShape ID = new IntegerShape(1, Integer.MAX_VALUE);
  private static final TextShape PATH = new TextShape(Pattern.compile("(?s).+"), "a path");
  private static final NumberChoiceShape SIZE = new NumberChoiceShape(List.of(8, 16, 32));

  private TestKinds() {}

  /** What one version brought. */
  private record Age(List<Member> members, Step stepFromBefore) {}

  static Stream<History> all() {
    return Stream.of(declarations(1), declarations(3), declarations(5), journal());
  }

  static History declarations(int oldest) {
    return history(Artifact.ASSET, oldest, declarationAges());
  }

  static History journal() {
    return history(Artifact.JOURNAL, 3, journalAges());
  }

  private static List<Age> declarationAges() {
    Member id = optional("asset_id", ID);
    Member name = required("name", PATH);
    Member loop =
        optional(
            "loop",
            new WordOrObjectShape(
                new ChoiceShape(List.of("none")),
                new ObjectShape(List.of(required("start", ID), optional("end", ID)))));
    Member source = required("source", PATH);
    Member sources = required("sources", new ArrayShape(PATH, 1_000));
    Member files =
        required("sources", new ArrayShape(new ObjectShape(List.of(required("path", PATH))), 1000));
    Member ids = required("uses", new ArrayShape(ID, 1_000));
    Member uses =
        required("uses", new ArrayShape(new ObjectShape(List.of(required("asset_id", ID))), 1_000));
    Member size = required("tile_size", SIZE);
    Member tiles = required("tiles", new ObjectShape(List.of(size)));
    Member title = required("title", PATH);
    return List.of(
        age(tree -> tree, id, name, source, ids, loop, required("size", SIZE)),
        age(tree -> renamed(tree, "size", "tile_size"), id, name, source, ids, loop, size),
        age(
            tree -> changed(renamed(tree, "tile_size", "tiles"), "tiles", wrapped("tile_size")),
            id,
            name,
            source,
            ids,
            loop,
            tiles),
        age(
            tree ->
                changed(
                    renamed(tree, "source", "sources"),
                    "sources",
                    node -> new JsonArray(List.of(node), node.range())),
            id,
            name,
            sources,
            ids,
            loop,
            tiles),
        age(
            tree -> changed(tree, "uses", each(wrapped("asset_id"))),
            id,
            name,
            sources,
            uses,
            loop,
            tiles),
        age(
            tree -> changed(tree, "sources", each(wrapped("path"))),
            id,
            name,
            files,
            uses,
            loop,
            tiles),
        age(tree -> renamed(tree, "name", "title"), id, title, files, uses, loop, tiles));
  }

  private static List<Age> journalAges() {
    Member checksum = required("checksum", PATH);
    Member files = required("files", new ArrayShape(PATH, 1_000));
    Member records =
        required(
            "files", new ArrayShape(new ObjectShape(List.of(required("document", PATH))), 1_000));
    return List.of(
        age(tree -> tree, files),
        age(tree -> tree, files, optional("checksum", PATH)),
        age(tree -> tree, files, checksum),
        age(tree -> changed(tree, "files", each(wrapped("document"))), records, checksum),
        age(tree -> renamed(tree, "checksum", "digest"), records, required("digest", PATH)));
  }

  private static Age age(Step stepFromBefore, Member... members) {
    return new Age(List.of(members), stepFromBefore);
  }

  private static History history(Artifact artifact, int oldest, List<Age> ages) {
    SortedMap<Integer, Shape> structures = new TreeMap<>();
    SortedMap<Integer, Step> steps = new TreeMap<>();
    SortedMap<Integer, String> lastReaders = new TreeMap<>();
    for (int version = 1; version <= ages.size(); version++) {
      if (version < oldest) {
        lastReaders.put(version, "0." + version);
      } else {
        structures.put(version, structure(artifact, version, ages.get(version - 1).members()));
      }
      if (version > oldest) {
        Step step = ages.get(version - 1).stepFromBefore();
        int made = version;
        steps.put(version - 1, tree -> versioned(step.apply(tree), made));
      }
    }
    return new History(
        new Kind(artifact, new SupportWindow(oldest, ages.size()), lastReaders), structures, steps);
  }

  private static Shape structure(Artifact artifact, int version, List<Member> further) {
    List<Member> members = new ArrayList<>();
    members.add(required("artifact", new ChoiceShape(List.of(artifact.label()))));
    members.add(required("schema_version", new NumberChoiceShape(List.of(version))));
    members.addAll(further);
    return new ObjectShape(members);
  }

  private static JsonObject versioned(JsonObject tree, int version) {
    return changed(tree, "schema_version", node -> JsonNumber.of(version, node.range()));
  }

  private static UnaryOperator<JsonNode> wrapped(String name) {
    return node -> new JsonObject(List.of(new JsonMember(name, node.range(), node)), node.range());
  }

  private static UnaryOperator<JsonNode> each(UnaryOperator<JsonNode> change) {
    return node ->
        new JsonArray(((JsonArray) node).elements().stream().map(change).toList(), node.range());
  }

  private static JsonObject renamed(JsonObject tree, String from, String to) {
    return members(
        tree,
        member ->
            member.name().equals(from)
                ? new JsonMember(to, member.nameRange(), member.value())
                : member);
  }

  private static JsonObject changed(JsonObject tree, String name, UnaryOperator<JsonNode> change) {
    return members(
        tree,
        member ->
            member.name().equals(name)
                ? new JsonMember(name, member.nameRange(), change.apply(member.value()))
                : member);
  }

  private static JsonObject members(JsonObject tree, UnaryOperator<JsonMember> change) {
    return new JsonObject(tree.members().stream().map(change).toList(), tree.range());
  }
}
