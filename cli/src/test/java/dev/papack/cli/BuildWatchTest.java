package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.Campaign;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code papack build --watch}, while other programs write, on the real disk. */
@Tag("slow")
class BuildWatchTest {
  private static final int PIECES = 10;
  private static final String JSON = "--format=json";

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void createWorkspace() {
    assertThat(Run.papack(folder, "init").status()).isZero();
    hero(0);
    TinyFiles.wav(folder.resolve("assets/sounds/jump.wav"), 22_050, 200);
    assertThat(Run.papack(folder, "add", "assets").status()).isZero();
  }

  private Path hero() {
    return folder.resolve("assets/hero.png");
  }

  private void hero(int number) {
    TinyFiles.png(hero(), 16, 16, (x, y) -> 0xFF000000 | (number << 8) | (x % 8));
  }

  private byte[] heroBytes(int number) throws IOException {
    Path other = folder.resolve("other.png");
    TinyFiles.png(other, 16, 16, (x, y) -> 0xFF000000 | (number << 8) | (x % 8));
    return Files.readAllBytes(other);
  }

  /** Nothing was wrong, whatever was looked at on the way. */
  private static void assertNoError(WatchingPapack papack) {
    assertThat(papack.results()).allSatisfy(one -> assertThat(one).containsEntry("errors", 0L));
    assertThat(papack.out()).doesNotContain("\"severity\":\"error\"");
  }

  @Test
  void buildsAtOnceAndAfterEachChange() throws Exception {
    WatchingPapack papack = WatchingPapack.start(folder, JSON);
    assertThat(papack.resultAfter(0))
        .containsEntry("state", "published")
        .containsEntry("changed", List.of())
        .containsEntry("changed_count", 0L);
    hero(7);
    assertThat(papack.resultAfter(1))
        .containsEntry("state", "published")
        .containsEntry("converted_count", 1L)
        .containsEntry("changed", List.of("assets/hero.png"));
    byte[] same = Files.readAllBytes(hero());
    Files.write(hero(), same);
    assertThat(papack.resultAfter(2)).containsEntry("state", "unchanged");
    assertThat(papack.end()).isEqualTo(130);
    assertThat(papack.results()).hasSize(4);
    assertThat(papack.out().lines())
        .allSatisfy(line -> assertThat(LineSchemas.faults(LineSchemas.tree(line))).isEmpty());
    assertThat(Run.papack(folder, "verify").status()).isZero();
  }

  @Test
  void eachBuildIsAShortBlock() throws Exception {
    WatchingPapack papack = WatchingPapack.start(folder);
    papack.await(() -> papack.out().contains("published"));
    hero(7);
    papack.await(() -> papack.out().contains("assets/hero.png"));
    papack.await(() -> papack.out().endsWith("1 converted\n"));
    Files.write(hero(), new byte[] {1, 2, 3});
    papack.await(() -> papack.err().contains("build failed: 1 error"));
    assertThat(papack.end()).isEqualTo(130);
    assertThat(papack.out())
        .matches(
            """
            12:03:55  first build
            published 2 assets, [^;]*; 2 converted
            12:03:55  assets/hero\\.png
            published 2 assets, [^;]*; 1 converted
            12:03:55  assets/hero\\.png
            """);
    assertThat(papack.err()).endsWith("papack build: no longer watching\n");
  }

  @Test
  void pictureThatIsWrittenInPiecesShowsNoError() throws Exception {
    int rounds = Campaign.amount(5, 200);
    int shown;
    try (WatchingPapack papack = WatchingPapack.start(folder, JSON)) {
      papack.resultAfter(0);
      for (int round = 1; round <= rounds; round++) {
        int before = converted(papack);
        write(hero(), heroBytes(round), 50);
        papack.await(() -> converted(papack) > before);
      }
      assertNoError(papack);
      shown = papack.results().size();
    }
    assertThat(Run.papack(folder, "verify").status()).isZero();
    Campaign.report(
        "watch-pieces",
        Campaign.share(rounds, 200)
            + " pictures in ten pieces 50 ms apart: 0 errors in "
            + shown
            + " builds");
  }

  private static int converted(WatchingPapack papack) {
    return papack.results().stream()
        .mapToInt(one -> one.get("converted_count") instanceof Number count ? count.intValue() : 0)
        .sum();
  }

  /** In place, with a pause before each piece but the first. */
  private static void write(Path file, byte[] bytes, long pauseMilliseconds) throws Exception {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      for (int piece = 0; piece < PIECES; piece++) {
        if (piece > 0) {
          Thread.sleep(pauseMilliseconds);
        }
        int from = bytes.length * piece / PIECES;
        int until = bytes.length * (piece + 1) / PIECES;
        int _ = channel.write(ByteBuffer.wrap(bytes, from, until - from));
      }
    }
  }

  /** Each piece settles by itself, and a build finds half a picture. */
  @Test
  void piecesThatComeSlowlyShowNoError() throws Exception {
    try (WatchingPapack papack = WatchingPapack.start(folder, JSON)) {
      papack.resultAfter(0);
      write(hero(), heroBytes(3), 300);
      papack.await(() -> converted(papack) > 2);
      assertNoError(papack);
    }
  }

  @Test
  void fileThatIsDeletedAndWrittenLaterShowsNoError() throws Exception {
    try (WatchingPapack papack = WatchingPapack.start(folder, JSON)) {
      papack.resultAfter(0);
      Files.delete(hero());
      Thread.sleep(400);
      hero(9);
      papack.await(() -> converted(papack) > 2);
      assertNoError(papack);
    }
  }

  @Test
  void fileThatIsRenamedIntoPlaceIsBuilt() throws Exception {
    try (WatchingPapack papack = WatchingPapack.start(folder, JSON)) {
      papack.resultAfter(0);
      Path staged = folder.resolve("assets/.hero.png.tmp");
      Files.write(staged, heroBytes(4));
      Files.move(staged, hero(), StandardCopyOption.ATOMIC_MOVE);
      assertThat(papack.resultAfter(1)).containsEntry("converted_count", 1L);
      assertNoError(papack);
    }
  }

  @Test
  void renamedFolderIsBuiltWithItsAssets() throws Exception {
    try (WatchingPapack papack = WatchingPapack.start(folder, JSON)) {
      papack.resultAfter(0);
      Files.move(folder.resolve("assets/sounds"), folder.resolve("assets/noise"));
      assertThat(papack.resultAfter(1)).containsEntry("asset_count", 2L);
      TinyFiles.wav(folder.resolve("assets/noise/jump.wav"), 22_050, 300);
      papack.await(() -> converted(papack) > 2);
      assertNoError(papack);
    }
  }

  @Test
  void whatIsBrokenFromTheBeginningIsBuiltOnceItIsRepaired() throws Exception {
    byte[] whole = Files.readAllBytes(hero());
    Files.write(hero(), new byte[] {1, 2, 3});
    try (WatchingPapack papack = WatchingPapack.start(folder, JSON)) {
      assertThat(papack.resultAfter(0))
          .containsEntry("exit_status", 1L)
          .containsEntry("errors", 1L);
      Files.write(hero(), whole);
      assertThat(papack.resultAfter(1)).containsEntry("state", "published");
    }
  }

  @Test
  void declarationThatBreaksAndIsRepairedIsBuilt() throws Exception {
    Path declaration = folder.resolve("assets/hero.asset.json");
    String whole = Files.readString(declaration);
    try (WatchingPapack papack = WatchingPapack.start(folder, JSON)) {
      papack.resultAfter(0);
      Files.writeString(declaration, whole.substring(0, whole.length() / 2));
      assertThat(papack.resultAfter(1)).containsEntry("exit_status", 1L);
      Files.writeString(declaration, whole);
      assertThat(papack.resultAfter(2)).containsEntry("exit_status", 0L);
    }
  }

  @Test
  void registryThatIsMissingFromTheBeginningIsWaitedFor() throws Exception {
    Path registry = folder.resolve("assets/index.json");
    byte[] whole = Files.readAllBytes(registry);
    Files.delete(registry);
    try (WatchingPapack papack = WatchingPapack.start(folder, JSON)) {
      assertThat(papack.resultAfter(0)).containsEntry("exit_status", 1L);
      Files.write(registry, whole);
      assertThat(papack.resultAfter(1)).containsEntry("state", "published");
    }
  }

  @Test
  void anotherPapackThatIsWritingIsWaitedFor() throws Exception {
    try (WatchingPapack papack = WatchingPapack.start(folder, JSON)) {
      papack.resultAfter(0);
      try (FileChannel lock =
              FileChannel.open(folder.resolve(".papack/lock"), StandardOpenOption.WRITE);
          FileLock _ = lock.lock()) {
        hero(5);
        papack.await(() -> papack.err().contains("is writing in this workspace; waiting"));
        assertThat(papack.results()).hasSize(1);
      }
      assertThat(papack.resultAfter(1)).containsEntry("converted_count", 1L);
      assertNoError(papack);
    }
  }

  /** As {@code papack build --watch | head} does; nothing would end it otherwise. */
  @ParameterizedTest
  @CsvSource({"Broken pipe, 0", "No space left on device, 4"})
  void endsOnceWhatItPrintsDoesNotArrive(String reason, int status) throws Exception {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            throw new IOException(reason);
          }
        };
    try (WatchingPapack papack = WatchingPapack.startWriting(closed, folder)) {
      assertThat(papack.status()).isEqualTo(status);
    }
  }

  @Test
  void waitingForAnotherPapackIsCancelled() throws Exception {
    WatchingPapack papack = WatchingPapack.start(folder, JSON);
    papack.resultAfter(0);
    try (FileChannel lock =
            FileChannel.open(folder.resolve(".papack/lock"), StandardOpenOption.WRITE);
        FileLock _ = lock.lock()) {
      hero(5);
      papack.await(() -> papack.err().contains("waiting"));
      assertThat(papack.end()).isEqualTo(130);
    }
    assertThat(papack.results()).hasSize(2);
    Map<String, Object> last = papack.results().getLast();
    assertThat(last).containsEntry("exit_status", 130L).containsEntry("errors", 0L);
  }
}
