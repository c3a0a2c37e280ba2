package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The published schemas refuse every line that is damaged in one place. */
class DamagedLineTest {
  /** Members that a good line may lack, and no others: {@code related} holds locations as well. */
  private static final Set<String> MAY_BE_ABSENT =
      Set.of(
          "diagnostic /found",
          "diagnostic /supported",
          "diagnostic /limit",
          "diagnostic /fixes[]/command",
          "diagnostic /fixes[]/edit",
          "diagnostic /fixes[]/request",
          "diagnostic /location/pointer",
          "diagnostic /location/byte_offset",
          "diagnostic /location/pixels",
          "diagnostic /related[]/location/pointer",
          "contract /artifacts[]/pack_id",
          "result /commit",
          "build /changed",
          "build /changed_count",
          "add /assets[]/asset_id",
          "add /assets[]/preload",
          "add /assets[]/sounds/channels",
          "add /assets[]/sounds/loop",
          "add /assets[]/sounds/loop/mode",
          "add /assets[]/sounds/sample_rate",
          "add /assets[]/tiles/alpha_threshold",
          "add /assets[]/tiles/colors",
          "add /assets[]/tiles/dither",
          "add /assets[]/tiles/frame",
          "add /assets[]/tiles/frame/count",
          "add /assets[]/tiles/index_0",
          "add /assets[]/tiles/layers",
          "add /assets[]/tiles/margin",
          "add /assets[]/tiles/max_palettes",
          "add /assets[]/tiles/spacing",
          "add /assets[]/tiles/tag",
          "add /assets[]/tiles/transparent_color",
          "inspect /palettes",
          "inspect /folders",
          "inspect /frames",
          "inspect /frames[]/durations_ms",
          "inspect /frames[]/tags",
          "inspect /frames[]/slices",
          "inspect /frames[]/slices[]/keys[]/center",
          "inspect /frames[]/slices[]/keys[]/pivot",
          "list /assets[]/preload",
          "list /assets[]/tiles/alpha_threshold",
          "list /assets[]/tiles/index_0",
          "list /assets[]/tiles/frame",
          "list /assets[]/tiles/frame/count",
          "list /assets[]/sounds/loop/mode",
          "list /assets[]/tiles/layers",
          "list /assets[]/tiles/margin",
          "list /assets[]/tiles/spacing",
          "list /assets[]/tiles/tag",
          "list /assets[]/tiles/transparent_color",
          "diagnostic /related[]/location/pixels",
          "list /assets[]/sounds/channels",
          "list /assets[]/sounds/loop",
          "list /assets[]/sounds/sample_rate",
          "registry check /retired[]/name",
          "registry check /retired[]/root",
          "remove /declaration",
          "build /explained",
          "build /explained[]/reasons[]/after",
          "build /explained[]/reasons[]/before",
          "build /reproduced",
          "cache show /pack_id",
          "doctor /fixes[]/asset_id",
          "doctor /fixes[]/asset_id_before",
          // Not done and without its only member, the line is that of a refused command.
          "not done: list /assets");

  @TempDir Path folder;

  @Test
  void aLineDamagedInOnePlaceIsRefused() throws IOException {
    Set<String> absent = new TreeSet<>();
    List<String> wronglyAccepted = new ArrayList<>();
    int refused = 0;
    for (String line : new LinkedHashSet<>(PrintedLines.all(folder))) {
      ObjectNode tree = (ObjectNode) LineSchemas.tree(line);
      String schema = LineSchemas.named(tree);
      for (OneDamage damage : OneDamage.of(tree)) {
        String place = place(tree, damage.place());
        if (!LineSchemas.faults(damage.line(), schema).isEmpty()) {
          refused++;
        } else if (damage.kind() == OneDamage.Kind.MEMBER_DROPPED) {
          absent.add(place);
        } else {
          wronglyAccepted.add(damage.kind() + " " + place + ": " + damage.line());
        }
      }
    }
    assertThat(wronglyAccepted).isEmpty();
    assertThat(absent).containsExactlyInAnyOrderElementsOf(MAY_BE_ABSENT);
    assertThat(refused).isGreaterThan(10_000);
  }

  private static String place(JsonNode line, String member) {
    if (!line.has("command")) {
      return line.path("artifact").asString() + " " + member;
    }
    boolean isOfTheLine = member.lastIndexOf('/') == 0;
    boolean isDone = line.path("exit_status").asInt() == 0;
    return (isOfTheLine && !isDone ? "not done: " : "")
        + line.path("command").asString()
        + " "
        + member;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'command':'bild','exit_status':0,COUNTS | /command | enumeration",
        "'exit_status':1,COUNTS | \"\" | required property 'command'",
        "'command':'check','exit_status':1 | \"\" | required property 'errors'",
        "'command':'check','exit_status':0,COUNTS | \"\" | required property 'asset_count'",
        "'command':'check','exit_status':0,COUNTS,'assets':[] | \"\" | property 'assets'",
        "'command':'check','exit_status':5,COUNTS | /exit_status | enumeration",
        "'exit_status':2,COUNTS | \"\" | required property 'message'",
        "'exit_status':2,'message':'m','command':'check' | \"\" | property 'command'",
        "'command':'check','exit_status':0,COUNTS,'asset_count':-1 | /asset_count | minimum"
      })
  void theFaultOfAResultIsNamed(String members, String place, String message) {
    String counts = "'errors':0,'warnings':0,'notes':0,'unprinted':0";
    String line =
        "{'artifact':'result','schema_version':1," + members.replace("COUNTS", counts) + "}";
    assertThat(LineSchemas.faults(LineSchemas.tree(line.replace('\'', '"'))))
        .anySatisfy(fault -> assertThat(fault).startsWith(place + ": ").contains(message));
  }

  @Test
  void theFaultOfACommandIsSaidOfThatCommandOnly() {
    JsonNode line =
        LineSchemas.tree(
            "{\"artifact\":\"result\",\"schema_version\":1,\"command\":\"check\",\"exit_status\":0,"
                + "\"errors\":0,\"warnings\":0,\"notes\":0,\"unprinted\":0,\"asset_count\":\"5\"}");
    assertThat(LineSchemas.faults(line)).hasSize(1).first().asString().startsWith("/asset_count: ");
  }
}
