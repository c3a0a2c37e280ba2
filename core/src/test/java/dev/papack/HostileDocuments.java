package dev.papack;

import dev.papack.asset.AssetRoot;
import dev.papack.asset.DeclarationPlace;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.migration.CurrentDocument;
import dev.papack.migration.Histories;
import dev.papack.migration.History;
import dev.papack.migration.Migration;
import dev.papack.registry.DeclarationDocument;
import dev.papack.registry.IndexDocument;
import dev.papack.source.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Versions, ids, names and every other value of the authored documents, replaced. */
final class HostileDocuments {
  private static final String TILES =
      "{\"artifact\": \"asset\", \"schema_version\": 3, \"asset_id\": 7, \"name\": \"a/b\","
          + " \"sources\": [\"x.png\"], \"bank\": \"TILES\", \"tiles\": {\"tile_size\": 16,"
          + " \"palettes\": \"indexed\", \"fit\": \"pad\", \"alpha_threshold\": 128,"
          + " \"index_0\": \"transparent\"}, \"preload\": {\"slot\": 3}}";

  private static final String SOUNDS =
      "{\"artifact\": \"asset\", \"schema_version\": 3, \"asset_id\": 8, \"name\": \"c\","
          + " \"sources\": [\"x.wav\"], \"bank\": \"SOUNDS\", \"sounds\": {\"sample_rate\": 22050,"
          + " \"channels\": 2, \"loop\": {\"start\": 1, \"end\": 9}}}";

  private static final String INDEX =
      "{\"artifact\": \"index\", \"schema_version\": 3, \"assets\": [{\"asset_id\": 5,"
          + " \"root\": \"a/b\"}], \"retired\": [{\"asset_id\": 6, \"name\": \"c\","
          + " \"root\": \"c\"}]}";

  private static final String FIRST_INDEX =
      "{\"artifact\": \"index\", \"schema_version\": 1, \"assets\": [{\"asset_id\": 5,"
          + " \"root\": \"a/b\"}], \"retired\": [6]}";

  /** A whole value: no text of these documents has an escape. */
  private static final Pattern SCALAR = Pattern.compile("(?<=[:\\[] ?)(\"[^\"]*\"|[0-9]+)");

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "false",
          "0",
          "-1",
          "1",
          "-0",
          "1.0",
          "1e0",
          "01",
          "256",
          "65536",
          "2147483647",
          "2147483648",
          "4294967296",
          "9007199254740991",
          "9007199254740992",
          "9223372036854775807",
          "9223372036854775808",
          "1" + "0".repeat(100),
          "\"\"",
          "\" \"",
          "\"7\"",
          "\"a\"",
          "\"A\"",
          "\"a/../b\"",
          "\"/a\"",
          "\"a//b\"",
          "\"a/\"",
          "\"..\"",
          "\"a\\\\b\"",
          "\"C:a\"",
          "\"con\"",
          "\"a.\"",
          "\"\\u0000\"",
          "\"\\u001b[31m\"",
          "\"\\u202e\"",
          "\"\\u200b\"",
          "\"\\ud800\"",
          "\"a\\u0308\"",
          "\"" + "n".repeat(300) + "\"",
          "[]",
          "{}",
          "[[]]",
          "{\"a\": 1}",
          "[1, 2]",
          "\"asset\"",
          "\"index\"",
          "\"TILES\"",
          "2",
          "3");

  private static final DeclarationPlace PLACE =
      new DeclarationPlace(new AssetRoot(AssetsPath.of("a/b")), DeclarationPlace.Form.INSIDE);

  private HostileDocuments() {}

  static List<Family> families() {
    List<Family> families = new ArrayList<>();
    families.addAll(replaced("tiles", TILES, Histories.ASSET));
    families.addAll(replaced("sounds", SOUNDS, Histories.ASSET));
    families.addAll(replaced("index", INDEX, Histories.INDEX));
    families.addAll(replaced("first-index", FIRST_INDEX, Histories.INDEX));
    families.addAll(versions());
    families.add(family("character-in-source", sources(), Histories.ASSET));
    families.add(family("character-in-root", roots(), Histories.INDEX));
    families.add(family("character-in-name", names(), Histories.ASSET));
    return families;
  }

  /** Every version, of every kind, in every spelling; the rest of the document is missing. */
  private static List<Family> versions() {
    List<Family> families = new ArrayList<>();
    for (History history : Histories.all()) {
      String kind = history.kind().label();
      List<String> texts =
          VALUES.stream()
              .map(version ->
                  "{\"artifact\": \"" + kind + "\", \"schema_version\": " + version + "}")
              .toList();
      families.add(family("version-of-" + kind, texts, history));
      List<String> kinds =
          VALUES.stream()
              .map(artifact -> "{\"artifact\": " + artifact + ", \"schema_version\": 1}")
              .toList();
      families.add(family("kind-where-" + kind + "-belongs", kinds, history));
    }
    return families;
  }

  private static List<Family> replaced(String name, String document, History history) {
    List<Family> families = new ArrayList<>();
    Matcher scalar = SCALAR.matcher(document);
    for (int number = 1; scalar.find(); number++) {
      String before = document.substring(0, scalar.start());
      String after = document.substring(scalar.end());
      List<String> texts = VALUES.stream().map(value -> before + value + after).toList();
      families.add(family(name + "-value-" + number, texts, history));
    }
    return families;
  }

  /** Latin, and the borders of what looks like nothing or turns the line around. */
  private static List<String> characters() {
    List<String> characters = new ArrayList<>();
    IntStream.range(0, 0x250).mapToObj(HostileDocuments::escaped).forEach(characters::add);
    for (int start :
        new int[] {0x300, 0x1160, 0x2000, 0x2060, 0x3164, 0xD7F0, 0xDC00, 0xFE00, 0xFFF0}) {
      IntStream.range(start, start + 32)
          .mapToObj(HostileDocuments::escaped)
          .forEach(characters::add);
    }
    return characters;
  }

  private static String escaped(int unit) {
    return String.format(java.util.Locale.ROOT, "\\u%04x", unit);
  }

  private static List<String> sources() {
    return characters().stream().map(c -> TILES.replace("x.png", "x" + c + "y.png")).toList();
  }

  private static List<String> roots() {
    return characters().stream().map(c -> INDEX.replace("a/b", "a/" + c + "b")).toList();
  }

  private static List<String> names() {
    return characters().stream().map(c -> SOUNDS.replace("\"c\"", "\"c" + c + "\"")).toList();
  }

  private static Family family(String name, List<String> texts, History history) {
    return Family.ofTexts("document " + name, texts, input -> read(input, history));
  }

  private static Outcome<?> read(byte[] input, History history) {
    return switch (Migration.read(Snapshot.of("x.json", input), history)) {
      case Outcome.Refused<CurrentDocument>(List<Diagnostic> faults) ->
          new Outcome.Refused<>(faults);
      case Outcome.Accepted<CurrentDocument>(CurrentDocument document, List<Diagnostic> notes) ->
          meaning(document);
    };
  }

  private static Outcome<?> meaning(CurrentDocument document) {
    return switch (document.kind().artifact()) {
      case ASSET -> DeclarationDocument.read(document, PLACE);
      case INDEX -> IndexDocument.read(document);
      default -> Outcome.of(document);
    };
  }
}
