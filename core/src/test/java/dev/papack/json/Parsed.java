package dev.papack.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.TextRange;
import dev.papack.source.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Documents parsed in one call, and ranges as {@code line:column-endLine:endColumn}. */
final class Parsed {
  static final String PATH = "assets/a/asset.json";

  private Parsed() {}

  static Outcome<JsonNode> outcome(byte[] bytes) {
    return JsonReader.parse(Snapshot.of(PATH, bytes), Artifact.ASSET);
  }

  static Outcome<JsonNode> outcome(String text) {
    return outcome(text.getBytes(StandardCharsets.UTF_8));
  }

  static JsonNode tree(String text) {
    Outcome<JsonNode> outcome = outcome(text);
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    return ((Outcome.Accepted<JsonNode>) outcome).value();
  }

  static List<Diagnostic> faults(String text) {
    Outcome<JsonNode> outcome = outcome(text);
    assertThat(outcome).as(text).isInstanceOf(Outcome.Refused.class);
    return outcome.diagnostics();
  }

  static Diagnostic fault(String text) {
    List<Diagnostic> faults = faults(text);
    assertThat(faults).hasSize(1);
    return faults.getFirst();
  }

  static DiagnosticCode code(String text) {
    return fault(text).code();
  }

  static String place(Diagnostic fault) {
    return show(fault.location().text().orElseThrow());
  }

  static String show(TextRange range) {
    return String.format(
        Locale.ROOT,
        "%d:%d-%d:%d",
        range.line(),
        range.column(),
        range.endLine(),
        range.endColumn());
  }
}
