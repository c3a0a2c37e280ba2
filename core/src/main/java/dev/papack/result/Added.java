package dev.papack.result;

import dev.papack.asset.AssetId;
import dev.papack.asset.Declaration;
import dev.papack.asset.DeclarationPlace;
import dev.papack.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code add} wrote or, with {@link Effect#SHOW}, would write.
 *
 * @param assets what is declared and registered now, by root
 * @param refused errors: why a file that was named or found was not added
 * @param findings everything else that was found, in order: warnings and notes about added files,
 *     notes about files that are nothing to declare, and errors that remain in a declaration
 *     although its asset is registered now
 */
public record Added(List<AddedAsset> assets, List<Diagnostic> refused, List<Diagnostic> findings) {
  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if something was refused without an error
   */
  public Added {
    assets = List.copyOf(assets);
    refused = List.copyOf(refused);
    findings = List.copyOf(findings);
    if (!refused.stream().allMatch(Diagnostic::isError)) {
      throw new IllegalArgumentException("only an error refuses: " + refused);
    }
  }

  /**
   * Everything there is to report.
   *
   * @return what was refused and what was found, in order
   */
  public List<Diagnostic> diagnostics() {
    return Stream.concat(refused.stream(), findings.stream()).distinct().sorted().toList();
  }

  /**
   * The same before it is written: ids that would be drawn are not known.
   *
   * @return the same without those ids
   */
  public Added proposed() {
    return new Added(assets.stream().map(AddedAsset::proposed).toList(), refused, findings);
  }

  /** What was done about an asset. */
  public enum Action {
    /** A new declaration was written. */
    DECLARED,
    /** An existing declaration was entered into the registry, with a new id if it had none. */
    REGISTERED,
    /** The registry follows a declaration that moved. */
    MOVED,
    /** The registry has the new name of an asset. */
    RENAMED,
    /** A copy, or a declaration with a retired id, got an id of its own. */
    GIVEN_NEW_ID,
    /** The declaration of a registered root was written again, with the id it always had. */
    RESTORED;

    /** Whether the asset has an id already, so that none needs to be drawn. */
    boolean keepsId(Optional<AssetId> id, Optional<AssetId> idBefore) {
      return switch (this) {
        case MOVED, RENAMED, RESTORED -> true;
        case REGISTERED -> id.equals(idBefore);
        case DECLARED, GIVEN_NEW_ID -> false;
      };
    }
  }

  /**
   * An asset.
   *
   * @param action what was done
   * @param id its id; empty if nothing was written and a new one would be drawn
   * @param idBefore the id that its declaration had
   * @param place where it is declared
   * @param declaration what it declares now
   * @param reasons what was chosen and why, a sentence each
   */
  public record AddedAsset(
      Action action,
      Optional<AssetId> id,
      Optional<AssetId> idBefore,
      DeclarationPlace place,
      Declaration declaration,
      List<String> reasons) {
    /** Copies the list. */
    public AddedAsset {
      reasons = List.copyOf(reasons);
    }

    private AddedAsset proposed() {
      return action.keepsId(id, idBefore)
          ? this
          : new AddedAsset(
              action, Optional.empty(), idBefore, place, declaration.withoutId(), reasons);
    }
  }
}
