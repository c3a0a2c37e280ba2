package dev.papack.upkeep;

import dev.papack.asset.DeclarationPlace;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.Disk;
import dev.papack.migration.CurrentDocument;
import dev.papack.migration.Histories;
import dev.papack.migration.History;
import dev.papack.migration.Migration;
import dev.papack.outside.InputFile;
import dev.papack.outside.OutputFile;
import dev.papack.registry.DeclarationMerge;
import dev.papack.registry.IndexDocument;
import dev.papack.registry.LocatedRegistry;
import dev.papack.registry.PendingDocuments;
import dev.papack.registry.Registry;
import dev.papack.registry.RegistryMerge;
import dev.papack.result.Existing;
import dev.papack.result.FileChange;
import dev.papack.result.MergeRequest;
import dev.papack.result.MergedFile;
import dev.papack.source.Limits;
import dev.papack.source.Snapshot;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Merges documents from anywhere: git hands its driver three files and no workspace. */
public final class FileMerging {
  private static final List<History> EITHER = List.of(Histories.INDEX, Histories.ASSET);

  private final Disk disk;
  private final MergeRequest request;

  public FileMerging(Disk disk, MergeRequest request) {
    this.disk = disk;
    this.request = request;
  }

  /**
   * What came of the documents.
   *
   * @param text of the merged document
   * @param findings what was decided for the author, or not
   */
  private record Merged(String text, List<Diagnostic> findings) {
    Merged {
      findings = List.copyOf(findings);
    }
  }

  /** The three documents, of one kind as far as that is known, as they were read. */
  private record Sides(
      Outcome<Optional<CurrentDocument>> base,
      Outcome<CurrentDocument> ours,
      Outcome<CurrentDocument> theirs) {
    List<Diagnostic> faults() {
      List<Diagnostic> faults = new ArrayList<>(base.diagnostics());
      faults.addAll(ours.diagnostics());
      faults.addAll(theirs.diagnostics());
      return faults;
    }
  }

  public Outcome<MergedFile> merge() throws IOException {
    Outcome<Snapshot> file = read(request.ours(), "");
    Outcome<CurrentDocument> ours = file.flatMap(snapshot -> document(snapshot, EITHER));
    List<History> kinds =
        switch (ours) {
          case Outcome.Accepted<CurrentDocument>(CurrentDocument document, var _) ->
              EITHER.stream().filter(history -> history.kind().equals(document.kind())).toList();
          case Outcome.Refused<CurrentDocument> _ -> EITHER;
        };
    Outcome<Optional<CurrentDocument>> base =
        read(request.base(), " (base)")
            .flatMap(snapshot ->
                snapshot.sizeBytes() == 0
                    ? Outcome.of(Optional.<CurrentDocument>empty())
                    : document(snapshot, kinds).map(Optional::of));
    Outcome<CurrentDocument> theirs =
        read(request.theirs(), " (theirs)").flatMap(snapshot -> document(snapshot, kinds));
    return switch (new Sides(base, ours, theirs)) {
      case Sides(
              Outcome.Accepted<Optional<CurrentDocument>>(Optional<CurrentDocument> was, var _),
              Outcome.Accepted<CurrentDocument>(CurrentDocument here, var _),
              Outcome.Accepted<CurrentDocument>(CurrentDocument there, var _)) ->
          merge(was, here, there).then(merged -> write(merged, file, here));
      case Sides refused -> new Outcome.Refused<>(refused.faults());
    };
  }

  /**
   * Reads a file that git made for us; messages name the document it is a version of.
   *
   * @param side what tells the version from the one in the working tree
   */
  private Outcome<Snapshot> read(Path file, String side) throws IOException {
    return InputFile.read(disk, file)
        .map(snapshot -> request.name().map(name -> snapshot.named(name + side)).orElse(snapshot));
  }

  private Outcome<CurrentDocument> document(Snapshot snapshot, List<History> kinds) {
    Artifact assumed =
        DeclarationPlace.isNamedSo(request.name().orElse(request.ours().toString()))
            ? Artifact.ASSET
            : Artifact.INDEX;
    return Migration.read(snapshot, kinds.size() == 1 ? kindOf(kinds) : assumed, kinds)
        .flatMap(document ->
            Outcome.unless(
                    findExcess(
                        snapshot.sizeBytes(), document.kind().artifact(), document.location()))
                .map(_ -> document));
  }

  private static Artifact kindOf(List<History> kinds) {
    return kinds.getFirst().kind().artifact();
  }

  private Outcome<Merged> merge(
      Optional<CurrentDocument> base, CurrentDocument ours, CurrentDocument theirs) {
    // Where one side has migrated, the merge is as migrated as that; where none has, nobody asked.
    if (ours.isPending() && theirs.isPending()) {
      return Outcome.refused(pending(ours));
    }
    return ours.kind().artifact() == Artifact.ASSET
        ? DeclarationMerge.merge(base, ours, theirs).flatMap(text -> checked(text, ours))
        : mergeRegistries(base, ours, theirs);
  }

  /** Two valid declarations may be none together, such as a bank with the settings of the other. */
  private static Outcome<Merged> checked(String text, CurrentDocument ours) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Outcome.unless(findExcess(bytes.length, Artifact.ASSET, ours.location()))
        .flatMap(_ ->
            Migration.read(
                Snapshot.of(ours.location().path() + " (merged)", bytes), Histories.ASSET))
        .map(_ -> new Merged(text, List.of()));
  }

  private static Outcome<Merged> mergeRegistries(
      Optional<CurrentDocument> base, CurrentDocument ours, CurrentDocument theirs) {
    Outcome<Optional<LocatedRegistry>> was =
        base.isEmpty()
            ? Outcome.of(Optional.empty())
            : IndexDocument.read(base.get()).map(Optional::of);
    Outcome<LocatedRegistry> here = IndexDocument.read(ours);
    Outcome<LocatedRegistry> there = IndexDocument.read(theirs);
    List<Diagnostic> faults = new ArrayList<>(was.diagnostics());
    faults.addAll(here.diagnostics());
    faults.addAll(there.diagnostics());
    return was
                instanceof
                Outcome.Accepted<Optional<LocatedRegistry>>(
                    Optional<LocatedRegistry> ancestor,
                    var _)
            && here instanceof Outcome.Accepted<LocatedRegistry>(LocatedRegistry one, var _)
            && there instanceof Outcome.Accepted<LocatedRegistry>(LocatedRegistry other, var _)
        ? mergeRegistries(ancestor, one, other)
        : new Outcome.Refused<>(faults);
  }

  private static Outcome<Merged> mergeRegistries(
      Optional<LocatedRegistry> base, LocatedRegistry ours, LocatedRegistry theirs) {
    Location place = Location.of(Artifact.INDEX, ours.document().location().path());
    RegistryMerge.Merged merged =
        RegistryMerge.merge(
            base.map(LocatedRegistry::registry).orElseGet(Registry::empty),
            ours.registry(),
            theirs.registry(),
            place);
    List<Diagnostic> findings = new ArrayList<>(merged.findings());
    ours.findSchemaConflict(base, theirs).ifPresent(findings::add);
    return textOf(merged.registry(), ours.withMergedSchema(base, theirs), place)
        .map(text -> new Merged(text, findings));
  }

  private Outcome<MergedFile> write(Merged merged, Outcome<Snapshot> before, CurrentDocument ours)
      throws IOException {
    byte[] bytes = merged.text().getBytes(StandardCharsets.UTF_8);
    FileChange change =
        before instanceof Outcome.Accepted<Snapshot>(Snapshot snapshot, var _)
                && snapshot.bytes().equals(ByteBuffer.wrap(bytes))
            ? FileChange.UNCHANGED
            : FileChange.WRITTEN;
    MergedFile result =
        new MergedFile(request.ours(), ours.kind().artifact(), change, merged.findings());
    return switch (change) {
      case UNCHANGED -> Outcome.of(result);
      case WRITTEN ->
          new OutputFile(disk, request.ours(), Existing.REPLACE)
              .write(out -> out.write(bytes))
              .map(_ -> result);
    };
  }

  private static Diagnostic pending(CurrentDocument ours) {
    return PendingDocuments.stop(ours)
        .withFixes(List.of(Fix.advice("migrate this branch and commit that, then merge again")));
  }

  /** Two registries within the limits may be beyond them together: nobody could read that. */
  private static Outcome<String> textOf(Registry merged, LocatedRegistry file, Location place) {
    if (merged.assets().size() > Limits.ASSETS) {
      return Outcome.refused(
          Diagnostic.error(
                  DiagnosticCode.ASSETS_TOO_MANY,
                  place,
                  "merged, the registry would have "
                      + merged.assets().size()
                      + " assets; at most "
                      + Limits.ASSETS
                      + " are allowed")
              .found(String.valueOf(merged.assets().size()))
              .limit(String.valueOf(Limits.ASSETS))
              .advice("split the workspace: a pack cannot contain more"));
    }
    String text = file.textWith(merged);
    int sizeBytes = text.getBytes(StandardCharsets.UTF_8).length;
    return Outcome.unless(findExcess(sizeBytes, Artifact.INDEX, place)).map(_ -> text);
  }

  private static Optional<Diagnostic> findExcess(int sizeBytes, Artifact kind, Location place) {
    int most = kind == Artifact.ASSET ? Limits.DECLARATION_BYTES : Limits.INDEX_BYTES;
    return sizeBytes <= most
        ? Optional.empty()
        : Optional.of(
            Diagnostic.error(
                    DiagnosticCode.DOCUMENT_SIZE,
                    place,
                    "the document has " + sizeBytes + " bytes; at most " + most + " are allowed")
                .found(String.valueOf(sizeBytes))
                .limit(String.valueOf(most))
                .advice("split what it describes"));
  }
}
