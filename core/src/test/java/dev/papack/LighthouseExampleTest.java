package dev.papack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.result.Built;
import dev.papack.result.Drift;
import dev.papack.result.Inventory;
import dev.papack.result.Recorded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example with frames, loops, sheets, an imposed palette, Aseprite, Ogg Vorbis and budgets. */
final class LighthouseExampleTest {
  private static final ExampleWorkspace EXAMPLE = ExampleWorkspace.named("lighthouse");

  /** Changes only with the example itself. */
  private static final String PACK_ID =
      "fc630549883fa2488a6da008ef7826d728b4199373821f8a990d046115209008";

  @TempDir private Path folder;

  @Test
  void theExamplesPackIsTheSameEverywhereAndItsCompanionsAreRead() throws Exception {
    Path here = EXAMPLE.copy(folder.resolve("here"));
    Path elsewhere = EXAMPLE.copy(folder.resolve("else where ü"));

    Session session = RealArtTest.accepted(Packer.create().withThreads(1).open(here));
    Built first = RealArtTest.accepted(session.build(Drift.REFUSED));
    Session other = RealArtTest.accepted(Packer.create().withThreads(7).open(elsewhere));
    Built second = RealArtTest.accepted(other.build(Drift.REFUSED));

    assertThat(first.packId().digest().hex()).isEqualTo(PACK_ID);
    assertThat(second.packId()).isEqualTo(first.packId());
    ExampleWorkspace.requireSame(here, elsewhere);
    RealArtTest.accepted(session.verify(Recorded.COMPARED));
    assertThat(RealArtTest.accepted(session.inspectFrames()).frames()).hasSize(3);
  }

  @Test
  void theExampleShowsWhatItsPageSays() throws Exception {
    Session session =
        RealArtTest.accepted(Packer.create().open(EXAMPLE.copy(folder.resolve("game"))));

    Inventory inventory = RealArtTest.accepted(session.list());

    assertThat(inventory.faults()).isEmpty();
    String declarations = declarations();
    assertThat(declarations)
        .contains("keeper.aseprite", "\"tag\"", "\"layers\"")
        .contains("\"frame\"", "\"margin\"", "\"spacing\"")
        .contains("[\"coast.png\", \"pier.png\"]", "\"from\": \"tiles/palettes/coast.png\"")
        .contains("\"reduce\"", "tide.ogg", "\"ping_pong\"");
    assertThat(EXAMPLE.folder().resolve("assets/budgets.json")).exists();
    String page = Files.readString(EXAMPLE.folder().resolve("README.md"));
    assertThat(inventory.assets())
        .allSatisfy(asset -> assertThat(page).contains("`" + asset.name() + "`"));
  }

  private static String declarations() throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.walk(EXAMPLE.folder().resolve("assets"))) {
      for (Path file :
          files.filter(file -> file.toString().endsWith(".asset.json")).sorted().toList()) {
        text.append(Files.readString(file));
      }
    }
    return text.toString();
  }
}
