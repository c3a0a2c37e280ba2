package dev.papack.registry;

import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import dev.papack.container.AssetName;
import dev.papack.container.BankType;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Verb;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whether every id of an older registry still means what it meant. From two registries alone a move
 * and another meaning look alike: an asset that went to a free root moved; an id that went to the
 * root of another id took over that other's asset, as far as anybody can tell.
 */
public final class RegistryComparison {
  private final LocatedRegistry before;
  private final LocatedRegistry now;
  private final Claims claims;
  private final Map<AssetRoot, AssetId> idsBefore = new HashMap<>();
  private final Map<AssetRoot, AssetId> idsNow = new HashMap<>();
  private final SortedMap<AssetId, AssetRoot> moved = new TreeMap<>();
  private final SortedMap<AssetId, AssetName> renamed = new TreeMap<>();
  private final SortedMap<AssetId, RegisteredAsset> retired = new TreeMap<>();
  private final List<Diagnostic> faults = new ArrayList<>();

  private RegistryComparison(LocatedRegistry before, LocatedRegistry now, Claims claims) {
    this.before = before;
    this.now = now;
    this.claims = claims;
    before.registry().roots().forEach((id, root) -> idsBefore.put(root, id));
    now.registry().roots().forEach((id, root) -> idsNow.put(root, id));
  }

  /**
   * Compares two registries.
   *
   * @param before the older one
   * @param now the one of the workspace
   * @param claims what its declarations say, for what a message can add
   */
  public static RegistryComparison of(LocatedRegistry before, LocatedRegistry now, Claims claims) {
    RegistryComparison comparison = new RegistryComparison(before, now, claims);
    before.registry().assets().forEach(comparison::judge);
    before.registry().retired().forEach(comparison::judgeRetired);
    return comparison;
  }

  /** Ids that are new, with their roots. */
  public SortedMap<AssetId, AssetRoot> added() {
    SortedMap<AssetId, AssetRoot> added = now.registry().roots();
    added.keySet().removeIf(before.registry()::knows);
    return added;
  }

  /** Ids that moved to a root that was free, with the roots they had. */
  public SortedMap<AssetId, AssetRoot> moved() {
    return moved;
  }

  /** Ids that have another name, with the names they had. */
  public SortedMap<AssetId, AssetName> renamed() {
    return renamed;
  }

  /** Ids that were retired meanwhile, with what they were. */
  public SortedMap<AssetId, RegisteredAsset> retired() {
    return retired;
  }

  /** Ids that do not mean what they meant. */
  public List<Diagnostic> faults() {
    return faults;
  }

  private void judge(AssetId id, RegisteredAsset was) {
    switch (IdState.of(id, now.registry())) {
      case IdState.Absent absent -> faults.add(vanished(id, was.root()));
      case IdState.Retired used -> retired.put(id, was);
      case IdState.Registered(RegisteredAsset is) -> judge(id, was, is);
    }
  }

  private void judge(AssetId id, RegisteredAsset was, RegisteredAsset is) {
    AssetId owner = idsBefore.getOrDefault(is.root(), id);
    AssetId successor = idsNow.getOrDefault(was.root(), id);
    boolean isRenamed =
        was.name().isPresent() && is.name().isPresent() && !was.name().equals(is.name());
    if (was.bank().isPresent() && is.bank().isPresent() && !was.bank().equals(is.bank())) {
      faults.add(bankChanged(id, was, is));
    }
    if (!owner.equals(id)) {
      faults.add(changed(id, was.root(), is.root(), owner));
    } else if (isRenamed && !successor.equals(id) && isNamedAs(successor, was)) {
      faults.add(succeeded(id, was, is, successor));
    } else {
      if (!is.root().equals(was.root())) {
        moved.put(id, was.root());
      }
      if (isRenamed) {
        renamed.put(id, was.name().orElseThrow());
      }
    }
  }

  private boolean isNamedAs(AssetId id, RegisteredAsset asset) {
    return now.registry().find(id).flatMap(RegisteredAsset::name).equals(asset.name());
  }

  private void judgeRetired(AssetId id, RetiredAsset meaning) {
    switch (IdState.of(id, now.registry())) {
      case IdState.Absent absent ->
          faults.add(
              Diagnostic.error(
                      DiagnosticCode.ID_VANISHED,
                      now.document().location(),
                      "the retired id "
                          + id
                          + " is missing, so it could be used again: it meant "
                          + meaning.inWords())
                  .found(id.toString())
                  .related(before.placeOf(id), "it was retired here")
                  .advice(
                      "put its line back into \"retired\", by hand or by merging the registries"));
      case IdState.Retired used -> {}
      case IdState.Registered registered ->
          faults.add(
              Diagnostic.error(
                      DiagnosticCode.ID_REUSED,
                      now.placeOf(id),
                      "the retired id "
                          + id
                          + " is used again, for \""
                          + registered.root()
                          + "\": it meant "
                          + meaning.inWords())
                  .found(registered.root().toString())
                  .related(before.placeOf(id), "it was retired here")
                  .advice(
                      "move its line back to \"retired\", then add the declaration of \""
                          + registered.root()
                          + "\": it gets a new id"));
    }
  }

  private Diagnostic vanished(AssetId id, AssetRoot root) {
    Diagnostic fault =
        Diagnostic.error(
                DiagnosticCode.ID_VANISHED,
                now.document().location(),
                "the id " + id + " of \"" + root + "\" is missing, but was never retired")
            .found(id.toString())
            .related(before.placeOf(id), "it was registered here");
    AssetId other = idsNow.get(root);
    if (other != null) {
      fault = fault.related(now.placeOf(other), "its root now has the id " + other);
    }
    List<LocatedDeclaration> declarations = claims.of(id);
    return declarations.isEmpty()
        ? fault.advice(
            "put its line back, by hand or by merging the registries; to remove the asset, do"
                + " that afterwards")
        : fault.fix(
            Fix.likely("register it again", Fix.run(Verb.ADD, declarations.getFirst().argument())));
  }

  private Diagnostic bankChanged(AssetId id, RegisteredAsset was, RegisteredAsset is) {
    BankType before = was.bank().orElseThrow();
    BankType after = is.bank().orElseThrow();
    return Diagnostic.error(
            DiagnosticCode.BANK_CHANGED,
            now.placeOf(id),
            "the asset "
                + id
                + " was "
                + before
                + " and is "
                + after
                + "; the bank of an id never changes")
        .found(after.name())
        .supported(before.name())
        .related(this.before.placeOf(id), "it was " + before + " here")
        .advice(
            "restore its line, and give the other asset an id of its own: remove the asset_id from"
                + " its declaration, then add it");
  }

  /** Another id has its root and its name, and it has neither: that one is the asset. */
  private Diagnostic succeeded(
      AssetId id, RegisteredAsset was, RegisteredAsset is, AssetId successor) {
    return Diagnostic.error(
            DiagnosticCode.ID_CHANGED_MEANING,
            now.placeOf(id),
            "the id "
                + id
                + " of \""
                + was.root()
                + "\" now means \""
                + is.root()
                + "\"; root and name have the id "
                + successor)
        .found(is.root().toString())
        .supported(was.root().toString())
        .related(before.placeOf(id), "it was \"" + was.root() + "\" here")
        .related(now.placeOf(successor), "another id has its root and its name")
        .advice(
            "restore the id "
                + id
                + " in the line and the declaration of \""
                + was.root()
                + "\", and give \""
                + is.root()
                + "\" an id of its own");
  }

  private Diagnostic changed(AssetId id, AssetRoot root, AssetRoot at, AssetId owner) {
    return Diagnostic.error(
            DiagnosticCode.ID_CHANGED_MEANING,
            now.placeOf(id),
            "the id "
                + id
                + " of \""
                + root
                + "\" now means \""
                + at
                + "\", which had the id "
                + owner)
        .found(at.toString())
        .supported(root.toString())
        .related(before.placeOf(id), "it was \"" + root + "\" here")
        .related(before.placeOf(owner), "\"" + at + "\" was another asset")
        .advice(
            "restore the lines of both; to really swap two assets, move one to a free root and"
                + " merge, then move the other");
  }
}
