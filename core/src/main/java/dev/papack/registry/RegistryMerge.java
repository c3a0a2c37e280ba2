package dev.papack.registry;

import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import dev.papack.container.AssetName;
import dev.papack.container.BankType;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Location;
import dev.papack.registry.IdState.Absent;
import dev.papack.registry.IdState.Registered;
import dev.papack.registry.IdState.Retired;
import dev.papack.registry.RegistryMergeFindings.Side;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

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
  private final RegistryMergeFindings findings;

  private RegistryMerge(Registry base, Registry ours, Registry theirs, Location place) {
    this.base = base;
    this.ours = ours;
    this.theirs = theirs;
    this.place = place;
    this.findings = new RegistryMergeFindings(place);
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
    return new Merged(
        merged,
        Stream.concat(findings.all().stream(), roots.conflicts().stream()).sorted().toList());
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
            case Absent absent -> withoutOneSide(id, was, registered, Side.OURS);
            case Registered other -> ofBothSides(id, was, registered, other);
            case Retired used -> retiredOnce(id, was, used, registered, here);
          };
      case Retired used ->
          switch (there) {
            case Absent absent -> withoutOneSide(id, was, used, Side.OURS);
            case Registered other -> retiredOnce(id, was, used, other, here);
            case Retired other -> retiredTwice(was, used, other);
          };
    };
  }

  private IdState withoutOurs(AssetId id, IdState was, IdState there) {
    return switch (there) {
      case Absent absent -> {
        findings.lostOnBothSides(id, was);
        yield was;
      }
      case Registered registered -> withoutOneSide(id, was, registered, Side.THEIRS);
      case Retired used -> withoutOneSide(id, was, used, Side.THEIRS);
    };
  }

  /** New on one side; or lost on the other, which no merge lets pass. */
  private IdState withoutOneSide(AssetId id, IdState was, IdState left, Side having) {
    return switch (was) {
      case Absent absent -> left;
      case Registered registered -> {
        findings.lost(id, left, having);
        yield left;
      }
      case Retired used ->
          switch (left) {
            case Registered again -> reused(id, used, again, having);
            case Absent absent -> used;
            case Retired still -> {
              findings.lost(id, left, having);
              yield still;
            }
          };
    };
  }

  private IdState ofBothSides(AssetId id, IdState was, Registered here, Registered there) {
    return was instanceof Retired used
        ? reused(id, used, here, Side.OURS)
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
    findings.twoRoots(id, here.root(), there.root());
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
      findings.twoNames(id, here.name().get(), there.name().get());
    }
    return here.name();
  }

  /** A bank never changes: an id with two of them means two assets. */
  private Optional<BankType> bankOf(AssetId id, RegisteredAsset here, RegisteredAsset there) {
    Optional<BankType> ours = here.bank();
    there
        .bank()
        .filter(bank -> ours.isPresent() && ours.get() != bank)
        .ifPresent(bank -> findings.twoBanks(id, ours.orElseThrow(), bank));
    return ours.or(there::bank);
  }

  /** Retired on one side, registered on the other: that is decided unless the asset was changed. */
  private IdState retiredOnce(
      AssetId id, IdState was, Retired used, Registered registered, IdState here) {
    if (was instanceof Retired) {
      return reused(id, used, registered, here.equals(used) ? Side.THEIRS : Side.OURS);
    }
    if (isAt(registered.root(), was)) {
      return used;
    }
    findings.retiredAndChanged(
        id, was, registered.root(), here.equals(used) ? Side.OURS : Side.THEIRS);
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

  private IdState reused(AssetId id, Retired used, Registered again, Side where) {
    findings.reused(id, used, again, where);
    return used;
  }
}
