package dev.papack.git;

import dev.papack.container.Sha256;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.RelativePath;
import dev.papack.diagnostic.Verb;
import dev.papack.diagnostic.WorkspacePath;
import dev.papack.disk.FileType;
import dev.papack.disk.ReadableDirectory;
import dev.papack.source.FileReader;
import dev.papack.source.Snapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a file of git's lacks in a workspace that is in a clone.
 *
 * @param file which file
 * @param before the digest of the file as it was read; empty if there is none
 * @param completed its text with the lines behind it, and nothing else changed
 * @param lines the lines
 */
public record LackingLines(
    GitFile file, Optional<Sha256> before, String completed, List<String> lines) {
  /** More than any such file has. */
  private static final int MAX_BYTES = 1 << 20;

  /** Copies the list. */
  public LackingLines {
    lines = List.copyOf(lines);
  }

  /** The path of the file. */
  public WorkspacePath path() {
    return WorkspacePath.of(file.fileName());
  }

  /**
   * What the files of a workspace lack. A file that cannot be read, or is none, is left alone.
   *
   * @param clone which the workspace is in: a line without a slash counts in any folder above, too
   */
  public static List<LackingLines> of(ReadableDirectory workspace, GitClone clone)
      throws IOException {
    List<LackingLines> all = new ArrayList<>();
    for (GitFile file : GitFile.values()) {
      Set<String> above =
          clone.linesAbove(file.fileName()).stream()
              .filter(line -> !line.contains("/"))
              .collect(Collectors.toSet());
      find(workspace, file, above).ifPresent(all::add);
    }
    return all;
  }

  private static Optional<LackingLines> find(
      ReadableDirectory workspace, GitFile file, Set<String> above) throws IOException {
    if (workspace.find(file.fileName()).isEmpty()) {
      return lacking(file, Optional.empty(), "", above);
    }
    return read(workspace, file)
        .flatMap(
            snapshot -> lacking(file, Optional.of(snapshot.digest()), textOf(snapshot), above));
  }

  private static Optional<LackingLines> lacking(
      GitFile file, Optional<Sha256> before, String text, Set<String> above) {
    Set<String> there = new HashSet<>(above);
    text.lines().map(String::strip).forEach(there::add);
    List<String> lines = file.lacking(there);
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(new LackingLines(file, before, completed(text, lines), lines));
  }

  /** The lines that are there in the workspace's file, if it can be read. */
  public static Set<String> linesOf(ReadableDirectory workspace, GitFile file) throws IOException {
    return read(workspace, file)
        .map(snapshot -> textOf(snapshot).lines().map(String::strip).collect(Collectors.toSet()))
        .orElse(Set.of());
  }

  /** The digest of the workspace's file; empty if there is none, or it cannot be read. */
  public static Optional<Sha256> digestOf(ReadableDirectory workspace, GitFile file)
      throws IOException {
    return read(workspace, file).map(Snapshot::digest);
  }

  private static Optional<Snapshot> read(ReadableDirectory workspace, GitFile file)
      throws IOException {
    boolean isFile =
        workspace.find(file.fileName()).filter(found -> found.type() == FileType.FILE).isPresent();
    return isFile
            && FileReader.read(
                    workspace, RelativePath.of(file.fileName()), MAX_BYTES, Artifact.WORKSPACE)
                instanceof Outcome.Accepted<Snapshot>(Snapshot snapshot, List<Diagnostic> _)
        ? Optional.of(snapshot)
        : Optional.empty();
  }

  /** One character for each byte, so that it can be written as it was, whatever its encoding. */
  private static String textOf(Snapshot snapshot) {
    return StandardCharsets.ISO_8859_1.decode(snapshot.bytes()).toString();
  }

  private static String completed(String text, List<String> lines) {
    String end = text.contains("\r\n") ? "\r\n" : "\n";
    String gap = text.isEmpty() || text.endsWith("\n") ? "" : end;
    return text + gap + String.join(end, lines) + end;
  }

  /** The file with the lines, as bytes. */
  public byte[] completedBytes() {
    return completed.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Of the attributes a warning: without them git merges declarations of two assets. */
  public Diagnostic diagnostic() {
    Location place = Location.of(Artifact.WORKSPACE, path());
    String message =
        lines.size() == 1
            ? "\"" + path() + "\" lacks a line of papack's: " + lines.getFirst()
            : "\"" + path() + "\" lacks " + lines.size() + " lines of papack's";
    Diagnostic lacking =
        switch (file) {
          case IGNORE -> Diagnostic.note(DiagnosticCode.GIT_LINES_MISSING, place, message);
          case ATTRIBUTES -> Diagnostic.warning(DiagnosticCode.GIT_LINES_MISSING, place, message);
        };
    return lacking
        .found(String.join("\n", lines))
        .fix(Fix.safe("append " + (lines.size() == 1 ? "it" : "them"), Fix.run(Verb.FIX)));
  }
}
