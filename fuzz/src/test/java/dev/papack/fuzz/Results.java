package dev.papack.fuzz;

import dev.papack.cli.output.DiagnosticJson;
import dev.papack.cli.output.Printable;
import dev.papack.cli.output.Standing;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonReader;
import dev.papack.source.Snapshot;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What every target asks of what comes back. */
public final class Results {
  /** Where the user stands: in some folder, with no workspace in sight. */
  private static final Standing NOWHERE =
      new Standing(Path.of("").toAbsolutePath(), Optional.empty(), Optional.empty());

  private Results() {}

  /**
   * The value of an outcome whose diagnostics can be shown; empty for a refusal.
   *
   * @throws AssertionError if one cannot
   */
  public static <T> Optional<T> accepted(Outcome<T> outcome) {
    outcome.diagnostics().forEach(Results::requireShown);
    return switch (outcome) {
      case Outcome.Accepted<T>(T value, List<Diagnostic> notes) -> Optional.of(value);
      case Outcome.Refused<T> refused -> Optional.empty();
    };
  }

  /**
   * The value of an outcome that must not be a refusal.
   *
   * @throws AssertionError with the reasons of the refusal
   */
  public static <T> T value(Outcome<T> outcome) {
    return accepted(outcome).orElseThrow(() -> new AssertionError(outcome.diagnostics()));
  }

  /**
   * Demands a fact.
   *
   * @throws AssertionError with the promise that is broken
   */
  public static void require(boolean fact, String promise) {
    if (!fact) {
      throw new AssertionError(promise);
    }
  }

  /** Nothing of a hostile file steers the terminal, and programs get strict JSON on one line. */
  private static void requireShown(Diagnostic diagnostic) {
    require(!diagnostic.message().isEmpty(), "a diagnostic says something");
    String line = new DiagnosticJson(NOWHERE).line(diagnostic);
    require(
        line.codePoints().allMatch(Printable::isPrintable), "a diagnostic is one printable line");
    Snapshot snapshot = Snapshot.of("diagnostic", line.getBytes(StandardCharsets.UTF_8));
    Outcome<JsonNode> read = JsonReader.parse(snapshot, Artifact.ASSET);
    require(read instanceof Outcome.Accepted, "a diagnostic is strict JSON");
    require(
        Printable.escape(diagnostic.message()).codePoints().allMatch(Printable::isPrintable),
        "an escaped message is printable");
  }
}
