package dev.papack.registry;

import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import dev.papack.container.AssetName;
import dev.papack.container.BankType;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.registry.IdState.Absent;
import dev.papack.registry.IdState.Registered;
import dev.papack.registry.IdState.Retired;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Three-way merge of registries by id, under one promise: an id means the same asset for ever. So
 * none vanishes, none that was retired comes back, and where two sides contradict each other ours
 * stays and is said to.
 */
public final class RegistryMerge {
  private final Registry base;
  private final Registry ours;
  private final Registry theirs;
  private final Location place;
  private final List<Diagnostic> findings = new ArrayList<>();

  private RegistryMerge(Registry base, Registry ours, Registry theirs, Location place) {
    this.base = base;
    this.ours = ours;
    this.theirs = theirs;
    this.place = place;
  }

  /**
   * What came of a merge.
   *
   * @param registry both sides, as far as they agree
   * @param findings in order; errors are conflicts, which somebody has to decide
   */
  public record Merged(Registry registry, List<Diagnostic> findings) {
    /** Copies the list. */
    public Merged {
      findings = List.copyOf(findings);
    }
  }

  /**
   * Merges two registries that stem from one.
   *
   * @param base empty if they do not
   * @param place where the findings are: the file of ours
   */
  public static Merged merge(Registry base, Registry ours, Registry theirs, Location place) {
    return new RegistryMerge(base, ours, theirs, place).merge();
  }

  private Merged merge() {
    SortedMap<AssetId, RetiredAsset> retired = new TreeMap<>();
    SortedMap<AssetId, RegisteredAsset> meanings = new TreeMap<>();
    RootSettlement roots = new RootSettlement(ours, theirs, place);
    for (AssetId id : ids()) {
      switch (decide(id)) {
        case Absent absent -> {}
        case Registered registered -> {
          meanings.put(id, registered.asset());
          roots.want(id, registered.root());
        }
        case Retired used -> retired.put(id, used.asset());
      }
    }
    SortedMap<AssetId, AssetRoot> settled = roots.settle();
    meanings.keySet().retainAll(settled.keySet());
    meanings.replaceAll((id, asset) -> asset.movedTo(Objects.requireNonNull(settled.get(id))));
    Registry merged = new Registry(meanings, retired);
    findings.addAll(roots.conflicts());
    return new Merged(merged, findings.stream().sorted().toList());
  }

  private SortedSet<AssetId> ids() {
    SortedSet<AssetId> ids = new TreeSet<>();
    for (Registry registry : List.of(base, ours, theirs)) {
      ids.addAll(registry.assets().keySet());
      ids.addAll(registry.retired().keySet());
    }
    return ids;
  }

  private IdState decide(AssetId id) {
    IdState was = IdState.of(id, base);
    IdState here = IdState.of(id, ours);
    IdState there = IdState.of(id, theirs);
    return switch (here) {
      case Absent absent -> withoutOurs(id, was, there);
      case Registered registered ->
          switch (there) {
            case Absent absent -> withoutOneSide(id, was, registered, "ours", "theirs");
            case Registered other -> ofBothSides(id, was, registered, other);
            case Retired used -> retiredOnce(id, was, used, registered, here);
          };
      case Retired used ->
          switch (there) {
            case Absent absent -> withoutOneSide(id, was, used, "ours", "theirs");
            case Registered other -> retiredOnce(id, was, used, other, here);
            case Retired other -> retiredTwice(was, used, other);
          };
    };
  }

  private IdState withoutOurs(AssetId id, IdState was, IdState there) {
    return switch (there) {
      case Absent absent -> {
        findings.add(lost(id, was, "on both sides", "as before"));
        yield was;
      }
      case Registered registered -> withoutOneSide(id, was, registered, "theirs", "ours");
      case Retired used -> withoutOneSide(id, was, used, "theirs", "ours");
    };
  }

  /** New on one side; or lost on the other, which no merge lets pass. */
  private IdState withoutOneSide(
      AssetId id, IdState was, IdState left, String having, String lacking) {
    return switch (was) {
      case Absent absent -> left;
      case Registered registered -> {
        findings.add(lostBy(id, left, having, lacking));
        yield left;
      }
      case Retired used ->
          switch (left) {
            case Registered again -> reused(id, used, again, having);
            case Absent absent -> used;
            case Retired still -> {
              findings.add(lostBy(id, left, having, lacking));
              yield still;
            }
          };
    };
  }

  private IdState ofBothSides(AssetId id, IdState was, Registered here, Registered there) {
    return was instanceof Retired used
        ? reused(id, used, here, "ours")
        : new Registered(
            new RegisteredAsset(
                rootOf(id, was, here, there),
                nameOf(id, was, here.asset(), there.asset()),
                bankOf(id, here.asset(), there.asset())));
  }

  private AssetRoot rootOf(AssetId id, IdState was, Registered here, Registered there) {
    if (here.root().equals(there.root()) || isAt(there.root(), was)) {
      return here.root();
    }
    if (isAt(here.root(), was)) {
      return there.root();
    }
    findings.add(
        Diagnostic.warning(
                DiagnosticCode.ID_AT_TWO_ROOTS,
                place,
                "the id "
                    + id
                    + " means \""
                    + here.root()
                    + "\" in ours and \""
                    + there.root()
                    + "\" in theirs: \""
                    + here.root()
                    + "\" is kept")
            .found(there.root().toString())
            .supported(here.root().toString())
            .advice(
                "check the workspace after the merge: an asset at \""
                    + there.root()
                    + "\" needs its own id"));
    return here.root();
  }

  private static boolean isAt(AssetRoot root, IdState state) {
    return state instanceof Registered registered && registered.root().equals(root);
  }

  /** What one side does not know, the other may; of two names the one that changed counts. */
  private Optional<AssetName> nameOf(
      AssetId id, IdState was, RegisteredAsset here, RegisteredAsset there) {
    if (here.name().isEmpty() || there.name().isEmpty() || here.name().equals(there.name())) {
      return here.name().or(there::name);
    }
    Optional<AssetName> before =
        was instanceof Registered registered ? registered.asset().name() : Optional.empty();
    if (here.name().equals(before)) {
      return there.name();
    }
    if (!there.name().equals(before)) {
      String ourName = here.name().get().text();
      String theirName = there.name().get().text();
      findings.add(
          Diagnostic.warning(
                  DiagnosticCode.ASSET_RENAMED,
                  place,
                  "the asset "
                      + id
                      + " is called \""
                      + ourName
                      + "\" in ours and \""
                      + theirName
                      + "\" in theirs: \""
                      + ourName
                      + "\" is kept")
              .found(theirName)
              .supported(ourName)
              .advice("check the workspace after the merge: its declaration has one of the two"));
    }
    return here.name();
  }

  /** A bank never changes: an id with two of them means two assets. */
  private Optional<BankType> bankOf(AssetId id, RegisteredAsset here, RegisteredAsset there) {
    Optional<BankType> ours = here.bank();
    there
        .bank()
        .filter(bank -> ours.isPresent() && ours.get() != bank)
        .ifPresent(bank ->
            findings.add(
                Diagnostic.error(
                        DiagnosticCode.BANK_CHANGED,
                        place,
                        "the asset "
                            + id
                            + " is "
                            + ours.orElseThrow()
                            + " in ours and "
                            + bank
                            + " in theirs: ours is kept")
                    .found(bank.name())
                    .supported(ours.orElseThrow().name())
                    .advice(
                        "an id means one asset: remove the asset_id from the declaration of the"
                            + " other one, and add that")));
    return ours.or(there::bank);
  }

  /** Retired on one side, registered on the other: that is decided unless the asset was changed. */
  private IdState retiredOnce(
      AssetId id, IdState was, Retired used, Registered registered, IdState here) {
    if (was instanceof Retired) {
      return reused(id, used, registered, here.equals(used) ? "theirs" : "ours");
    }
    if (isAt(registered.root(), was)) {
      return used;
    }
    boolean isOursRetired = here.equals(used);
    findings.add(
        Diagnostic.error(
                DiagnosticCode.ID_RETIRED_AND_CHANGED,
                place,
                "the id "
                    + id
                    + " is retired in "
                    + (isOursRetired ? "ours" : "theirs")
                    + (was instanceof Registered ? ", but moved to \"" : ", but registered as \"")
                    + registered.root()
                    + "\" in "
                    + (isOursRetired ? "theirs" : "ours")
                    + ": ours is kept")
            .found(registered.root().toString())
            .advice(
                isOursRetired
                    ? "leave it retired; to keep the asset, add it again under a new id"
                    : "remove the asset " + id + ", or keep it and tell those who retired it"));
    return here;
  }

  /** What is known of a retired asset is kept; of two answers the one that changed counts. */
  private static IdState retiredTwice(IdState was, Retired here, Retired there) {
    Retired first = here.equals(was) ? there : here;
    Retired second = first.equals(here) ? there : here;
    return new Retired(
        new RetiredAsset(
            first.asset().name().or(() -> second.asset().name()),
            first.asset().root().or(() -> second.asset().root())));
  }

  private IdState reused(AssetId id, Retired used, Registered again, String where) {
    findings.add(
        Diagnostic.warning(
                DiagnosticCode.ID_REUSED,
                place,
                "the retired id "
                    + id
                    + " is used again for \""
                    + again.root()
                    + "\" in "
                    + where
                    + ", but stays retired: it meant "
                    + used.asset().inWords())
            .found(again.root().toString())
            .advice(
                "check the workspace after the merge: an asset at \""
                    + again.root()
                    + "\" needs a new id"));
    return used;
  }

  private Diagnostic lostBy(AssetId id, IdState left, String having, String lacking) {
    return lost(id, left, "in " + lacking, "as in " + having);
  }

  private Diagnostic lost(AssetId id, IdState meaning, String where, String kept) {
    String missing = " is missing " + where;
    String what =
        switch (meaning) {
          case Absent absent -> "the id " + id + missing;
          case Registered registered ->
              "the id "
                  + id
                  + " of \""
                  + registered.root()
                  + "\""
                  + missing
                  + ", but was never retired";
          case Retired used -> "the retired id " + id + missing;
        };
    return Diagnostic.warning(DiagnosticCode.ID_VANISHED, place, what + ": kept " + kept)
        .found(id.toString())
        .advice(
            meaning instanceof Registered
                ? "to remove the asset, remove " + id + " after the merge"
                : "nothing to do: a retired id is kept forever");
  }
}
