package dev.papack.result;

import dev.papack.asset.SoundsRequest;
import dev.papack.asset.TilesRequest;
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
 */
public record AddRequest(
    List<Path> paths,
    Folders folders,
    Optional<BankType> bank,
    TilesRequest tiles,
    SoundsRequest sounds,
    OptionalInt slot,
    Optional<String> name) {
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
        TilesRequest.NOTHING,
        SoundsRequest.NOTHING,
        OptionalInt.empty(),
        Optional.empty());
  }

  /**
   * Whether settings were given, but only for banks of the other type.
   *
   * @param type the bank type of a file
   * @return whether nothing that was said can be meant for the file
   */
  public boolean isForOthersThan(BankType type) {
    boolean saysTiles = !tiles.equals(TilesRequest.NOTHING);
    boolean saysSounds = !sounds.equals(SoundsRequest.NOTHING);
    return switch (type) {
      case TILES -> saysSounds && !saysTiles;
      case SOUNDS -> saysTiles && !saysSounds;
    };
  }
}
