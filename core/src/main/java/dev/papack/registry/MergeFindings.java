package dev.papack.registry;

import dev.papack.asset.AssetId;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.registry.ThreeWay.Winner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is found of a merge: values that the two sides do not explain, and what was decided. */
final class MergeFindings {
  private final List<Diagnostic> findings = new ArrayList<>();

  /** All of them, ordered. */
  List<Diagnostic> inOrder() {
    return findings.stream().sorted().toList();
  }

  /** One value, held against each of the ancestors. */
  void judge(
      AssetId id, String member, List<ThreeWay> sides, Optional<String> now, Location place) {
    List<ThreeWay> settled =
        sides.stream().filter(side -> side.winner() != Winner.NEITHER).toList();
    if (settled.stream().anyMatch(side -> side.settled().equals(now))) {
      return;
    }
    ThreeWay shown = sides.getFirst();
    if (settled.size() == sides.size()) {
      mismerged(id, member, shown, now, shown.settled(), place);
    } else {
      decided(id, member, shown, now, place);
    }
  }

  /** A value is not what the two sides make it. */
  void mismerged(
      AssetId id,
      String member,
      ThreeWay sides,
      Optional<String> now,
      Optional<String> expected,
      Location place) {
    findings.add(
        Diagnostic.error(
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
                    : "remove it, or make the change on one of the branches"));
  }

  /** Both sides changed a value, so any is right: somebody decided. */
  void decided(AssetId id, String member, ThreeWay sides, Optional<String> now, Location place) {
    findings.add(
        Diagnostic.note(
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
            .found(ThreeWay.shown(now)));
  }
}
