package dev.papack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.JavaProcess;
import dev.papack.media.png.PngFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What a build keeps of each asset is little, so that a large workspace fits into a small heap. */
final class KeptMemoryTest {
  private static final int MAX_BYTES_FOR_AN_ASSET = 600;
  private static final int MAX_ASSETS = 131_072;

  @TempDir Path folder;

  /** The slope between two sizes: what Java itself and a build as such take is in both. */
  @Test
  void aBuildKeepsAtMost600BytesOfEachAssetWhileItConverts() throws Exception {
    long few = keptBytes(500, 256);
    long many = keptBytes(2_500, 256);
    long each = (many - few) / 2_000;
    System.out.println("kept of each asset while a build converts: " + each + " bytes");
    assertThat(each).isBetween(200L, (long) MAX_BYTES_FOR_AN_ASSET);
  }

  @Test
  @EnabledIfSystemProperty(
      named = "papack.campaign",
      matches = "long|full",
      disabledReason = "writes 262,144 files; runs with papack.campaign=long")
  void asManyAssetsAsAWorkspaceMayHaveBuildInAHeapOf256Mebibytes() throws Exception {
    System.out.println(
        MAX_ASSETS + " assets, -Xmx256m: " + keptBytes(MAX_ASSETS, 256) + " bytes are alive");
  }

  private long keptBytes(int assets, int heapMebibytes) throws Exception {
    Path workspace = folder.resolve("of-" + assets);
    write(workspace, assets);
    String output =
        JavaProcess.run(
                // Else a collection may leave what is dead where it stands, and count it as alive;
                // and what a thread has taken to allocate from counts, whether it is used or not.
                List.of(
                    "-Xmx" + heapMebibytes + "m",
                    "-XX:+UseSerialGC",
                    "-XX:MarkSweepDeadRatio=0",
                    "-XX:-UseTLAB"),
                BuildProbe.class,
                workspace.toString())
            .expectDone();
    return Long.parseLong(output.strip());
  }

  private static void write(Path workspace, int assets) throws IOException {
    byte[] picture = PngFile.filled(8, 8, 0xFF204060);
    StringBuilder index = new StringBuilder();
    for (int i = 0; i < assets; i++) {
      String root = "folder-" + i / 1_000 + "/thing-" + i;
      Path declaration = workspace.resolve("assets/" + root + ".asset.json");
      Files.createDirectories(declaration.getParent());
      Files.write(workspace.resolve("assets/" + root + ".png"), picture);
      Files.writeString(
          declaration,
          """
          {
            "artifact": "asset",
            "schema_version": 3,
            "asset_id": %d,
            "name": "%s",
            "sources": ["thing-%d.png"],
            "bank": "TILES",
            "tiles": {
              "tile_size": 8,
              "palettes": "auto"
            }
          }
          """
              .formatted(i + 1, root, i));
      index
          .append(i == 0 ? "\n" : ",\n")
          .append("    {\"asset_id\": ")
          .append(i + 1)
          .append(", \"root\": \"")
          .append(root)
          .append("\", \"name\": \"")
          .append(root)
          .append("\", \"bank\": \"TILES\"}");
    }
    Files.writeString(
        workspace.resolve("assets/index.json"),
        "{\n  \"artifact\": \"index\",\n  \"schema_version\": 3,\n  \"assets\": ["
            + index
            + "\n  ],\n  \"retired\": []\n}\n");
  }
}
