package dev.papack.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.container.PackFault.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of two defects, the one that the reading order names first decides. */
final class PrecedenceTest {
  /** A defect and the stage that finds it. */
  record Defect(String name, Stage stage, UnaryOperator<PackForge> make) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final String SOUNDS_VERSION = "SOUNDS\",\"bank_version\":";

  /** In the order of the rows. */
  private static final List<Defect> DEFECTS =
      List.of(
          new Defect("stem", Stage.DAMAGED, PackForge::damagedStem),
          new Defect("envelope", Stage.TOO_NEW, forge -> forge.envelopeVersion(2)),
          new Defect("header length", Stage.LIMIT, forge -> forge.headerLength(-1)),
          new Defect("file size", Stage.TRUNCATED, forge -> forge.payloadLength(1 << 20)),
          new Defect("header padding", Stage.HEADER_PADDING, forge -> forge.headerPaddingByte(1)),
          new Defect("header digest", Stage.HEADER_DIGEST, PackForge::damagedDigest),
          new Defect(
              "form", Stage.HEADER_FORM, forge -> forge.edit("],\"preload\"", "],\"preload\" ")),
          new Defect(
              "bank version",
              Stage.TOO_NEW,
              forge -> forge.edit(SOUNDS_VERSION + 1, SOUNDS_VERSION + 2)),
          new Defect(
              "structure", Stage.STRUCTURE, forge -> forge.edit("\"slot\":255", "\"slots\":255")),
          new Defect(
              "meaning", Stage.MEANING, forge -> forge.edit("\"tile_size\":8", "\"tile_size\":9")),
          new Defect("payload padding", Stage.PAYLOAD_PADDING, forge -> forge.payloadByte(100, 1)),
          new Defect("slice digest", Stage.SLICE_DIGEST, forge -> forge.payloadByte(0, 0xEE)));

  record Pair(Defect earlier, Defect later) {}

  static List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (int later = 1; later < DEFECTS.size(); later++) {
      for (Defect earlier : DEFECTS.subList(0, later)) {
        pairs.add(new Pair(earlier, DEFECTS.get(later)));
      }
    }
    return pairs;
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void theEarlierRowDecides(Pair pair) throws Exception {
    // The earlier defect is made last: an edit of the header sets the lengths right.
    PackForge forge = PackForge.of(SamplePacks.both());
    byte[] file = pair.earlier.make.apply(pair.later.make.apply(forge)).build();

    assertThat(Refusals.refusal(file).stage()).isEqualTo(pair.earlier.stage);
  }

  @Test
  void headerLengthIsJudgedBeforePayloadLength() throws Exception {
    byte[] file = PackForge.of(SamplePacks.both()).headerLength(-1).payloadLength(-1).build();

    assertThat(Refusals.refusal(file).message()).contains("header_length");
  }

  @Test
  void theFirstFaultOfTheFormDecides() throws Exception {
    PackForge depthFirst =
        PackForge.of(SamplePacks.both())
            .edit("\"asset_id\":7,\"asset_name\"", "\"asset_id\":" + "[".repeat(20));
    PackForge formFirst =
        PackForge.of(SamplePacks.both())
            .edit("\"asset_id\":7,\"asset_name\"", "\"asset_id\": " + "[".repeat(20));

    assertThat(Refusals.refusal(depthFirst.build()).stage()).isEqualTo(Stage.LIMIT);
    assertThat(Refusals.refusal(formFirst.build()).stage()).isEqualTo(Stage.HEADER_FORM);
  }

  @Test
  void aFutureBankMayHaveAnyStructure() throws Exception {
    PackForge forge =
        PackForge.of(SamplePacks.both())
            .edit("SOUNDS\",\"bank_version\":1", "SOUNDS\",\"bank_version\":2")
            .edit("\"channels\":1,", "\"bits\":24,\"channels\":\"many\",");

    assertThat(Refusals.refusal(forge.build()).stage()).isEqualTo(Stage.TOO_NEW);
  }

  @Test
  void bankVersionsAreJudgedInTableOrder() throws Exception {
    PackForge forge =
        PackForge.of(SamplePacks.both())
            .edit("SOUNDS\",\"bank_version\":1", "SOUNDS\",\"bank_version\":2")
            .edit("TILES\",\"bank_version\":1", "TILES\",\"bank_version\":3");

    assertThat(Refusals.refusal(forge.build()).message()).contains("TILES");
  }

  @Test
  void bankVersion0WaitsForItsRow() throws Exception {
    PackForge future =
        PackForge.of(SamplePacks.both())
            .edit("TILES\",\"bank_version\":1", "TILES\",\"bank_version\":0")
            .edit("SOUNDS\",\"bank_version\":1", "SOUNDS\",\"bank_version\":2");

    assertThat(Refusals.refusal(future.build()).stage()).isEqualTo(Stage.TOO_NEW);
  }
}
