package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands one after the other, in both formats. */
class AuthorsDayTest {
  @TempDir Path folder;

  @BeforeEach
  void makeSources() {
    TinyFiles.png(folder.resolve("assets/items/sword.png"), 16, 16, (x, y) -> 0xFF102030 + x / 4);
    TinyFiles.wav(folder.resolve("assets/sfx/hit.wav"), 22_050, 100);
  }

  private Run papack(String... arguments) {
    return Run.papack(folder, arguments);
  }

  private void build() {
    assertThat(papack("init").status()).isZero();
    assertThat(papack("add", "assets").status()).isZero();
    assertThat(papack("build").status()).isZero();
  }

  @Test
  void initSaysWhatItCreated() {
    Run text = papack("init", "fresh");
    assertThat(text.status()).isZero();
    assertThat(text.out()).contains("created assets/index.json").contains("created .gitignore");
    assertThat(text.err()).isEmpty();

    Run json = papack("init", "other", "--format", "json");
    assertThat(json.result())
        .containsEntry("command", "init")
        .containsEntry("exit_status", 0L)
        .containsEntry("created", List.of(".gitignore", ".gitattributes", "assets/index.json"));
  }

  @Test
  void initOfAWorkspaceIsRefused() {
    papack("init");
    Run again = papack("init");
    assertThat(again.status()).isEqualTo(1);
    assertThat(again.err()).contains("error[PA3022]").contains("init failed: 1 error");
  }

  @Test
  void addSaysWhatItDeclaredAndWhy() {
    papack("init");
    Run text = papack("add", "assets/items");
    assertThat(text.status()).isZero();
    assertThat(text.out())
        .containsPattern("declared items/sword \\(id [0-9]+\\)")
        .contains("TILES from assets/items/sword.png: tile_size 16")
        .contains("tile_size 16 divides 16x16")
        .endsWith("1 asset added\n");

    Run json = papack("--format=json", "add", "assets/sfx", "--slot", "3", "--as-one-asset");
    assertThat(json.member("assets").toString())
        .contains("action=declared")
        .contains("name=sfx")
        .contains("declaration=assets/sfx/asset.json")
        .contains("preload={slot=3}");
  }

  @Test
  void addDeclaresWhatItCanAndExitsWithOneForTheRest() {
    papack("init");
    TinyFiles.png(
        folder.resolve("assets/noise.png"), 8, 8, (x, y) -> 0xFF000000 | x << 21 | y << 11);
    Run run = papack("add", "assets");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).endsWith("2 assets added\n");
    assertThat(run.err()).contains("assets/noise.png").containsPattern("add: 1 error");
  }

  @Test
  void listShowsAssetsInBothFormats() {
    build();
    Run text = papack("list");
    assertThat(text.out()).contains("items/sword").contains("sfx/hit.wav").endsWith("2 assets\n");
    Run json = papack("list", "--format", "json");
    assertThat((List<?>) json.member("assets")).hasSize(2);
  }

  @Test
  void listShowsFaultsBesideAssets() throws IOException {
    build();
    Files.delete(folder.resolve("assets/sfx/hit.asset.json"));
    Run run = papack("list");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("items/sword");
    assertThat(run.err()).contains("error[PA3004]").contains("list: 1 error");
  }

  @Test
  void checkSaysWhatABuildWouldAccept() {
    build();
    assertThat(papack("check").out()).isEqualTo("a build would accept 2 assets\n");
    assertThat(papack("check", "--format", "json").result()).containsEntry("asset_count", 2L);
  }

  @Test
  void buildNamesThePackAndItsId() {
    build();
    Run text = papack("build", "--threads", "2", "--no-cache");
    assertThat(text.out()).contains("published ").contains("2 assets").contains("verified");
    Run again = papack("build");
    assertThat(again.out()).contains("up to date ").contains("nothing was written");
    Map<String, Object> json = papack("build", "--format", "json").result();
    assertThat(json).containsEntry("asset_count", 2L).containsKey("pack_bytes");
    assertThat(text.out()).contains("pack id " + json.get("pack_id"));
  }

  @Test
  void planShowsWhatChanged() {
    build();
    assertThat(papack("plan").out()).isEqualTo("0 of 2 assets changed, 0 removed\n");
    TinyFiles.wav(folder.resolve("assets/sfx/hit.wav"), 22_050, 101);
    papack("remove", "items/sword");
    assertThat(papack("plan").out())
        .containsPattern("sources changed +[0-9]+  sfx/hit")
        .containsPattern("removed +[0-9]+  items/sword")
        .endsWith("1 of 1 asset changed, 1 removed\n");
    assertThat(papack("plan", "--format", "json").result().toString())
        .contains("change=sources_changed");
  }

  @Test
  void removeKeepsTheSources() {
    build();
    Run run = papack("remove", "sfx/hit");
    assertThat(run.out()).contains("is retired").contains("kept assets/sfx/hit.wav");
    assertThat(folder.resolve("assets/sfx/hit.wav")).exists();
    assertThat(papack("remove", "items/sword", "--format", "json").result())
        .containsEntry("sources", List.of("assets/items/sword.png"));
    assertThat(papack("remove", "sfx/hit").status()).isEqualTo(1);
  }

  @Test
  void dryRunSaysWhatWouldBeWritten() throws IOException {
    papack("init");
    assertThat(papack("add", "assets", "--dry-run").out())
        .contains("would declare items/sword (new id), in assets/items/sword.asset.json")
        .endsWith("2 assets to add; nothing was written\n");
    papack("add", "assets");
    assertThat(papack("remove", "sfx/hit", "--dry-run").out())
        .containsPattern("would remove sfx/hit \\(id [0-9]+ would be retired\\)")
        .contains("would delete assets/sfx/hit.asset.json", "would keep assets/sfx/hit.wav")
        .endsWith("nothing was written\n");
    Files.writeString(folder.resolve("assets/index.json"), "<<<<<<< ours");
    assertThat(papack("registry", "rebuild", "--dry-run").out())
        .startsWith("would write the registry of ");
    papack("registry", "rebuild");
    Files.move(folder.resolve("assets/items"), folder.resolve("assets/things"));
    assertThat(papack("doctor").out()).contains("1 document can be fixed: run papack doctor --fix");
    assertThat(papack("doctor", "--fix", "--dry-run").out())
        .contains("would be moved: items/sword")
        .contains("1 document to fix; nothing was written");
    assertThat(papack("doctor", "--fix").out())
        .contains("moved: items/sword")
        .contains("1 document fixed");
  }

  @Test
  void inspectShowsWhereEveryByteGoes() {
    build();
    String text = papack("inspect").out();
    assertThat(text)
        .contains("1 tile of 16x16")
        .contains("100 frames, 22050 Hz, 1 channel")
        .contains("slices, TILES")
        .contains("100.0 %");
    assertThat(papack("inspect", "assets.pa").out()).isEqualTo(text);
    Map<?, ?> bytes = (Map<?, ?>) papack("inspect", "--format", "json").member("bytes");
    long sum =
        bytes.entrySet().stream()
            .filter(part -> !part.getKey().equals("file"))
            .mapToLong(part -> (Long) part.getValue())
            .sum();
    assertThat(sum).isEqualTo(bytes.get("file"));
  }

  @Test
  void verifyOfAWorkspacesPackIncludesItsCompanions() throws IOException {
    build();
    assertThat(papack("verify").out()).contains("valid: every byte of the pack and its companions");
    assertThat(papack("verify", "assets.pa").out()).contains("and its companions");
    Files.delete(folder.resolve("build/preload.json"));
    assertThat(papack("verify", "assets.pa").status()).isEqualTo(1);
    Files.copy(folder.resolve("assets.pa"), folder.resolve("copy.pa"));
    Run copy = papack("verify", "copy.pa");
    assertThat(copy.status()).isZero();
    assertThat(copy.out()).contains("every byte of the pack\n");
  }

  @Test
  void extractWritesAFileAndReplacesItOnlyWhenTold() {
    build();
    assertThat(papack("extract", "assets.pa", "items/sword", "-o", "sword.png").status()).isZero();
    assertThat(folder.resolve("sword.png")).exists();
    Run refused = papack("extract", ".", "items/sword", "-o", "sword.png");
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.err()).contains("PA7005");
    Run forced =
        papack("extract", ".", "items/sword", "-o", "sword.png", "--force", "--format", "json");
    assertThat(forced.result()).containsEntry("bank", "TILES");
  }

  @Test
  void recoverFindsNothingAfterACleanBuild() {
    build();
    assertThat(papack("recover").out()).isEqualTo("nothing to recover\n");
    assertThat(papack("recover", "--discard", "--format", "json").result())
        .containsEntry("recovered", "nothing_found");
  }

  @Test
  void versionsAndLimitsAreTables() {
    assertThat(papack("versions").out())
        .containsPattern("asset +schema_version +1 +3")
        .contains("pack, TILES bank");
    assertThat(papack("versions", "--format", "json").result()).containsKey("versions");
    assertThat(papack("limits").out()).containsPattern("PNG side +16,384  pixels");
    assertThat(papack("limits", "--format", "json").result().toString())
        .contains("{name=companion, value=134217728, unit=bytes}");
  }

  @Test
  void aWorkspaceIsFoundByArgumentByDirectoryAndFromBelow() {
    build();
    Path parent = folder.resolve("..").normalize();
    String name = folder.getFileName().toString();
    assertThat(Run.papack(parent, "check", name).status()).isZero();
    assertThat(Run.papack(parent, "-C", name, "check").status()).isZero();
    assertThat(Run.papack(parent, "check", "-C", name + "/assets/items").status()).isZero();
    assertThat(Run.papack(parent, "check", "nosuch").status()).isEqualTo(1);
  }
}
