package dev.papack.inspect;

import dev.papack.container.Entry;
import dev.papack.container.Header;
import dev.papack.container.PackId;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.TextRange;
import dev.papack.diagnostic.Verb;
import dev.papack.document.Checksum;
import dev.papack.json.JsonArray;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonObject;
import dev.papack.json.JsonReader;
import dev.papack.json.JsonTree;
import dev.papack.json.RowDocument;
import dev.papack.json.StableForm;
import dev.papack.migration.CurrentDocument;
import dev.papack.migration.Histories;
import dev.papack.migration.History;
import dev.papack.migration.Migration;
import dev.papack.publish.PackFiles;
import dev.papack.publish.PackSlot;
import dev.papack.publish.PlacedFile;
import dev.papack.source.FileReader;
import dev.papack.source.Limits;
import dev.papack.source.Snapshot;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether the companions of a set are exactly what its pack implies: the two tables byte for byte,
 * the metadata in all that the pack knows.
 */
final class CompanionCheck {
  private static final Fix REBUILD = Fix.likely("build again", Fix.run(Verb.BUILD));

  private final PackId packId;
  private final Header header;
  private final List<Diagnostic> faults = new ArrayList<>();

  private CompanionCheck(PackId packId, Header header) {
    this.packId = packId;
    this.header = header;
  }

  /** Every difference between the companions of a set and those that its verified pack implies. */
  static List<Diagnostic> faultsOf(PackFiles files, PackId packId, Header header)
      throws IOException {
    CompanionCheck check = new CompanionCheck(packId, header);
    check.checkTable(check.read(files, PackSlot.ASSET_TABLE, Histories.ASSET_TABLE));
    check.checkText(
        check.read(files, PackSlot.PRELOAD, Histories.PRELOAD),
        Histories.PRELOAD,
        Companions.preload(packId, header));
    Optional<Snapshot> metadata =
        check.read(files, PackSlot.ASSET_TABLE_METADATA, Histories.ASSET_TABLE_METADATA);
    if (metadata
        .flatMap(WrittenMetadata::find)
        .filter(written -> written.agreesWith(packId, header))
        .isEmpty()) {
      check.checkMetadata(metadata);
    }
    return check.faults.stream().distinct().sorted().toList();
  }

  private void checkTable(Optional<Snapshot> snapshot) {
    if (snapshot.isPresent() && !WrittenTable.isThatOf(packId, header, snapshot.get().bytes())) {
      checkText(snapshot, Histories.ASSET_TABLE, Companions.assetTable(packId, header));
    }
  }

  private void checkText(Optional<Snapshot> snapshot, History history, RowDocument expected) {
    ByteBuffer implied = StandardCharsets.UTF_8.encode(expected.text());
    if (snapshot.isEmpty() || snapshot.get().bytes().equals(implied)) {
      return;
    }
    Optional<CurrentDocument> document = open(snapshot.get(), history);
    if (document.isPresent() && isOfThisPack(document.get())) {
      TextRange place = firstDifference(implied, snapshot.get().bytes());
      differs(document.get().location().at(place), "it differs from line " + place.line() + " on");
    }
  }

  /** What both have before it is ASCII, as what a pack implies is, so columns are bytes. */
  private static TextRange firstDifference(ByteBuffer implied, ByteBuffer found) {
    int offset = implied.mismatch(found);
    int line = 1;
    int lineStart = 0;
    for (int at = 0; at < offset; at++) {
      if (implied.get(at) == '\n') {
        line++;
        lineStart = at + 1;
      }
    }
    int column = offset - lineStart + 1;
    return new TextRange(line, column, line, column);
  }

  /** The same of the metadata alone, read as any document is. */
  static List<Diagnostic> metadataFaults(PackId packId, Header header, Snapshot metadata) {
    CompanionCheck check = new CompanionCheck(packId, header);
    check.checkMetadata(Optional.of(metadata));
    return check.faults;
  }

  private void checkMetadata(Optional<Snapshot> snapshot) {
    Optional<CurrentDocument> document =
        snapshot.flatMap(present -> open(present, Histories.ASSET_TABLE_METADATA));
    if (document.isEmpty() || !isOfThisPack(document.get())) {
      return;
    }
    JsonObject tree = document.get().tree();
    Location place = document.get().location();
    JsonObject written = written(snapshot.orElseThrow(), document.get());
    boolean hasChecksum = document.get().declaredVersion() > 1;
    if (hasChecksum && !Checksum.holds(written)) {
      differs(place, "its checksum does not match: it was changed after the build");
      return;
    }
    if (!hasChecksum) {
      faults.add(unchecked(place));
    }
    if (!snapshot
        .orElseThrow()
        .bytes()
        .equals(StandardCharsets.UTF_8.encode(StableForm.write(written)))) {
      differs(place, "it is not formatted as papack writes it");
      return;
    }
    List<JsonNode> assets =
        tree.find("assets").orElseThrow() instanceof JsonArray array ? array.elements() : List.of();
    if (assets.size() != header.assetTable().size()) {
      differs(
          place,
          "it has " + assets.size() + " assets, but the pack has " + header.assetTable().size());
      return;
    }
    for (int i = 0; i < assets.size(); i++) {
      if (!(assets.get(i) instanceof JsonObject asset)
          || !agrees(asset, header.assetTable().get(i))) {
        differs(
            place.at(assets.get(i).range()).at("/assets/" + i),
            "it differs at asset " + header.assetTable().get(i).assetId());
        return;
      }
    }
    JsonNode totals = tree.find("totals").orElseThrow();
    if (!same(totals, Companions.totals(header))) {
      differs(place.at(totals.range()).at("/totals"), "its totals differ");
    }
  }

  /** As it was written, whatever its version. */
  private static JsonObject written(Snapshot snapshot, CurrentDocument document) {
    int current = Histories.ASSET_TABLE_METADATA.kind().window().current();
    if (document.declaredVersion() == current) {
      return document.tree();
    }
    return JsonReader.parse(snapshot, Artifact.ASSET_TABLE_METADATA)
                instanceof Outcome.Accepted<JsonNode>(JsonNode node, List<Diagnostic> _)
            && node instanceof JsonObject object
        ? object
        : JsonTree.object(List.of());
  }

  private static Diagnostic unchecked(Location place) {
    return Diagnostic.note(
            DiagnosticCode.COMPANION_UNCHECKED,
            place,
            "\"" + place.path() + "\" has no checksum: roots, sources and settings are unchecked")
        .found("version 1")
        .supported("version 2")
        .fix(REBUILD);
  }

  /** Whether a row of the metadata says of an asset what the pack knows. */
  static boolean agrees(JsonObject asset, Entry entry) {
    return has(asset, "asset_id", JsonTree.number(entry.assetId()))
        && has(asset, "asset_name", JsonTree.text(entry.assetName().text()))
        && has(asset, "bank_type", JsonTree.text(entry.metadata().bankType().name()))
        && has(asset, "result", Companions.result(entry));
  }

  private static boolean has(JsonObject object, String name, JsonNode expected) {
    return object.find(name).filter(found -> same(found, expected)).isPresent();
  }

  /** Nodes know where they were written, so values are compared by the form they are written in. */
  private static boolean same(JsonNode one, JsonNode other) {
    return StableForm.write(one).equals(StableForm.write(other));
  }

  private Optional<Snapshot> read(PackFiles files, PackSlot slot, History history)
      throws IOException {
    PlacedFile file = files.of(slot);
    Optional<Diagnostic> obstacle = file.findObstacle();
    if (obstacle.isPresent()) {
      faults.add(obstacle.get());
      return Optional.empty();
    }
    if (file.find().isEmpty()) {
      faults.add(
          Diagnostic.error(
                  DiagnosticCode.COMPANION_MISSING,
                  Location.of(history.kind().artifact(), files.shown(slot)),
                  "the pack's companion \"" + files.shown(slot) + "\" is missing")
              .fix(REBUILD));
      return Optional.empty();
    }
    return switch (FileReader.read(
        file.folder(), file.path(), Limits.COMPANION_BYTES, history.kind().artifact())) {
      case Outcome.Accepted<Snapshot>(Snapshot snapshot, List<Diagnostic> notes) ->
          Optional.of(snapshot);
      case Outcome.Refused<Snapshot>(List<Diagnostic> found) -> {
        faults.addAll(found);
        yield Optional.empty();
      }
    };
  }

  private Optional<CurrentDocument> open(Snapshot snapshot, History history) {
    return switch (Migration.read(snapshot, history)) {
      case Outcome.Accepted<CurrentDocument>(CurrentDocument document, List<Diagnostic> notes) ->
          Optional.of(document);
      case Outcome.Refused<CurrentDocument>(List<Diagnostic> found) -> {
        found.forEach(fault -> faults.add(fault.withFixes(List.of(REBUILD))));
        yield Optional.empty();
      }
    };
  }

  private boolean isOfThisPack(CurrentDocument document) {
    JsonNode found = document.tree().find("pack_id").orElseThrow();
    if (same(found, JsonTree.text(packId.digest().hex()))) {
      return true;
    }
    faults.add(
        Diagnostic.error(
                DiagnosticCode.COMPANION_OF_OTHER_PACK,
                document.location().at(found.range()).at("/pack_id"),
                "\"" + document.location().path() + "\" belongs to another pack")
            .found(StableForm.write(found).strip())
            .supported("\"" + packId.digest().hex() + "\"")
            .fix(REBUILD));
    return false;
  }

  private void differs(Location place, String reason) {
    faults.add(
        Diagnostic.error(
                DiagnosticCode.COMPANION_DIFFERS,
                place,
                "\"" + place.path() + "\" does not match the pack: " + reason)
            .fix(REBUILD));
  }
}
