package dev.papack.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonObject;
import dev.papack.json.JsonReader;
import dev.papack.source.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Texts, read as documents of a kind. */
final class Documents {
  private Documents() {}

  static Outcome<CurrentDocument> read(String text, History history) {
    return Migration.read(snapshot(text), history);
  }

  static CurrentDocument accepted(String text, History history) {
    Outcome<CurrentDocument> outcome = read(text, history);
    assertThat(outcome).as(text).isInstanceOf(Outcome.Accepted.class);
    return ((Outcome.Accepted<CurrentDocument>) outcome).value();
  }

  static List<Diagnostic> faults(String text, History history) {
    Outcome<CurrentDocument> outcome = read(text, history);
    assertThat(outcome).as(text).isInstanceOf(Outcome.Refused.class);
    return outcome.diagnostics();
  }

  /** The text of a current document that a file of any version becomes. */
  static String migrated(String text, History history) {
    return history.text(accepted(text, history).tree());
  }

  /** The text after one step alone, as the release that brought the step would have written it. */
  static String step(String text, int version, History history) {
    JsonObject next =
        Objects.requireNonNull(history.steps().get(version)).apply(tree(text, history));
    return history.text(next, version + 1);
  }

  static JsonObject tree(String text, History history) {
    Outcome<JsonNode> outcome = JsonReader.parse(snapshot(text), history.kind().artifact());
    assertThat(outcome).as(text).isInstanceOf(Outcome.Accepted.class);
    return (JsonObject) ((Outcome.Accepted<JsonNode>) outcome).value();
  }

  private static Snapshot snapshot(String text) {
    return Snapshot.of("document.json", text.getBytes(StandardCharsets.UTF_8));
  }
}
