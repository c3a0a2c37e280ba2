package dev.papack.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.disk.MemoryDisk;
import dev.papack.disk.ReadableDirectory;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is read of many declarations does not depend on how many threads read them. */
class DeclarationThreadsTest {
  private static final int DECLARATIONS = 300;

  private final MemoryDisk disk = new MemoryDisk();

  @BeforeEach
  void write() {
    StringBuilder index = new StringBuilder();
    for (int i = 0; i < DECLARATIONS; i++) {
      disk.write("game/assets/thing" + i + ".png", "picture");
      disk.write("game/assets/thing" + i + ".asset.json", declaration(i));
      index
          .append(i == 0 ? "" : ",")
          .append(
              "{\"asset_id\": %d, \"root\": \"thing%d\", \"name\": \"thing%d\", \"bank\": \"TILES\"}"
                  .formatted(i + 1, i, i));
    }
    disk.write(
        "game/assets/index.json",
        "{\"artifact\": \"index\", \"schema_version\": 3, \"assets\": ["
            + index
            + "], \"retired\": []}");
  }

  /** Every seventh has a fault, and every hundredth is long. */
  private static String declaration(int number) {
    if (number % 7 == 3) {
      return switch (number % 3) {
        case 0 -> "{";
        case 1 -> "{\"artifact\": \"asset\", \"schema_version\": 99}";
        default -> "{\"artifact\": \"asset\", \"schema_version\": 3, \"asset_id\": 0}";
      };
    }
    return """
    {"artifact": "asset", "schema_version": 3, "asset_id": %d, "name": "thing%d",
     "sources": ["thing%d.png"], "bank": "TILES",
     "tiles": {"tile_size": 8, "palettes": "auto"}}%s\
    """
        .formatted(number + 1, number, number, " ".repeat(number % 100 == 0 ? 100_000 : 0));
  }

  private DeclaredWorkspace read(int threads) throws Exception {
    try (ReadableDirectory assets =
        disk.openForReading(Path.of("/game/assets").toAbsolutePath(), "assets")) {
      if (Survey.of(assets, KnownFiles.NONE, threads)
          instanceof Survey.Whole(DeclaredWorkspace declared)) {
        return declared;
      }
      throw new AssertionError("the registry is sound");
    }
  }

  @Test
  void assetsAndFindingsAreTheSameForAnyNumberOfThreads() throws Exception {
    DeclaredWorkspace one = read(1);
    assertThat(one.diagnostics()).hasSizeGreaterThan(DECLARATIONS / 7);
    assertThat(one.assets()).hasSizeGreaterThan(DECLARATIONS / 2);
    for (int threads : new int[] {2, 3, 8}) {
      DeclaredWorkspace several = read(threads);
      assertThat(several.assets()).isEqualTo(one.assets());
      assertThat(several.diagnostics()).isEqualTo(one.diagnostics());
      assertThat(several.scan().diagnostics()).isEqualTo(one.scan().diagnostics());
      assertThat(several.scan().brokenRoots()).isEqualTo(one.scan().brokenRoots());
    }
  }
}
