package dev.papack.result;

import dev.papack.container.BankMetadata;
import dev.papack.diagnostic.TextRange;
import java.util.List;
import java.util.Optional;

/**
 * What is at a place of a document.
 *
 * @param range the name or value that the place is in
 * @param path the names of the members that lead to it, from the root; an element of an array is
 *     {@code *}
 * @param documentation what it means, if there is more to say than its name
 * @param values what it may be; empty if it is made of other members
 * @param asset the asset that the document declares, or that an entry of the registry is
 */
public record DescribedPlace(
    TextRange range,
    List<String> path,
    Optional<String> documentation,
    List<SettingDescription.Values> values,
    Optional<BuiltBank> asset) {
  /** Copies the lists. */
  public DescribedPlace {
    path = List.copyOf(path);
    values = List.copyOf(values);
  }

  /**
   * What an asset became in the last build.
   *
   * @param name what the pack calls it
   * @param bank the numbers of its bank
   */
  public record BuiltBank(String name, BankMetadata bank) {}
}
