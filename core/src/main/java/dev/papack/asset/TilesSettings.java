package dev.papack.asset;

import dev.papack.container.BankType;
import dev.papack.diagnostic.AssetsPath;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * How sheets become a TILES bank.
 *
 * @param tileSizePixels the side of a tile: 8, 16 or 32
 * @param palettes where the palettes come from
 * @param reduction how colours become fewer where they do not fit, with {@link Palettes#AUTO} only;
 *     without it, colours that do not fit are a fault
 * @param fit what happens to a sheet whose last tiles are not whole; {@link Fit#EXACT} with frames,
 *     which are always padded one by one
 * @param alphaThreshold 1 to 255: alpha below it is transparent, the rest opaque; without it
 *     partial alpha is a fault
 * @param index0 what happens to opaque pixels that the console shows as transparent
 * @param transparentColor opaque pixels of exactly this colour are transparent
 * @param gutters the pixels around and between cells
 * @param frame the frames that each sheet is cut into; without it, it is cut into tiles
 * @param layers the layers to show, of a format that has layers; empty for all visible ones
 * @param tag the part of an animation to take, of a format that has tags; without it all of it
 */
public record TilesSettings(
    int tileSizePixels,
    Palettes palettes,
    Optional<ColorReduction> reduction,
    Fit fit,
    OptionalInt alphaThreshold,
    Index0 index0,
    Optional<KeyColor> transparentColor,
    Gutters gutters,
    Optional<Frame> frame,
    List<String> layers,
    Optional<String> tag)
    implements BankSettings {

  /** Where the palettes come from. */
  public sealed interface Palettes {
    /** Those of the pictures. */
    Palettes INDEXED = new Indexed();

    /** Computed ones. */
    Palettes AUTO = new Auto();

    /**
     * The palette of pictures of colour type 3, cut into palettes of 16, its order kept. An index
     * is 16 times the palette, and the entry.
     */
    record Indexed() implements Palettes {}

    /** Computed from the colours of the tiles. */
    record Auto() implements Palettes {}

    /**
     * The palette of another indexed picture, cut in the same way, its order kept.
     *
     * @param picture the picture
     */
    record From(AssetsPath picture) implements Palettes {}
  }

  /** What happens to a sheet whose last tiles are not whole. */
  public enum Fit {
    /** It is refused. */
    EXACT,
    /** It gets transparent pixels at its right and bottom. */
    PAD
  }

  /** What happens to pixels of an entry 0 that is opaque. */
  public enum Index0 {
    /** With the pictures' own palettes it is refused: the console shows entry 0 as transparent. */
    AS_DECLARED,
    /** They are transparent. */
    TRANSPARENT
  }

  /**
   * Refuses values outside their ranges.
   *
   * @throws IllegalArgumentException naming the value
   */
  public TilesSettings {
    layers = List.copyOf(layers);
    if (tileSizePixels != 8 && tileSizePixels != 16 && tileSizePixels != 32) {
      throw new IllegalArgumentException("tile size " + tileSizePixels);
    }
    if (alphaThreshold.isPresent()
        && (alphaThreshold.getAsInt() < 1 || alphaThreshold.getAsInt() > 255)) {
      throw new IllegalArgumentException("alpha threshold " + alphaThreshold);
    }
    if (frame.isPresent() && fit == Fit.PAD) {
      throw new IllegalArgumentException("frames are padded one by one, whatever the fit");
    }
    if (reduction.isPresent() && !palettes.equals(Palettes.AUTO)) {
      throw new IllegalArgumentException("colours are reduced for computed palettes only");
    }
  }

  /**
   * Sheets of touching tiles, all of whose layers and colours are shown.
   *
   * @param tileSizePixels 8, 16 or 32
   * @param palettes where the palettes come from
   * @param fit what happens to a sheet whose last tiles are not whole
   * @param alphaThreshold 1 to 255
   * @param index0 what happens to an opaque entry 0
   */
  public TilesSettings(
      int tileSizePixels, Palettes palettes, Fit fit, OptionalInt alphaThreshold, Index0 index0) {
    this(
        tileSizePixels,
        palettes,
        Optional.empty(),
        fit,
        alphaThreshold,
        index0,
        Optional.empty(),
        Gutters.NONE,
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  /** The settings as they become, one by one, before they are checked together. */
  private static final class Copy {
    private int tileSizePixels;
    private Palettes palettes;
    private Optional<ColorReduction> reduction;
    private Fit fit;
    private Optional<KeyColor> transparentColor;
    private Gutters gutters;
    private Optional<Frame> frame;

    Copy(TilesSettings of) {
      tileSizePixels = of.tileSizePixels;
      palettes = of.palettes;
      reduction = of.reduction;
      fit = of.fit;
      transparentColor = of.transparentColor;
      gutters = of.gutters;
      frame = of.frame;
    }
  }

  private TilesSettings changed(Consumer<Copy> change) {
    Copy copy = new Copy(this);
    change.accept(copy);
    return new TilesSettings(
        copy.tileSizePixels,
        copy.palettes,
        copy.reduction,
        copy.fit,
        alphaThreshold,
        index0,
        copy.transparentColor,
        copy.gutters,
        copy.frame,
        layers,
        tag);
  }

  /**
   * The same with tiles of another size.
   *
   * @param tileSize 8, 16 or 32
   * @return the settings
   */
  public TilesSettings with(int tileSize) {
    return changed(copy -> copy.tileSizePixels = tileSize);
  }

  /**
   * The same with another way to treat tiles that are not whole; without frames only.
   *
   * @param other the way
   * @return the settings
   */
  public TilesSettings with(Fit other) {
    return changed(copy -> copy.fit = other);
  }

  /**
   * The same with another source of palettes.
   *
   * @param other the source
   * @return the settings
   */
  public TilesSettings with(Palettes other) {
    return changed(copy -> copy.palettes = other);
  }

  /**
   * The same with colours that become fewer where they do not fit; with computed palettes only.
   *
   * @param other how
   * @return the settings
   */
  public TilesSettings with(ColorReduction other) {
    return changed(copy -> copy.reduction = Optional.of(other));
  }

  /**
   * The same with a colour that is transparent.
   *
   * @param key the colour
   * @return the settings
   */
  public TilesSettings with(KeyColor key) {
    return changed(copy -> copy.transparentColor = Optional.of(key));
  }

  /**
   * The same with pixels around and between cells.
   *
   * @param other how many
   * @return the settings
   */
  public TilesSettings with(Gutters other) {
    return changed(copy -> copy.gutters = other);
  }

  /**
   * The same, cut into frames.
   *
   * @param other the frames
   * @return the settings
   */
  public TilesSettings with(Frame other) {
    return changed(copy -> {
      copy.fit = Fit.EXACT;
      copy.frame = Optional.of(other);
    });
  }

  @Override
  public List<AssetsPath> references() {
    return palettes instanceof Palettes.From(AssetsPath picture) ? List.of(picture) : List.of();
  }

  @Override
  public BankType bankType() {
    return BankType.TILES;
  }
}
