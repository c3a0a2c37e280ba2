package dev.papack;

import static dev.papack.RealWorkspace.EXPLAINED;
import static dev.papack.RealWorkspace.FROM_NOTHING;
import static dev.papack.RealWorkspace.converted;
import static dev.papack.TestWorkspace.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.papack.cache.BuildCache;
import dev.papack.cache.CachedAsset;
import dev.papack.container.Sha256;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.Errno;
import dev.papack.disk.FolderId;
import dev.papack.disk.SystemDisk;
import dev.papack.disk.TestDisk;
import dev.papack.media.png.PngFile;
import dev.papack.publish.PackSlot;
import dev.papack.result.AddRequest;
import dev.papack.result.BuildRequest;
import dev.papack.result.BuildRequest.Explanation;
import dev.papack.result.BuildRequest.Proof;
import dev.papack.result.BuildRequest.Reuse;
import dev.papack.result.Built;
import dev.papack.result.CacheSample;
import dev.papack.result.CacheState;
import dev.papack.result.Drift;
import dev.papack.result.Effect;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A build takes from the last one what is still the same, and nothing else. */
class BuildCacheTest {
  private static final int RED = 0xFFCC2211;
  private static final int GREEN = 0xFF22CC11;
  private static final String PALETTES = "palettes/hero.png";
  private static final BuildRequest TWICE =
      new BuildRequest(
          Drift.TOLERATED, Reuse.UNCHANGED, Proof.REPRODUCED, new Explanation.OfNothing());

  @TempDir private Path temporary = Path.of("");

  private RealWorkspace workspace = new RealWorkspace(Path.of(""), new SystemDisk());

  static BuildCache fail(String message) {
    throw new AssertionError(message);
  }

  @BeforeEach
  void fourAssets() throws Exception {
    workspace = RealWorkspace.create(temporary.resolve("game"));
    workspace
        .picture("hero", RED)
        .picture("twin", GREEN)
        .picture("a/tree", 0xFF001188)
        .sound("jump", 1, 2, 3, 4)
        .add()
        .age();
    Built first = workspace.build();
    assertThat(first.cache()).isEqualTo(CacheState.ABSENT);
    assertThat(first.convertedCount()).isEqualTo(4);
    Assumptions.assumeTrue(
        workspace.cache().assets().stream()
            .allMatch(asset -> asset.stamps().getFirst().isPresent()),
        "this file system is not trusted");
  }

  private void requireTruth(String copy) throws Exception {
    assertThat(workspace.published()).isEqualTo(workspace.truth(temporary.resolve(copy)));
  }

  /** What a build does to the disk. */
  private List<String> operationsOfABuild() throws Exception {
    List<String> operations = Collections.synchronizedList(new ArrayList<>());
    workspace
        .behind(TestDisk.with(workspace.disk(), (_, operation) -> operations.add(operation)))
        .build();
    return operations;
  }

  private static boolean isOfASource(String operation) {
    return operation.endsWith(".png") || operation.endsWith(".wav");
  }

  private static boolean isWrite(String operation) {
    return List.of("create", "append", "write", "rename", "link", "delete", "flush").stream()
            .anyMatch(operation::startsWith)
        && !operation.contains(".papack/owner.");
  }

  @Test
  void buildOfNothingNewOpensNoSourceAndWritesNothing() throws Exception {
    Map<PackSlot, ByteBuffer> before = workspace.published();
    List<String> operations = operationsOfABuild();
    assertThat(operations.stream().filter(BuildCacheTest::isOfASource))
        .isNotEmpty()
        .noneMatch(operation -> operation.startsWith("open") || operation.startsWith("read"));
    assertThat(operations.stream().filter(BuildCacheTest::isWrite)).isEmpty();
    Built again = workspace.build();
    assertThat(again.state()).isEqualTo(Built.State.UNCHANGED);
    assertThat(again.cache()).isEqualTo(CacheState.VALID);
    assertThat(converted(again)).isEmpty();
    assertThat(workspace.published()).isEqualTo(before);
  }

  /** The count would see them: the control of the test above. */
  @Test
  void buildFromNothingOpensEverySourceAndWrites() throws Exception {
    List<String> operations = Collections.synchronizedList(new ArrayList<>());
    workspace
        .behind(TestDisk.with(workspace.disk(), (_, operation) -> operations.add(operation)))
        .build(FROM_NOTHING);
    assertThat(operations).contains("read assets/hero.png", "read assets/jump.wav");
    assertThat(operations.stream().filter(BuildCacheTest::isWrite)).isNotEmpty();
  }

  @Test
  void changedSourceIsConvertedAloneAndTheRestIsCopied() throws Exception {
    workspace.picture("hero", 0xFF010203).age();
    Built built = workspace.build();
    assertThat(built.state()).isEqualTo(Built.State.PUBLISHED);
    assertThat(converted(built)).containsOnly(Map.entry("hero", "source_bytes hero.png"));
    requireTruth("copy");
    assertThat(workspace.build().state()).isEqualTo(Built.State.UNCHANGED);
  }

  @Test
  void sourceOfTheSameSizeAndTimeIsNoticed() throws Exception {
    Path hero = workspace.folder().resolve("assets/hero.png");
    Path twin = workspace.folder().resolve("assets/twin.png");
    FileTime time = Files.getLastModifiedTime(hero);
    byte[] other = Files.readAllBytes(twin);
    assertThat(other).hasSameSizeAs(Files.readAllBytes(hero));
    Files.write(hero, other);
    Files.setLastModifiedTime(hero, time);
    assertThat(converted(workspace.build())).containsOnlyKeys("hero");
    requireTruth("copy");
  }

  @Test
  void sourceThatIsReplacedByAnOlderFileIsNoticed() throws Exception {
    Path other = workspace.folder().resolve("other");
    Files.write(other, PngFile.filled(16, 16, 0xFF445566));
    Files.setLastModifiedTime(other, FileTime.fromMillis(1_000_000));
    Files.move(
        other, workspace.folder().resolve("assets/hero.png"), StandardCopyOption.REPLACE_EXISTING);
    assertThat(converted(workspace.build())).containsOnlyKeys("hero");
    requireTruth("copy");
  }

  @Test
  void sourceThatIsOnlyTouchedIsReadAndNotConverted() throws Exception {
    Files.setLastModifiedTime(
        workspace.folder().resolve("assets/hero.png"), FileTime.fromMillis(1_000_000_000));
    workspace.age();
    List<String> operations = operationsOfABuild();
    assertThat(operations).contains("read assets/hero.png");
    assertThat(operations).doesNotContain("read assets/twin.png");
    assertThat(operationsOfABuild()).doesNotContain("read assets/hero.png");
    assertThat(workspace.build().state()).isEqualTo(Built.State.UNCHANGED);
  }

  @Test
  void changedSettingIsConvertedAlone() throws Exception {
    Path declaration = workspace.folder().resolve("assets/twin.asset.json");
    String text = Files.readString(declaration);
    Files.writeString(declaration, text.replace("\"tile_size\": 16", "\"tile_size\": 8"));
    assertThat(Files.readString(declaration)).isNotEqualTo(text);
    assertThat(converted(workspace.build()))
        .containsOnly(Map.entry("twin", "setting tiles.tile_size 16 8"));
    requireTruth("copy");
  }

  @Test
  void reducingColoursIsASettingAndNoOtherVersion() throws Exception {
    Path declaration = workspace.folder().resolve("assets/twin.asset.json");
    String text = Files.readString(declaration);
    String reduced = text.replace("\"auto\"", "\"auto\",\n    \"colors\": \"reduce\"");
    for (String changed : List.of(reduced, text)) {
      Files.writeString(declaration, changed);
      assertThat(converted(workspace.build()).get("twin"))
          .contains("setting tiles.colors")
          .doesNotContain("version");
    }
  }

  @Test
  void assetsThatTakeThePalettesOfAPictureFollowIt() throws Exception {
    Path golden =
        Path.of(System.getProperty("papack.home"))
            .resolve("cli/src/test/golden/palettes-from-another-picture/workspace");
    RealWorkspace game =
        new RealWorkspace(golden, workspace.disk()).copiedTo(temporary.resolve("palettes"));
    game.picture("plain", RED);
    accepted(
        game.session()
            .add(AddRequest.of(List.of(game.folder().resolve("assets/plain.png"))), Effect.WRITE));
    game.age();
    int all = game.build().convertedCount();
    Path picture = game.folder().resolve("assets").resolve(PALETTES);
    byte[] bytes = Files.readAllBytes(picture);
    Files.write(picture, Arrays.copyOf(bytes, bytes.length + 1));
    game.age();
    Built built = game.build();
    assertThat(converted(built).values())
        .isNotEmpty()
        .hasSizeLessThan(all)
        .allMatch(reason -> reason.equals("source_bytes " + PALETTES));
    assertThat(game.published()).isEqualTo(game.truth(temporary.resolve("copy")));
  }

  @Test
  void newNameIsPublishedAndNothingIsConverted() throws Exception {
    accepted(workspace.session().rename("hero", "heroine", Effect.WRITE));
    Built built = workspace.build();
    assertThat(built.state()).isEqualTo(Built.State.PUBLISHED);
    assertThat(converted(built)).isEmpty();
    requireTruth("copy");
  }

  @Test
  void movedAssetIsPublishedAndNothingIsConverted() throws Exception {
    accepted(
        workspace
            .session()
            .move(
                workspace.folder().resolve("assets/hero.png"),
                workspace.folder().resolve("assets/a/hero.png"),
                Effect.WRITE));
    Built built = workspace.build();
    assertThat(built.state()).isEqualTo(Built.State.PUBLISHED);
    assertThat(converted(built)).isEmpty();
    requireTruth("copy");
  }

  @Test
  void removedAndAddedAssetsLeaveTheOthersAlone() throws Exception {
    accepted(workspace.session().remove("hero", Effect.WRITE));
    Files.delete(workspace.folder().resolve("assets/hero.png"));
    workspace.picture("bush", 0xFF0A0B0C).add().age();
    Built built = workspace.build();
    assertThat(converted(built)).containsOnly(Map.entry("bush", "new_asset "));
    requireTruth("copy");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "assets.pa",
        "build/asset_table.json",
        "build/preload.json",
        "build/asset_table_metadata.json"
      })
  void outputThatSomebodyTouchedIsBuiltAnew(String output) throws Exception {
    Path file = workspace.folder().resolve(output);
    byte[] bytes = Files.readAllBytes(file);
    FileTime time = Files.getLastModifiedTime(file);
    byte[] damaged = bytes.clone();
    damaged[damaged.length - 1] ^= 1;
    Files.write(file, damaged);
    Files.setLastModifiedTime(file, time);
    Built built = workspace.build();
    assertThat(built.state()).isEqualTo(Built.State.PUBLISHED);
    assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    Files.delete(file);
    assertThat(workspace.build().state()).isEqualTo(Built.State.PUBLISHED);
    assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
  }

  /** As on a file system whose times are not trusted. */
  private BuildCache cacheWithOutputsOfUnknownAge() throws Exception {
    BuildCache cache = workspace.cache();
    workspace.writeCache(
        new BuildCache(
            cache.folder(),
            cache.packId(),
            cache.outputVersions(),
            cache.outputs().stream()
                .map(output ->
                    new BuildCache.CachedOutput(
                        output.sizeBytes(), output.digest(), Optional.empty()))
                .toList(),
            cache.tree(),
            cache.assets()));
    return cache;
  }

  @Test
  void packOfUnknownAgeThatIsAnotherOneIsTheReasonForEveryAsset() throws Exception {
    BuildCache _ = cacheWithOutputsOfUnknownAge();
    Files.delete(workspace.folder().resolve("assets.pa"));
    Built built = workspace.build();
    assertThat(built.cache()).isEqualTo(CacheState.PACK_CHANGED);
    assertThat(converted(built).values()).hasSize(4).containsOnly("cache pack_changed");
    requireTruth("copy");
  }

  @Test
  void packOfUnknownAgeIsHeldAgainstTheDigestsOfItsSlices() throws Exception {
    BuildCache cache = cacheWithOutputsOfUnknownAge();
    CachedAsset damaged = cache.assets().get(1);
    Path pack = workspace.folder().resolve("assets.pa");
    byte[] bytes = Files.readAllBytes(pack);
    bytes[(int) damaged.startBytes()] ^= 1;
    Files.write(pack, bytes);
    Built built = workspace.build();
    assertThat(converted(built))
        .containsOnly(Map.entry(damaged.asset().name().text(), "slice_damaged "));
    requireTruth("copy");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10, 40, 200, -1})
  void damagedCacheIsAMissAsAWhole(int at) throws Exception {
    Path file = workspace.folder().resolve(".papack/build_cache");
    byte[] bytes = Files.readAllBytes(file);
    bytes[at < 0 ? bytes.length - 1 : at] ^= 4;
    Files.write(file, bytes);
    Built built = workspace.build();
    assertThat(built.cache()).isEqualTo(CacheState.DAMAGED);
    assertThat(built.convertedCount()).isEqualTo(4);
    assertThat(workspace.build().state()).isEqualTo(Built.State.UNCHANGED);
  }

  @Test
  void cacheThatIsCutAnywhereIsAMiss() throws Exception {
    Path file = workspace.folder().resolve(".papack/build_cache");
    byte[] bytes = Files.readAllBytes(file);
    for (int length = 0; length < bytes.length; length += 97) {
      Files.write(file, Arrays.copyOf(bytes, length));
      assertThat(accepted(workspace.session().cache()).state()).isEqualTo(CacheState.DAMAGED);
    }
  }

  /** As a hostile clone brings it: cache and pack fit each other, and neither fits the sources. */
  private RealWorkspace plantedClone(String name) throws Exception {
    lie();
    return workspace.copiedTo(temporary.resolve(name));
  }

  /** The cache says that the bank of one asset is that of another. */
  private void lie() throws Exception {
    BuildCache cache = workspace.cache();
    CachedAsset hero = named(cache, "hero");
    CachedAsset twin = named(cache, "twin");
    List<CachedAsset> assets = new ArrayList<>(cache.assets());
    assets.set(
        assets.indexOf(hero),
        new CachedAsset(
            hero.asset(),
            hero.declaration(),
            hero.recipe(),
            hero.keyDigest(),
            twin.metadata(),
            twin.slice(),
            twin.startBytes(),
            twin.frames(),
            hero.contents(),
            hero.stamps(),
            hero.findings()));
    workspace.writeCache(
        new BuildCache(
            cache.folder(),
            cache.packId(),
            cache.outputVersions(),
            cache.outputs(),
            cache.tree(),
            assets));
    workspace.picture("a/tree", 0xFF777777).age();
  }

  private static CachedAsset named(BuildCache cache, String name) {
    return cache.assets().stream()
        .filter(asset -> asset.asset().name().text().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void cloneWithAPlantedCacheBuildsTheTruth() throws Exception {
    RealWorkspace planted = plantedClone("clone");
    Built built = planted.build();
    assertThat(built.cache()).isEqualTo(CacheState.COPIED);
    assertThat(built.convertedCount()).isEqualTo(4);
    assertThat(planted.published()).isEqualTo(workspace.truth(temporary.resolve("copy")));
  }

  /** In its own folder the same lie would be believed: the control of the tests around it. */
  @Test
  void lieInItsOwnFolderIsBelievedByAnOrdinaryBuild() throws Exception {
    lie();
    workspace.build();
    assertThat(workspace.published()).isNotEqualTo(workspace.truth(temporary.resolve("copy")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"frozen", "no-cache"})
  void buildThatTakesNothingBuildsTheTruth(String how) throws Exception {
    lie();
    Built built =
        workspace.build(how.equals("frozen") ? BuildRequest.of(Drift.REFUSED) : FROM_NOTHING);
    assertThat(built.cache()).isEqualTo(CacheState.NOT_ASKED);
    assertThat(built.convertedCount()).isEqualTo(4);
    requireTruth("copy");
  }

  @Test
  void cacheThatLiesIsFoundByASecondBuild() throws Exception {
    lie();
    Map<PackSlot, ByteBuffer> before = workspace.published();
    Outcome<Built> outcome = workspace.session().build(TWICE);
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.diagnostics())
        .extracting(Diagnostic::code, Diagnostic::message)
        .containsExactly(
            tuple(
                DiagnosticCode.BUILD_NOT_REPRODUCIBLE,
                "a second build from nothing differs: asset \"hero\" has another slice digest"));
    assertThat(workspace.published()).isEqualTo(before);
  }

  @Test
  void secondBuildOfAnHonestCacheIsTheFirst() throws Exception {
    workspace.picture("hero", 0xFF010203).age();
    Built built = workspace.build(TWICE);
    assertThat(built.convertedCount()).isEqualTo(1);
    requireTruth("copy");
  }

  @Test
  void cacheThatLiesIsFoundByCacheVerify() throws Exception {
    assertThat(accepted(workspace.session().verifyCache(CacheSample.ALL)).verifiedCount())
        .isEqualTo(4);
    lie();
    assertThat(workspace.session().verifyCache(CacheSample.ALL).diagnostics())
        .extracting(Diagnostic::code, Diagnostic::message)
        .containsExactly(
            tuple(
                DiagnosticCode.CACHE_CONTRADICTED,
                "the cache has another bank of asset \"hero\" than converting it again gives"));
  }

  @Test
  void cacheThatCannotBeWrittenIsAWarning() throws Exception {
    workspace.picture("hero", 0xFF010203).age();
    TestDisk full =
        TestDisk.with(
            workspace.disk(),
            (_, operation) -> {
              if (operation.equals("create .papack/build_cache.new")) {
                throw Errno.ENOSPC.at(".papack/build_cache.new");
              }
            });
    Outcome<Built> outcome = workspace.behind(full).session().build(EXPLAINED);
    assertThat(accepted(outcome).state()).isEqualTo(Built.State.PUBLISHED);
    assertThat(outcome.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(DiagnosticCode.CACHE_NOT_WRITTEN);
    requireTruth("copy");
    Built next = workspace.build();
    assertThat(next.cache()).isEqualTo(CacheState.PACK_CHANGED);
    requireTruth("copy2");
  }

  @Test
  void findingsOfAnAssetThatIsNotConvertedAreSaidAgain() throws Exception {
    byte[] picture = PngFile.filled(16, 16, RED);
    byte[] longer = Arrays.copyOf(picture, picture.length + 5);
    workspace.write("assets/hero.png", longer).age();
    Outcome<Built> first = workspace.session().build(EXPLAINED);
    assertThat(first.diagnostics()).isNotEmpty();
    Outcome<Built> again = workspace.session().build(EXPLAINED);
    assertThat(converted(accepted(again))).isEmpty();
    assertThat(again.diagnostics()).isEqualTo(first.diagnostics());
    workspace.picture("twin", 0xFF010203).age();
    Outcome<Built> other = workspace.session().build(EXPLAINED);
    assertThat(converted(accepted(other))).containsOnlyKeys("twin");
    assertThat(other.diagnostics()).isEqualTo(first.diagnostics());
  }

  @Test
  void clearedCacheIsAbsent() throws Exception {
    assertThat(accepted(workspace.session().clearCache())).isPositive();
    assertThat(accepted(workspace.session().cache()).state()).isEqualTo(CacheState.ABSENT);
    assertThat(workspace.build().convertedCount()).isEqualTo(4);
  }

  @Test
  void cacheOfAnUnknownFolderIsACopy() throws Exception {
    BuildCache cache = workspace.cache();
    workspace.writeCache(
        new BuildCache(
            FolderId.UNKNOWN,
            cache.packId(),
            cache.outputVersions(),
            cache.outputs(),
            cache.tree(),
            cache.assets()));
    assertThat(workspace.build().cache()).isEqualTo(CacheState.COPIED);
  }

  @Test
  void cacheOfOtherVersionsIsAMiss() throws Exception {
    BuildCache cache = workspace.cache();
    workspace.writeCache(
        new BuildCache(
            cache.folder(),
            cache.packId(),
            "envelope 9",
            cache.outputs(),
            cache.tree(),
            cache.assets()));
    assertThat(workspace.build().cache()).isEqualTo(CacheState.OTHER_VERSIONS);
  }

  @Test
  void digestInTheCacheIsThatOfTheSlice() throws Exception {
    byte[] pack = Files.readAllBytes(workspace.folder().resolve("assets.pa"));
    for (CachedAsset asset : workspace.cache().assets()) {
      assertThat(
              Sha256.of(
                  ByteBuffer.wrap(
                      pack, (int) asset.startBytes(), (int) asset.metadata().sliceBytes())))
          .isEqualTo(asset.slice());
      assertThat(asset.keyDigest()).isEqualTo(asset.key().digest());
    }
  }
}
