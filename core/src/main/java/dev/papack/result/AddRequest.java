package dev.papack.result;

import dev.papack.asset.TilesSettings.Fit;
import dev.papack.asset.TilesSettings.Palettes;
import dev.papack.container.BankType;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What an author asks {@code add} to declare. What is not said is chosen from the files.
 *
 * @param paths files or folders below {@code assets/}
 * @param folders what a folder among them stands for
 * @param bank the bank type; files of the other are refused
 * @param tileSizePixels 8, 16 or 32
 * @param palettes where palettes come from
 * @param fit what happens to sides that are no multiples of the tile size
 * @param alphaThreshold 1 to 255
 * @param slot the preload slot, 0 to 255; for a single asset only
 * @param name the asset's name; for a single asset only
 */
public record AddRequest(
    List<Path> paths,
    Folders folders,
    Optional<BankType> bank,
    OptionalInt tileSizePixels,
    Optional<Palettes> palettes,
    Optional<Fit> fit,
    OptionalInt alphaThreshold,
    OptionalInt slot,
    Optional<String> name) {
  /**
   * Copies the list, refuses values outside their ranges.
   *
   * @throws IllegalArgumentException naming the value
   */
  public AddRequest {
    paths = List.copyOf(paths);
    refuseOutside("slot", slot, 0, 255);
    refuseOutside("alpha threshold", alphaThreshold, 1, 255);
    if (tileSizePixels.isPresent() && !Set.of(8, 16, 32).contains(tileSizePixels.getAsInt())) {
      throw new IllegalArgumentException("tile size " + tileSizePixels.getAsInt());
    }
  }

  private static void refuseOutside(String what, OptionalInt value, int least, int most) {
    if (value.isPresent() && (value.getAsInt() < least || value.getAsInt() > most)) {
      throw new IllegalArgumentException(what + " " + value.getAsInt());
    }
  }

  /** What a folder stands for. */
  public enum Folders {
    /** Every picture and sound in it is an asset, declared from beside. */
    OF_ASSETS,
    /** The folder is one asset, declared from inside. */
    AS_ONE_ASSET
  }

  /**
   * A request that leaves every choice to the packer.
   *
   * @param paths files or folders below {@code assets/}
   * @return the request
   */
  public static AddRequest of(List<Path> paths) {
    return new AddRequest(
        paths,
        Folders.OF_ASSETS,
        Optional.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty());
  }

  /** {@return whether a setting was given that only pictures have} */
  public boolean saysTiles() {
    return tileSizePixels.isPresent()
        || palettes.isPresent()
        || fit.isPresent()
        || alphaThreshold.isPresent();
  }
}
