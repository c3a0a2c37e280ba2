package dev.papack.registry;

import static dev.papack.json.JsonTree.array;
import static dev.papack.json.JsonTree.member;
import static dev.papack.json.JsonTree.object;

import dev.papack.container.Sha256;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.ReadableDirectory;
import dev.papack.json.JsonMember;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonTree;
import dev.papack.migration.CurrentDocument;
import dev.papack.migration.Histories;
import dev.papack.migration.Migration;
import dev.papack.source.FileReader;
import dev.papack.source.Limits;
import dev.papack.source.PathPattern;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** {@code ignore.json}: which files of {@code assets/} papack leaves alone. */
public final class IgnoreList {
  private final SequencedMap<PathPattern, JsonNode> patterns;
  private final Optional<CurrentDocument> document;
  private final Optional<Sha256> digest;

  private IgnoreList(
      SequencedMap<PathPattern, JsonNode> patterns,
      Optional<CurrentDocument> document,
      Optional<Sha256> digest) {
    this.patterns = patterns;
    this.document = document;
    this.digest = digest;
  }

  /** A list that ignores nothing, of which there is no file. */
  public static IgnoreList none() {
    return new IgnoreList(new LinkedHashMap<>(), Optional.empty(), Optional.empty());
  }

  /**
   * Reads the list of a workspace; without a file nothing is ignored.
   *
   * @param assets the folder {@code assets/}
   */
  public static Outcome<IgnoreList> read(ReadableDirectory assets) throws IOException {
    return assets.find(AssetsPath.IGNORE.name()).isEmpty()
        ? Outcome.of(none())
        : FileReader.read(assets, AssetsPath.IGNORE, Limits.IGNORE_BYTES, Artifact.IGNORE)
            .flatMap(snapshot ->
                Migration.read(snapshot, Histories.IGNORE)
                    .flatMap(document -> read(document, snapshot.digest())));
  }

  /** What the document means. */
  public static Outcome<IgnoreList> read(CurrentDocument document, Sha256 digest) {
    SequencedMap<PathPattern, JsonNode> patterns = new LinkedHashMap<>();
    List<Diagnostic> faults = new ArrayList<>();
    for (JsonNode node : TreeReader.elements(TreeReader.require(document.tree(), "ignore"))) {
      String text = TreeReader.text(node);
      Optional<String> fault = PathPattern.faultOf(text);
      if (fault.isPresent()) {
        faults.add(badForm(text, fault.get(), document.placeOf(node)));
      } else {
        patterns.putIfAbsent(PathPattern.of(text), node);
      }
    }
    return faults.isEmpty()
        ? Outcome.of(new IgnoreList(patterns, Optional.of(document), Optional.of(digest)))
        : new Outcome.Refused<>(faults);
  }

  /**
   * A pattern that cannot be one.
   *
   * @param fault the rest of a sentence that begins with the pattern
   */
  public static Diagnostic badForm(String text, String fault, Location place) {
    return Diagnostic.error(
            DiagnosticCode.PATH_FORM, place, "the pattern \"" + text + "\" " + fault)
        .found(text)
        .advice(
            "write a path below assets/, with * for any part of a name and ** for any number of"
                + " folders");
  }

  /** The patterns, in the order of the file. */
  public List<PathPattern> patterns() {
    return List.copyOf(patterns.keySet());
  }

  /** The file as it was read; empty if there is none. */
  public Optional<Sha256> digest() {
    return digest;
  }

  /** The file, if only a migration writes it. */
  public Optional<CurrentDocument> pending() {
    return document.filter(CurrentDocument::isPending);
  }

  /** Whether a file or folder is ignored. */
  public boolean covers(AssetsPath path) {
    return find(path).isPresent();
  }

  /** The first pattern that covers a path; none does a document of the workspace. */
  public Optional<PathPattern> find(AssetsPath path) {
    if (path.isOfWorkspace()) {
      return Optional.empty();
    }
    List<FileName> names = path.names();
    return patterns.keySet().stream().filter(pattern -> pattern.covers(names)).findFirst();
  }

  /** Where a pattern is written. */
  Location placeOf(PathPattern pattern) {
    JsonNode node = patterns.get(pattern);
    return document
        .map(file -> node == null ? file.location() : file.placeOf(node))
        .orElseGet(() -> Location.of(Artifact.IGNORE, AssetsPath.IGNORE));
  }

  /** The text of this file with other patterns, sorted. What else its author wrote stays. */
  public String textWith(Collection<PathPattern> changed) {
    List<JsonMember> members = new ArrayList<>();
    members.add(member("artifact", "ignore"));
    members.add(member("schema_version", Histories.IGNORE.kind().window().current()));
    document
        .flatMap(file -> file.tree().find("$schema"))
        .ifPresent(schema -> members.add(member("$schema", schema)));
    members.add(
        member(
            "ignore",
            array(
                changed.stream()
                    .sorted()
                    .distinct()
                    .map(pattern -> JsonTree.text(pattern.text()))
                    .toList())));
    return Histories.IGNORE.text(object(members));
  }

  /** What is said of a declaration that is ignored. */
  public Diagnostic ofDeclaration(AssetsPath file) {
    return described(
        DiagnosticCode.DECLARATION_IGNORED,
        Location.of(Artifact.ASSET, file),
        "the declaration \"" + file.inWorkspace() + "\" is ignored",
        file,
        "remove or narrow the pattern, or move the asset; to ignore it for good, remove the asset"
            + " first");
  }

  /** What is said of a source that is declared and ignored. */
  public Diagnostic ofSource(AssetsPath source, Location place) {
    return described(
        DiagnosticCode.SOURCE_IGNORED,
        place,
        "the source \"" + source + "\" is ignored",
        source,
        "remove or narrow the pattern, or declare another source");
  }

  private Diagnostic described(
      DiagnosticCode code, Location place, String message, AssetsPath path, String advice) {
    Diagnostic fault = Diagnostic.error(code, place, message).advice(advice);
    return find(path)
        .map(pattern ->
            fault.found(pattern.text()).related(placeOf(pattern), "the pattern that covers it"))
        .orElse(fault);
  }
}
