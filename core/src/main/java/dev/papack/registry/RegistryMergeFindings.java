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

/** What a merge of registries has to say of ids, in words; it decides nothing. */
final class RegistryMergeFindings {
  private final Location place;
  private final List<Diagnostic> findings = new ArrayList<>();

  /**
   * Nothing yet.
   *
   * @param place where the findings are: the file of ours
   */
  RegistryMergeFindings(Location place) {
    this.place = place;
  }

  /** One of the two sides of a merge. */
  enum Side {
    OURS("ours"),
    THEIRS("theirs");

    private final String word;

    Side(String word) {
      this.word = word;
    }

    private Side other() {
      return this == OURS ? THEIRS : OURS;
    }
  }

  /** As they were found. */
  List<Diagnostic> all() {
    return List.copyOf(findings);
  }

  void twoRoots(AssetId id, AssetRoot ours, AssetRoot theirs) {
    findings.add(
        Diagnostic.warning(
                DiagnosticCode.ID_AT_TWO_ROOTS,
                place,
                "the id "
                    + id
                    + " means \""
                    + ours
                    + "\" in ours and \""
                    + theirs
                    + "\" in theirs: \""
                    + ours
                    + "\" is kept")
            .found(theirs.toString())
            .supported(ours.toString())
            .advice(
                "check the workspace after the merge: an asset at \""
                    + theirs
                    + "\" needs its own id"));
  }

  void twoNames(AssetId id, AssetName ours, AssetName theirs) {
    String ourName = ours.text();
    String theirName = theirs.text();
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

  void twoBanks(AssetId id, BankType ours, BankType theirs) {
    findings.add(
        Diagnostic.error(
                DiagnosticCode.BANK_CHANGED,
                place,
                "the asset "
                    + id
                    + " is "
                    + ours
                    + " in ours and "
                    + theirs
                    + " in theirs: ours is kept")
            .found(theirs.name())
            .supported(ours.name())
            .advice(
                "an id means one asset: remove the asset_id from the declaration of the"
                    + " other one, and add that"));
  }

  /** An id is retired on one side, and its asset is new or moved on the other. */
  void retiredAndChanged(AssetId id, IdState was, AssetRoot root, Side retired) {
    findings.add(
        Diagnostic.error(
                DiagnosticCode.ID_RETIRED_AND_CHANGED,
                place,
                "the id "
                    + id
                    + " is retired in "
                    + retired.word
                    + (was instanceof Registered ? ", but moved to \"" : ", but registered as \"")
                    + root
                    + "\" in "
                    + retired.other().word
                    + ": ours is kept")
            .found(root.toString())
            .advice(
                retired == Side.OURS
                    ? "leave it retired; to keep the asset, add it again under a new id"
                    : "remove the asset " + id + ", or keep it and tell those who retired it"));
  }

  void reused(AssetId id, Retired used, Registered again, Side where) {
    findings.add(
        Diagnostic.warning(
                DiagnosticCode.ID_REUSED,
                place,
                "the retired id "
                    + id
                    + " is used again for \""
                    + again.root()
                    + "\" in "
                    + where.word
                    + ", but stays retired: it meant "
                    + used.asset().inWords())
            .found(again.root().toString())
            .advice(
                "check the workspace after the merge: an asset at \""
                    + again.root()
                    + "\" needs a new id"));
  }

  /** An id that one side lacks is kept as the other has it. */
  void lost(AssetId id, IdState left, Side having) {
    lost(id, left, "in " + having.other().word, "as in " + having.word);
  }

  /** An id that both sides lack is kept as it was. */
  void lostOnBothSides(AssetId id, IdState was) {
    lost(id, was, "on both sides", "as before");
  }

  private void lost(AssetId id, IdState meaning, String where, String kept) {
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
    findings.add(
        Diagnostic.warning(DiagnosticCode.ID_VANISHED, place, what + ": kept " + kept)
            .found(id.toString())
            .advice(
                meaning instanceof Registered
                    ? "to remove the asset, remove " + id + " after the merge"
                    : "nothing to do: a retired id is kept forever"));
  }
}
