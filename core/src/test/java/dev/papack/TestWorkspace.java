package dev.papack;

import dev.papack.convert.Capacity;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.Disk;
import dev.papack.disk.FileType;
import dev.papack.disk.MemoryDisk;
import dev.papack.media.png.PngFile;
import dev.papack.media.wav.WavFile;
import dev.papack.progress.CancelledException;
import dev.papack.result.AddRequest;
import dev.papack.result.Added;
import dev.papack.result.Built;
import dev.papack.result.Drift;
import dev.papack.result.Effect;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;

/** A workspace on a disk in memory, and sessions in it. Paths are relative to the workspace. */
final class TestWorkspace {
  static final long SEED = 20_260_101;
  private static final String TOP = "game/";
  private static final Path FOLDER = Path.of("/game").toAbsolutePath();
  private static final String INDEX = "assets/index.json";

  final MemoryDisk disk;

  /** The names that were declared for an id, by root. */
  private final Map<String, SequencedMap<String, String>> declaredNames = new HashMap<>();

  private List<String> registered = List.of();
  private String writtenRegistry = "";

  private TestWorkspace(MemoryDisk disk) {
    this.disk = disk;
  }

  static TestWorkspace create() throws IOException, CancelledException {
    TestWorkspace workspace = new TestWorkspace(new MemoryDisk());
    accepted(workspace.packer(workspace.disk, 1).init(FOLDER));
    return workspace;
  }

  /** The same files on a disk of their own. */
  TestWorkspace copy() {
    return new TestWorkspace(disk.copy());
  }

  /** The same workspace as another disk has it. */
  TestWorkspace on(MemoryDisk other) {
    return new TestWorkspace(other);
  }

  Path path(String below) {
    return FOLDER.resolve(below);
  }

  /** Draws the same ids each time, so that what it writes depends on the workspace alone. */
  Packer packer(Disk behind, int threads) {
    return new Packer(behind, new Random(SEED), Capacity.ofProcess().withThreads(threads));
  }

  Session session() throws IOException, CancelledException {
    return session(disk);
  }

  Session session(Disk behind) throws IOException, CancelledException {
    return session(behind, 2);
  }

  Session session(Disk behind, int threads) throws IOException, CancelledException {
    return accepted(packer(behind, threads).open(FOLDER));
  }

  TestWorkspace picture(String path, int argb) {
    return write(path, PngFile.filled(16, 16, argb));
  }

  TestWorkspace sound(String path, int... samples) {
    return write(path, WavFile.pcm16(1, 22_050, samples));
  }

  TestWorkspace write(String path, byte[] bytes) {
    disk.write(TOP + path, bytes);
    return this;
  }

  TestWorkspace write(String path, String text) {
    disk.write(TOP + path, text);
    return this;
  }

  TestWorkspace plant(String path, FileType type) {
    disk.plant(TOP + path, type);
    return this;
  }

  String read(String path) {
    return disk.text(TOP + path);
  }

  boolean has(String path) {
    return disk.has(TOP + path);
  }

  TestWorkspace delete(String path) {
    disk.delete(TOP + path);
    return this;
  }

  TestWorkspace move(String from, String to) {
    disk.move(TOP + from, TOP + to);
    return this;
  }

  TestWorkspace copy(String from, String to) {
    disk.copyFile(TOP + from, TOP + to);
    return this;
  }

  /** A picture with its declaration from beside, whatever the registry says of it. */
  TestWorkspace declared(String root, int id, String name) {
    String source = root.substring(root.lastIndexOf('/') + 1) + ".png";
    declaredNames.computeIfAbsent(String.valueOf(id), _ -> new LinkedHashMap<>()).put(root, name);
    if (has(INDEX) && read(INDEX).equals(writtenRegistry)) {
      writeRegistry();
    }
    return picture("assets/" + root + ".png", 0xFF000000 | id)
        .write(
            "assets/" + root + ".asset.json",
            """
            {
              "artifact": "asset",
              "schema_version": 3,
              "asset_id": %d,
              "name": "%s",
              "sources": ["%s"],
              "bank": "TILES",
              "tiles": { "tile_size": 16, "palettes": "auto" }
            }
            """
                .formatted(id, name, source));
  }

  /**
   * The registry; each asset is {@code id root} or {@code id root name}, each retired id a number
   * alone. Without a name, it has the one that is declared for the id, before or later, or else the
   * last one of its root.
   */
  TestWorkspace registry(String... lines) {
    registered = List.of(lines);
    return writeRegistry();
  }

  private TestWorkspace writeRegistry() {
    List<String> assets =
        registered.stream()
            .filter(line -> line.contains(" "))
            .map(line -> line.split(" "))
            .map(part ->
                "{\"asset_id\": %s, \"root\": \"%s\", \"name\": \"%s\", \"bank\": \"TILES\"}"
                    .formatted(
                        part[0], part[1], part.length > 2 ? part[2] : nameOf(part[0], part[1])))
            .toList();
    List<String> retired =
        registered.stream()
            .filter(line -> !line.contains(" "))
            .map(id -> "{\"asset_id\": " + id + "}")
            .toList();
    writtenRegistry =
        """
        {"artifact": "index", "schema_version": 3, "assets": [%s], "retired": [%s]}
        """
            .formatted(String.join(", ", assets), String.join(", ", retired));
    return write(INDEX, writtenRegistry);
  }

  private String nameOf(String id, String root) {
    SequencedMap<String, String> names = declaredNames.getOrDefault(id, new LinkedHashMap<>());
    return names.isEmpty()
        ? root.substring(root.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT)
        : names.getOrDefault(root, names.firstEntry().getValue());
  }

  Added add(String... paths) throws IOException, CancelledException {
    return accepted(session().add(request(paths), Effect.WRITE));
  }

  AddRequest request(String... paths) {
    return AddRequest.of(Arrays.stream(paths).map(this::path).toList());
  }

  Built build() throws IOException, CancelledException {
    return accepted(session().build(Drift.TOLERATED));
  }

  List<Diagnostic> check() throws IOException, CancelledException {
    return session().check(Drift.TOLERATED).diagnostics();
  }

  /** What the runtime and tools read. */
  Map<String, String> published() {
    return disk.files(TOP + "assets.pa", TOP + "build");
  }

  /** What authors and {@code add} wrote. */
  Map<String, String> authored() {
    return disk.files(TOP + "assets");
  }

  static <T> T accepted(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Accepted<T>(T value, List<Diagnostic> notes) -> value;
      case Outcome.Refused<T>(List<Diagnostic> faults) ->
          throw new AssertionError("refused: " + faults);
    };
  }

  static List<DiagnosticCode> codes(Outcome<?> outcome) {
    return codes(outcome.diagnostics());
  }

  static List<DiagnosticCode> codes(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(Diagnostic::code).toList();
  }

  /** Codes with their files, for facts about who is blamed. */
  static List<String> blames(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .map(fault -> fault.code().name() + " " + fault.location().path())
        .toList();
  }
}
