package dev.papack.authoring;

import dev.papack.asset.AssetId;
import dev.papack.asset.DeclarationPlace;
import dev.papack.registry.IdentityFinding;
import dev.papack.registry.IdentityFinding.BankChanged;
import dev.papack.registry.IdentityFinding.Disputed;
import dev.papack.registry.IdentityFinding.Renamed;
import dev.papack.registry.IdentityFinding.RootTaken;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was found about a declaration whose registered name or bank is another one, or which may be
 * one of two assets.
 *
 * @param renamed by the place of the declaration
 * @param disputed likewise
 * @param bankChanged likewise
 * @param rootTaken likewise
 */
record FindingsByPlace(
    Map<DeclarationPlace, Renamed> renamed,
    Map<DeclarationPlace, Disputed> disputed,
    Map<DeclarationPlace, BankChanged> bankChanged,
    Map<DeclarationPlace, RootTaken> rootTaken) {
  /** Copies the maps. */
  FindingsByPlace {
    renamed = Map.copyOf(renamed);
    disputed = Map.copyOf(disputed);
    bankChanged = Map.copyOf(bankChanged);
    rootTaken = Map.copyOf(rootTaken);
  }

  static FindingsByPlace of(List<IdentityFinding> findings) {
    Map<DeclarationPlace, Renamed> renamed = new HashMap<>();
    Map<DeclarationPlace, Disputed> disputed = new HashMap<>();
    Map<DeclarationPlace, BankChanged> bankChanged = new HashMap<>();
    Map<DeclarationPlace, RootTaken> rootTaken = new HashMap<>();
    for (IdentityFinding finding : findings) {
      if (finding instanceof Renamed other) {
        renamed.put(other.declaration().place(), other);
      } else if (finding instanceof Disputed other) {
        disputed.put(other.declaration().place(), other);
      } else if (finding instanceof BankChanged other) {
        bankChanged.put(other.declaration().place(), other);
      } else if (finding instanceof RootTaken other) {
        rootTaken.put(other.declaration().place(), other);
      }
    }
    return new FindingsByPlace(renamed, disputed, bankChanged, rootTaken);
  }

  Optional<Renamed> renamed(DeclarationPlace place) {
    return Optional.ofNullable(renamed.get(place));
  }

  Optional<Disputed> disputed(DeclarationPlace place) {
    return Optional.ofNullable(disputed.get(place));
  }

  Optional<BankChanged> bankChanged(DeclarationPlace place) {
    return Optional.ofNullable(bankChanged.get(place));
  }

  Optional<RootTaken> rootTaken(DeclarationPlace place) {
    return Optional.ofNullable(rootTaken.get(place));
  }

  /** All declarations that have an id with another bank than the registered one. */
  List<BankChanged> ofOtherBank(AssetId id) {
    return bankChanged.values().stream().filter(other -> other.id().equals(id)).toList();
  }
}
