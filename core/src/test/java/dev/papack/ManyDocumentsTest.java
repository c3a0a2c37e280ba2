package dev.papack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The memory that a migration takes is stated in {@code docs/specs/versions.md}; a process that has
 * no more migrates as many documents.
 */
final class ManyDocumentsTest {
  @TempDir Path folder;

  @Test
  void aThousandDocumentsMigrateInAHeapOf24Mebibytes() throws Exception {
    migrate(1_000, 24);
  }

  @Test
  @EnabledIfSystemProperty(
      named = "papack.campaign",
      matches = "long|full",
      disabledReason = "writes 100,000 files; runs with papack.campaign=long")
  void aHundredThousandDocumentsMigrateInAHeapOf256Mebibytes() throws Exception {
    migrate(100_000, 256);
  }

  private void migrate(int documents, int heapMebibytes) throws Exception {
    writeWorkspace(documents);
    String output =
        JavaProcess.run(
                List.of("-Xmx" + heapMebibytes + "m"), MigrationProbe.class, folder.toString())
            .expectDone();
    System.out.println(documents + " documents, -Xmx" + heapMebibytes + "m: " + output.strip());
    assertThat(output)
        .contains("documentCount=" + (documents + 1) + ", migratedCount=" + (documents + 1));
    assertThat(Files.readString(folder.resolve("assets/index.json")))
        .contains("\"schema_version\": 3");
    assertThat(Files.readString(declaration(documents - 1))).contains("\"sources\": [");
  }

  private void writeWorkspace(int documents) throws IOException {
    StringBuilder index = new StringBuilder();
    for (int i = 0; i < documents; i++) {
      Files.createDirectories(declaration(i).getParent());
      Files.writeString(
          declaration(i),
          """
          {
            "artifact": "asset",
            "schema_version": 1,
            "asset_id": %d,
            "name": "folder.%d/thing-%d",
            "source": "thing-%d.png",
            "bank": "TILES",
            "tiles": { "tile_size": 16, "palettes": "auto" }
          }
          """
              .formatted(i + 1, i / 1_000, i, i));
      index.append(i == 0 ? "\n" : ",\n");
      index
          .append("    {\"asset_id\": ")
          .append(i + 1)
          .append(", \"root\": \"folder-")
          .append(i / 1_000)
          .append("/thing-")
          .append(i)
          .append("\"}");
    }
    Files.writeString(
        folder.resolve("assets/index.json"),
        "{\n  \"artifact\": \"index\",\n  \"schema_version\": 1,\n  \"assets\": ["
            + index
            + "\n  ],\n  \"retired\": []\n}\n");
  }

  private Path declaration(int number) {
    return folder.resolve("assets/folder-" + number / 1_000 + "/thing-" + number + ".asset.json");
  }
}
