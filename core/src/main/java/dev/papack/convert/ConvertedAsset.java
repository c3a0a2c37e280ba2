package dev.papack.convert;

import dev.papack.asset.Asset;
import dev.papack.bank.Bank;
import java.util.List;

/**
 * An asset with the bank it became.
 *
 * @param asset the asset
 * @param sources what it was made from, in the declaration's order
 * @param references the files that its settings name, in their order
 * @param key what the bank depends on
 * @param bank the result
 */
public record ConvertedAsset(
    Asset asset,
    List<SourceFile> sources,
    List<SourceFile> references,
    ConversionKey<?> key,
    Bank bank) {
  public ConvertedAsset {
    sources = List.copyOf(sources);
    references = List.copyOf(references);
  }
}
