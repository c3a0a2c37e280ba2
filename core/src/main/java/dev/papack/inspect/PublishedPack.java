package dev.papack.inspect;

import dev.papack.container.PackException;
import dev.papack.container.PackReader;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.Verb;
import dev.papack.disk.DiskException;
import dev.papack.disk.FileStatus;
import dev.papack.disk.ReadableFile;
import dev.papack.publish.PackFiles;
import dev.papack.publish.PackSlot;
import dev.papack.publish.PlacedFile;
import dev.papack.publish.Publication;
import dev.papack.publish.WorkspaceFolders;
import dev.papack.result.FramesListing;
import dev.papack.result.OpenPack;
import dev.papack.result.PackListing;
import dev.papack.result.PackUse;
import dev.papack.result.PalettesListing;
import dev.papack.result.Recorded;
import dev.papack.source.InOrder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pack that a workspace has published, with its companions. */
public final class PublishedPack {
  /** Half a second in all: four renames and a flush take less, and a crash takes for ever. */
  private static final int MAX_READS = 20;

  private static final long PAUSE_MILLISECONDS = 25;

  private final WorkspaceFolders folders;

  public PublishedPack(WorkspaceFolders folders) {
    this.folders = folders;
  }

  /** What it holds. */
  public Outcome<PackListing> inspect() throws IOException {
    return read(reader -> List.of());
  }

  /** The same, if its companions are what it implies; no slice is read. */
  public Outcome<PackListing> inspectSet() throws IOException {
    return read(reader ->
        CompanionCheck.faultsOf(
            PackFiles.published(folders.output()), reader.packId(), reader.header()));
  }

  /** The same, with a lower bound for the palettes of each picture. */
  public Outcome<PalettesListing> inspectPalettes() throws IOException {
    return open(reader -> Outcome.of(Listing.withPalettes(reader)));
  }

  /** The same, with the frames of each picture, if its companions are what it implies. */
  public Outcome<FramesListing> inspectFrames() throws IOException {
    return inspectSet()
        .then(listing ->
            Outcome.of(
                new FramesListing(
                    listing, List.copyOf(PublishedBuild.frames(folders.output()).values()))));
  }

  /**
   * Gives the pack, open, with what the build recorded of it.
   *
   * @param <T> what comes of it
   */
  public <T> Outcome<T> use(PackUse<T> use) throws IOException {
    return open(reader ->
        Outcome.of(
            use.apply(
                new OpenPack(
                    reader,
                    Listing.of(reader),
                    PublishedBuild.assets(folders.output(), reader.packId())))));
  }

  /**
   * Whether every digest holds, and the companions are what it implies. The files are read one by
   * one: while somebody publishes, some may be of the old set and some of the new. So what is found
   * wrong then is looked at again, a few times; a mixed set is never accepted.
   *
   * @param threads how many check the pack, at least 1
   */
  public Outcome<PackListing> verify(Recorded sources, int threads) throws IOException {
    return verify(threads)
        .then(listing ->
            Outcome.of(listing)
                .and(
                    switch (sources) {
                      case IGNORED -> List.of();
                      case COMPARED -> SourceComparison.differences(folders);
                    }));
  }

  private Outcome<PackListing> verify(int threads) throws IOException {
    for (int reads = 1; reads < MAX_READS; reads++) {
      List<Optional<FileStatus>> before = standing();
      try {
        Outcome<PackListing> verified = verifyOnce(threads);
        if (verified.diagnostics().stream().noneMatch(Diagnostic::isError) || isStill(before)) {
          return verified;
        }
      } catch (DiskException e) {
        if (e.trouble() != DiskException.Trouble.CHANGED) {
          throw e;
        }
      }
      pause();
    }
    return verifyOnce(threads);
  }

  private boolean isStill(List<Optional<FileStatus>> before) throws IOException {
    return standing().equals(before) && Publication.findUnfinished(folders.output()).isEmpty();
  }

  private Outcome<PackListing> verifyOnce(int threads) throws IOException {
    return read(reader -> {
      InOrder.Work<List<Diagnostic>> companions =
          () ->
              CompanionCheck.faultsOf(
                  PackFiles.published(folders.output()), reader.packId(), reader.header());
      // They are read beside the pack, but a fault of the pack is all that counts.
      try (var beside = new InOrder<>(threads, List.of(companions).iterator())) {
        reader.verify(threads);
        return beside.next();
      }
    });
  }

  /** What is where the four files are published. */
  private List<Optional<FileStatus>> standing() throws IOException {
    List<Optional<FileStatus>> standing = new ArrayList<>();
    for (PackSlot slot : PackSlot.values()) {
      standing.add(slot.find(folders.output()));
    }
    return standing;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What is asked of the pack; the answer is faults. */
  @FunctionalInterface
  private interface Question {
    List<Diagnostic> ask(PackReader reader) throws IOException, PackException;
  }

  /** What is made of the pack. */
  @FunctionalInterface
  private interface Use<T> {
    Outcome<T> apply(PackReader reader) throws IOException, PackException;
  }

  private Outcome<PackListing> read(Question question) throws IOException {
    return open(reader -> Outcome.of(Listing.of(reader)).and(question.ask(reader)));
  }

  private <T> Outcome<T> open(Use<T> use) throws IOException {
    Optional<Diagnostic> obstacle = PackSlot.PACK.findObstacle(folders.output());
    if (obstacle.isPresent()) {
      return Outcome.refused(obstacle.get());
    }
    PlacedFile pack = PackFiles.published(folders.output()).of(PackSlot.PACK);
    String shown = folders.output().shown(PackSlot.PACK);
    if (pack.find().isEmpty()) {
      return Outcome.refused(
          Diagnostic.error(
                  DiagnosticCode.PACK_NOT_FOUND,
                  Location.of(Artifact.PACK, shown),
                  folders.areApart()
                      ? "the output folder has no pack yet"
                      : "the workspace has no pack yet")
              .fix(Fix.likely("build it", Fix.run(Verb.BUILD))));
    }
    try (ReadableFile file = pack.open()) {
      return use.apply(PackReader.open(new DiskPackBytes(file, shown)));
    } catch (PackException e) {
      return Outcome.refused(PackFaults.diagnostic(e, shown));
    }
  }
}
