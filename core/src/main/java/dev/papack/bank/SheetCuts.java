package dev.papack.bank;

import dev.papack.asset.Frame;
import dev.papack.asset.Gutters;
import dev.papack.asset.TilesRequest;
import dev.papack.asset.TilesSettings;
import dev.papack.asset.TilesSettings.Fit;
import dev.papack.asset.TilesSettings.Index0;
import dev.papack.asset.TilesSettings.Palettes;
import dev.papack.media.Picture;
import dev.papack.media.PictureSize;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The ways to cut a sheet, the best first: frames whose size its name ends in, if the pixels agree;
 * cells between gutters; tiles that divide both sides; padded tiles. What the author said is kept.
 */
final class SheetCuts {
  /** Tile sizes, the best first. */
  static final List<Integer> TILE_SIZES = List.of(16, 8, 32);

  private static final Pattern NAMED_SIZE =
      Pattern.compile("[-_](\\d{1,5})[xX](\\d{1,5})\\.[^./]*$");

  private final List<Picture> pictures;
  private final Optional<Frame> own;
  private final TilesRequest request;
  private final Optional<Frame> named;

  private SheetCuts(
      List<Picture> pictures, Optional<Frame> own, TilesRequest request, String path) {
    this.pictures = List.copyOf(pictures);
    this.own = own;
    this.request = request;
    this.named = sizeIn(path);
  }

  /** All ways that are to be tried; several sheets are cut in one way that suits all of them. */
  static List<SheetCut> of(List<Sheet> sheets, TilesRequest request) {
    return new SheetCuts(
            sheets.stream().map(Sheet::picture).toList(),
            OwnFrames.sizeOf(sheets).map(OwnFrames::frame),
            request,
            sheets.getFirst().location().path())
        .all();
  }

  /**
   * How many tiles a sheet has at most in any of the ways, of which only its size is known.
   *
   * @param path the file of the first sheet of the asset
   * @param tileSize one of {@link #sizes}
   */
  static long tilesAtMost(PictureSize sheet, String path, int tileSize, TilesRequest request) {
    TilesSettings plain =
        new TilesSettings(
            tileSize, Palettes.AUTO, Fit.EXACT, OptionalInt.empty(), Index0.AS_DECLARED);
    TilesSettings said = request.sheets().gutters().map(plain::with).orElse(plain);
    if (request.sheets().frame().isPresent()) {
      return SheetGrid.tilesAtMost(sheet, said.with(request.sheets().frame().get()));
    }
    long tiles = SheetGrid.tilesAtMost(sheet, said);
    if (request.sheets().gutters().isPresent() || request.fit().isPresent()) {
      return tiles;
    }
    // Gutters leave no more frames of a size than there are without them.
    long named =
        sizeIn(path).map(frame -> SheetGrid.tilesAtMost(sheet, plain.with(frame))).orElse(0L);
    return Math.max(named, tilesBetweenGutters(sheet, tileSize));
  }

  /** Of n cells along a side each is cut into at most one tile more than its pixels fill. */
  private static long tilesBetweenGutters(PictureSize sheet, int tileSize) {
    return tilesBetweenGutters(sheet.widthPixels(), tileSize)
        * tilesBetweenGutters(sheet.heightPixels(), tileSize);
  }

  private static long tilesBetweenGutters(long sidePixels, int tileSize) {
    return Math.ceilDiv(sidePixels, tileSize) + sidePixels / FoundGutters.MIN_CELL_PIXELS;
  }

  /** The size of a frame that a name ends in, such as {@code walk-24x40.png}. */
  static Optional<Frame> sizeIn(String path) {
    Matcher size = NAMED_SIZE.matcher(path);
    if (!size.find()) {
      return Optional.empty();
    }
    int width = Integer.parseInt(size.group(1));
    int height = Integer.parseInt(size.group(2));
    return width < 1
            || height < 1
            || width > Frame.MAX_SIDE_PIXELS
            || height > Frame.MAX_SIDE_PIXELS
        ? Optional.empty()
        : Optional.of(new Frame(width, height, OptionalInt.empty()));
  }

  private List<SheetCut> all() {
    if (own.isPresent()) {
      return frameSizes(own.get())
          .map(size ->
              new SheetCut(
                  size,
                  Fit.EXACT,
                  Gutters.NONE,
                  Optional.empty(),
                  reasons("frames of " + own.get() + ", as the file has them")))
          .toList();
    }
    if (request.sheets().frame().isPresent() || request.sheets().gutters().isPresent()) {
      return asSaid();
    }
    if (request.fit().isPresent()) {
      return plain();
    }
    if (named.isPresent() && isGridOf(named.get())) {
      return frames(named.get(), Gutters.NONE, "frames of " + named.get() + ", as the name says");
    }
    Optional<FoundGutters> found = gutters(pictures.getFirst());
    return found
        .filter(first -> pictures.stream().allMatch(other -> isLike(first, gutters(other))))
        .map(this::between)
        .orElseGet(this::plain);
  }

  private Optional<FoundGutters> gutters(Picture picture) {
    return named
        .flatMap(size -> FoundGutters.around(picture, size.widthPixels(), size.heightPixels()))
        .or(() -> FoundGutters.shown(picture))
        .or(() -> guessed(picture));
  }

  private static boolean isLike(FoundGutters one, Optional<FoundGutters> other) {
    return other
        .filter(found ->
            found.widthPixels() == one.widthPixels()
                && found.heightPixels() == one.heightPixels()
                && found.gutters().equals(one.gutters()))
        .isPresent();
  }

  /** Whether one of the pictures is more than one frame, and all frames of all are whole. */
  private boolean isGridOf(Frame frame) {
    return isDivided(frame)
        && pictures.stream()
            .anyMatch(picture ->
                picture.widthPixels() > frame.widthPixels()
                    || picture.heightPixels() > frame.heightPixels());
  }

  private boolean isDivided(Frame frame) {
    return pictures.stream()
        .allMatch(picture ->
            picture.widthPixels() % frame.widthPixels() == 0
                && picture.heightPixels() % frame.heightPixels() == 0);
  }

  private Optional<FoundGutters> guessed(Picture picture) {
    if (sizes().anyMatch(this::divides)) {
      return Optional.empty();
    }
    return sizes().flatMap(size -> FoundGutters.around(picture, size, size).stream()).findFirst();
  }

  private List<SheetCut> asSaid() {
    Gutters gutters = request.sheets().gutters().orElse(Gutters.NONE);
    if (request.sheets().frame().isPresent()) {
      return frameSizes(request.sheets().frame().get())
          .map(size -> new SheetCut(size, Fit.EXACT, gutters, request.sheets().frame(), List.of()))
          .toList();
    }
    return sizes()
        .map(size ->
            new SheetCut(
                size, request.fit().orElse(Fit.EXACT), gutters, Optional.empty(), List.of()))
        .toList();
  }

  /** Cells of the size of a tile are tiles, all others frames. */
  private List<SheetCut> between(FoundGutters found) {
    int width = found.widthPixels();
    int height = found.heightPixels();
    String grid = found.columns() + "x" + found.rows();
    if (width == height && sizes().anyMatch(size -> size == width)) {
      return List.of(
          new SheetCut(
              width,
              Fit.EXACT,
              found.gutters(),
              Optional.empty(),
              reasons(grid + " tiles of " + width + found.inWords())));
    }
    Frame frame = new Frame(width, height, OptionalInt.empty());
    return frames(frame, found.gutters(), grid + " frames of " + frame + found.inWords());
  }

  private List<SheetCut> frames(Frame frame, Gutters gutters, String what) {
    int width = frame.widthPixels();
    boolean isTile = width == frame.heightPixels() && sizes().anyMatch(size -> size == width);
    Stream<SheetCut> cuts =
        frameSizes(frame)
            .map(size -> new SheetCut(size, Fit.EXACT, gutters, Optional.of(frame), reasons(what)));
    // Frame k of one tile is tile k.
    Stream<SheetCut> asTiles =
        isTile
            ? Stream.of(
                new SheetCut(
                    width,
                    Fit.EXACT,
                    gutters,
                    Optional.empty(),
                    reasons(what + ", which are tiles")))
            : Stream.of();
    return Stream.concat(asTiles, cuts).toList();
  }

  private List<SheetCut> plain() {
    Stream<SheetCut> dividing =
        sizes().filter(this::divides).map(size -> plain(size, request.fit().orElse(Fit.EXACT)));
    Stream<SheetCut> others =
        sizes()
            .filter(size -> !divides(size))
            .map(size -> plain(size, request.fit().orElse(Fit.PAD)));
    return Stream.concat(dividing, others).toList();
  }

  private SheetCut plain(int size, Fit fit) {
    List<String> reasons = new ArrayList<>();
    named
        .filter(frame -> !isDivided(frame))
        .ifPresent(frame ->
            reasons.add(
                "the name says " + frame + ", but " + sides() + " is not a multiple of that"));
    return new SheetCut(size, fit, Gutters.NONE, Optional.empty(), reasons);
  }

  private List<String> reasons(String what) {
    return List.of(what);
  }

  private Stream<Integer> sizes() {
    return sizes(request);
  }

  /** The tile sizes that are tried. */
  static Stream<Integer> sizes(TilesRequest request) {
    return request.tileSizePixels().isPresent()
        ? Stream.of(request.tileSizePixels().getAsInt())
        : TILE_SIZES.stream();
  }

  /** Those first that divide a frame, then those that pad it least. */
  private Stream<Integer> frameSizes(Frame frame) {
    return sizes().sorted(Comparator.comparingLong(size -> padded(frame, size)));
  }

  private static long padded(Frame frame, int size) {
    return (long) Math.ceilDiv(frame.widthPixels(), size)
        * Math.ceilDiv(frame.heightPixels(), size)
        * size
        * size;
  }

  private boolean divides(int tileSize) {
    return isDivided(new Frame(tileSize, tileSize, OptionalInt.empty()));
  }

  private String sides() {
    return pictures.getFirst().widthPixels() + "x" + pictures.getFirst().heightPixels();
  }
}
