package dev.papack.processes;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is authored and what is published; an id that was drawn since has no number, and the hidden
 * files that the next command which writes takes away are left out.
 */
record GameState(Map<String, String> authored, Map<String, String> published) {
  private static final Pattern ID = Pattern.compile("(?<=\"asset_id\": )\\d+");

  static GameState of(Game game, Set<String> knownIds) throws IOException {
    Map<String, String> authored = game.authored();
    authored.keySet().removeIf(file -> file.contains("/.papack-"));
    authored.replaceAll((file, text) ->
        ID.matcher(text).replaceAll(id -> knownIds.contains(id.group()) ? id.group() : "new"));
    // The registry is in the order of the ids.
    authored.computeIfPresent(
        "assets/index.json",
        (file, text) ->
            text.lines().map(line -> line.replaceAll(",$", "")).sorted().toList().toString());
    return new GameState(authored, game.published());
  }

  static Set<String> ids(Game game) throws IOException {
    return ID.matcher(game.authored().getOrDefault("assets/index.json", ""))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }

  /** Whether each file is the one of before or the one of after. */
  boolean isBetween(GameState before, GameState after) {
    return isBetween(authored, before.authored, after.authored)
        && isBetween(published, before.published, after.published);
  }

  private static boolean isBetween(
      Map<String, String> now, Map<String, String> before, Map<String, String> after) {
    return Stream.of(now, before, after)
        .flatMap(files -> files.keySet().stream())
        .allMatch(file ->
            String.valueOf(now.get(file)).equals(String.valueOf(before.get(file)))
                || String.valueOf(now.get(file)).equals(String.valueOf(after.get(file))));
  }
}
