package dev.papack.registry;

import dev.papack.asset.AssetId;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonObject;
import dev.papack.json.StableForm;
import dev.papack.migration.CurrentDocument;
import dev.papack.migration.Histories;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;

/**
 * Three-way merge of declarations, setting by setting, under one promise: no setting goes from one
 * asset to another. So the sides have to mean the same asset, and nothing is decided for anybody.
 */
public final class DeclarationMerge {
  private static final String ASSET_ID = "asset_id";

  private final Optional<SequencedMap<Setting, JsonNode>> base;
  private final SequencedMap<Setting, JsonNode> ours;
  private final SequencedMap<Setting, JsonNode> theirs;
  private final CurrentDocument file;

  private DeclarationMerge(
      Optional<SequencedMap<Setting, JsonNode>> base,
      CurrentDocument ours,
      CurrentDocument theirs) {
    this.base = base;
    this.ours = Setting.allOf(ours.tree());
    this.theirs = Setting.allOf(theirs.tree());
    this.file = ours;
  }

  /**
   * Merges two declarations.
   *
   * @param base what both stem from; empty if they do not
   * @return the text of the merged declaration, or each setting that both sides changed differently
   */
  public static Outcome<String> merge(
      Optional<CurrentDocument> base, CurrentDocument ours, CurrentDocument theirs) {
    Optional<AssetId> here = idOf(ours.tree());
    Optional<AssetId> there = idOf(theirs.tree());
    Optional<AssetId> was = base.flatMap(document -> idOf(document.tree()));
    // An id that one side has just been given, by an author or by add, is no other asset's.
    boolean isNewOnOneSide =
        base.isPresent() && was.isEmpty() && (here.isEmpty() || there.isEmpty());
    if (!here.equals(there) && !isNewOnOneSide) {
      return Outcome.refused(twoAssets(ours, was, here, there));
    }
    // git may take another asset's file for the ancestor: its settings say nothing of this one.
    boolean isAncestor = was.isEmpty() || was.equals(here);
    Optional<SequencedMap<Setting, JsonNode>> before =
        base.filter(_ -> isAncestor).map(document -> Setting.allOf(document.tree()));
    return new DeclarationMerge(before, ours, theirs).merge();
  }

  /** The id that a declaration has. */
  static Optional<AssetId> idOf(JsonObject declaration) {
    return declaration.find(ASSET_ID).map(node -> new AssetId(TreeReader.smallNumber(node)));
  }

  private static Diagnostic twoAssets(
      CurrentDocument ours,
      Optional<AssetId> base,
      Optional<AssetId> here,
      Optional<AssetId> there) {
    ThreeWay ids =
        new ThreeWay(
            base.map(AssetId::toString), here.map(AssetId::toString), there.map(AssetId::toString));
    return Diagnostic.error(
            DiagnosticCode.TWO_ASSETS_AS_ONE,
            placeOf(ours, new Setting(Optional.empty(), ASSET_ID)),
            "these are two assets, not two versions of one: asset_id " + ids.inWords())
        .found(ThreeWay.shown(ids.theirs()))
        .supported(ThreeWay.shown(ids.ours()))
        .advice(
            "keep the file of each asset as its own branch has it, then commit the merge; git took"
                + " one file for the other, renamed");
  }

  private Outcome<String> merge() {
    SequencedSet<Setting> all = new LinkedHashSet<>(ours.keySet());
    all.addAll(theirs.keySet());
    SequencedMap<Setting, JsonNode> merged = new LinkedHashMap<>();
    List<Diagnostic> conflicts = new ArrayList<>();
    for (Setting setting : all) {
      Optional<String> here = valueOf(ours, setting);
      Optional<String> there = valueOf(theirs, setting);
      Optional<String> was = base.flatMap(before -> valueOf(before, setting));
      ThreeWay values = new ThreeWay(was, here, there);
      SequencedMap<Setting, JsonNode> side =
          switch (base.isPresent() ? values.winner() : values.winnerWithoutBase()) {
            case OURS -> ours;
            case THEIRS -> theirs;
            case NEITHER -> {
              conflicts.add(conflict(setting, values));
              yield ours;
            }
          };
      JsonNode value = side.get(setting);
      if (value != null) {
        merged.put(setting, value);
      }
    }
    return conflicts.isEmpty()
        ? Outcome.of(Histories.ASSET.text(Setting.treeOf(merged)))
        : new Outcome.Refused<>(conflicts);
  }

  private Diagnostic conflict(Setting setting, ThreeWay values) {
    return Diagnostic.error(
            DiagnosticCode.SETTING_CONFLICT,
            placeOf(file, setting),
            "both sides changed " + setting + ", which " + values.inWords())
        .found(ThreeWay.shown(values.theirs()))
        .supported(ThreeWay.shown(values.ours()))
        .advice("the file is that of ours: write the value that is right, then git add the file");
  }

  private static Optional<String> valueOf(
      SequencedMap<Setting, JsonNode> settings, Setting setting) {
    return Optional.ofNullable(settings.get(setting)).map(StableForm::inOneLine);
  }

  private static Location placeOf(CurrentDocument document, Setting setting) {
    JsonNode value = Setting.allOf(document.tree()).get(setting);
    return value == null ? document.location() : document.placeOf(value);
  }
}
