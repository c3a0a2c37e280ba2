package dev.papack;

import static dev.papack.TestWorkspace.accepted;

import dev.papack.asset.Asset;
import dev.papack.asset.AssetId;
import dev.papack.convert.Capacity;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.Disk;
import dev.papack.disk.MemoryDisk;
import dev.papack.disk.TestDisk;
import dev.papack.progress.CancelledException;
import dev.papack.result.AddRequest;
import dev.papack.result.Drift;
import dev.papack.result.Effect;
import dev.papack.result.Inventory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Authors and papack at work in one workspace, and what its ids must mean. Each picture has a
 * colour of its own: that is what an id means.
 *
 * <p>Spared are acts after which nobody could tell what an id means, or that it must not return:
 *
 * <ul>
 *   <li>deleting an original, or its id, while a copy of it has not been added;
 *   <li>naming one of several declarations with an id of which the registry knows none;
 *   <li>losing the registry, or restoring an older one, while a declaration claims an id that was
 *       retired: the retirement stood nowhere else;
 *   <li>restoring an older registry in which an asset is that was removed since, and so is in use
 *       again; while a copy has not been added, whose original that registry may not know; or while
 *       an id stands in the newer registry alone, its declaration deleted or damaged, or in neither
 *       since that registry was lost as well: the older one may have another asset at that root.
 * </ul>
 */
final class IdentityModel {
  static final String INDEX = "game/assets/index.json";

  private static final Path FOLDER = Path.of("/game");
  private static final int MAX_PICTURES = 10;
  private static final int MAX_OPERATIONS = 150;
  private static final String NOTHING = "nothing";
  private static final Pattern ID = Pattern.compile("\"asset_id\": (\\d+)");

  final MemoryDisk disk = new MemoryDisk();
  final AuthorsHand hand;

  private final Random random;
  private final Map<AssetId, String> meanings = new HashMap<>();
  private final Set<AssetId> retired = new HashSet<>();

  /** Ids that the registry does not have because its author lost it, or restored an older one. */
  private final Set<AssetId> lost = new HashSet<>();

  private final List<String> history = new ArrayList<>();
  private String older;

  /** What may go wrong with an id. */
  enum Wrong {
    TWO_ASSETS,
    RETURNED,
    OTHER_MEANING,
    FORGOTTEN
  }

  IdentityModel(long seed) throws IOException, CancelledException {
    random = new Random(seed);
    hand = new AuthorsHand(disk, random);
    accepted(packer(disk).init(FOLDER));
    older = disk.text(INDEX);
  }

  private Packer packer(Disk behind) {
    return new Packer(behind, random, Capacity.ofProcess().withThreads(1));
  }

  private Session session(Disk behind) throws IOException, CancelledException {
    return accepted(packer(behind).openForRepair(FOLDER));
  }

  Set<AssetId> retired() {
    return retired;
  }

  int idCount() {
    return meanings.size();
  }

  /** What was done last, and what went before. */
  String lastActs() {
    return history.subList(Math.max(0, history.size() - 12), history.size()).toString();
  }

  /** Something that changes the workspace, or that papack was asked to. */
  void step() throws IOException, CancelledException {
    String act = NOTHING;
    while (act.equals(NOTHING)) {
      act = act();
    }
    history.add(act);
  }

  private String act() throws IOException, CancelledException {
    List<String> declarations = hand.paths(".asset.json");
    String declaration = declarations.isEmpty() ? "" : hand.pick(declarations);
    return switch (random.nextInt(20)) {
      case 0, 1 -> draw();
      case 2, 3, 4 -> papack("add everything", session -> session.add(everything(), Effect.WRITE));
      case 5 -> addOne();
      case 6, 7 -> remove();
      case 8 -> declaration.isEmpty() ? NOTHING : hand.moveBoth(declaration);
      case 9 -> declaration.isEmpty() || isFull() ? NOTHING : hand.copyBoth(declaration);
      case 10 -> delete(declaration);
      case 11 -> hand.isSettled(declaration) ? hand.forgetId(declaration) : NOTHING;
      case 12 -> declaration.isEmpty() ? NOTHING : hand.swap(declaration, hand.pick(declarations));
      case 13 -> papack("doctor --fix", session -> session.fix(Effect.WRITE));
      case 14 -> papack("registry rebuild", session -> session.rebuildRegistry(Effect.WRITE));
      case 15 -> {
        hand.age();
        String migrated = migrate();
        accepted(session(disk).migrate(List.of(), Effect.WRITE, _ -> {}));
        yield migrated;
      }
      case 16 -> loseRegistry();
      case 17 -> keepRegistry();
      case 18 -> restoreOlderRegistry();
      default -> papack("build", session -> session.build(Drift.TOLERATED));
    };
  }

  /** A command of papack. */
  @FunctionalInterface
  private interface Command {
    Outcome<?> run(Session session) throws IOException, CancelledException;
  }

  /** Runs a command, which crashes now and then; the next one recovers. */
  private String papack(String name, Command command) throws IOException, CancelledException {
    if (random.nextInt(3) > 0) {
      command.run(session(disk));
      return name;
    }
    int n = 1 + random.nextInt(MAX_OPERATIONS);
    try {
      command.run(session(TestDisk.crashing(disk, n)));
      return name;
    } catch (TestDisk.Crash crash) {
      accepted(session(disk).recover(Effect.WRITE));
      return name + ", crashed at " + n;
    }
  }

  private static AddRequest everything() {
    return AddRequest.of(List.of(FOLDER.resolve("assets")));
  }

  private boolean isFull() {
    return hand.paths(".png").size() >= MAX_PICTURES;
  }

  private String draw() {
    if (!isFull()) {
      return hand.draw();
    }
    String path = hand.pick(hand.paths(".png"));
    if (disk.has(path.substring(0, path.length() - ".png".length()) + ".asset.json")) {
      return NOTHING;
    }
    disk.delete(path);
    return "throw away " + path;
  }

  private String addOne() throws IOException, CancelledException {
    List<String> sources = hand.paths(".png");
    String path = sources.isEmpty() ? "" : hand.pick(sources);
    return path.isEmpty() || isUndecided(path)
        ? NOTHING
        : papack(
            "add " + path,
            session -> session.add(AddRequest.of(List.of(Path.of("/" + path))), Effect.WRITE));
  }

  /** Whether nobody but the author knows which of several declarations is the original. */
  private boolean isUndecided(String source) {
    List<String> claimants =
        hand.claimants(source.substring(0, source.length() - ".png".length()) + ".asset.json");
    return claimants.size() > 1 && claimants.stream().noneMatch(hand::isRegisteredHere);
  }

  private String remove() throws IOException, CancelledException {
    List<AssetId> ids = List.copyOf(registered());
    if (ids.isEmpty()) {
      return NOTHING;
    }
    AssetId id = hand.pick(ids);
    String removed = papack("remove " + id, session -> session.remove(id.toString(), Effect.WRITE));
    if (!registered().contains(id)) {
      retired.add(id);
    }
    return removed;
  }

  private String delete(String declaration) {
    if (!hand.isSettled(declaration) && !hand.isPureCopy(declaration)) {
      return NOTHING;
    }
    disk.delete(declaration);
    return "delete " + declaration;
  }

  private String migrate() throws IOException, CancelledException {
    return papack("migrate", session -> session.migrate(List.of(), Effect.WRITE, _ -> {}));
  }

  private String loseRegistry() throws IOException, CancelledException {
    Set<AssetId> claimed = claimed();
    // Without any declaration there is nothing to rebuild it from, nor any sign of a workspace.
    if (claimed.isEmpty() || claimed.stream().anyMatch(retired::contains)) {
      return NOTHING;
    }
    String before = disk.text(INDEX);
    Set<AssetId> known = registered();
    if (random.nextBoolean()) {
      disk.delete(INDEX);
    } else {
      disk.write(INDEX, before.substring(0, random.nextInt(before.length())));
    }
    String rebuilt =
        papack(
            "lose the registry and rebuild it", session -> session.rebuildRegistry(Effect.WRITE));
    boolean isRebuilt =
        disk.has(INDEX) && session(disk).list() instanceof Outcome.Accepted<Inventory>;
    if (!isRebuilt) {
      // Refused, or crashed before it was decided: the author has it in version control.
      disk.write(INDEX, before);
    }
    lose(known);
    return isRebuilt ? rebuilt : rebuilt + ", and restore it";
  }

  private String keepRegistry() {
    older = disk.text(INDEX);
    return "keep a copy of the registry";
  }

  private String restoreOlderRegistry() {
    Set<AssetId> known = registered();
    Set<AssetId> claimed = claimed();
    boolean isDecidable =
        idsOf(older).stream().noneMatch(retired::contains)
            && claimed.stream().noneMatch(retired::contains)
            && claimed.size() == hand.paths(".asset.json").size()
            && claimed.containsAll(known)
            && idsOf(older).stream().noneMatch(id -> lost.contains(id) && !claimed.contains(id));
    if (!isDecidable) {
      return NOTHING;
    }
    disk.write(INDEX, older);
    lose(known);
    return "restore an older registry";
  }

  private void lose(Set<AssetId> known) {
    lost.addAll(known);
    lost.removeAll(registered());
  }

  private Set<AssetId> claimed() {
    return new HashSet<>(hand.claims());
  }

  /** What is wrong with an id, if anything. */
  Optional<Wrong> findWrong() throws IOException, CancelledException {
    Set<AssetId> seen = new HashSet<>();
    for (Asset asset : accepted(session(disk).list()).assets()) {
      String source = "game/assets/" + asset.sources().getFirst();
      if (!seen.add(asset.id())) {
        return Optional.of(Wrong.TWO_ASSETS);
      }
      if (retired.contains(asset.id())) {
        return Optional.of(Wrong.RETURNED);
      }
      if (disk.has(source)) {
        String picture = disk.files(source).getOrDefault(source, "");
        meanings.putIfAbsent(asset.id(), picture);
        if (!picture.equals(meanings.get(asset.id()))) {
          return Optional.of(Wrong.OTHER_MEANING);
        }
      }
    }
    Set<AssetId> known = registered();
    lost.removeAll(known);
    if (known.stream().anyMatch(retired::contains)) {
      return Optional.of(Wrong.RETURNED);
    }
    return meanings.keySet().stream()
            .allMatch(id -> known.contains(id) || retired.contains(id) || lost.contains(id))
        ? Optional.empty()
        : Optional.of(Wrong.FORGOTTEN);
  }

  Set<AssetId> registered() {
    return idsOf(disk.text(INDEX));
  }

  private static Set<AssetId> idsOf(String index) {
    Set<AssetId> ids = new LinkedHashSet<>();
    Matcher registered = ID.matcher(index.substring(0, index.indexOf("\"retired\"")));
    while (registered.find()) {
      ids.add(new AssetId(Integer.parseInt(registered.group(1))));
    }
    return ids;
  }
}
