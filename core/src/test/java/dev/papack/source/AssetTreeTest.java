package dev.papack.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.disk.Disk;
import dev.papack.disk.FileType;
import dev.papack.disk.MemoryDisk;
import dev.papack.disk.ReadableDirectory;
import dev.papack.disk.TestDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What lies under {@code assets/}, and which names another platform could not tell apart. */
class AssetTreeTest {
  private final MemoryDisk disk = new MemoryDisk().plant("assets", FileType.DIRECTORY);

  private static AssetTree scan(Disk behind) throws IOException {
    try (ReadableDirectory assets = behind.openForReading(Path.of("/assets"), "assets")) {
      return AssetTree.scan(assets);
    }
  }

  private static List<String> texts(Collection<AssetsPath> paths) {
    return paths.stream().map(AssetsPath::text).toList();
  }

  private List<String> faults() throws IOException {
    return scan(disk).diagnostics().stream()
        .map((Diagnostic fault) -> fault.code().name() + " " + fault.location().path())
        .toList();
  }

  @Test
  void filesAndFoldersAreListedAndHiddenOnesPassedOver() throws Exception {
    disk.write("assets/b/c.png", "").write("assets/a.png", "").write("assets/.git/x", "");
    disk.write("assets/b/.DS_Store", "").plant("assets/.link", FileType.LINK);
    AssetTree tree = scan(disk);
    assertThat(texts(tree.files())).containsExactly("a.png", "b/c.png");
    assertThat(texts(tree.folders())).containsExactly("b");
    assertThat(tree.diagnostics()).isEmpty();
  }

  @Test
  void linksAndSpecialFilesAreFaultsAndNotLookedInto() throws Exception {
    disk.plant("assets/a/link", FileType.LINK).plant("assets/pipe", FileType.SPECIAL);
    assertThat(faults()).containsExactly("LINK_REFUSED assets/a/link", "SPECIAL_FILE assets/pipe");
    AssetTree tree = scan(disk);
    assertThat(tree.isRefused(AssetsPath.of("a/link/deep/inside"))).isTrue();
    assertThat(tree.isRefused(AssetsPath.of("a/linked"))).isFalse();
  }

  @Test
  void spellingsOfOneNameCollide() throws Exception {
    List<List<String>> pairs =
        List.of(
            List.of("Hero.png", "hero.png"),
            List.of("caf\u00e9", "cafe\u0301"),
            List.of("stra\u00dfe", "strasse"),
            List.of("\ufb01x", "fix"),
            List.of("\u017fo", "so"),
            List.of("\u03c3\u03af\u03c3", "\u03c3\u03af\u03c2"));
    for (List<String> pair : pairs) {
      MemoryDisk two = new MemoryDisk();
      pair.forEach(name -> two.write("assets/" + name, ""));
      AssetTree tree = scan(two);
      assertThat(tree.diagnostics()).as("%s", pair).hasSize(1);
      assertThat(tree.files()).hasSize(1);
    }
  }

  @Test
  void namesThatAreNoneElsewhereAreFaults() throws Exception {
    for (String name :
        List.of("con.png", "a ", "a.", "x\u202e.png", "a:b", "a\u0007", "\ufffd.png")) {
      MemoryDisk one = new MemoryDisk().write("assets/" + name, "");
      AssetTree tree = scan(one);
      assertThat(tree.diagnostics()).as(name).hasSize(1);
      assertThat(tree.files()).isEmpty();
    }
  }

  @Test
  void orderOfListingChangesNothing() throws Exception {
    for (int i = 0; i < 20; i++) {
      disk.write("assets/" + (i % 3) + "/File" + i, "")
          .write("assets/" + (i % 3) + "/file" + i, "");
    }
    AssetTree expected = scan(disk);
    assertThat(expected.diagnostics()).hasSize(20);
    for (long seed = 1; seed <= 10; seed++) {
      assertThat(scan(TestDisk.shuffled(disk, seed))).isEqualTo(expected);
    }
  }
}
