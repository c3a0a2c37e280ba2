package dev.papack.json;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.source.Limits;
import dev.papack.source.Snapshot;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/**
 * Strict JSON: RFC 8259 in UTF-8, and of what it leaves open nothing. No byte order mark, no lone
 * surrogate, no doubled name, one root, within {@link Limits}; numbers stay text.
 */
public final class JsonReader {
  /**
   * Neither recycles buffers nor shares names, so it has no state. Its own limits are where ours
   * have already refused.
   */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
          .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Limits.JSON_DEPTH)
                  .maxNumberLength(Limits.JSON_NUMBER_CHARS)
                  .maxStringLength(Limits.JSON_STRING_BYTES)
                  .maxNameLength(Limits.JSON_NAME_BYTES)
                  .build())
          .build();

  private JsonReader() {}

  /**
   * Parses a document. Work and memory are proportional to its size, which the snapshot has
   * limited.
   *
   * @param snapshot the bytes
   * @param artifact what they are, for the location of faults
   * @return the tree, or the first fault in reading order and any doubled names before it
   */
  public static Outcome<JsonNode> parse(Snapshot snapshot, Artifact artifact) {
    Outcome<JsonNode> parsed = parseOnce(snapshot, artifact);
    return switch (parsed) {
      case Outcome.Accepted<JsonNode> _ -> parsed;
      case Outcome.Refused<JsonNode>(List<Diagnostic> faults) ->
          new Outcome.Refused<>(
              faults.stream().map(fault -> TriedFixes.of(fault, snapshot, artifact)).toList());
    };
  }

  static Outcome<JsonNode> parseOnce(Snapshot snapshot, Artifact artifact) {
    return JsonText.decode(snapshot, artifact).flatMap(JsonReader::parse);
  }

  private static Outcome<JsonNode> parse(JsonText text) {
    if (text.skipSpace(0) == text.length()) {
      return Outcome.refused(
          Diagnostic.error(
                  DiagnosticCode.JSON_EMPTY, text.at(0, text.length()), "the document is empty")
              .advice("restore it from version control, or delete it and create it again"));
    }
    Optional<LexicalScan.Fault> cut = LexicalScan.firstFault(text);
    int length = cut.map(LexicalScan.Fault::offset).orElse(text.length());
    try (JsonParser parser =
        FACTORY.createParser(ObjectReadContext.empty(), text.characters().array(), 0, length)) {
      return new TreeBuilder(text, parser, cut).build();
    }
  }
}
