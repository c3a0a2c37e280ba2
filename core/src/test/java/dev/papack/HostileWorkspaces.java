package dev.papack;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.Disk;
import dev.papack.disk.DiskException;
import dev.papack.disk.FileType;
import dev.papack.disk.TestDisk;
import dev.papack.progress.CancelledException;
import dev.papack.result.AddRequest;
import dev.papack.result.Drift;
import dev.papack.result.Effect;
import dev.papack.result.Health;
import dev.papack.result.Recorded;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a file system can hold where papack looks. Every reading command looks, and none writes;
 * what is fixed unambiguously is fixed, and nothing gets worse.
 */
final class HostileWorkspaces {
  private static final Set<String> WRITING =
      Set.of("create", "append", "rename", "link", "delete", "flush", "lock");

  private static final List<String> PLACES =
      List.of(
          "assets",
          "assets/index.json",
          "assets/hero",
          "assets/hero/hero.asset.json",
          "assets/hero/hero.png",
          "assets/step.wav",
          "assets/step.asset.json",
          "assets.pa",
          "build",
          "build/asset_table.json",
          "build/preload.json",
          "build/asset_table_metadata.json",
          ".papack",
          ".papack/lock",
          ".papack/staging",
          ".papack/journal.json");

  private HostileWorkspaces() {}

  /** All of them. */
  static List<Family> families() throws IOException, CancelledException {
    TestWorkspace sound = sound();
    List<Family> families = new ArrayList<>();
    for (String place : PLACES) {
      families.add(family("instead-of-" + place, replaced(sound, place)));
    }
    families.add(family("name-with-character", named(sound)));
    families.add(family("name", names(sound)));
    families.add(family("names-that-collide", collisions(sound)));
    families.add(family("declaration-is-cut", cut(sound, "assets/hero/hero.asset.json")));
    families.add(family("index-is-cut", cut(sound, "assets/index.json")));
    families.add(family("companion-is-cut", cut(sound, "build/asset_table.json")));
    return families;
  }

  /** A workspace that is built and has nothing wrong. */
  private static TestWorkspace sound() throws IOException, CancelledException {
    TestWorkspace workspace =
        TestWorkspace.create()
            .picture("assets/hero/hero.png", 0xFF112233)
            .sound("assets/step.wav", 1, 2, 3);
    accepted(
        workspace
            .session()
            .add(
                AddRequest.of(
                    List.of(workspace.path("assets/hero"), workspace.path("assets/step.wav"))),
                Effect.WRITE));
    workspace.build();
    return workspace;
  }

  private static void accepted(Outcome<?> outcome) {
    if (outcome instanceof Outcome.Refused<?>(List<Diagnostic> faults)) {
      throw new IllegalStateException(faults.toString());
    }
  }

  private static Family family(String name, List<TestWorkspace> workspaces) {
    return new Family(
        "file-system " + name, workspaces.size(), number -> verdict(workspaces.get(number)));
  }

  private static String verdict(TestWorkspace workspace) throws IOException, CancelledException {
    List<Diagnostic> found = new ArrayList<>();
    Outcome<Session> opened =
        workspace.packer(readOnly(workspace.disk), 1).open(workspace.path("."));
    found.addAll(opened.diagnostics());
    if (opened instanceof Outcome.Accepted<Session>(Session session, List<Diagnostic> notes)) {
      found.addAll(of(() -> session.check(Drift.TOLERATED)));
      found.addAll(of(session::list));
      found.addAll(of(() -> session.verify(Recorded.IGNORED)));
      found.addAll(of(session::doctor));
    }
    fix(workspace);
    return Family.verdict(found);
  }

  /** A fault, as far as it stays the same when lines move. */
  private record Fault(DiagnosticCode code, String path, String message) {
    static Set<Fault> of(List<Diagnostic> findings) {
      return findings.stream()
          .filter(Diagnostic::isError)
          .map(fault -> new Fault(fault.code(), fault.location().path(), fault.message()))
          .collect(Collectors.toSet());
    }
  }

  /** Carries out all that can be fixed unambiguously: no fault of the same or an earlier stage. */
  private static void fix(TestWorkspace hostile) throws IOException, CancelledException {
    TestWorkspace workspace = hostile.copy();
    try {
      if (workspace.packer(workspace.disk, 1).openForRepair(workspace.path("."))
              instanceof Outcome.Accepted<Session>(Session session, var _)
          && session.doctor() instanceof Outcome.Accepted<Health>(Health before, var _)
          && !(before.fixes().isEmpty() && before.edits().isEmpty())
          && session.fix(Effect.WRITE) instanceof Outcome.Accepted<Health>(Health after, var _)) {
        requireBetter(before, after);
      }
    } catch (DiskException _) {
      // The machine's trouble: nothing was written.
    }
  }

  private static void requireBetter(Health before, Health after) {
    Set<Fault> known = Fault.of(before.findings());
    int stage = known.stream().mapToInt(fault -> fault.code().stage().digit()).min().orElse(0);
    Set<Fault> left = Fault.of(after.findings());
    left.stream()
        .filter(fault -> !known.contains(fault) && fault.code().stage().digit() <= stage)
        .forEach(fault -> {
          throw new IllegalStateException("a fix brings " + fault);
        });
    if (known.equals(left) && !known.isEmpty() && before.fixes().equals(after.fixes())) {
      throw new IllegalStateException("a fix repairs nothing of " + known);
    }
  }

  /** A reading command. */
  @FunctionalInterface
  private interface Reading {
    Outcome<?> run() throws IOException, CancelledException;
  }

  /** The machine's trouble is typed as well, and has a code. */
  private static List<Diagnostic> of(Reading reading) throws IOException, CancelledException {
    try {
      return reading.run().diagnostics();
    } catch (DiskException trouble) {
      return List.of(Packer.diagnose(trouble));
    }
  }

  /** A write is a defect, not a verdict. */
  private static Disk readOnly(Disk real) {
    return TestDisk.with(
        real,
        (number, operation) -> {
          if (WRITING.contains(operation.substring(0, operation.indexOf(' ')))) {
            throw new IllegalStateException("a reading command writes: " + operation);
          }
        });
  }

  private static List<TestWorkspace> replaced(TestWorkspace sound, String place) {
    List<TestWorkspace> workspaces = new ArrayList<>();
    workspaces.add(without(sound, place));
    for (FileType type : List.of(FileType.LINK, FileType.SPECIAL, FileType.DIRECTORY)) {
      workspaces.add(without(sound, place).plant(place, type));
    }
    for (String content :
        List.of(
            "",
            "\0",
            "{}",
            "[]",
            "null",
            "\ufeff{}",
            "{\"artifact\": \"asset\"}",
            "RIFF",
            "\u0089PNG")) {
      workspaces.add(without(sound, place).write(place, content));
    }
    return workspaces;
  }

  private static TestWorkspace without(TestWorkspace sound, String place) {
    TestWorkspace workspace = sound.copy();
    return workspace.has(place) ? workspace.delete(place) : workspace;
  }

  private static List<TestWorkspace> named(TestWorkspace sound) {
    return IntStream.concat(
            IntStream.range(1, 0x100).filter(c -> c != '/'),
            IntStream.of(
                0x300, 0x600, 0x61C, 0x200B, 0x202E, 0x2066, 0x2800, 0xD800, 0xE000, 0xFEFF,
                0xFFFD))
        .mapToObj(c -> sound.copy().write("assets/x" + (char) c + "y", ""))
        .toList();
  }

  private static List<TestWorkspace> names(TestWorkspace sound) {
    return List.of(
            "con",
            "con.png",
            "CON",
            "aux.asset.json",
            "com\u00b9",
            "a.",
            "a ",
            " a",
            "...",
            ".hidden",
            "a:b",
            "a\\b",
            "a?b",
            "asset.json",
            ".asset.json",
            "x.asset.json",
            "n".repeat(200),
            "n".repeat(201),
            "d/".repeat(600) + "x",
            "hero/inner/asset.json",
            "hero.asset.json")
        .stream()
        .map(name -> sound.copy().write("assets/" + name, "{}"))
        .toList();
  }

  private static List<TestWorkspace> collisions(TestWorkspace sound) {
    List<List<String>> pairs =
        List.of(
            List.of("Hero"),
            List.of("HERO/x"),
            List.of("\u00e4", "a\u0308"),
            List.of("stra\u00dfe", "strasse"),
            List.of("\ufb01", "fi"),
            List.of("\u212a", "k"),
            List.of("\u017f", "s"),
            List.of("STEP.WAV"));
    return pairs.stream()
        .map(names -> {
          TestWorkspace workspace = sound.copy();
          names.forEach(name -> workspace.write("assets/" + name, ""));
          return workspace;
        })
        .toList();
  }

  private static List<TestWorkspace> cut(TestWorkspace sound, String file) {
    String text = sound.read(file);
    return IntStream.range(0, text.length())
        .mapToObj(length -> sound.copy().write(file, text.substring(0, length)))
        .toList();
  }
}
