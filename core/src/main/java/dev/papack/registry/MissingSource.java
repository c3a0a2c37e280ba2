package dev.papack.registry;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Fix.Certainty;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.RelativePath;
import dev.papack.diagnostic.Suggestion;
import dev.papack.json.StableForm;
import java.util.List;
import java.util.Optional;

/**
 * A source that is declared and not there.
 *
 * @param declaration which declares it
 * @param index which of its sources, from 0
 * @param source where it should be, below {@code assets/}
 * @param isFolder whether a folder has that name
 * @param near the names of the files in the same folder
 */
public record MissingSource(
    LocatedDeclaration declaration,
    int index,
    AssetsPath source,
    boolean isFolder,
    List<String> near) {
  /** Copies the list. */
  public MissingSource {
    near = List.copyOf(near);
  }

  /** The fault, with the closest name if there is one that is close. */
  public Diagnostic diagnostic() {
    return Suggestion.closest(source.name().text(), near)
        .map(name ->
            fault()
                .related(place(sibling(name)), "the closest name")
                .fix(edit("change it to \"" + name + "\"", Certainty.LIKELY, sibling(name))))
        .orElseGet(() -> fault().advice("put the file there, or change the declaration"));
  }

  /**
   * The fault where a file is known that has what the source had.
   *
   * @param now where the content is now, below {@code assets/}
   * @param certainty whether that is the only such file
   */
  public Diagnostic diagnostic(AssetsPath now, Certainty certainty) {
    return fault()
        .related(
            place(now), "has exactly the content of the missing source, as it was last published")
        .fix(edit("declare \"" + now.inWorkspace() + "\"", certainty, now))
        .advice("or rename the file back");
  }

  /** Where it is declared. */
  public Location place() {
    return declaration.placeOfSource(index);
  }

  /**
   * The edit that declares a file in its place; advice where the declaration cannot name it.
   *
   * @param now where the source is now, below {@code assets/}
   * @param certainty that it is the source
   */
  public Fix rename(AssetsPath now, Certainty certainty) {
    return edit(
        "declare \"" + now.inWorkspace() + "\" in " + declaration.place().file().inWorkspace(),
        certainty,
        now);
  }

  private Diagnostic fault() {
    return Diagnostic.error(
            DiagnosticCode.SOURCE_MISSING,
            declaration.placeOfSource(index),
            isFolder
                ? "the source \"" + source + "\" is a folder"
                : "there is no source \"" + source + "\"")
        .found(source.text());
  }

  private AssetsPath sibling(String name) {
    return AssetsPath.in(source.parent(), RelativePath.of(name));
  }

  private static Location place(AssetsPath file) {
    return Location.of(Artifact.SOURCE, file);
  }

  /** A file outside of the declaration's folder cannot be named by it. */
  private Fix edit(String title, Certainty certainty, AssetsPath file) {
    Optional<RelativePath> below = declaration.place().relativize(file);
    return Fix.edit(
        title,
        certainty,
        below.flatMap(
            path -> declaration.placeOfSource(index).edit(StableForm.quoted(path.text()))));
  }
}
