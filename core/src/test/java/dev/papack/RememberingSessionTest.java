package dev.papack;

import static dev.papack.RealWorkspace.FROM_NOTHING;
import static dev.papack.RealWorkspace.USUAL;
import static dev.papack.TestWorkspace.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.Campaign;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.SystemDisk;
import dev.papack.disk.TestDisk;
import dev.papack.progress.Observer;
import dev.papack.publish.PackSlot;
import dev.papack.result.Built;
import dev.papack.result.Drift;
import dev.papack.result.MissingFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A session that remembers its last build builds what any other would, and reads less. */
class RememberingSessionTest {
  private static final List<String> NAMES = List.of("hero", "twin", "a/tree");
  private static final int ROUNDS = Campaign.amount(40, 1_000);
  private static final long SEED = 20_261_201;

  @TempDir private Path temporary = Path.of("");

  private final List<String> operations = Collections.synchronizedList(new ArrayList<>());

  private RealWorkspace workspace = new RealWorkspace(Path.of(""), new SystemDisk());

  @BeforeEach
  void threePicturesThatWereBuilt() throws Exception {
    workspace = RealWorkspace.create(temporary.resolve("game"));
    for (String name : NAMES) {
      workspace.picture(name, 0xFF000000 | name.hashCode());
    }
    workspace.add().age();
    workspace.build(USUAL);
    Assumptions.assumeTrue(workspace.cache().tree().isPresent(), "this file system is not trusted");
  }

  /** One whose operations on the disk are noted. */
  private Session watchedSession() throws Exception {
    return workspace
        .behind(TestDisk.with(workspace.disk(), (_, operation) -> operations.add(operation)))
        .session()
        .remembering();
  }

  private List<String> readsOf(Session session) throws Exception {
    operations.clear();
    accepted(session.build(USUAL));
    return operations.stream()
        .filter(operation -> operation.startsWith("read assets/"))
        .distinct()
        .sorted()
        .toList();
  }

  @Test
  void savedPictureIsAllThatIsReadOfAssets() throws Exception {
    Session session = watchedSession();
    workspace.picture("hero", 0xFF112233).age();
    assertThat(readsOf(session)).contains("read assets/index.json");
    workspace.picture("hero", 0xFF445566).age();
    assertThat(readsOf(session)).containsExactly("read assets/hero.png");
    assertThat(workspace.published()).isEqualTo(workspace.truth(temporary.resolve("truth")));
  }

  @Test
  void sessionsThatComeFromItShareWhatItKnows() throws Exception {
    Session session = watchedSession();
    workspace.picture("hero", 0xFF112233).age();
    accepted(session.build(USUAL));
    workspace.picture("hero", 0xFF445566).age();
    assertThat(readsOf(session.followedBy(Observer.NONE))).containsExactly("read assets/hero.png");
  }

  @Test
  void buildsThatTakeNothingFromTheLastOneReadEverything() throws Exception {
    Session session = watchedSession();
    workspace.picture("hero", 0xFF112233).age();
    accepted(session.build(USUAL));
    operations.clear();
    accepted(session.build(FROM_NOTHING));
    assertThat(operations)
        .contains("read assets/index.json", "read assets/hero.asset.json", "read assets/hero.png");
    operations.clear();
    accepted(session.build(Drift.REFUSED));
    assertThat(operations).contains("read assets/index.json", "read assets/hero.asset.json");
  }

  @ParameterizedTest
  @EnumSource
  void everyChangeIsNoticed(UnchangedBuildTest.Change change) throws Exception {
    workspace.picture("a/b/tree", 0xFF001188).picture("raw/sketch", 0xFF445566).add().age();
    Session session = workspace.session().remembering();
    accepted(session.build(USUAL));
    workspace.picture("hero", 0xFF112233).age();
    accepted(session.build(USUAL));
    change.make(workspace);
    requireWhatAnyOtherBuilds(session);
  }

  /** Somebody at work, with files and with papack. */
  private void disturb(Random random) throws Exception {
    String name = NAMES.get(random.nextInt(NAMES.size()));
    Path declaration = workspace.folder().resolve("assets/" + name + ".asset.json");
    switch (random.nextInt(14)) {
      case 0, 1, 2 -> workspace.picture(name, 0xFF000000 | random.nextInt());
      case 3 -> edit(declaration, "\"auto\"", "\"indexed\"");
      case 4 -> edit(declaration, "\"indexed\"", "\"auto\"");
      case 5 -> edit(declaration, "\"name\": \"", "\"name\": \"x");
      case 6 -> workspace.picture("new" + random.nextInt(3), 0xFF000000 | random.nextInt());
      case 7 -> workspace.add();
      case 8 -> accepted(workspace.session().clearCache());
      case 9 -> workspace.write("build/preload.json", new byte[] {'x'});
      case 10 -> {
        Path pack = workspace.folder().resolve("assets.pa");
        if (Files.exists(pack)) {
          byte[] bytes = Files.readAllBytes(pack);
          bytes[bytes.length - 1 - random.nextInt(200)] ^= 1;
          Files.write(pack, bytes);
        }
      }
      case 11 -> {
        Outcome<Built> _ = workspace.session().build(USUAL);
      }
      case 12 -> Files.deleteIfExists(workspace.folder().resolve("assets.pa"));
      default -> {
        Path source = workspace.folder().resolve("assets/" + name + ".png");
        Path other = workspace.folder().resolve("assets/hero.png");
        if (Files.exists(source) && Files.exists(other) && !source.equals(other)) {
          Path aside = temporary.resolve("aside");
          Files.move(source, aside);
          Files.move(other, source);
          Files.move(aside, other);
        } else {
          Files.copy(
              declaration,
              workspace.folder().resolve("assets/copy.asset.json"),
              StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static void edit(Path file, String before, String after) throws IOException {
    if (Files.exists(file)) {
      Files.writeString(file, Files.readString(file).replace(before, after));
    }
  }

  /** Says what a build from nothing says that publishes elsewhere, and publishes the same. */
  private boolean requireWhatAnyOtherBuilds(Session session) throws Exception {
    Path elsewhere = Files.createTempDirectory(temporary, "elsewhere");
    Outcome<Built> expected =
        accepted(workspace.session().withOutput(elsewhere, MissingFolder.REFUSED))
            .build(FROM_NOTHING);
    Outcome<Built> found = session.build(USUAL);
    assertThat(found.diagnostics()).isEqualTo(expected.diagnostics());
    assertThat(found.getClass()).isEqualTo(expected.getClass());
    if (found instanceof Outcome.Accepted<Built> && expected instanceof Outcome.Accepted<Built>) {
      Map<PackSlot, ByteBuffer> files = new TreeMap<>();
      for (PackSlot slot : PackSlot.values()) {
        files.put(slot, ByteBuffer.wrap(Files.readAllBytes(elsewhere.resolve(slot.path().text()))));
      }
      assertThat(workspace.published()).isEqualTo(files);
      return true;
    }
    return false;
  }

  @Test
  void whateverPeopleDoItBuildsWhatABuildFromNothingBuilds() throws Exception {
    Random random = new Random(SEED);
    Session session = watchedSession();
    int built = 0;
    int remembered = 0;
    for (int round = 0; round < ROUNDS; round++) {
      disturb(random);
      if (random.nextBoolean()) {
        workspace.age();
      }
      operations.clear();
      built += requireWhatAnyOtherBuilds(session) ? 1 : 0;
      remembered += operations.contains("read assets/index.json") ? 0 : 1;
      if (random.nextInt(8) == 0) {
        startAgain();
      }
    }
    assertThat(built).isPositive().isLessThan(ROUNDS);
    assertThat(remembered).isPositive().isLessThan(ROUNDS);
    Campaign.report(
        "remembering-session",
        "%,d random acts: a session that remembers said and published what a build from nothing does; %,d built, %,d without reading the registry (seed %d)"
            .formatted(ROUNDS, built, remembered, SEED));
  }

  private void startAgain() throws Exception {
    Path assets = workspace.folder().resolve("assets");
    try (Stream<Path> files = Files.walk(assets)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
    workspace.write("assets/index.json", KnownFilesTest.INDEX.getBytes(StandardCharsets.UTF_8));
    for (String name : NAMES) {
      workspace.picture(name, 0xFF000000 | name.hashCode());
    }
    workspace.add().age();
  }
}
