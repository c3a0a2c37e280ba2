package dev.papack;

import static dev.papack.TestWorkspace.accepted;

import dev.papack.asset.Asset;
import dev.papack.asset.AssetId;
import dev.papack.convert.Capacity;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.Severity;
import dev.papack.disk.MemoryDisk;
import dev.papack.media.png.PngFile;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * People at work in a workspace who never read a manual, and what its ids mean meanwhile. They
 * copy, move, delete and restore folders, edit names and ids, lose the registry, and run papack as
 * it comes. Each picture has a colour of its own: that is what an id means. Nothing is spared, but
 * for one thing: nobody paints over the picture of an asset, which no tool could tell from art that
 * is worked on. For the same reason a backup may bring back the picture that an id once had.
 *
 * <p>An id may come to mean another picture, if that is what people make of it; but then papack has
 * said so, in an error or a warning that names the id, just before or just after.
 */
final class PeoplesHands {
  private static final Path FOLDER = Path.of("/game");
  private static final String ASSETS = "game/assets/";
  private static final String INDEX = ASSETS + "index.json";
  private static final Pattern ID = Pattern.compile(" *\"asset_id\": (\\d+),?\n?");
  private static final Pattern NAME = Pattern.compile("\"name\": \"([^\"]*)\"");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");
  private static final int MAX_FOLDERS = 7;

  final MemoryDisk disk = new MemoryDisk();

  private final Random random;
  private final Set<DiagnosticCode> unheard;
  private final Map<AssetId, Set<String>> meanings = new HashMap<>();
  private final List<String> history = new ArrayList<>();
  private Map<String, byte[]> backup = Map.of();
  private Set<String> named = Set.of();
  private int pictures;
  private int changes;

  /**
   * People with a seed.
   *
   * @param unheard what they do not hear of what papack says: for controls
   */
  PeoplesHands(long seed, Set<DiagnosticCode> unheard) throws IOException, CancelledException {
    this.random = new Random(seed);
    this.unheard = unheard;
    accepted(new Packer(disk, random, Capacity.ofProcess().withThreads(1)).init(FOLDER));
  }

  /** How often an id came to mean another picture, and papack had said so. */
  int changes() {
    return changes;
  }

  int idCount() {
    return meanings.size();
  }

  String lastActs() {
    return history.subList(Math.max(0, history.size() - 10), history.size()).toString();
  }

  private Session session() throws IOException, CancelledException {
    return accepted(
        new Packer(disk, random, Capacity.ofProcess().withThreads(1)).openForRepair(FOLDER));
  }

  /** Does something; what an id means in silence from then on is returned. */
  Optional<String> step() throws IOException, CancelledException {
    Set<String> before = named;
    List<Diagnostic> said = new ArrayList<>();
    history.add(act(said));
    said.addAll(session().check(Drift.TOLERATED).diagnostics());
    named = idsIn(said);
    Set<String> heard = new TreeSet<>(before);
    heard.addAll(named);
    return findSilent(heard);
  }

  /** The ids in the messages, and those of the declarations that are wrong. */
  private Set<String> idsIn(List<Diagnostic> said) {
    Set<String> ids = new TreeSet<>();
    said.stream()
        .filter(each -> each.severity() != Severity.NOTE && !unheard.contains(each.code()))
        .forEach(each -> {
          NUMBER.matcher(each.message()).results().map(MatchResult::group).forEach(ids::add);
          String file = "game/" + each.location().path();
          if (file.endsWith("asset.json") && disk.has(file)) {
            ID.matcher(disk.text(file)).results().map(found -> found.group(1)).forEach(ids::add);
          }
        });
    return ids;
  }

  private Optional<String> findSilent(Set<String> heard) throws IOException, CancelledException {
    if (!(session().list() instanceof Outcome.Accepted<Inventory>(Inventory list, var _))) {
      return Optional.empty();
    }
    for (Asset asset : list.assets()) {
      String source = ASSETS + asset.sources().getFirst();
      if (disk.has(source)) {
        String picture = disk.text(source);
        Set<String> known = meanings.computeIfAbsent(asset.id(), _ -> new HashSet<>());
        boolean isNew = known.add(picture);
        if (isNew && known.size() > 1) {
          if (!heard.contains(asset.id().toString())) {
            return Optional.of(asset.id() + " at " + asset.place().root());
          }
          changes++;
        }
      }
    }
    return Optional.empty();
  }

  private String act(List<Diagnostic> said) throws IOException, CancelledException {
    List<String> folders = folders();
    String folder = folders.isEmpty() ? "" : pick(folders);
    boolean isFull = folders.size() >= MAX_FOLDERS;
    return switch (random.nextInt(22)) {
      case 0, 1 -> isFull ? "nothing" : draw(folderName());
      case 2 -> isFull || folder.isEmpty() ? "nothing" : copy(folder, folderName(), false);
      case 3 -> isFull || folder.isEmpty() ? "nothing" : copy(folder, folderName(), true);
      case 4, 5 -> folder.isEmpty() ? "nothing" : move(folder, folderName());
      case 6 -> folder.isEmpty() ? "nothing" : delete(folder);
      case 7 -> folder.isEmpty() || isFull ? "nothing" : makeRoom(folder);
      case 8 -> edit(folder, NAME, "\"name\": \"n" + ++pictures + "\"");
      case 9 -> edit(folder, ID, "");
      case 10 -> deleteDeclaration(folder);
      case 11 -> folder.isEmpty() ? "nothing" : renameSource(folder);
      case 12, 13, 14 ->
          papack("add assets", session -> session.add(request(""), Effect.WRITE), said);
      case 15 ->
          folder.isEmpty()
              ? "nothing"
              : papack(
                  "add " + folder, session -> session.add(request(folder), Effect.WRITE), said);
      case 16 -> papack("doctor --fix", session -> session.fix(Effect.WRITE), said);
      case 17 -> remove(said);
      case 18 -> papack("build", session -> session.build(Drift.TOLERATED), said);
      case 19 -> loseRegistry(said);
      case 20 -> {
        backup = everything();
        yield "back up";
      }
      default -> restore();
    };
  }

  /** A command of papack. */
  @FunctionalInterface
  private interface Command {
    Outcome<?> run(Session session) throws IOException, CancelledException;
  }

  private String papack(String name, Command command, List<Diagnostic> said)
      throws IOException, CancelledException {
    said.addAll(command.run(session()).diagnostics());
    return name;
  }

  private static AddRequest request(String folder) {
    return AddRequest.of(List.of(FOLDER.resolve("assets").resolve(folder)));
  }

  private String remove(List<Diagnostic> said) throws IOException, CancelledException {
    Matcher ids =
        Pattern.compile("\"asset_id\": (\\d+)").matcher(disk.has(INDEX) ? disk.text(INDEX) : "");
    List<String> all = ids.results().map(found -> found.group(1)).toList();
    if (all.isEmpty()) {
      return "nothing";
    }
    String id = pick(all);
    return papack("remove " + id, session -> session.remove(id, Effect.WRITE), said);
  }

  private String loseRegistry(List<Diagnostic> said) throws IOException, CancelledException {
    if (!disk.has(INDEX) || folders().stream().allMatch(each -> declaration(each).isEmpty())) {
      return "nothing";
    }
    String before = disk.text(INDEX);
    disk.delete(INDEX);
    String done =
        papack(
            "lose the registry, and rebuild it",
            session -> session.rebuildRegistry(Effect.WRITE),
            said);
    if (disk.has(INDEX)) {
      return done;
    }
    // Refused: it is in version control.
    disk.write(INDEX, before);
    return "lose the registry, and restore it";
  }

  private String draw(String folder) {
    if (disk.has(ASSETS + folder + "/art.png")) {
      return "nothing";
    }
    disk.write(ASSETS + folder + "/art.png", PngFile.filled(8, 8, 0xFF000000 | ++pictures));
    return "draw " + folder;
  }

  /** As a file manager copies it; or as a start for something new, with another picture. */
  private String copy(String folder, String to, boolean isTemplate) {
    if (disk.has(ASSETS + to)) {
      return "nothing";
    }
    filesOf(folder)
        .forEach((path, bytes) -> {
          boolean isPicture = path.endsWith(".png");
          disk.write(
              ASSETS + to + path,
              isPicture && isTemplate ? PngFile.filled(8, 8, 0xFF000000 | ++pictures) : bytes);
        });
    if (isTemplate && random.nextBoolean()) {
      edit(to, NAME, "\"name\": \"n" + ++pictures + "\"");
    }
    return "copy " + folder + " to " + to + (isTemplate ? ", as a template" : "");
  }

  private String move(String folder, String to) {
    if (disk.has(ASSETS + to)) {
      return "nothing";
    }
    disk.move(ASSETS + folder, ASSETS + to);
    return "move " + folder + " to " + to;
  }

  private String delete(String folder) {
    disk.delete(ASSETS + folder);
    return "delete " + folder;
  }

  /** Moves a folder away, and puts something new in its place, from a copy of it. */
  private String makeRoom(String folder) {
    String old = folder + "_old";
    if (disk.has(ASSETS + old) || declaration(folder).isEmpty()) {
      return "nothing";
    }
    move(folder, old);
    copy(old, folder, true);
    return "make room in " + folder;
  }

  private String edit(String folder, Pattern what, String with) {
    Optional<String> file = declaration(folder);
    if (file.isEmpty()) {
      return "nothing";
    }
    String text = disk.text(file.get());
    disk.write(file.get(), what.matcher(text).replaceFirst(Matcher.quoteReplacement(with)));
    return "edit " + folder + ": " + what + " becomes " + with;
  }

  private Optional<String> declaration(String folder) {
    return folder.isEmpty()
        ? Optional.empty()
        : filesOf(folder).keySet().stream()
            .filter(path -> path.endsWith("asset.json"))
            .map(path -> ASSETS + folder + path)
            .findFirst();
  }

  private String deleteDeclaration(String folder) {
    Optional<String> file = declaration(folder);
    file.ifPresent(disk::delete);
    return file.map(path -> "delete " + path).orElse("nothing");
  }

  private String renameSource(String folder) {
    List<String> art =
        filesOf(folder).keySet().stream().filter(path -> path.endsWith(".png")).toList();
    if (art.isEmpty()) {
      return "nothing";
    }
    String from = pick(art);
    disk.move(ASSETS + folder + from, ASSETS + folder + "/r" + ++pictures + ".png");
    return "rename the source of " + folder;
  }

  private String restore() {
    List<String> backed =
        backup.keySet().stream()
            .filter(path -> path.indexOf('/') > 0)
            .map(path -> path.substring(0, path.indexOf('/')))
            .distinct()
            .toList();
    if (backed.isEmpty()) {
      return "nothing";
    }
    String folder = pick(backed);
    // Over a folder that is there: as it was, and nothing of what came since.
    if (disk.has(ASSETS + folder)) {
      disk.delete(ASSETS + folder);
    }
    backup.forEach((path, bytes) -> {
      if (path.startsWith(folder + "/")) {
        disk.write(ASSETS + path, bytes);
      }
    });
    return "restore " + folder;
  }

  private Map<String, byte[]> everything() {
    Map<String, byte[]> files = new HashMap<>();
    for (String path : disk.files("game/assets").keySet()) {
      if (!path.equals(INDEX)) {
        files.put(path.substring(ASSETS.length()), disk.read(path));
      }
    }
    return files;
  }

  /** The files of a folder, by what follows its name. */
  private Map<String, byte[]> filesOf(String folder) {
    Map<String, byte[]> files = new HashMap<>();
    everything()
        .forEach((path, bytes) -> {
          if (path.startsWith(folder + "/")) {
            files.put(path.substring(folder.length()), bytes);
          }
        });
    return new TreeMap<>(files);
  }

  private List<String> folders() {
    return everything().keySet().stream()
        .filter(path -> path.indexOf('/') > 0)
        .map(path -> path.substring(0, path.indexOf('/')))
        .distinct()
        .sorted()
        .toList();
  }

  private String folderName() {
    return "f" + random.nextInt(12);
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
