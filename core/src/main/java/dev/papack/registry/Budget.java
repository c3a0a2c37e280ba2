package dev.papack.registry;

import dev.papack.container.AssetName;
import dev.papack.container.BankType;
import dev.papack.diagnostic.Location;
import java.util.Locale;
import java.util.Optional;

/**
 * What some assets may have together at most.
 *
 * @param measure what is counted
 * @param limit how much of it is allowed
 * @param bank only banks of this type
 * @param set which assets, whatever their names
 * @param names only assets with such names
 * @param place where the limit is written
 */
public record Budget(
    Measure measure,
    long limit,
    Optional<BankType> bank,
    AssetSet set,
    Optional<NameForm> names,
    Location place) {
  /** What is counted. */
  public enum Measure {
    /** Of the pack, or of slices. */
    BYTES,
    TILES,
    PALETTES,
    /** Of banks with frames. */
    FRAMES;

    /** Such as {@code 1 tile} or {@code 2 tiles}. */
    public String counted(long count) {
      String word = name().toLowerCase(Locale.ROOT);
      return count + " " + (count == 1 ? word.substring(0, word.length() - 1) : word);
    }
  }

  /** Which assets. */
  public enum AssetSet {
    ALL,
    /** Those that the console loads when it boots. */
    PRELOAD
  }

  /** Whether this is of the file as a whole, with its header and the gaps between slices. */
  public boolean isOfPack() {
    return measure == Measure.BYTES && bank.isEmpty() && set == AssetSet.ALL && names.isEmpty();
  }

  /**
   * Whether an asset counts.
   *
   * @param narrowest the smallest set that it is in
   */
  public boolean covers(AssetName name, BankType type, AssetSet narrowest) {
    return bank.filter(wanted -> wanted != type).isEmpty()
        && (set == AssetSet.ALL || narrowest == AssetSet.PRELOAD)
        && names.filter(form -> !form.matches(name)).isEmpty();
  }

  /** What it is of, as a sentence up to the amount. */
  public String begun() {
    if (isOfPack()) {
      return "the pack has";
    }
    return (set == AssetSet.PRELOAD ? "the preloaded" : "the")
        + bank.map(type -> " " + type).orElse("")
        + " assets"
        + names.map(form -> " named \"" + form.text() + "\"").orElse("")
        + " have";
  }
}
