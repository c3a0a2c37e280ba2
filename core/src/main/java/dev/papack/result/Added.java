package dev.papack.result;

import dev.papack.asset.AssetId;
import dev.papack.asset.Declaration;
import dev.papack.asset.DeclarationPlace;
import dev.papack.diagnostic.Diagnostic;
import java.util.List;

/**
 * What {@code add} wrote, and what it did not.
 *
 * @param assets what is declared and registered now, by root
 * @param refused why the rest is not: errors for what a build would refuse, notes for what is
 *     nothing to declare
 */
public record Added(List<AddedAsset> assets, List<Diagnostic> refused) {
  /** Copies the lists. */
  public Added {
    assets = List.copyOf(assets);
    refused = List.copyOf(refused);
  }

  /** What was done about an asset. */
  public enum Action {
    /** A new declaration was written. */
    DECLARED,
    /** An existing declaration was entered into the registry, with a new id where it had none. */
    REGISTERED,
    /** The registry follows a declaration that moved. */
    MOVED,
    /** A copy, or a declaration with a retired id, got an id of its own. */
    GIVEN_NEW_ID,
    /** The declaration of a registered root was written again, with the id it has always had. */
    RESTORED
  }

  /**
   * An asset.
   *
   * @param action what was done
   * @param id its id
   * @param place where it is declared
   * @param declaration what it declares now
   * @param reasons what was chosen, a sentence each
   */
  public record AddedAsset(
      Action action,
      AssetId id,
      DeclarationPlace place,
      Declaration declaration,
      List<String> reasons) {
    /** Copies the list. */
    public AddedAsset {
      reasons = List.copyOf(reasons);
    }
  }
}
