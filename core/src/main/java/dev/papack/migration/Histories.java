package dev.papack.migration;

import dev.papack.diagnostic.Artifact;
import dev.papack.document.Kind;
import dev.papack.document.Shape;
import dev.papack.document.SupportWindow;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The one table of kinds and versions. Gates, messages, {@code papack versions}, the documentation
 * and the tests derive from it.
 */
public final class Histories {
  /** Declarations. */
  public static final History ASSET =
      history(
          Artifact.ASSET,
          List.of(AssetVersion1.STRUCTURE, AssetVersion2.STRUCTURE, AssetVersion3.STRUCTURE),
          List.of(new SourceToSources(), new SameMembers(3)),
          Set.of(3));

  /** The registry. */
  public static final History INDEX =
      history(
          Artifact.INDEX,
          List.of(IndexVersion1.STRUCTURE, IndexVersion2.STRUCTURE, IndexVersion3.STRUCTURE),
          List.of(new BareIdsToRecords(), new SameMembers(3)));

  /** What is ignored. */
  public static final History IGNORE = first(Artifact.IGNORE, IgnoreVersion1.STRUCTURE);

  /** What the pack may have at most. */
  public static final History BUDGETS = first(Artifact.BUDGETS, BudgetsVersion1.STRUCTURE);

  /** The pack's asset table, for tools. */
  public static final History ASSET_TABLE =
      first(Artifact.ASSET_TABLE, CompanionsVersion1.ASSET_TABLE);

  /** The pack's boot list, for tools. */
  public static final History PRELOAD = first(Artifact.PRELOAD, CompanionsVersion1.PRELOAD);

  /** Provenance and digests of a build. */
  public static final History ASSET_TABLE_METADATA =
      history(
          Artifact.ASSET_TABLE_METADATA,
          List.of(CompanionsVersion1.METADATA, CompanionsVersion2.METADATA),
          List.of(new MetadataWithoutChecksum()));

  /** The record of a pack and its companions being published. */
  public static final History PUBLICATION_RECORD =
      history(
          Artifact.PUBLICATION_RECORD,
          List.of(ControlVersion1.PUBLICATION_RECORD, ControlVersion2.PUBLICATION_RECORD),
          List.of(new RecordWithoutFolder()));

  /** The record of authored documents being changed. */
  public static final History DOCUMENT_RECORD =
      history(
          Artifact.DOCUMENT_RECORD,
          List.of(ControlVersion1.DOCUMENT_RECORD, ControlVersion2.DOCUMENT_RECORD),
          List.of(new RecordWithoutFolder()));

  /** Who holds the lock. */
  public static final History LOCK_OWNER = first(Artifact.LOCK_OWNER, ControlVersion1.LOCK_OWNER);

  private Histories() {}

  /** Every kind, authored documents first. */
  public static List<History> all() {
    return List.of(
        ASSET,
        INDEX,
        IGNORE,
        BUDGETS,
        ASSET_TABLE,
        PRELOAD,
        ASSET_TABLE_METADATA,
        PUBLICATION_RECORD,
        DOCUMENT_RECORD,
        LOCK_OWNER);
  }

  private static History first(Artifact artifact, Shape structure) {
    return history(artifact, List.of(structure), List.of());
  }

  /** A kind of which every version is readable still, from version 1 on. */
  private static History history(Artifact artifact, List<Shape> structures, List<Step> steps) {
    return history(artifact, structures, steps, Set.of());
  }

  private static History history(
      Artifact artifact, List<Shape> structures, List<Step> steps, Set<Integer> bySetting) {
    SortedMap<Integer, Shape> byVersion = new TreeMap<>();
    structures.forEach(structure -> byVersion.put(byVersion.size() + 1, structure));
    SortedMap<Integer, Step> byStart = new TreeMap<>();
    steps.forEach(step -> byStart.put(byStart.size() + 1, step));
    return new History(
        new Kind(artifact, new SupportWindow(1, structures.size()), new TreeMap<>()),
        byVersion,
        byStart,
        bySetting);
  }
}
