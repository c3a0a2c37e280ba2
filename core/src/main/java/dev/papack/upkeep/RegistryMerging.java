package dev.papack.upkeep;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.Disk;
import dev.papack.outside.InputFile;
import dev.papack.outside.OutputFile;
import dev.papack.registry.IndexDocument;
import dev.papack.registry.LocatedRegistry;
import dev.papack.registry.PendingDocuments;
import dev.papack.registry.Registry;
import dev.papack.registry.RegistryMerge;
import dev.papack.result.Existing;
import dev.papack.result.FileChange;
import dev.papack.result.MergedRegistry;
import dev.papack.source.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Merges registries from anywhere: git hands its driver three files and no workspace. */
public final class RegistryMerging {
  private final Disk disk;

  public RegistryMerging(Disk disk) {
    this.disk = disk;
  }

  /** The three files, read. */
  private record Sides(
      Outcome<Registry> base, Outcome<LocatedRegistry> ours, Outcome<LocatedRegistry> theirs) {
    List<Diagnostic> faults() {
      List<Diagnostic> faults = new ArrayList<>(base.diagnostics());
      faults.addAll(ours.diagnostics());
      faults.addAll(theirs.diagnostics());
      return faults;
    }
  }

  public Outcome<MergedRegistry> merge(Path base, Path ours, Path theirs) throws IOException {
    Sides sides = new Sides(readBase(base), read(ours), read(theirs));
    return switch (sides) {
      case Sides(
              Outcome.Accepted<Registry>(Registry ancestor, List<Diagnostic> notes),
              Outcome.Accepted<LocatedRegistry>(LocatedRegistry here, List<Diagnostic> more),
              Outcome.Accepted<LocatedRegistry>(LocatedRegistry there, List<Diagnostic> most)) ->
          merge(ancestor, here, there, ours);
      case Sides refused -> new Outcome.Refused<>(refused.faults());
    };
  }

  /** Git hands over an empty file where there is no common ancestor. */
  private Outcome<Registry> readBase(Path file) throws IOException {
    return InputFile.read(disk, file)
        .flatMap(snapshot ->
            snapshot.sizeBytes() == 0
                ? Outcome.of(Registry.empty())
                : IndexDocument.read(snapshot).map(LocatedRegistry::registry));
  }

  private Outcome<LocatedRegistry> read(Path file) throws IOException {
    return InputFile.read(disk, file).flatMap(IndexDocument::read);
  }

  private Outcome<MergedRegistry> merge(
      Registry base, LocatedRegistry ours, LocatedRegistry theirs, Path file) throws IOException {
    // Where one side has migrated, the merge is as migrated as that; where none has, nobody asked.
    if (ours.document().isPending() && theirs.document().isPending()) {
      return Outcome.refused(pending(ours));
    }
    Location place = Location.of(Artifact.INDEX, file.toString());
    RegistryMerge.Merged merged =
        RegistryMerge.merge(base, ours.registry(), theirs.registry(), place);
    return textOf(merged.registry(), ours.orWithSchema(theirs), place)
        .then(text -> write(merged, text, ours, file));
  }

  private Outcome<MergedRegistry> write(
      RegistryMerge.Merged merged, String text, LocatedRegistry ours, Path file)
      throws IOException {
    FileChange change =
        merged.registry().equals(ours.registry()) && !ours.document().isPending()
            ? FileChange.UNCHANGED
            : FileChange.WRITTEN;
    MergedRegistry result =
        new MergedRegistry(
            file,
            change,
            merged.registry().assets().size(),
            merged.registry().retired().size(),
            merged.findings());
    return switch (change) {
      case UNCHANGED -> Outcome.of(result);
      case WRITTEN ->
          new OutputFile(disk, file, Existing.REPLACE)
              .write(out -> out.write(text.getBytes(StandardCharsets.UTF_8)))
              .map(path -> result);
    };
  }

  private static Diagnostic pending(LocatedRegistry ours) {
    return PendingDocuments.stop(ours.document())
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
    return sizeBytes > Limits.INDEX_BYTES
        ? Outcome.refused(
            Diagnostic.error(
                    DiagnosticCode.DOCUMENT_SIZE,
                    place,
                    "merged, the registry would have "
                        + sizeBytes
                        + " bytes; at most "
                        + Limits.INDEX_BYTES
                        + " are allowed")
                .found(String.valueOf(sizeBytes))
                .limit(String.valueOf(Limits.INDEX_BYTES))
                .advice("split the workspace"))
        : Outcome.of(text);
  }
}
