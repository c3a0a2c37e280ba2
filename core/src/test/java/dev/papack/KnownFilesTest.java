package dev.papack;

import static dev.papack.TestWorkspace.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.papack.campaign.Campaign;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.DiskException;
import dev.papack.disk.SystemDisk;
import dev.papack.disk.TestDisk;
import dev.papack.result.AddRequest;
import dev.papack.result.Added;
import dev.papack.result.Built;
import dev.papack.result.Drift;
import dev.papack.result.Effect;
import dev.papack.result.Health;
import dev.papack.result.Inventory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the last build read of declarations is not read again while their files are the same. */
class KnownFilesTest {
  private static final List<String> NAMES = List.of("hero", "twin", "tree");
  private static final int ROUNDS = Campaign.amount(16, 2_000);
  private static final long SEED = 20_261_130;

  @TempDir private Path temporary = Path.of("");

  private RealWorkspace workspace = new RealWorkspace(Path.of(""), new SystemDisk());

  /** Everything that looks at a workspace and may take what the last build knows. */
  enum Look {
    LIST {
      @Override
      Outcome<?> at(Session session) throws Exception {
        return session.list();
      }
    },
    CHECK {
      @Override
      Outcome<?> at(Session session) throws Exception {
        return session.check(Drift.TOLERATED);
      }
    },
    PLAN {
      @Override
      Outcome<?> at(Session session) throws Exception {
        return session.plan(Drift.TOLERATED);
      }
    },
    DOCTOR {
      @Override
      Outcome<?> at(Session session) throws Exception {
        return session.doctor();
      }
    };

    abstract Outcome<?> at(Session session) throws Exception;
  }

  @BeforeEach
  void threeAssetsThatWereBuilt() throws Exception {
    workspace = RealWorkspace.create(temporary.resolve("game"));
    int color = 0xFF102030;
    for (String name : NAMES) {
      workspace.picture(name, color);
      color += 0x404040;
    }
    workspace.add().age().build();
    Assumptions.assumeTrue(
        workspace.cache().assets().stream()
            .allMatch(asset -> asset.declaration().stamp().isPresent()),
        "this file system is not trusted");
  }

  private Path declaration(String name) {
    return workspace.folder().resolve("assets/" + name + ".asset.json");
  }

  private void edit(String name, String before, String after) throws IOException {
    Path file = declaration(name);
    Files.writeString(file, Files.readString(file).replace(before, after));
  }

  private Outcome<Added> add(RealWorkspace in) throws Exception {
    return in.session().add(AddRequest.of(List.of(in.folder().resolve("assets"))), Effect.SHOW);
  }

  private List<String> readsOf(Look look, Drift drift) throws Exception {
    return readsOf(watched -> {
      switch (drift) {
        case TOLERATED -> look.at(watched.session());
        case REFUSED -> watched.session().check(Drift.REFUSED);
      }
    });
  }

  private interface Using {
    void use(RealWorkspace workspace) throws Exception;
  }

  private List<String> readsOf(Using look) throws Exception {
    List<String> reads = Collections.synchronizedList(new ArrayList<>());
    RealWorkspace watched =
        workspace.behind(
            TestDisk.with(
                workspace.disk(),
                (_, operation) -> {
                  if (operation.startsWith("read assets/") && !operation.endsWith("index.json")) {
                    reads.add(operation.substring("read assets/".length()));
                  }
                }));
    look.use(watched);
    return reads.stream().distinct().sorted().toList();
  }

  @ParameterizedTest
  @EnumSource
  void lookAtAnUnchangedWorkspaceReadsNeitherDeclarationsNorSources(Look look) throws Exception {
    assertThat(readsOf(look, Drift.TOLERATED)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void lookWithoutCacheReadsEveryDeclaration(Look look) throws Exception {
    Files.delete(workspace.folder().resolve(".papack/build_cache"));
    assertThat(readsOf(look, Drift.TOLERATED))
        .contains("hero.asset.json", "tree.asset.json", "twin.asset.json");
  }

  @Test
  void addReadsNothingWhereThereIsNothingToAdd() throws Exception {
    assertThat(readsOf(this::add)).isEmpty();
    assertThat(accepted(add(workspace))).isEqualTo(new Added(List.of(), List.of(), List.of()));
  }

  @Test
  void addReadsEveryDeclarationWhereAFileIsOfNoAsset() throws Exception {
    workspace.picture("new", 0xFF0000FF).age().build();
    assertThat(readsOf(this::add))
        .contains("hero.asset.json", "tree.asset.json", "twin.asset.json");
    assertThat(accepted(add(workspace)).assets()).hasSize(1);
  }

  @Test
  void addReadsEveryDeclarationWhereOneFileIsNamed() throws Exception {
    assertThat(
            readsOf(watched ->
                watched
                    .session()
                    .add(
                        AddRequest.of(List.of(watched.folder().resolve("assets/hero.png"))),
                        Effect.SHOW)))
        .contains("hero.asset.json");
  }

  @Test
  void doctorKnowsFilesOfNoAssetWithoutReadingDeclarations() throws Exception {
    workspace.write("assets/notes.txt", new byte[] {'x'}).age().build();
    assertThat(readsOf(Look.DOCTOR, Drift.TOLERATED)).isEmpty();
    assertThat(findings(Look.DOCTOR.at(workspace.session()))).hasSize(1);
    requireSame(Look.DOCTOR);
  }

  @Test
  void frozenCheckReadsEverything() throws Exception {
    assertThat(readsOf(Look.CHECK, Drift.REFUSED))
        .containsExactly(
            "hero.asset.json",
            "hero.png",
            "tree.asset.json",
            "tree.png",
            "twin.asset.json",
            "twin.png");
  }

  @ParameterizedTest
  @EnumSource
  void onlyTheChangedDeclarationIsRead(Look look) throws Exception {
    edit("twin", "\"palettes\"", " \"palettes\"");
    assertThat(readsOf(look, Drift.TOLERATED))
        .contains("twin.asset.json")
        .doesNotContain("hero.asset.json");
  }

  @Test
  void nextBuildKnowsAChangedDeclarationAgain() throws Exception {
    edit("twin", "\"palettes\"", " \"palettes\"");
    Built built = workspace.age().build();
    assertThat(built.state()).isEqualTo(Built.State.UNCHANGED);
    assertThat(readsOf(Look.LIST, Drift.TOLERATED)).isEmpty();
  }

  private static List<Diagnostic> findings(Outcome<?> outcome) {
    return switch (outcome) {
      case Outcome.Accepted<?>(Inventory inventory, var _) -> inventory.faults();
      case Outcome.Accepted<?>(Health health, var _) -> health.findings();
      default -> outcome.diagnostics();
    };
  }

  /** What is said with the cache and without it, for the same files. */
  private void requireSame(Look look) throws Exception {
    requireSame(look::at);
  }

  private interface Asking {
    Outcome<?> ask(Session session) throws Exception;
  }

  private void requireSame(Asking look) throws Exception {
    Outcome<?> known = look.ask(workspace.session());
    Path cache = workspace.folder().resolve(".papack/build_cache");
    Path aside = temporary.resolve("aside");
    Files.move(cache, aside);
    Outcome<?> read = look.ask(workspace.session());
    Files.move(aside, cache);
    assertThat(findings(known)).isEqualTo(findings(read));
    assertThat(known).isEqualTo(read);
  }

  @ParameterizedTest
  @EnumSource
  void faultOfADeclarationThatIsNotReadHasItsPlace(Look look) throws Exception {
    Files.delete(workspace.folder().resolve("assets/hero.png"));
    requireSame(look);
    assertThat(findings(look.at(workspace.session())))
        .anySatisfy(fault -> assertThat(fault.location().text()).isPresent());
  }

  @ParameterizedTest
  @EnumSource
  void pendingMigrationOfADeclarationThatIsNotReadIsSaid(Look look) throws Exception {
    edit("hero", "\"schema_version\": 3", "\"schema_version\": 2");
    workspace.age().build();
    requireSame(look);
    assertThat(findings(look.at(workspace.session()))).isNotEmpty();
  }

  @Test
  void declarationThatChangesBeforeItsPlaceIsAskedForIsNotShownAsTheOldOne() throws Exception {
    Files.delete(workspace.folder().resolve("assets/hero.png"));
    RealWorkspace disturbed =
        workspace.behind(
            TestDisk.with(
                workspace.disk(),
                (_, operation) -> {
                  if (operation.equals("read assets/hero.asset.json")) {
                    edit("hero", "hero.png", "zero.png");
                  }
                }));
    assertThatThrownBy(() -> disturbed.session().list())
        .isInstanceOfSatisfying(
            DiskException.class,
            trouble -> assertThat(trouble.trouble()).isEqualTo(DiskException.Trouble.CHANGED));
  }

  @Test
  void cacheOfAnUnsupportedVersionHelpsNobodyAndStopsNoLook() throws Exception {
    Path cache = workspace.folder().resolve(".papack/build_cache");
    Files.write(cache, "papack build_cache 99 0 00000000\n".getBytes(StandardCharsets.US_ASCII));
    for (Look look : Look.values()) {
      accepted(look.at(workspace.session()));
    }
  }

  /** Something that people do to a workspace. */
  private void disturb(Random random) throws Exception {
    String name = NAMES.get(random.nextInt(NAMES.size()));
    Path source = workspace.folder().resolve("assets/" + name + ".png");
    switch (random.nextInt(11)) {
      case 0 -> workspace.picture(name, 0xFF000000 | random.nextInt());
      case 1 -> edit(name, "\"auto\"", "\"indexed\"");
      case 2 -> edit(name, "\"indexed\"", "\"auto\"");
      case 3 -> edit(name, "\"name\": \"", "\"name\": \"x");
      case 4 -> Files.deleteIfExists(source);
      case 5 -> workspace.picture(name, 0xFF777777);
      case 6 -> edit(name, "\"asset_id\": ", "\"asset_id\": 1");
      case 7 -> edit(name, "{", "{ ");
      case 8 -> workspace.write("assets/notes.txt", new byte[] {'x'});
      case 9 -> Files.deleteIfExists(workspace.folder().resolve("assets/notes.txt"));
      default -> {
        Path moved = workspace.folder().resolve("assets/moved/" + name + ".asset.json");
        Files.createDirectories(moved.resolveSibling(""));
        if (Files.exists(moved)) {
          Files.move(moved, declaration(name), StandardCopyOption.REPLACE_EXISTING);
        } else if (Files.exists(declaration(name))) {
          Files.copy(declaration(name), moved);
        }
      }
    }
  }

  @Test
  void whateverPeopleDoEveryLookSaysTheSameWithTheCacheAndWithoutIt() throws Exception {
    Random random = new Random(SEED);
    int builds = 0;
    int faults = 0;
    int settled = 0;
    for (int round = 0; round < ROUNDS; round++) {
      disturb(random);
      for (Look look : Look.values()) {
        requireSame(look);
        faults += findings(look.at(workspace.session())).size();
      }
      requireSame(_ -> add(workspace));
      if (random.nextInt(4) == 0) {
        builds +=
            workspace.age().session().build(Drift.TOLERATED) instanceof Outcome.Accepted<Built>
                ? 1
                : 0;
        // With the digest of a tree in which nothing is too young.
        workspace.age().session().build(Drift.TOLERATED);
        for (Look look : Look.values()) {
          requireSame(look);
        }
        requireSame(_ -> add(workspace));
        settled += readsOf(this::add).isEmpty() ? 1 : 0;
      }
      if (random.nextInt(6) == 0) {
        threeAssetsAgain();
      }
    }
    assertThat(builds).isPositive();
    assertThat(faults).isPositive();
    assertThat(settled).isPositive();
    Campaign.report(
        "known-declarations",
        "%,d random edits, %,d builds between: list, check, plan, doctor and add said the same with the cache and without it, %,d findings (seed %d)"
            .formatted(ROUNDS, builds, faults, SEED));
  }

  private void threeAssetsAgain() throws Exception {
    Path assets = workspace.folder().resolve("assets");
    try (Stream<Path> files = Files.walk(assets)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
    workspace.write("assets/index.json", INDEX.getBytes(StandardCharsets.UTF_8));
    for (String name : NAMES) {
      workspace.picture(name, 0xFF000000 | name.hashCode());
    }
    workspace.add();
  }

  static final String INDEX =
      """
      {
        "artifact": "index",
        "schema_version": 3,
        "assets": [],
        "retired": []
      }
      """;
}
