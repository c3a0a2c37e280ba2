package dev.papack.migration;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The golden documents of every kind and version, {@code KIND/VERSION/CASE.json}, held against the
 * steps: a case of one version lives in the next as what the step makes of it, and from every
 * version in the window it becomes the same current text.
 *
 * @param compat the folder of the kinds
 * @param histories the kinds as the code has them
 */
record GoldenDocuments(Path compat, List<History> histories) {
  private static final String RECIPE = ": see CONTRIBUTING.md, \"A new version of a document\".";

  private static final String FROZEN =
      "Steps are frozen: restore this one and add version N+1" + RECIPE;

  /** Every difference, each with what to do about it; none where all holds. */
  List<String> faults() throws IOException {
    List<String> faults = new ArrayList<>();
    for (History history : histories) {
      SortedMap<String, SortedMap<Integer, String>> cases = new TreeMap<>();
      for (int version = 1; version <= history.kind().window().current(); version++) {
        Path folder = compat.resolve(history.kind().label()).resolve(String.valueOf(version));
        List<Path> files = filesOf(folder);
        if (files.isEmpty()) {
          faults.add(folder + " has no golden document. Write some" + RECIPE);
        }
        for (Path file : files) {
          cases
              .computeIfAbsent(file.getFileName().toString(), _ -> new TreeMap<>())
              .put(version, Files.readString(file));
        }
      }
      cases.forEach((name, texts) -> {
        try {
          judge(history, name, texts, faults);
        } catch (RuntimeException e) {
          faults.add(
              history.kind().label() + "/*/" + name + " breaks a step: " + e + ". " + FROZEN);
        }
      });
    }
    return faults;
  }

  private static void judge(
      History history, String name, SortedMap<Integer, String> texts, List<String> faults) {
    int oldest = history.kind().window().oldest();
    int current = history.kind().window().current();
    for (int version = texts.firstKey(); version <= current; version++) {
      String label = history.kind().label() + "/" + version + "/" + name;
      Optional<String> text = Optional.ofNullable(texts.get(version));
      if (text.isEmpty()) {
        faults.add(label + " is missing. " + whatToWrite(history, texts, version));
      } else if (version < oldest) {
        judgeDropped(history, label, text.get(), faults);
      } else {
        judgeReadable(history, label, text.get(), texts, version, faults);
      }
    }
  }

  private static String whatToWrite(
      History history, SortedMap<Integer, String> texts, int version) {
    Optional<String> before = Optional.ofNullable(texts.get(version - 1));
    return before.isPresent() && history.steps().containsKey(version - 1)
        ? "Read what the step makes, and write it if it is right:\n"
            + Documents.step(before.get(), version - 1, history)
            + "The recipe"
            + RECIPE
        : "Write what the step makes of the version before" + RECIPE;
  }

  private static void judgeDropped(
      History history, String label, String text, List<String> faults) {
    List<DiagnosticCode> codes =
        Documents.read(text, history).diagnostics().stream().map(Diagnostic::code).toList();
    if (!codes.equals(List.of(DiagnosticCode.VERSION_TOO_OLD))) {
      faults.add(label + " has left the window and must be too old and nothing else, not " + codes);
    }
  }

  private static void judgeReadable(
      History history,
      String label,
      String text,
      SortedMap<Integer, String> texts,
      int version,
      List<String> faults) {
    Outcome<CurrentDocument> read = Documents.read(text, history);
    if (read instanceof Outcome.Refused<CurrentDocument>) {
      faults.add(
          label
              + " was released and is refused: "
              + read.diagnostics()
              + ". Restore what reads it and add version N+1"
              + RECIPE);
      return;
    }
    Optional<String> next = Optional.ofNullable(texts.get(version + 1));
    if (next.isPresent() && !Documents.step(text, version, history).equals(next.get())) {
      faults.add(
          label
              + " becomes something else than was released:\n"
              + Documents.step(text, version, history)
              + FROZEN);
    }
    int current = history.kind().window().current();
    Optional<String> last = Optional.ofNullable(texts.get(current));
    if (last.isPresent()
        && version < current
        && !Documents.migrated(text, history).equals(last.get())) {
      faults.add(label + " does not become the current golden document. " + FROZEN);
    }
  }

  private static List<Path> filesOf(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
