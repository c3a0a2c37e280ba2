package dev.papack.registry;

import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.json.JsonNode;
import dev.papack.json.StableForm;
import dev.papack.registry.IdState.Absent;
import dev.papack.registry.IdState.Registered;
import dev.papack.registry.IdState.Retired;
import dev.papack.registry.ThreeWay.Winner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Holds a merge, whoever made it, against the workspaces that it was made of: by id, wherever a
 * declaration lies. What at most one side changed is what that side says; where both changed it,
 * somebody decided. Of several common ancestors any may be the right one.
 */
public final class MergeCheck {
  /** Members that say which document this is, and nothing of the asset. */
  private static final Set<String> OF_THE_DOCUMENT =
      Set.of("artifact", "schema_version", "asset_id");

  private final List<MergeSide> bases;
  private final MergeSide ours;
  private final MergeSide theirs;
  private final MergeSide merged;
  private final Map<AssetRoot, AssetId> ourRoots;
  private final Map<AssetRoot, AssetId> theirRoots;
  private final List<Diagnostic> findings = new ArrayList<>();

  private MergeCheck(List<MergeSide> bases, MergeSide ours, MergeSide theirs, MergeSide merged) {
    this.bases = bases;
    this.ours = ours;
    this.theirs = theirs;
    this.merged = merged;
    this.ourRoots = rootsOf(ours);
    this.theirRoots = rootsOf(theirs);
  }

  /**
   * What a check says.
   *
   * @param assetCount how many ids were compared
   * @param findings in order: an error for what is not as it must be, a note for what was decided
   */
  public record Checked(int assetCount, List<Diagnostic> findings) {
    /** Copies the list. */
    public Checked {
      findings = List.copyOf(findings);
    }
  }

  /**
   * Checks a merge, as far as it can be read. Of the workspaces that it was made of everything has
   * to be known.
   *
   * @param bases the common ancestors; at least one
   */
  public static Checked of(
      List<MergeSide> bases, MergeSide ours, MergeSide theirs, MergeSide merged) {
    MergeCheck check = new MergeCheck(bases, ours, theirs, merged);
    Set<AssetId> ids = new TreeSet<>();
    bases.forEach(base -> ids.addAll(base.ids()));
    Stream.of(ours, theirs, merged).forEach(side -> ids.addAll(side.ids()));
    ids.forEach(check::checkId);
    return new Checked(ids.size(), check.findings.stream().sorted().toList());
  }

  private void checkId(AssetId id) {
    checkRegistry(id);
    List<LocatedDeclaration> made = merged.claims().of(id);
    checkPresence(id, made);
    if (ours.claims().of(id).isEmpty() && theirs.claims().of(id).isEmpty()) {
      return;
    }
    // Where one side removed the asset and it is still there, only the other says what it is.
    Values here = valuesOf(ours, id).orElseGet(() -> valuesOf(theirs, id).orElseGet(Values::none));
    Values there = valuesOf(theirs, id).orElse(here);
    List<Values> before =
        bases.stream().map(base -> valuesOf(base, id).orElseGet(Values::none)).toList();
    for (LocatedDeclaration declaration : made) {
      Values now = Values.of(declaration);
      Set<Setting> settings = new LinkedHashSet<>(now.texts().keySet());
      before.forEach(base -> settings.addAll(base.texts().keySet()));
      settings.addAll(here.texts().keySet());
      settings.addAll(there.texts().keySet());
      for (Setting setting : settings) {
        judge(
            id,
            setting.toString(),
            before.stream()
                .map(base ->
                    new ThreeWay(base.find(setting), here.find(setting), there.find(setting)))
                .toList(),
            now.find(setting),
            now.placeOf(setting));
      }
    }
  }

  /**
   * The settings of an asset in one workspace.
   *
   * @param declaration where they are
   * @param texts the values in one line
   */
  private record Values(
      Optional<LocatedDeclaration> declaration, SequencedMap<Setting, String> texts) {
    Values {
      texts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(texts));
    }

    static Values none() {
      return new Values(Optional.empty(), new LinkedHashMap<>());
    }

    static Values of(LocatedDeclaration declaration) {
      SequencedMap<Setting, String> texts = new LinkedHashMap<>();
      Setting.allOf(declaration.document().tree())
          .forEach((setting, value) -> {
            if (!OF_THE_DOCUMENT.contains(setting.toString())) {
              texts.put(setting, StableForm.inOneLine(value));
            }
          });
      return new Values(Optional.of(declaration), texts);
    }

    Optional<String> find(Setting setting) {
      return Optional.ofNullable(texts.get(setting));
    }

    Location placeOf(Setting setting) {
      LocatedDeclaration file = declaration.orElseThrow();
      JsonNode value = Setting.allOf(file.document().tree()).get(setting);
      return value == null ? file.document().location() : file.document().placeOf(value);
    }
  }

  private static Optional<Values> valuesOf(MergeSide side, AssetId id) {
    return side.declarationsOf(id).stream().findFirst().map(Values::of);
  }

  /** Whether the asset is declared at all. */
  private void checkPresence(AssetId id, List<LocatedDeclaration> made) {
    Optional<LocatedDeclaration> here = ours.declarationsOf(id).stream().findFirst();
    Optional<LocatedDeclaration> there = theirs.declarationsOf(id).stream().findFirst();
    if (here.isPresent() && there.isPresent()) {
      judgePresence(id, made, _ -> Winner.OURS, here, there);
      return;
    }
    Optional<LocatedDeclaration> left = here.or(() -> there);
    judgePresence(
        id,
        made,
        base -> {
          Optional<LocatedDeclaration> was = base.declarationsOf(id).stream().findFirst();
          if (left.isEmpty()) {
            // What neither side has, only the author of the merge can have made.
            return was.isPresent() ? Winner.OURS : Winner.NEITHER;
          }
          Winner owner = here.isPresent() ? Winner.OURS : Winner.THEIRS;
          if (was.isEmpty()) {
            return isContested(id, left.get(), here.isPresent() ? theirs : ours)
                ? Winner.NEITHER
                : owner;
          }
          // Removed on one side: that is decided unless the other changed the asset.
          Winner remover = here.isPresent() ? Winner.THEIRS : Winner.OURS;
          return isSame(was.get(), left.get()) ? remover : Winner.NEITHER;
        },
        here,
        there);
  }

  /** Whether the other side has another asset at the same root: one of the two has to give way. */
  private static boolean isContested(AssetId id, LocatedDeclaration declaration, MergeSide other) {
    LocatedDeclaration rival = other.claims().declarations().get(declaration.place().root());
    return rival != null && !rival.declaration().id().equals(Optional.of(id));
  }

  private static boolean isSame(LocatedDeclaration one, LocatedDeclaration other) {
    return one.place().equals(other.place())
        && Values.of(one).texts().equals(Values.of(other).texts());
  }

  private void judgePresence(
      AssetId id,
      List<LocatedDeclaration> made,
      Function<MergeSide, Winner> rule,
      Optional<LocatedDeclaration> here,
      Optional<LocatedDeclaration> there) {
    if (made.isEmpty() && !merged.faults().isEmpty()) {
      return;
    }
    Predicate<Winner> isRight =
        winner ->
            switch (winner) {
              case OURS -> here.isPresent() != made.isEmpty();
              case THEIRS -> there.isPresent() != made.isEmpty();
              case NEITHER -> true;
            };
    ThreeWay files =
        new ThreeWay(
            fileOf(bases.getFirst().declarationsOf(id).stream().findFirst()),
            fileOf(here),
            fileOf(there));
    Optional<String> now = fileOf(made.stream().findFirst());
    List<Winner> winners = bases.stream().map(rule).toList();
    if (winners.stream().noneMatch(isRight)) {
      Optional<String> expected = winners.getFirst() == Winner.OURS ? files.ours() : files.theirs();
      findings.add(mismerged(id, "its declaration", files, now, expected, placeOf(made)));
    } else if (winners.stream().allMatch(Winner.NEITHER::equals)
        && !(now.isEmpty() && files.ours().isEmpty() && files.theirs().isEmpty())) {
      findings.add(decided(id, "its declaration", files, now, placeOf(made)));
    }
  }

  private static Optional<String> fileOf(Optional<LocatedDeclaration> declaration) {
    return declaration.map(found -> StableForm.quoted(found.place().file().toString()));
  }

  private static Location placeOf(List<LocatedDeclaration> made) {
    return made.isEmpty()
        ? Location.of(Artifact.INDEX, AssetsPath.INDEX)
        : made.getFirst().document().location();
  }

  /** What the registry says: no id that it knew may vanish, and none that is retired comes back. */
  private void checkRegistry(AssetId id) {
    if (merged.registry().isEmpty()) {
      return;
    }
    Location place = Location.of(Artifact.INDEX, AssetsPath.INDEX);
    List<ThreeWay> roots = new ArrayList<>();
    List<ThreeWay> names = new ArrayList<>();
    List<ThreeWay> banks = new ArrayList<>();
    for (MergeSide base : bases) {
      IdState was = IdState.of(id, base.known());
      IdState here = kept(was, IdState.of(id, ours.known()));
      IdState there = kept(was, IdState.of(id, theirs.known()));
      roots.add(threeWay(was, here, there, MergeCheck::rootOf));
      names.add(threeWay(was, here, there, MergeCheck::nameOf));
      banks.add(threeWay(was, here, there, MergeCheck::bankOf));
    }
    IdState now = IdState.of(id, merged.known());
    if (!isRootContested(id)) {
      judge(id, "its registered root", roots, rootOf(now), place);
    }
    // A command may have filled in what no side knew.
    if (now instanceof Registered) {
      judgeKnown(id, "its registered name", names, nameOf(now), place);
      judgeKnown(id, "its registered bank", banks, bankOf(now), place);
    }
  }

  private void judgeKnown(
      AssetId id, String member, List<ThreeWay> sides, Optional<String> now, Location place) {
    boolean isKnown =
        sides.stream().anyMatch(side -> side.ours().isPresent() || side.theirs().isPresent());
    if (isKnown) {
      judge(id, member, sides, now, place);
    }
  }

  /** Whether the two sides have two assets at one root: one of the two has to give way. */
  private boolean isRootContested(AssetId id) {
    return isTaken(id, ours.known(), theirRoots) || isTaken(id, theirs.known(), ourRoots);
  }

  private static boolean isTaken(AssetId id, Registry registry, Map<AssetRoot, AssetId> others) {
    return registry.rootOf(id).map(others::get).filter(other -> !other.equals(id)).isPresent();
  }

  private static Map<AssetRoot, AssetId> rootsOf(MergeSide side) {
    Map<AssetRoot, AssetId> roots = new HashMap<>();
    side.known().roots().forEach((id, root) -> roots.put(root, id));
    return roots;
  }

  private static IdState kept(IdState was, IdState side) {
    return was instanceof Retired || side instanceof Absent ? was : side;
  }

  private static ThreeWay threeWay(
      IdState was, IdState here, IdState there, Function<IdState, Optional<String>> member) {
    return new ThreeWay(member.apply(was), member.apply(here), member.apply(there));
  }

  private static Optional<String> rootOf(IdState state) {
    return switch (state) {
      case Absent _ -> Optional.empty();
      case Registered registered -> Optional.of(StableForm.quoted(registered.root().toString()));
      case Retired _ -> Optional.of("retired");
    };
  }

  private static Optional<String> nameOf(IdState state) {
    return state instanceof Registered registered
        ? registered.asset().name().map(name -> StableForm.quoted(name.text()))
        : Optional.empty();
  }

  private static Optional<String> bankOf(IdState state) {
    return state instanceof Registered registered
        ? registered.asset().bank().map(bank -> StableForm.quoted(bank.name()))
        : Optional.empty();
  }

  /** One value, held against each of the ancestors. */
  private void judge(
      AssetId id, String member, List<ThreeWay> sides, Optional<String> now, Location place) {
    List<ThreeWay> settled =
        sides.stream().filter(side -> side.winner() != Winner.NEITHER).toList();
    if (settled.stream().anyMatch(side -> side.settled().equals(now))) {
      return;
    }
    ThreeWay shown = sides.getFirst();
    findings.add(
        settled.size() == sides.size()
            ? mismerged(id, member, shown, now, shown.settled(), place)
            : decided(id, member, shown, now, place));
  }

  private static Diagnostic mismerged(
      AssetId id,
      String member,
      ThreeWay sides,
      Optional<String> now,
      Optional<String> expected,
      Location place) {
    return Diagnostic.error(
            DiagnosticCode.SETTING_MISMERGED,
            place,
            "asset "
                + id
                + ": "
                + member
                + " is "
                + ThreeWay.shown(now)
                + " in the merge, but "
                + sides.inWords())
        .found(ThreeWay.shown(now))
        .supported(ThreeWay.shown(expected))
        .advice(
            expected.isPresent()
                ? "restore "
                    + ThreeWay.shown(expected)
                    + ", or make the change on one of the branches"
                : "remove it, or make the change on one of the branches");
  }

  private static Diagnostic decided(
      AssetId id, String member, ThreeWay sides, Optional<String> now, Location place) {
    return Diagnostic.note(
            DiagnosticCode.SETTING_CONFLICT,
            place,
            "asset "
                + id
                + ": both sides changed "
                + member
                + ", which "
                + sides.inWords()
                + "; it is "
                + ThreeWay.shown(now)
                + " in the merge")
        .found(ThreeWay.shown(now));
  }
}
