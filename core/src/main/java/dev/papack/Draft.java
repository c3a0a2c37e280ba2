package dev.papack;

import dev.papack.asset.AssetId;
import dev.papack.convert.Capacity;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.TextPosition;
import dev.papack.diagnostic.WorkspacePath;
import dev.papack.disk.Disk;
import dev.papack.editing.Editing;
import dev.papack.inspect.SetVerification;
import dev.papack.overlay.OverlaidDisk;
import dev.papack.overlay.UnsavedTexts;
import dev.papack.packing.LastBuild;
import dev.papack.progress.CancelledException;
import dev.papack.progress.Observer;
import dev.papack.result.Checked;
import dev.papack.result.Completion;
import dev.papack.result.DescribedPlace;
import dev.papack.result.DiagnosedDocument;
import dev.papack.result.DiagnosedDocument.Depth;
import dev.papack.result.DiagnosedDraft;
import dev.papack.result.Drift;
import dev.papack.result.Inventory;
import dev.papack.result.NamedFile;
import dev.papack.result.NamedPlace;
import dev.papack.result.PlaceTarget;
import dev.papack.result.Preview;
import dev.papack.result.ProposedText;
import dev.papack.workspace.Stance;
import dev.papack.workspace.WorkspaceDoor;
import dev.papack.workspace.WorkspacePlace;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * A workspace with texts that an editor has not saved: what it would be if they were. A draft never
 * changes, and writes nothing; an edit gives the next one. All drafts that come from one share what
 * they have read, so that a look after an edit reads no more than what changed. Several threads may
 * use them at once.
 *
 * <p>Positions are lines and columns in UTF-16 units, from 1, as diagnostics have them.
 */
public final class Draft {
  private final Disk disk;
  private final WorkspacePlace place;
  private final RandomGenerator ids;
  private final Capacity capacity;
  private final UnsavedTexts texts;
  private final long number;
  private final Editing editing;
  private final AtomicLong numbers;
  private final WorkspaceDoor door;

  private Draft(Draft origin, UnsavedTexts texts, long number) {
    this(
        origin.disk,
        origin.place,
        origin.ids,
        origin.capacity,
        texts,
        number,
        origin.editing,
        origin.numbers);
  }

  private Draft(
      Disk disk,
      WorkspacePlace place,
      RandomGenerator ids,
      Capacity capacity,
      UnsavedTexts texts,
      long number,
      Editing editing,
      AtomicLong numbers) {
    this.disk = disk;
    this.place = place;
    this.ids = ids;
    this.capacity = capacity;
    this.texts = texts;
    this.number = number;
    this.editing = editing;
    this.numbers = numbers;
    this.door =
        new WorkspaceDoor(
            overlaid(), place, new SetVerification(capacity.threads()), Observer.NONE);
  }

  /** One without any text. */
  static Draft of(
      Disk disk, WorkspacePlace place, RandomGenerator ids, Capacity capacity, LongSupplier clock) {
    return new Draft(
        disk, place, ids, capacity, UnsavedTexts.NONE, 0, new Editing(clock), new AtomicLong());
  }

  private OverlaidDisk overlaid() {
    return new OverlaidDisk(disk, place.workspace(), texts);
  }

  /**
   * Which draft this is.
   *
   * @return 0 for the first; each edit of any of them has a higher number
   */
  public long number() {
    return number;
  }

  /**
   * The draft after an edit.
   *
   * @param document whether or not the file is there
   * @param text all of it
   * @return this with the text
   */
  public Draft with(WorkspacePath document, String text) {
    long next = numbers.incrementAndGet();
    return new Draft(this, texts.with(document, text, next), next);
  }

  /**
   * The draft after a document was saved or closed.
   *
   * @param document which one
   * @return this where the document is what the disk has
   */
  public Draft without(WorkspacePath document) {
    return new Draft(this, texts.without(document), numbers.incrementAndGet());
  }

  /**
   * Lists the assets.
   *
   * @return the assets, and the faults of the rest; refused if the registry cannot be read
   * @throws IOException if the file system fails
   * @throws CancelledException if the thread is interrupted; its flag stays set
   */
  public Outcome<Inventory> list() throws IOException, CancelledException {
    return door.read(Stance.LOOK, folders -> editing.list(folders.workspace()));
  }

  /**
   * Finds everything that a build would refuse.
   *
   * @param observer follows the work
   * @return how many assets a build would pack, or every fault
   * @throws IOException if the file system fails
   * @throws CancelledException if the observer wanted so
   */
  public Outcome<Checked> check(Observer observer) throws IOException, CancelledException {
    return new Session(overlaid(), place, ids, capacity)
        .followedBy(observer)
        .check(Drift.TOLERATED);
  }

  /**
   * Judges one document with everything that the rest of the workspace says.
   *
   * @param document a declaration, the registry, or the list of what is ignored
   * @param depth whether the sources of a declaration are converted, too
   * @return what is wrong with the document, or with the sources of the asset that it declares
   * @throws IOException if the file system fails
   * @throws CancelledException if the thread is interrupted; its flag stays set
   */
  public Outcome<DiagnosedDocument> diagnose(WorkspacePath document, Depth depth)
      throws IOException, CancelledException {
    return door.read(
        Stance.LOOK,
        folders ->
            editing
                .diagnose(folders.workspace(), document, depth, capacity)
                .map(findings -> new DiagnosedDocument(document, number, findings)));
  }

  /**
   * Judges all documents, and then the sources of some declarations, in one look at the workspace:
   * for an editor that shows what is wrong with all of it after each edit.
   *
   * @param edited declarations whose sources are converted, unless they have an error themselves
   * @param documents takes what is wrong with the documents, before a source is opened; more than
   *     once if somebody publishes meanwhile
   * @return the same, with what is wrong with those sources
   * @throws IOException if the file system fails
   * @throws CancelledException if the thread is interrupted; its flag stays set
   */
  public Outcome<DiagnosedDraft> diagnose(
      Set<WorkspacePath> edited, Consumer<DiagnosedDraft> documents)
      throws IOException, CancelledException {
    return door.read(
        Stance.LOOK,
        folders -> editing.diagnose(folders.workspace(), number, edited, capacity, documents));
  }

  /**
   * A part of the picture that an asset becomes, in memory: with palettes, tiles and frames as a
   * build makes them.
   *
   * @param asset which one
   * @param part what of it; at most {@value Preview#MAX_PIXELS} pixels are shown
   * @return empty for a sound, for an asset that is not declared, and for a part outside of the
   *     picture; refused if the asset cannot be converted
   * @throws IOException if the file system fails
   * @throws CancelledException if the thread is interrupted; its flag stays set
   */
  public Outcome<Optional<Preview>> preview(AssetId asset, Preview.Part part)
      throws IOException, CancelledException {
    return door.read(
        Stance.LOOK,
        folders -> editing.preview(folders.workspace(), asset, part, number, capacity));
  }

  /**
   * What may be written at a place of a document. The document may be broken.
   *
   * @param document with a text of this draft
   * @param position where
   * @return in the order of the structure; empty where nothing is known
   * @throws IOException if the file system fails
   * @throws CancelledException if the thread is interrupted; its flag stays set
   */
  public Outcome<List<Completion>> complete(WorkspacePath document, TextPosition position)
      throws IOException, CancelledException {
    Optional<String> text = texts.text(document);
    return text.isEmpty()
        ? Outcome.of(List.of())
        : door.read(
            Stance.LOOK,
            folders -> editing.complete(folders.workspace(), document, text.get(), position));
  }

  /**
   * What is at a place of a document. The document may be broken.
   *
   * @param document with a text of this draft
   * @param position where
   * @return empty between names and values
   * @throws IOException if the file system fails
   * @throws CancelledException if the thread is interrupted; its flag stays set
   */
  public Outcome<Optional<DescribedPlace>> describe(WorkspacePath document, TextPosition position)
      throws IOException, CancelledException {
    Optional<String> text = texts.text(document);
    return text.isEmpty()
        ? Outcome.of(Optional.empty())
        : door.read(
            Stance.LOOK,
            folders ->
                Outcome.of(
                    Editing.describe(
                        LastBuild.read(folders.output(), Drift.TOLERATED),
                        document,
                        text.get(),
                        position)));
  }

  /**
   * Where a place of a document leads to: from a declaration to the registry and back, and from the
   * name of a file to the file.
   *
   * @param document with a text of this draft
   * @param position where
   * @return empty if it leads nowhere
   * @throws IOException if the file system fails
   * @throws CancelledException if the thread is interrupted; its flag stays set
   */
  public Outcome<Optional<PlaceTarget>> target(WorkspacePath document, TextPosition position)
      throws IOException, CancelledException {
    Optional<String> text = texts.text(document);
    return text.isEmpty()
        ? Outcome.of(Optional.empty())
        : door.read(
            Stance.LOOK,
            folders -> editing.target(folders.workspace(), document, text.get(), position));
  }

  /**
   * The files of the workspace that a declaration names. The document may be broken.
   *
   * @param document with a text of this draft
   * @return sources first, each in the order of the text; without those that are not there
   * @throws IOException if the file system fails
   * @throws CancelledException if the thread is interrupted; its flag stays set
   */
  public Outcome<List<NamedFile>> files(WorkspacePath document)
      throws IOException, CancelledException {
    Optional<String> text = texts.text(document);
    return text.isEmpty()
        ? Outcome.of(List.of())
        : door.read(
            Stance.LOOK, folders -> editing.files(folders.workspace(), document, text.get()));
  }

  /**
   * Where declarations name files: for faults of pictures, which an editor shows in the document
   * that can be edited.
   *
   * @param named the files
   * @return by file; without those that no declaration names
   * @throws IOException if the file system fails
   * @throws CancelledException if the thread is interrupted; its flag stays set
   */
  public Map<AssetsPath, List<Location>> placesOf(Set<AssetsPath> named)
      throws IOException, CancelledException {
    return switch (door.read(Stance.LOOK, folders -> editing.places(folders.workspace(), named))) {
      case Outcome.Accepted<Map<AssetsPath, List<Location>>>(var places, var _) -> places;
      case Outcome.Refused<Map<AssetsPath, List<Location>>> _ -> Map.of();
    };
  }

  /**
   * The text of a document.
   *
   * @param document a declaration or another document of the authors, at most 64 MiB
   * @return that of this draft, or else of the disk; what is no UTF-8 is U+FFFD
   * @throws IOException if the file system fails
   * @throws CancelledException if the thread is interrupted; its flag stays set
   */
  public Outcome<String> text(WorkspacePath document) throws IOException, CancelledException {
    Optional<String> text = texts.text(document);
    return text.isPresent()
        ? Outcome.of(text.get())
        : door.read(Stance.LOOK, folders -> Editing.text(folders.workspace(), document));
  }

  /**
   * The asset whose name is written at a place of a document, which may be broken.
   *
   * @param document with a text of this draft
   * @param position where
   * @return empty where no name of an asset is, or none with an id
   */
  public Optional<NamedPlace> name(WorkspacePath document, TextPosition position) {
    return texts.text(document).flatMap(text -> Editing.name(document, text, position));
  }

  /**
   * What documents would be if an asset had another name, as {@link Session#rename} writes it.
   *
   * @param asset which one
   * @param name the new name, as it was typed
   * @return the documents that would change; none if it has the name already; or why it cannot have
   *     that name
   * @throws IOException if the file system fails
   * @throws CancelledException if the thread is interrupted; its flag stays set
   */
  public Outcome<List<ProposedText>> rename(AssetId asset, String name)
      throws IOException, CancelledException {
    return new Session(overlaid(), place, ids, capacity).proposeRename(asset, name);
  }
}
