package dev.papack.cli;

import dev.papack.cli.output.TextOutput;
import dev.papack.json.line.JsonLine;
import dev.papack.result.BuildReason;
import dev.papack.result.BuiltAsset;
import dev.papack.result.CacheState;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Why assets were converted, as text and as JSON. */
final class BuildReasonText {
  private BuildReasonText() {}

  /** One line for an asset. */
  static void print(BuiltAsset asset, TextOutput out) {
    out.line(
        asset.isReused()
            ? "unchanged " + asset.name()
            : "converted "
                + asset.name()
                + ": "
                + asset.reasons().stream()
                    .map(BuildReasonText::text)
                    .collect(Collectors.joining("; ")));
  }

  private static String text(BuildReason reason) {
    return switch (reason.kind()) {
      case CACHE -> sentence(reason.subject());
      case NEW_ASSET -> "not in the last build";
      case SOURCE_BYTES -> "source bytes of " + reason.subject();
      case SOURCES -> "other sources";
      case SETTING -> change(reason.subject(), reason);
      case VERSION -> change("version of " + reason.subject(), reason);
      case FINDINGS -> "nothing changed; it has warnings or notes, which are not kept";
      case SLICE_DAMAGED -> "its bank in the published pack is damaged";
    };
  }

  private static String sentence(String label) {
    return Arrays.stream(CacheState.values())
        .filter(state -> state.label().equals(label))
        .map(CacheState::sentence)
        .findFirst()
        .orElse(label);
  }

  private static String change(String subject, BuildReason reason) {
    return subject
        + " "
        + reason.before().orElse("(not set)")
        + " -> "
        + reason.after().orElse("(not set)");
  }

  /** An asset as an element of a list. */
  static void write(JsonLine json, BuiltAsset asset) {
    json.put("asset_id", asset.id())
        .put("asset_name", asset.name().text())
        .put("converted", !asset.isReused())
        .putObjects(
            "reasons",
            asset.reasons(),
            (inner, reason) ->
                inner
                    .put("reason", reason.kind().label())
                    .put("subject", reason.subject())
                    .put("before", reason.before())
                    .put("after", reason.after()));
  }
}
