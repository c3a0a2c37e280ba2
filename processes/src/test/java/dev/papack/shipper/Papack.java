package dev.papack.shipper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * papack as another program meets it: a command, lines of JSON, an exit status.
 *
 * @param command how it is started, without arguments
 */
record Papack(List<String> command) {
  private static final JsonMapper JSON = new JsonMapper();

  /** What it answered. */
  record Answer(int status, List<JsonNode> lines) {
    /** The line of a kind; missing if there is none. */
    JsonNode line(String artifact) {
      return lines.stream()
          .filter(line -> line.path("artifact").asString().equals(artifact))
          .findFirst()
          .orElse(MissingNode.getInstance());
    }

    JsonNode result() {
      return line("result");
    }

    /** The codes of what it found, in its order. */
    List<String> codes() {
      return lines.stream()
          .filter(line -> line.path("artifact").asString().equals("diagnostic"))
          .map(line -> line.path("code").asString())
          .toList();
    }
  }

  Answer ask(String... arguments) {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(arguments));
    all.addAll(List.of("--format", "json", "--quiet"));
    try {
      Process process =
          new ProcessBuilder(all).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Answer(process.waitFor(), out.lines().map(JSON::readTree).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while papack ran", e);
    }
  }
}
