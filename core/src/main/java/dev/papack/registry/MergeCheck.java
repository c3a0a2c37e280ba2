package dev.papack.registry;

import dev.papack.asset.AssetId;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Location;
import dev.papack.json.StableForm;
import dev.papack.registry.ThreeWay.Winner;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
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
  private final List<MergeSide> bases;
  private final MergeSide ours;
  private final MergeSide theirs;
  private final MergeSide merged;
  private final MergeFindings findings = new MergeFindings();

  private MergeCheck(List<MergeSide> bases, MergeSide ours, MergeSide theirs, MergeSide merged) {
    this.bases = bases;
    this.ours = ours;
    this.theirs = theirs;
    this.merged = merged;
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
    RegistryMergeCheck registry =
        new RegistryMergeCheck(bases, ours, theirs, merged, check.findings);
    for (AssetId id : ids) {
      registry.check(id);
      check.checkDeclarations(id);
    }
    return new Checked(ids.size(), check.findings.inOrder());
  }

  private void checkDeclarations(AssetId id) {
    List<LocatedDeclaration> made = merged.claims().of(id);
    checkPresence(id, made);
    if (ours.claims().of(id).isEmpty() && theirs.claims().of(id).isEmpty()) {
      return;
    }
    // Where one side removed the asset and it is still there, only the other says what it is.
    AssetSettings here =
        valuesOf(ours, id).orElseGet(() -> valuesOf(theirs, id).orElseGet(AssetSettings::none));
    AssetSettings there = valuesOf(theirs, id).orElse(here);
    List<AssetSettings> before =
        bases.stream().map(base -> valuesOf(base, id).orElseGet(AssetSettings::none)).toList();
    for (LocatedDeclaration declaration : made) {
      AssetSettings now = AssetSettings.of(declaration);
      Set<Setting> settings = new LinkedHashSet<>(now.texts().keySet());
      before.forEach(base -> settings.addAll(base.texts().keySet()));
      settings.addAll(here.texts().keySet());
      settings.addAll(there.texts().keySet());
      for (Setting setting : settings) {
        findings.judge(
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

  private static Optional<AssetSettings> valuesOf(MergeSide side, AssetId id) {
    return side.declarationsOf(id).stream().findFirst().map(AssetSettings::of);
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
        && AssetSettings.of(one).texts().equals(AssetSettings.of(other).texts());
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
      findings.mismerged(id, "its declaration", files, now, expected, placeOf(made));
    } else if (winners.stream().allMatch(Winner.NEITHER::equals)
        && !(now.isEmpty() && files.ours().isEmpty() && files.theirs().isEmpty())) {
      findings.decided(id, "its declaration", files, now, placeOf(made));
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
}
