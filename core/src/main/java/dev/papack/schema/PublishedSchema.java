package dev.papack.schema;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.Suggestion;
import dev.papack.json.JsonArray;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonObject;
import dev.papack.json.JsonReader;
import dev.papack.json.JsonString;
import dev.papack.result.SchemaText;
import dev.papack.source.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The JSON Schema of one version of a kind of document.
 *
 * @param text as it is published in {@code docs/schemas}
 */
public record PublishedSchema(String text) {
  /** How an element of an array is called in the path of a member. */
  public static final String ELEMENT = "*";

  /** The newest version of each kind; every version from 1 on is published. */
  private static final SortedMap<String, Integer> NEWEST =
      Collections.unmodifiableSortedMap(
          new TreeMap<>(
              Map.ofEntries(
                  Map.entry("asset", 3),
                  Map.entry("asset_table", 1),
                  Map.entry("asset_table_metadata", 2),
                  Map.entry("budgets", 1),
                  Map.entry("contract", 1),
                  Map.entry("diagnostic", 1),
                  Map.entry("ignore", 1),
                  Map.entry("index", 3),
                  Map.entry("migration", 1),
                  Map.entry("preload", 1),
                  Map.entry("report", 1),
                  Map.entry("result", 1))));

  private static final String DEFINITIONS = "#/$defs/";

  /** Where members of an object may be described. */
  private static final List<String> CHOICES = List.of("oneOf", "anyOf", "allOf");

  /** The kinds that have schemas, each with its newest version. */
  public static SortedMap<String, Integer> newest() {
    return NEWEST;
  }

  /**
   * The schema that somebody asks for by name.
   *
   * @param kind as it was typed
   * @param version of the kind; the newest if none was said
   */
  public static Outcome<SchemaText> require(String kind, OptionalInt version) {
    Integer newest = NEWEST.get(kind);
    if (newest == null) {
      return Outcome.refused(
          Diagnostic.error(
                  DiagnosticCode.VALUE_UNKNOWN,
                  Location.of(Artifact.REQUEST, ""),
                  "no kind of document is called \"" + kind + "\"")
              .found(kind)
              .supported(String.join(", ", NEWEST.keySet()))
              .advice(
                  Suggestion.closest(kind, NEWEST.keySet())
                      .map(close -> "did you mean \"" + close + "\"?")
                      .orElse("choose one of " + String.join(", ", NEWEST.keySet()))));
    }
    int wanted = version.orElse(newest);
    return find(kind, wanted)
        .map(found -> Outcome.of(new SchemaText(kind, wanted, found.text())))
        .orElseGet(() -> Outcome.refused(noVersion(kind, wanted, newest)));
  }

  private static Diagnostic noVersion(String kind, int wanted, int newest) {
    String versions = newest == 1 ? "1" : "1 to " + newest;
    return Diagnostic.error(
            wanted < 1 ? DiagnosticCode.VERSION_NEVER_EXISTED : DiagnosticCode.VERSION_TOO_NEW,
            Location.of(Artifact.REQUEST, ""),
            "version " + wanted + " of \"" + kind + "\" has no schema here; there is " + versions)
        .found(Integer.toString(wanted))
        .supported(versions)
        .advice("choose one of these, or use a newer papack");
  }

  /**
   * The schema of a version, if there is one.
   *
   * @param kind the label of the kind, such as {@code asset}
   */
  public static Optional<PublishedSchema> find(String kind, int version) {
    String name = "/dev/papack/schemas/" + kind + "-" + version + ".schema.json";
    try (InputStream in = PublishedSchema.class.getResourceAsStream(name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new PublishedSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("the packer's own file " + name, e);
    }
  }

  /**
   * What a member means, as far as its name does not say it.
   *
   * @param path the names of the members that lead to it, from the root; {@link #ELEMENT} for an
   *     element of an array
   */
  public Optional<String> descriptionOf(List<String> path) {
    Optional<JsonObject> root = root();
    Stream<JsonObject> found = root.stream();
    for (String step : path) {
      List<JsonObject> at = found.toList();
      found =
          at.stream()
              .map(schema -> resolved(root.orElseThrow(), schema))
              .flatMap(schema -> inner(root.orElseThrow(), schema, step));
    }
    return found
        .flatMap(schema -> Stream.of(schema, resolved(root.orElseThrow(), schema)))
        .flatMap(schema -> schema.find("description").stream())
        .filter(JsonString.class::isInstance)
        .map(node -> ((JsonString) node).text())
        .findFirst();
  }

  private Optional<JsonObject> root() {
    Snapshot snapshot = Snapshot.of("schema", text.getBytes(StandardCharsets.UTF_8));
    return JsonReader.parse(snapshot, Artifact.ASSET)
            instanceof Outcome.Accepted<JsonNode>(JsonObject root, var _)
        ? Optional.of(root)
        : Optional.empty();
  }

  private static Stream<JsonObject> inner(JsonObject root, JsonObject schema, String step) {
    Stream<JsonObject> own =
        step.equals(ELEMENT)
            ? object(schema, "items").stream()
            : object(schema, "properties").flatMap(members -> object(members, step)).stream();
    Stream<JsonObject> chosen =
        CHOICES.stream()
            .flatMap(choice -> schema.find(choice).stream())
            .filter(JsonArray.class::isInstance)
            .flatMap(node -> ((JsonArray) node).elements().stream())
            .filter(JsonObject.class::isInstance)
            .flatMap(node -> inner(root, resolved(root, (JsonObject) node), step));
    return Stream.concat(own, chosen);
  }

  /** What a reference leads to, or the schema itself. */
  private static JsonObject resolved(JsonObject root, JsonObject schema) {
    return schema
        .find("$ref")
        .filter(JsonString.class::isInstance)
        .map(node -> ((JsonString) node).text())
        .filter(reference -> reference.startsWith(DEFINITIONS))
        .flatMap(reference ->
            object(root, "$defs")
                .flatMap(all -> object(all, reference.substring(DEFINITIONS.length()))))
        .orElse(schema);
  }

  private static Optional<JsonObject> object(JsonObject object, String name) {
    return object.find(name).filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
  }
}
