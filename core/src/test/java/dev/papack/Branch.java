package dev.papack;

import dev.papack.asset.Asset;
import dev.papack.asset.AssetId;
import dev.papack.convert.Capacity;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.MemoryDisk;
import dev.papack.media.png.PngFile;
import dev.papack.progress.CancelledException;
import dev.papack.result.AddRequest;
import dev.papack.result.Effect;
import dev.papack.result.Inventory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A branch of a workspace on which somebody works at random. Each picture is drawn once. */
final class Branch {
  static final Path FOLDER = Path.of("/game");
  static final String INDEX = "game/assets/index.json";
  static final Pattern ID = Pattern.compile("\"asset_id\": (\\d+)");

  private static final String END = ".asset.json";

  final MemoryDisk disk;
  final List<String> history = new ArrayList<>();
  private final Random random;
  private final int firstColor;
  private int pictures;

  /**
   * A branch of what is on a disk.
   *
   * @param firstColor from which on its pictures have colours of their own
   */
  Branch(MemoryDisk disk, Random random, int firstColor) {
    this.disk = disk;
    this.random = random;
    this.firstColor = firstColor;
  }

  Packer packer() {
    return new Packer(disk, random, Capacity.ofProcess().withThreads(1));
  }

  void act() throws IOException, CancelledException {
    if (!disk.has(INDEX)) {
      return;
    }
    List<String> declarations = paths(END);
    String one =
        declarations.isEmpty() ? "" : declarations.get(random.nextInt(declarations.size()));
    switch (random.nextInt(20)) {
      case 0, 1, 2, 3 -> add(freeStem());
      case 4, 5 -> remove();
      case 6, 7 -> edit(one, "\"name\": \"[^\"]+\"", "\"name\": \"n" + random.nextInt(50) + "\"");
      case 8, 9, 10, 11 -> move(one);
      case 12, 13 -> copy(one);
      case 14, 15 ->
          edit(
              one,
              "(\"alpha_threshold\": \\d+, )?\"tile_size\"",
              "\"alpha_threshold\": " + (1 + random.nextInt(255)) + ", \"tile_size\"");
      case 16, 17 -> {
        disk.delete(one);
        history.add("lose " + one);
      }
      default -> loseTheRegistry();
    }
  }

  void add(String stem) throws IOException, CancelledException {
    disk.write(stem + ".png", PngFile.filled(8, 8, 0xFF000000 | (firstColor + pictures++)));
    register(stem + ".png");
  }

  private void register(String path) throws IOException, CancelledException {
    history.add("add " + path);
    if (packer().open(FOLDER) instanceof Outcome.Accepted<Session>(Session session, var notes)) {
      session.add(AddRequest.of(List.of(Path.of("/" + path))), Effect.WRITE);
    }
  }

  private void remove() throws IOException, CancelledException {
    List<String> ids = new ArrayList<>(ids("assets"));
    if (!ids.isEmpty()
        && packer().open(FOLDER) instanceof Outcome.Accepted<Session>(Session session, var notes)) {
      String id = ids.get(random.nextInt(ids.size()));
      session.remove(id, Effect.WRITE);
      history.add("remove " + id);
    }
  }

  private void edit(String declaration, String what, String into) {
    if (!declaration.isEmpty()) {
      disk.write(declaration, disk.text(declaration).replaceFirst(what, into));
      history.add("edit " + declaration + ": " + into);
    }
  }

  private void move(String declaration) throws IOException, CancelledException {
    String to = freeStem();
    if (!declaration.isEmpty() && disk.has(stem(declaration) + ".png")) {
      String text = resourced(declaration, to);
      disk.move(stem(declaration) + ".png", to + ".png").delete(declaration).write(to + END, text);
      history.add("move " + declaration + " to " + to);
      if (random.nextInt(10) < 7) {
        register(to + END);
      }
    }
  }

  private void copy(String declaration) throws IOException, CancelledException {
    String to = freeStem();
    if (!declaration.isEmpty()) {
      disk.write(to + ".png", PngFile.filled(8, 8, 0xFF000000 | (firstColor + pictures++)));
      disk.write(
          to + END,
          resourced(declaration, to)
              .replaceFirst("\"name\": \"[^\"]+\"", "\"name\": \"c" + random.nextInt(500) + "\""));
      history.add("copy " + declaration + " to " + to);
      if (random.nextInt(10) < 6) {
        register(to + END);
      }
    }
  }

  private void loseTheRegistry() throws IOException, CancelledException {
    disk.delete(INDEX);
    history.add("lose the registry");
    switch (random.nextInt(4)) {
      case 0 -> {}
      case 1 -> {
        packer().init(FOLDER);
        register("game/assets");
      }
      default -> {
        if (packer().openForRepair(FOLDER)
            instanceof Outcome.Accepted<Session>(Session session, var notes)) {
          session.rebuildRegistry(Effect.WRITE);
        }
        history.add("rebuild it");
      }
    }
  }

  private String freeStem() {
    while (true) {
      String stem =
          "game/assets/"
              + List.of("", "a/", "b/").get(random.nextInt(3))
              + "p"
              + random.nextInt(30);
      if (!disk.has(stem + ".png") && !disk.has(stem + END)) {
        return stem;
      }
    }
  }

  private static String stem(String declaration) {
    return declaration.substring(0, declaration.length() - END.length());
  }

  private String resourced(String declaration, String stem) {
    return disk.text(declaration)
        .replaceFirst(
            "\"sources\": \\[\"[^\"]+\"",
            "\"sources\": [\"" + stem.substring(stem.lastIndexOf('/') + 1) + ".png\"");
  }

  private List<String> paths(String end) {
    return disk.files("game/assets").keySet().stream().filter(path -> path.endsWith(end)).toList();
  }

  /** The ids in one of the two lists of the registry. */
  Set<String> ids(String list) {
    Set<String> ids = new TreeSet<>();
    String index = disk.has(INDEX) ? disk.text(INDEX) : "";
    int retired = Math.max(0, index.indexOf("\"retired\""));
    String part = list.equals("assets") ? index.substring(0, retired) : index.substring(retired);
    Matcher found = ID.matcher(part);
    while (found.find()) {
      ids.add(found.group(1));
    }
    return ids;
  }

  /** The declarations with an id, as diagnostics name them. */
  Set<String> declarationsOf(AssetId id) {
    Pattern member = Pattern.compile("\"asset_id\": " + id + "\\b");
    Set<String> declarations = new TreeSet<>();
    disk.files("game/assets")
        .forEach((path, text) -> {
          if (path.endsWith("asset.json") && member.matcher(text).find()) {
            declarations.add(path.substring("game/".length()));
          }
        });
    return declarations;
  }

  /** What each id means: the picture of its asset. */
  Map<AssetId, String> meanings() throws IOException, CancelledException {
    Map<AssetId, String> meanings = new TreeMap<>();
    if (packer().open(FOLDER) instanceof Outcome.Accepted<Session>(Session session, var notes)
        && session.list() instanceof Outcome.Accepted<Inventory>(Inventory inventory, var more)) {
      for (Asset asset : inventory.assets()) {
        String source = "game/assets/" + asset.sources().getFirst();
        if (disk.has(source)) {
          meanings.put(asset.id(), disk.files(source).getOrDefault(source, ""));
        }
      }
    }
    return meanings;
  }

  /** What {@code check} says before it opens a picture. */
  List<Diagnostic> faults() throws IOException, CancelledException {
    return switch (packer().open(FOLDER)) {
      case Outcome.Refused<Session>(List<Diagnostic> faults) -> faults;
      case Outcome.Accepted<Session>(Session session, List<Diagnostic> notes) ->
          switch (session.list()) {
            case Outcome.Refused<Inventory>(List<Diagnostic> faults) -> faults;
            case Outcome.Accepted<Inventory>(Inventory inventory, List<Diagnostic> more) ->
                inventory.faults();
          };
    };
  }
}
