package dev.papack.registry;

import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import dev.papack.container.AssetName;
import dev.papack.container.BankType;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Verb;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whether every id of a shipped pack still means what it meant. A pack knows no roots: names and
 * banks are what players' games refer to by these ids.
 */
public final class ShippedComparison {
  private final SortedMap<AssetId, ShippedAsset> shipped;
  private final Location pack;
  private final LocatedRegistry now;
  private final Claims claims;
  private final Map<AssetName, AssetId> idsNow = new HashMap<>();
  private final SortedMap<AssetId, AssetName> renamed = new TreeMap<>();
  private final SortedMap<AssetId, RetiredAsset> retired = new TreeMap<>();
  private final List<Diagnostic> faults = new ArrayList<>();

  /**
   * What an id meant when it was shipped.
   *
   * @param name what the pack called it
   * @param bank what it was
   */
  public record ShippedAsset(AssetName name, BankType bank) {}

  private ShippedComparison(
      SortedMap<AssetId, ShippedAsset> shipped, Location pack, LocatedRegistry now, Claims claims) {
    this.shipped = shipped;
    this.pack = pack;
    this.now = now;
    this.claims = claims;
    now.registry()
        .assets()
        .keySet()
        .forEach(id -> nameOf(id).ifPresent(name -> idsNow.putIfAbsent(name, id)));
  }

  /**
   * Holds a workspace against a pack.
   *
   * @param shipped what the pack holds
   * @param pack its file
   * @param now the registry of the workspace
   * @param claims what its declarations say, of which the next pack is made
   */
  public static ShippedComparison of(
      SortedMap<AssetId, ShippedAsset> shipped, Location pack, LocatedRegistry now, Claims claims) {
    ShippedComparison comparison = new ShippedComparison(shipped, pack, now, claims);
    shipped.forEach(comparison::judge);
    return comparison;
  }

  /** Ids that the pack does not have, with their roots. */
  public SortedMap<AssetId, AssetRoot> added() {
    SortedMap<AssetId, AssetRoot> added = now.registry().roots();
    added.keySet().removeAll(shipped.keySet());
    return added;
  }

  /** Ids that have another name by now, with that name. */
  public SortedMap<AssetId, AssetName> renamed() {
    return renamed;
  }

  /** Ids that were retired since. */
  public SortedMap<AssetId, RetiredAsset> retired() {
    return retired;
  }

  /** Ids that do not mean what they meant; warnings where only their authors know. */
  public List<Diagnostic> faults() {
    return faults;
  }

  private void judge(AssetId id, ShippedAsset was) {
    switch (IdState.of(id, now.registry())) {
      case IdState.Absent absent -> faults.add(vanished(id, was));
      case IdState.Retired used -> retired.put(id, used.asset());
      case IdState.Registered registered -> {
        bankOf(id)
            .filter(bank -> bank != was.bank())
            .ifPresent(bank -> faults.add(bankChanged(id, was, bank)));
        nameOf(id)
            .filter(name -> !name.equals(was.name()))
            .ifPresent(name -> judgeName(id, was, name));
      }
    }
  }

  private void judgeName(AssetId id, ShippedAsset was, AssetName name) {
    AssetId successor = idsNow.getOrDefault(was.name(), id);
    renamed.put(id, name);
    if (!successor.equals(id)) {
      faults.add(changed(id, was, name, successor));
    }
  }

  private Optional<AssetName> nameOf(AssetId id) {
    return declared(id)
        .map(claim -> claim.declaration().name())
        .or(() -> now.registry().find(id).flatMap(RegisteredAsset::name));
  }

  private Optional<BankType> bankOf(AssetId id) {
    return declared(id)
        .map(claim -> claim.declaration().settings().bankType())
        .or(() -> now.registry().find(id).flatMap(RegisteredAsset::bank));
  }

  private Optional<LocatedDeclaration> declared(AssetId id) {
    List<LocatedDeclaration> all = claims.of(id);
    return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
  }

  private Location placeOf(AssetId id, String member) {
    return declared(id).map(claim -> claim.placeOf(member)).orElseGet(() -> now.placeOf(id));
  }

  private Diagnostic vanished(AssetId id, ShippedAsset was) {
    Diagnostic fault =
        Diagnostic.error(
                DiagnosticCode.ID_VANISHED,
                now.document().location(),
                "the id "
                    + id
                    + " of \""
                    + was.name().text()
                    + "\" was shipped and is missing, but was never retired")
            .found(id.toString())
            .related(pack, "it was shipped in this pack");
    return declared(id)
        .map(claim -> fault.fix(Fix.likely("register it", Fix.run(Verb.ADD, claim.argument()))))
        .orElseGet(() ->
            fault.advice(
                "put its line back, by hand or by merging the registries; to remove the asset, do"
                    + " that afterwards"));
  }

  private Diagnostic bankChanged(AssetId id, ShippedAsset was, BankType bank) {
    return Diagnostic.error(
            DiagnosticCode.BANK_CHANGED,
            placeOf(id, "bank"),
            "the asset "
                + id
                + " was shipped as "
                + was.bank()
                + " and is "
                + bank
                + " by now; the bank of an id never changes")
        .found(bank.name())
        .supported(was.bank().name())
        .related(pack, "it was shipped in this pack")
        .advice(
            "restore the declaration and the line in the registry, and give the other asset an id"
                + " of its own");
  }

  private Diagnostic changed(AssetId id, ShippedAsset was, AssetName name, AssetId successor) {
    String message =
        "the id "
            + id
            + " was shipped as \""
            + was.name().text()
            + "\" and is called \""
            + name.text()
            + "\" by now; \""
            + was.name().text()
            + "\" has the id "
            + successor;
    Location place = placeOf(id, "name");
    // A new asset may get a name that has become free; one that was shipped had a name of its own.
    Diagnostic fault =
        shipped.containsKey(successor)
            ? Diagnostic.error(DiagnosticCode.ID_CHANGED_MEANING, place, message)
            : Diagnostic.warning(DiagnosticCode.ID_CHANGED_MEANING, place, message);
    return fault
        .found(name.text())
        .supported(was.name().text())
        .related(pack, "it was shipped in this pack")
        .related(placeOf(successor, "name"), "the asset that has its name")
        .advice(
            "if \""
                + was.name().text()
                + "\" is the shipped asset, restore its id "
                + id
                + ", and give the other one an id of its own");
  }
}
