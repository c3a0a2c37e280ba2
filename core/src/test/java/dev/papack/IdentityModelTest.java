package dev.papack;

import static dev.papack.TestWorkspace.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.asset.Asset;
import dev.papack.asset.AssetId;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.MemoryDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * Authors draw, move, swap, copy and lose files, and no id changes its meaning or returns. Each
 * picture has a colour of its own: that is what an id means. Spared are only acts after which
 * nobody could tell, such as deleting an original whose copy has not been added.
 */
class IdentityModelTest {
  private static final Path FOLDER = Path.of("/game");
  private static final int STEPS = 600;
  private static final int MOST_PICTURES = 20;
  private static final Pattern ID = Pattern.compile("\"asset_id\": (\\d+)");

  private final MemoryDisk disk = new MemoryDisk();
  private final Map<AssetId, String> meanings = new HashMap<>();
  private final Set<AssetId> retired = new HashSet<>();
  private final List<String> history = new ArrayList<>();
  private Random random = new Random(0);
  private AuthorsHand hand = new AuthorsHand(disk, random);
  private int builds;

  @RepeatedTest(8)
  void noIdChangesItsMeaningOrReturns(RepetitionInfo repetition) throws Exception {
    long seed = 4_711L * repetition.getCurrentRepetition();
    random = new Random(seed);
    hand = new AuthorsHand(disk, random);
    accepted(packer().init(FOLDER));
    for (int step = 0; step < STEPS; step++) {
      history.add(act());
      check(seed);
    }
    assertThat(meanings).hasSizeGreaterThan(STEPS / 20);
    assertThat(retired).hasSizeGreaterThan(STEPS / 100);
    assertThat(builds).isPositive();
  }

  private Packer packer() {
    return new Packer(disk, random, 2);
  }

  private Session session() throws IOException {
    return accepted(packer().open(FOLDER));
  }

  private String act() throws Exception {
    List<String> declarations = hand.paths(".asset.json");
    List<String> sources = hand.paths(".png");
    boolean isFull = sources.size() >= MOST_PICTURES;
    switch (random.nextInt(13)) {
      case 0, 1 -> {
        if (isFull) {
          String path = hand.pick(sources);
          if (!disk.has(path.substring(0, path.length() - ".png".length()) + ".asset.json")) {
            disk.delete(path);
            return "throw away " + path;
          }
          return "nothing";
        }
        return hand.draw();
      }
      case 2, 3, 4 -> {
        session().add(AddRequest.of(List.of(FOLDER.resolve("assets"))));
        return "add everything";
      }
      case 5 -> {
        String path = sources.isEmpty() ? "" : hand.pick(sources);
        if (!path.isEmpty() && !isUndecided(path)) {
          session().add(AddRequest.of(List.of(Path.of("/" + path))));
          return "add " + path;
        }
      }
      case 6 -> {
        List<AssetId> ids = List.copyOf(registered());
        AssetId id = ids.isEmpty() ? new AssetId(1) : hand.pick(ids);
        if (session().remove(id.toString())
            instanceof Outcome.Accepted<Removed>(Removed removed, List<Diagnostic> notes)) {
          retired.add(removed.id());
          return "remove " + id;
        }
      }
      case 7 -> {
        if (!declarations.isEmpty()) {
          return hand.moveBoth(hand.pick(declarations));
        }
      }
      case 8 -> {
        if (!declarations.isEmpty() && !isFull) {
          return hand.copyBoth(hand.pick(declarations));
        }
      }
      case 9 -> {
        String path = declarations.isEmpty() ? "" : hand.pick(declarations);
        if (hand.isSettled(path) || hand.isPureCopy(path)) {
          disk.delete(path);
          return "delete " + path;
        }
      }
      case 10 -> {
        String path = declarations.isEmpty() ? "" : hand.pick(declarations);
        if (hand.isSettled(path)) {
          return hand.forgetId(path);
        }
      }
      case 11 -> {
        if (declarations.size() > 1) {
          return hand.swap(hand.pick(declarations), hand.pick(declarations));
        }
      }
      default -> {
        session().add(AddRequest.of(List.of(FOLDER.resolve("assets"))));
        if (session().build(Drift.TOLERATED, Observer.NONE) instanceof Outcome.Accepted<Built>) {
          builds++;
        }
        return "build";
      }
    }
    return "nothing";
  }

  /** Whether nobody but the author knows which of several declarations is the original. */
  private boolean isUndecided(String source) {
    List<String> claimants =
        hand.claimants(source.substring(0, source.length() - ".png".length()) + ".asset.json");
    return claimants.size() > 1 && claimants.stream().noneMatch(hand::isRegisteredHere);
  }

  private void check(long seed) throws IOException {
    String where =
        "seed " + seed + ": " + history.subList(Math.max(0, history.size() - 12), history.size());
    Inventory inventory = accepted(session().list());
    Set<AssetId> seen = new HashSet<>();
    for (Asset asset : inventory.assets()) {
      String source = "game/assets/" + asset.sources().getFirst();
      assertThat(seen.add(asset.id())).as(where).isTrue();
      assertThat(retired).as(where).doesNotContain(asset.id());
      if (disk.has(source)) {
        String picture = disk.files(source).getOrDefault(source, "");
        meanings.putIfAbsent(asset.id(), picture);
        // Not compared as texts: a difference would print two pictures.
        assertThat(picture.equals(meanings.get(asset.id())))
            .as("the meaning of " + asset.id() + ", " + where)
            .isTrue();
      }
    }
    Set<AssetId> known = registered();
    assertThat(known).as(where).noneMatch(retired::contains);
    known.addAll(retired);
    assertThat(known).as("ids that the registry forgot, " + where).containsAll(meanings.keySet());
  }

  private Set<AssetId> registered() {
    Set<AssetId> ids = new LinkedHashSet<>();
    String index = disk.text("game/assets/index.json");
    Matcher registered = ID.matcher(index.substring(0, index.indexOf("\"retired\"")));
    while (registered.find()) {
      ids.add(new AssetId(Integer.parseInt(registered.group(1))));
    }
    return ids;
  }
}
