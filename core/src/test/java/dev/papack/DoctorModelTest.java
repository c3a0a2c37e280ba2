package dev.papack;

import static dev.papack.TestWorkspace.accepted;
import static dev.papack.TestWorkspace.blames;
import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.Campaign;
import dev.papack.convert.Capacity;
import dev.papack.disk.MemoryDisk;
import dev.papack.progress.CancelledException;
import dev.papack.result.AddRequest;
import dev.papack.result.Added;
import dev.papack.result.Drift;
import dev.papack.result.Effect;
import dev.papack.result.Health;
import dev.papack.result.Health.FixedAsset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Workspaces damaged in random ways, several at once, and fixed by {@code doctor --fix}. Each
 * picture has a colour of its own: that is what an id means. Spared are only acts after which
 * nobody could tell, such as destroying an original whose copy lies there.
 */
class DoctorModelTest {
  private static final Path FOLDER = Path.of("/game");
  private static final String INDEX = "game/assets/index.json";
  private static final int MAX_WORKSPACES = 2_000;
  private static final int WORKSPACES = Campaign.amount(120, MAX_WORKSPACES);
  private static final int ASSETS = 8;
  private static final int MAX_DAMAGES = 7;
  private static final long SEED = 20_261_122;
  private static final Pattern REGISTERED =
      Pattern.compile("\"asset_id\": (\\d+), \"root\": \"([^\"]+)\"");

  private MemoryDisk disk = new MemoryDisk();
  private Random random = new Random(0);
  private AuthorsHand hand = new AuthorsHand(disk, random);
  private List<String> history = new ArrayList<>();

  @Test
  void noRegisteredIdChangesItsMeaningAndNothingElseIsTouched() throws Exception {
    Map<Added.Action, Integer> fixes = new EnumMap<>(Added.Action.class);
    int healed = 0;
    int remaining = 0;
    for (int n = 0; n < WORKSPACES; n++) {
      prepare(SEED + n);
      Map<String, String> meanings = meanings();
      for (int damage = random.nextInt(MAX_DAMAGES); damage >= 0; damage--) {
        history.add(damage());
      }
      Health health = mendAndCheck(meanings, "seed " + (SEED + n) + ": " + history);
      health.fixes().forEach(fix -> fixes.merge(fix.action(), 1, Integer::sum));
      if (health.findings().stream().anyMatch(finding -> finding.isError())) {
        remaining++;
      } else {
        healed++;
      }
    }
    String counts = "seed " + SEED + ": healed " + healed + ", left " + remaining + ", " + fixes;
    assertThat(fixes.keySet())
        .as(counts)
        .containsExactly(
            Added.Action.REGISTERED,
            Added.Action.MOVED,
            Added.Action.GIVEN_NEW_ID,
            Added.Action.RESTORED);
    assertThat(healed).as(counts).isGreaterThan(WORKSPACES / 10);
    assertThat(remaining).as(counts).isGreaterThan(WORKSPACES / 10);
    Campaign.report(
        "doctor-model",
        Campaign.share(WORKSPACES, MAX_WORKSPACES)
            + " workspaces, damaged in up to "
            + MAX_DAMAGES
            + " ways each: 0 ids changed their meaning; "
            + counts);
  }

  private void prepare(long seed) throws IOException, CancelledException {
    disk = new MemoryDisk();
    random = new Random(seed);
    hand = new AuthorsHand(disk, random);
    history = new ArrayList<>();
    accepted(new Packer(disk, random, Capacity.ofProcess().withThreads(1)).init(FOLDER));
    for (int i = 0; i < ASSETS; i++) {
      hand.draw();
    }
    accepted(session().add(AddRequest.of(List.of(FOLDER.resolve("assets"))), Effect.WRITE));
    accepted(session().remove(registered().firstKey(), Effect.WRITE));
  }

  private Session session() throws IOException, CancelledException {
    return accepted(
        new Packer(disk, random, Capacity.ofProcess().withThreads(1)).openForRepair(FOLDER));
  }

  private SortedMap<String, String> registered() {
    SortedMap<String, String> roots = new TreeMap<>();
    Matcher entries = REGISTERED.matcher(assetsOf(indexText()));
    while (entries.find()) {
      roots.put(entries.group(1), entries.group(2));
    }
    return roots;
  }

  private String indexText() {
    return disk.has(INDEX) ? disk.text(INDEX) : "";
  }

  private static String assetsOf(String index) {
    int end = index.indexOf("\"retired\"");
    return end < 0 ? index : index.substring(0, end);
  }

  /** The picture of each registered id that is declared where it is registered. */
  private Map<String, String> meanings() {
    Map<String, String> files = disk.files("game/assets");
    Map<String, String> meanings = new TreeMap<>();
    registered()
        .forEach((id, root) -> {
          String declaration = files.getOrDefault("game/assets/" + root + ".asset.json", "");
          String picture = files.get("game/assets/" + root + ".png");
          if (declaration.contains("\"asset_id\": " + id + ",") && picture != null) {
            meanings.put(id, picture);
          }
        });
    return meanings;
  }

  private String damage() {
    List<String> declarations = hand.paths(".asset.json");
    if (declarations.isEmpty()) {
      return "nothing";
    }
    String path = hand.pick(declarations);
    switch (random.nextInt(12)) {
      case 0, 1 -> {
        return hand.copyBoth(path);
      }
      case 2, 3 -> {
        return hand.moveBoth(path);
      }
      case 4 -> {
        return hand.swap(path, hand.pick(declarations));
      }
      case 5 -> {
        if (hand.isSettled(path) || hand.isPureCopy(path)) {
          disk.delete(path);
          return "delete " + path;
        }
      }
      case 6 -> {
        if (hand.isSettled(path)) {
          return hand.forgetId(path);
        }
      }
      case 7 -> {
        return inRegistry("lose", "    \\{\"asset_id\": ID, [^\n]*\n", "");
      }
      case 8 -> {
        return inRegistry(
            "retire",
            "(?s)    \\{\"asset_id\": ID, [^\n]*\n(.*\"retired\": \\[\n)",
            "$1    {\"asset_id\": ID},\n");
      }
      case 9 -> {
        String id = String.valueOf(random.nextInt(1, Integer.MAX_VALUE));
        return edit(path, "\"asset_id\": \\d+", "\"asset_id\": " + id);
      }
      case 10 -> {
        return edit(path, "(\n *\"name\")", "\n<<<<<<< ours\n=======\n>>>>>>> theirs$1");
      }
      default -> {
        return random.nextInt(6) > 0
            ? "nothing"
            : edit(INDEX, "(\n  \"assets\")", "\n<<<<<<< ours\n=======\n>>>>>>> theirs$1");
      }
    }
    return "nothing";
  }

  private String inRegistry(String what, String pattern, String replacement) {
    List<String> ids = List.copyOf(registered().keySet());
    if (ids.isEmpty()) {
      return "nothing";
    }
    String id = hand.pick(ids);
    String done =
        edit(INDEX, pattern.replace("ID", id), replacement.replace("ID", id)) + ": " + what + id;
    // The last entry of a list has no comma.
    return done + edit(INDEX, "\\},(\n  \\])", "}$1");
  }

  private String edit(String path, String pattern, String replacement) {
    disk.write(path, disk.text(path).replaceFirst(pattern, replacement));
    return "edit " + path;
  }

  private Health mendAndCheck(Map<String, String> meanings, String where) throws Exception {
    Map<String, String> before = disk.files("game/assets");
    SortedMap<String, String> registered = registered();
    boolean isReadable = !indexText().contains("<<<<");
    Health shown = accepted(session().doctor());
    assertThat(disk.files("game/assets").equals(before)).as(where).isTrue();
    Health repaired = accepted(session().fix(Effect.WRITE));
    assertThat(acts(shown)).as(where).isEqualTo(acts(repaired));
    Map<String, String> after = disk.files("game/assets");
    assertThat(after.keySet()).as(where).isEqualTo(before.keySet());
    for (String source : hand.paths(".png")) {
      assertThat(Objects.equals(after.get(source), before.get(source))).as(where).isTrue();
    }
    assertThat(retiredOf(after)).as(where).isEqualTo(retiredOf(before));
    if (isReadable) {
      assertThat(registered().keySet()).as(where).containsAll(registered.keySet());
    } else {
      assertThat(after.equals(before)).as(where).isTrue();
    }
    meanings()
        .forEach((id, picture) -> {
          if (meanings.containsKey(id) && registered.containsKey(id)) {
            assertThat(picture.equals(meanings.get(id)))
                .as("the meaning of " + id + ", " + where)
                .isTrue();
          }
        });
    Health again = accepted(session().fix(Effect.WRITE));
    assertThat(again.fixes()).as(where).isEmpty();
    assertThat(disk.files("game/assets").equals(after)).as(where).isTrue();
    assertThat(again.findings()).as(where).isEqualTo(repaired.findings());
    assertThat(blames(repaired.findings()))
        .as(where)
        .containsAll(blames(session().check(Drift.TOLERATED).diagnostics()));
    return repaired;
  }

  private static List<String> acts(Health health) {
    return health.fixes().stream().map(DoctorModelTest::act).toList();
  }

  private static String act(FixedAsset fix) {
    return fix.action() + " " + fix.place();
  }

  private static Set<String> retiredOf(Map<String, String> files) {
    String index = files.getOrDefault(INDEX, "");
    Set<String> retired = new TreeSet<>();
    Matcher ids =
        Pattern.compile("\"asset_id\": (\\d+)").matcher(index.substring(assetsOf(index).length()));
    while (ids.find()) {
      retired.add(ids.group(1));
    }
    return retired;
  }
}
