package dev.papack;

import static dev.papack.TestWorkspace.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.asset.Asset;
import dev.papack.asset.AssetId;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.MemoryDisk;
import dev.papack.media.PngFile;
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
  private int pictures;
  private int builds;

  @RepeatedTest(8)
  void noIdChangesItsMeaningOrReturns(RepetitionInfo repetition) throws Exception {
    long seed = 4_711L * repetition.getCurrentRepetition();
    random = new Random(seed);
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
    List<String> declarations = paths(".asset.json");
    List<String> sources = paths(".png");
    boolean isFull = sources.size() >= MOST_PICTURES;
    switch (random.nextInt(13)) {
      case 0, 1 -> {
        if (isFull) {
          String path = pick(sources);
          if (!disk.has(path.substring(0, path.length() - ".png".length()) + ".asset.json")) {
            disk.delete(path);
            return "throw away " + path;
          }
          return "nothing";
        }
        String path = folder() + "p" + pictures + ".png";
        disk.write(path, PngFile.filled(8, 8, 0xFF000000 | ++pictures));
        return "draw " + path;
      }
      case 2, 3, 4 -> {
        session().add(AddRequest.of(List.of(FOLDER.resolve("assets"))));
        return "add everything";
      }
      case 5 -> {
        String path = sources.isEmpty() ? "" : pick(sources);
        if (!path.isEmpty() && !isUndecided(path)) {
          session().add(AddRequest.of(List.of(Path.of("/" + path))));
          return "add " + path;
        }
      }
      case 6 -> {
        List<AssetId> ids = List.copyOf(registered());
        AssetId id = ids.isEmpty() ? new AssetId(1) : pick(ids);
        if (session().remove(id.toString())
            instanceof Outcome.Accepted<Removed>(Removed removed, List<Diagnostic> notes)) {
          retired.add(removed.id());
          return "remove " + id;
        }
      }
      case 7 -> {
        if (!declarations.isEmpty()) {
          return moveBoth(pick(declarations));
        }
      }
      case 8 -> {
        if (!declarations.isEmpty() && !isFull) {
          return copyBoth(pick(declarations));
        }
      }
      case 9 -> {
        String path = declarations.isEmpty() ? "" : pick(declarations);
        if (isSettled(path) || isPureCopy(path)) {
          disk.delete(path);
          return "delete " + path;
        }
      }
      case 10 -> {
        String path = declarations.isEmpty() ? "" : pick(declarations);
        if (isSettled(path)) {
          disk.write(path, disk.text(path).replaceFirst(" *\"asset_id\": \\d+,\n", ""));
          return "forget the id in " + path;
        }
      }
      case 11 -> {
        if (declarations.size() > 1) {
          return swap(pick(declarations), pick(declarations));
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

  /** The declarations that claim the id of one, itself included. */
  private List<String> claimants(String declaration) {
    Matcher id = ID.matcher(disk.has(declaration) ? disk.text(declaration) : "");
    if (!id.find()) {
      return List.of();
    }
    String claim = id.group() + ",";
    return paths(".asset.json").stream().filter(path -> disk.text(path).contains(claim)).toList();
  }

  private boolean isRegisteredHere(String declaration) {
    Matcher id = ID.matcher(disk.text(declaration));
    String root = stem(declaration).substring("game/assets/".length());
    return id.find()
        && disk.text("game/assets/index.json")
            .contains(id.group() + ", \"root\": \"" + root + "\"");
  }

  private boolean isSettled(String declaration) {
    return claimants(declaration).size() == 1 && isRegisteredHere(declaration);
  }

  private boolean isPureCopy(String declaration) {
    return claimants(declaration).stream()
        .anyMatch(other -> !other.equals(declaration) && isRegisteredHere(other));
  }

  /** Whether nobody but the author knows which of several declarations is the original. */
  private boolean isUndecided(String source) {
    List<String> claimants =
        claimants(source.substring(0, source.length() - ".png".length()) + ".asset.json");
    return claimants.size() > 1 && claimants.stream().noneMatch(this::isRegisteredHere);
  }

  private String moveBoth(String declaration) {
    String source = sourceOf(declaration);
    String to = folder() + "m" + ++pictures;
    if (!disk.has(source)) {
      return "nothing";
    }
    disk.move(source, to + ".png");
    disk.write(to + ".asset.json", renamed(declaration, to));
    disk.delete(declaration);
    return "move " + declaration + " to " + to;
  }

  private String copyBoth(String declaration) {
    String source = sourceOf(declaration);
    String to = folder() + "c" + ++pictures;
    if (!disk.has(source)) {
      return "nothing";
    }
    // The copy's picture is another one: so that it is seen if it ever gets the original's id.
    disk.write(to + ".png", PngFile.filled(8, 8, 0xFF000000 | pictures));
    disk.write(
        to + ".asset.json",
        renamed(declaration, to)
            .replaceFirst("\"name\": \"[^\"]+\"", "\"name\": \"copy" + pictures + "\""));
    return "copy " + declaration + " to " + to;
  }

  /** Two assets change places, each with its declaration and its picture. */
  private String swap(String one, String other) {
    String source = sourceOf(one);
    String otherSource = sourceOf(other);
    if (one.equals(other)
        || claimants(one).size() != 1
        || claimants(other).size() != 1
        || !disk.has(source)
        || !disk.has(otherSource)) {
      return "nothing";
    }
    byte[] picture = disk.read(source);
    disk.write(source, disk.read(otherSource)).write(otherSource, picture);
    String text = renamed(one, stem(other));
    disk.write(one, renamed(other, stem(one))).write(other, text);
    return "swap " + one + " and " + other;
  }

  private String renamed(String declaration, String stem) {
    return disk.text(declaration)
        .replaceFirst(
            "\"sources\": \\[\"[^\"]+\"",
            "\"sources\": [\"" + stem.substring(stem.lastIndexOf('/') + 1) + ".png\"");
  }

  private static String stem(String declaration) {
    return declaration.substring(0, declaration.length() - ".asset.json".length());
  }

  private static String sourceOf(String declaration) {
    return stem(declaration) + ".png";
  }

  private String folder() {
    return "game/assets/" + List.of("", "a/", "b/", "a/c/").get(random.nextInt(4));
  }

  private List<String> paths(String end) {
    return disk.files("game/assets").keySet().stream().filter(path -> path.endsWith(end)).toList();
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
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
