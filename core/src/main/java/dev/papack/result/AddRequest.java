package dev.papack.result;

import dev.papack.asset.SoundsRequest;
import dev.papack.asset.TilesRequest;
import dev.papack.asset.TilesSettings.Palettes;
import dev.papack.container.BankType;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an author asks {@code add} to declare. What is not said is chosen from the files.
 *
 * @param paths files or folders below {@code assets/}
 * @param folders what a folder among them stands for
 * @param bank the bank type; files of the other are refused
 * @param tiles settings of pictures
 * @param sounds settings of sounds
 * @param slot the preload slot, 0 to 255; for a single asset only
 * @param name the asset's name; for several assets a pattern, in which {@code {name}} stands for
 *     the name that the file would get in its folder, and {@code {folder}} for that of its folder
 * @param palettesFrom an indexed picture below {@code assets/} whose palettes the new assets take;
 *     it is not declared itself
 */
public record AddRequest(
    List<Path> paths,
    Folders folders,
    Optional<BankType> bank,
    TilesRequest tiles,
    SoundsRequest sounds,
    OptionalInt slot,
    Optional<String> name,
    Optional<Path> palettesFrom) {
  /**
   * Copies the list, refuses values outside their ranges.
   *
   * @throws IllegalArgumentException naming the value
   */
  public AddRequest {
    paths = List.copyOf(paths);
    if (slot.isPresent() && (slot.getAsInt() < 0 || slot.getAsInt() > 255)) {
      throw new IllegalArgumentException("slot " + slot.getAsInt());
    }
  }

  /**
   * A request for palettes that are not those of another picture.
   *
   * @param paths files or folders below {@code assets/}
   * @param folders what a folder among them stands for
   * @param bank the bank type; files of the other are refused
   * @param tiles settings of pictures
   * @param sounds settings of sounds
   * @param slot the preload slot, 0 to 255; for a single asset only
   * @param name the asset's name, or a pattern
   */
  public AddRequest(
      List<Path> paths,
      Folders folders,
      Optional<BankType> bank,
      TilesRequest tiles,
      SoundsRequest sounds,
      OptionalInt slot,
      Optional<String> name) {
    this(paths, folders, bank, tiles, sounds, slot, name, Optional.empty());
  }

  /** What a folder stands for. */
  public enum Folders {
    /** Every picture and sound in it is an asset, declared from beside. */
    OF_ASSETS,
    /** The folder is one asset, declared from inside: all its pictures, or its one sound. */
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
        TilesRequest.NOTHING,
        SoundsRequest.NOTHING,
        OptionalInt.empty(),
        Optional.empty());
  }

  /**
   * The same for palettes of a kind.
   *
   * @param palettes where the palettes of pictures come from
   * @return the request
   */
  public AddRequest with(Palettes palettes) {
    TilesRequest other =
        new TilesRequest(
            tiles.tileSizePixels(),
            Optional.of(palettes),
            tiles.fit(),
            tiles.alphaThreshold(),
            tiles.index0(),
            tiles.sheets());
    return new AddRequest(paths, folders, bank, other, sounds, slot, name, palettesFrom);
  }

  /**
   * Whether settings were given, but only for banks of the other type.
   *
   * @param type the bank type of a file
   * @return whether nothing that was said can be meant for the file
   */
  public boolean isForOthersThan(BankType type) {
    boolean saysTiles = !tiles.equals(TilesRequest.NOTHING) || palettesFrom.isPresent();
    boolean saysSounds = !sounds.equals(SoundsRequest.NOTHING);
    return switch (type) {
      case TILES -> saysSounds && !saysTiles;
      case SOUNDS -> saysTiles && !saysSounds;
    };
  }
}
