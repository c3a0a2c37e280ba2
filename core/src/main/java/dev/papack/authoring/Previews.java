package dev.papack.authoring;

import dev.papack.container.Sha256;
import dev.papack.convert.Conversion;
import dev.papack.convert.MemoryBudget;
import dev.papack.diagnostic.Argument;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.PixelRectangle;
import dev.papack.diagnostic.Verb;
import dev.papack.disk.OutOfMemoryException;
import dev.papack.disk.ReadableDirectory;
import dev.papack.media.DecodedPicture;
import dev.papack.media.Extent;
import dev.papack.media.PictureChoice;
import dev.papack.media.PictureFormat;
import dev.papack.media.PictureFormat.Feature;
import dev.papack.media.PictureSize;
import dev.papack.media.PixelRule;
import dev.papack.source.FileReader;
import dev.papack.source.Limits;
import dev.papack.source.OpenSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Animations that only show the frames of a sheet beside them: each of their frames is a cell of
 * the sheet, pixel by pixel. Artists make them to see a sheet move.
 */
final class Previews {
  /** Larger pictures are not compared. */
  private static final long MAX_PIXELS = 4 << 20;

  private static final int MIN_FRAMES = 2;
  private static final long BYTES_PER_PIXEL = 8;

  private final ReadableDirectory assets;
  private final MemoryBudget memory;
  private final Map<String, List<AssetsPath>> folders = new HashMap<>();
  private final Map<AssetsPath, Optional<Measured>> measured = new HashMap<>();
  private final Map<Cut, Set<Sha256>> cells = new HashMap<>();

  /** A picture that is small enough to be compared. */
  private record Measured(PictureFormat format, Extent extent) {
    PictureSize size() {
      return extent.pictures().getFirst();
    }
  }

  /** A sheet cut into cells of a size. */
  private record Cut(AssetsPath sheet, PictureSize cell) {}

  /**
   * Compares files of a workspace.
   *
   * @param files all of them
   */
  Previews(ReadableDirectory assets, MemoryBudget memory, Collection<AssetsPath> files) {
    this.assets = assets;
    this.memory = memory;
    for (AssetsPath file : files) {
      folders.computeIfAbsent(folderOf(file), _ -> new ArrayList<>()).add(file);
    }
  }

  private static String folderOf(AssetsPath file) {
    String path = file.inWorkspace().text();
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /** A note that names the sheet, if a file is a preview of one. */
  Optional<Diagnostic> find(AssetsPath file) throws IOException {
    Optional<Measured> animation = measured(file).filter(Previews::isAnimation);
    if (animation.isEmpty()) {
      return Optional.empty();
    }
    PictureSize frame = animation.get().size();
    Optional<Set<Sha256>> frames = Optional.empty();
    for (AssetsPath sheet : folders.getOrDefault(folderOf(file), List.of())) {
      if (measured(sheet).filter(one -> isSheetOf(one, frame)).isPresent()) {
        if (frames.isEmpty()) {
          frames = Optional.of(cells(new Cut(file, frame)));
        }
        if (frames.get().size() >= MIN_FRAMES
            && cells(new Cut(sheet, frame)).containsAll(frames.get())) {
          return Optional.of(note(file, sheet, frame));
        }
      }
    }
    return Optional.empty();
  }

  /** Documents with layers are what sheets are made from, and no previews of them. */
  private static boolean isAnimation(Measured picture) {
    return picture.format().features().contains(Feature.FRAMES)
        && !picture.format().features().contains(Feature.LAYERS)
        && picture.extent().pictures().size() >= MIN_FRAMES;
  }

  private static boolean isSheetOf(Measured picture, PictureSize frame) {
    return !picture.format().features().contains(Feature.FRAMES)
        && picture.size().widthPixels() % frame.widthPixels() == 0
        && picture.size().heightPixels() % frame.heightPixels() == 0;
  }

  private Optional<Measured> measured(AssetsPath file) throws IOException {
    Optional<Measured> known = measured.get(file);
    if (known == null) {
      known = measure(file);
      measured.put(file, known);
    }
    return known;
  }

  private Optional<Measured> measure(AssetsPath file) throws IOException {
    Outcome<Measured> outcome =
        FileReader.open(assets, file, Limits.SOURCE_BYTES)
            .then(source -> {
              try (source) {
                return MediaFile.FORMATS
                    .pictureFormat(source.head())
                    .then(format ->
                        Outcome.of(new Measured(format, format.extentOf(source.reader()))));
              }
            });
    return outcome instanceof Outcome.Accepted<Measured>(Measured picture, var _)
            && !picture.extent().pictures().isEmpty()
            && pixels(picture) <= MAX_PIXELS
        ? Optional.of(picture)
        : Optional.empty();
  }

  private static long pixels(Measured picture) {
    return picture.extent().pictures().stream().mapToLong(PictureSize::pixels).sum();
  }

  private Set<Sha256> cells(Cut cut) throws IOException {
    Set<Sha256> known = cells.get(cut);
    if (known == null) {
      Measured picture = measured(cut.sheet()).orElseThrow();
      long needed =
          picture.extent().neededBytes()
              + BYTES_PER_PIXEL * pixels(picture)
              + Conversion.MAX_KEPT_BYTES;
      known =
          memory.within(
              new OutOfMemoryException.Need(cut.sheet().inWorkspace().text(), needed),
              () -> digests(cut, picture.format()));
      cells.put(cut, known);
    }
    return known;
  }

  /** The digest of each cell that is there; none of a file that is refused. */
  private Set<Sha256> digests(Cut cut, PictureFormat format) throws IOException {
    Outcome<DecodedPicture> decoded =
        FileReader.open(assets, cut.sheet(), Limits.SOURCE_BYTES)
            .then(source -> decode(source, format));
    Set<Sha256> digests = new HashSet<>();
    if (decoded instanceof Outcome.Accepted<DecodedPicture>(DecodedPicture picture, var _)) {
      List<PixelRectangle> places = new ArrayList<>();
      PictureSize size = picture.picture().size();
      for (int y = 0; y < size.heightPixels(); y += cut.cell().heightPixels()) {
        for (int x = 0; x < size.widthPixels(); x += cut.cell().widthPixels()) {
          places.add(new PixelRectangle(x, y, cut.cell().widthPixels(), cut.cell().heightPixels()));
        }
      }
      for (int[] argb : picture.picture().argb(places)) {
        digests.add(digest(argb));
      }
    }
    return digests;
  }

  private static Outcome<DecodedPicture> decode(OpenSource source, PictureFormat format)
      throws IOException {
    try (source) {
      return format.decode(
          source.read(Conversion.MAX_KEPT_BYTES), PixelRule.STRICT, PictureChoice.EVERYTHING);
    }
  }

  /** Colours of transparent pixels do not count. */
  private static Sha256 digest(int[] argb) {
    ByteBuffer bytes = ByteBuffer.allocate(argb.length * Integer.BYTES);
    for (int color : argb) {
      bytes.putInt(color >>> 24 == 0 ? 0 : color);
    }
    return Sha256.of(bytes.flip());
  }

  private static Diagnostic note(AssetsPath file, AssetsPath sheet, PictureSize frame) {
    String size = frame.widthPixels() + "x" + frame.heightPixels();
    return Diagnostic.note(
            DiagnosticCode.GIF_PREVIEW,
            Location.of(Artifact.SOURCE, file),
            "\""
                + file
                + "\" is a preview: all its frames of "
                + size
                + " are those of the sheet \""
                + sheet
                + "\"")
        .found(sheet.inWorkspace().text())
        .fix(
            Fix.manual(
                "to pack its frames once more, add it by its name",
                Fix.run(Verb.ADD, new Argument.OfPath(file.inWorkspace()))))
        .advice("otherwise leave it: it is not packed");
  }
}
