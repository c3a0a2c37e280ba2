package dev.papack;

import static dev.papack.TestWorkspace.accepted;
import static dev.papack.TestWorkspace.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.papack.asset.TilesRequest;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.DiskException;
import dev.papack.disk.Errno;
import dev.papack.disk.FileType;
import dev.papack.disk.TestDisk;
import dev.papack.progress.CancelledException;
import dev.papack.result.Existing;
import dev.papack.result.Extracted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An extracted file goes where the user says: whole, or not at all. */
class OutputFileTest {
  private static final Path OUT = Path.of("/out");

  private TestWorkspace workspace;
  private Packer packer;

  @BeforeEach
  void build() throws Exception {
    workspace = TestWorkspace.create();
    workspace.picture("assets/hero.png", 0xFF112233).sound("assets/jump.wav", 1, 2, 3);
    workspace.add("assets");
    workspace.build();
    workspace.disk.plant("out", FileType.DIRECTORY);
    packer = workspace.packer(workspace.disk, 1);
  }

  private Outcome<Extracted> extract(String asset, String output, Existing existing)
      throws IOException, CancelledException {
    return packer.extract(workspace.path("assets.pa"), asset, OUT.resolve(output), existing);
  }

  @Test
  void bothBankTypesAreWritten() throws Exception {
    accepted(extract("hero", "hero.png", Existing.KEEP));
    accepted(extract("jump", "jump.wav", Existing.KEEP));
    assertThat(workspace.disk.files("out")).containsOnlyKeys("out/hero.png", "out/jump.wav");
    assertThat(workspace.disk.read("out/jump.wav"))
        .isEqualTo(workspace.disk.read("game/assets/jump.wav"));
  }

  @Test
  void existingFileIsReplacedOnlyIfToldSo() throws Exception {
    workspace.disk.write("out/x", "mine").write("out/x.part", "mine too");
    assertThat(codes(extract("hero", "x", Existing.KEEP)))
        .containsExactly(DiagnosticCode.FILE_EXISTS);
    assertThat(workspace.disk.text("out/x")).isEqualTo("mine");
    accepted(extract("hero", "x", Existing.REPLACE));
    assertThat(workspace.disk.text("out/x")).isNotEqualTo("mine");
    assertThat(workspace.disk.text("out/x.part")).isEqualTo("mine too");
    assertThat(workspace.disk.files("out")).hasSize(2);
  }

  @Test
  void folderLinkAndMissingFolderAreNoPlaces() throws Exception {
    workspace.disk.plant("out/folder", FileType.DIRECTORY).plant("out/link", FileType.LINK);
    for (Existing existing : Existing.values()) {
      assertThat(codes(extract("hero", "folder", existing)))
          .containsExactly(DiagnosticCode.FILE_EXISTS);
      assertThat(codes(extract("hero", "nowhere/x.png", existing)))
          .containsExactly(DiagnosticCode.FILE_FAILED);
      assertThat(codes(extract("hero", "con.png", existing)))
          .containsExactly(DiagnosticCode.PATH_FORM);
    }
    assertThat(codes(extract("hero", "link", Existing.KEEP)))
        .containsExactly(DiagnosticCode.FILE_EXISTS);
    accepted(extract("hero", "link", Existing.REPLACE));
    assertThat(workspace.disk.files("out").get("out/link")).isNotEqualTo("LINK");
  }

  @Test
  void pipeOrDeviceIsNeverReplaced() throws Exception {
    workspace.disk.plant("out/pipe", FileType.SPECIAL);
    for (Existing existing : Existing.values()) {
      assertThat(codes(extract("hero", "pipe", existing)))
          .containsExactly(DiagnosticCode.FILE_EXISTS);
    }
    assertThat(workspace.disk.files("out").get("out/pipe")).isEqualTo("SPECIAL");
  }

  @Test
  void unknownAssetAndPackAreRefused() throws Exception {
    assertThat(codes(extract("her", "x", Existing.KEEP)))
        .containsExactly(DiagnosticCode.ASSET_NOT_FOUND);
    assertThat(codes(packer.extract(OUT.resolve("no.pa"), "hero", OUT.resolve("x"), Existing.KEEP)))
        .containsExactly(DiagnosticCode.PACK_NOT_FOUND);
    assertThat(codes(packer.extract(Path.of("/no/no.pa"), "hero", OUT.resolve("x"), Existing.KEEP)))
        .containsExactly(DiagnosticCode.PACK_NOT_FOUND);
    assertThat(workspace.disk.files("out")).isEmpty();
  }

  @Test
  void failureAnywhereLeavesTheOldFileAndNoOther() throws Exception {
    workspace.disk.write("out/x", "mine");
    Map<String, String> before = workspace.disk.files("out");
    TestDisk counting = TestDisk.healthy(workspace.disk.copy());
    Path pack = workspace.path("assets.pa");
    accepted(
        workspace.packer(counting, 1).extract(pack, "hero", OUT.resolve("x"), Existing.REPLACE));
    int failures = 0;
    for (int n = 1; n <= counting.operations(); n++) {
      TestWorkspace copy = workspace.copy();
      TestDisk failing = TestDisk.failing(copy.disk, n, Errno.ENOSPC, TestDisk.Failing.ONCE);
      try {
        copy.packer(failing, 1).extract(pack, "hero", OUT.resolve("x"), Existing.REPLACE);
      } catch (DiskException expected) {
        failures++;
      }
      Map<String, String> after = copy.disk.files("out");
      assertThat(after).as("failure at %s", n).containsOnlyKeys("out/x");
      assertThat(after.get("out/x")).isIn(before.get("out/x"), written());
      assertThat(failing.openHandles()).isZero();
    }
    assertThat(failures).isGreaterThan(counting.operations() / 2);
  }

  private String written() throws IOException, CancelledException {
    TestWorkspace copy = workspace.copy();
    accepted(
        copy.packer(copy.disk, 1)
            .extract(copy.path("assets.pa"), "hero", OUT.resolve("y"), Existing.KEEP));
    return copy.disk.files("out").getOrDefault("out/y", "");
  }

  @Test
  void requestOutsideItsRangesIsAnArgumentFault() {
    assertThatThrownBy(() ->
            new TilesRequest(
                java.util.OptionalInt.of(12),
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                java.util.OptionalInt.empty(),
                java.util.Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("12");
  }
}
