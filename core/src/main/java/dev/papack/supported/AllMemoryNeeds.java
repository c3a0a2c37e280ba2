package dev.papack.supported;

import dev.papack.bank.TilesEncoder;
import dev.papack.bank.sounds.SoundsEncoder;
import dev.papack.convert.Conversion;
import dev.papack.media.MemoryFormula;
import dev.papack.media.formats.MediaFormats;
import dev.papack.result.MemoryNeed;
import dev.papack.source.Limits;
import java.util.ArrayList;
import java.util.List;

/** How much memory each kind of input takes at most, with the formula in words. */
public final class AllMemoryNeeds {
  /** Measured: objects of one member with a short name take most. */
  private static final long VALUE_BYTES = 160;

  private AllMemoryNeeds() {}

  /** Every kind of input: each format, banks, documents. */
  public static List<MemoryNeed> all() {
    List<MemoryNeed> all = new ArrayList<>();
    MediaFormats.SUPPORTED.all().forEach(format -> all.add(need(format.traits().memory())));
    all.add(
        new MemoryNeed(
            "source file, kept whole",
            "its size, if the files of the asset have up to 1 MiB together",
            Conversion.MAX_KEPT_BYTES));
    all.add(need(TilesEncoder.MEMORY));
    all.add(need(TilesEncoder.MEMORY_OF_REDUCTION));
    all.add(need(SoundsEncoder.MEMORY));
    all.add(
        new MemoryNeed(
            "document",
            "about " + VALUE_BYTES + " bytes for each JSON value, and its size",
            VALUE_BYTES * Limits.JSON_VALUES + Limits.INDEX_BYTES));
    return List.copyOf(all);
  }

  private static MemoryNeed need(MemoryFormula formula) {
    return new MemoryNeed(formula.name(), formula.formula(), formula.mostBytes());
  }
}
