package dev.papack.registry;

import dev.papack.asset.AssetId;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.TextRange;
import dev.papack.json.JsonNode;
import dev.papack.migration.CurrentDocument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where each id is in the text of a registry, in about twenty bytes an id. The tree of the document
 * would take forty times that, and a workspace has up to 131,072 assets.
 *
 * <p>An id is a number, so its place is on one line. Its pointer is that of the version in which
 * the file is written: a few forms, each with one index.
 */
final class IdPlaces {
  private final int[] ids;
  private final int[] lines;
  private final int[] columns;
  private final int[] endColumns;
  private final int[] elements;
  private final byte[] forms;
  private final List<Form> known = new ArrayList<>();

  /** A pointer without its index, such as {@code /assets/} and {@code /asset_id}. */
  private record Form(String before, String after) {}

  private IdPlaces(int count) {
    ids = new int[count];
    lines = new int[count];
    columns = new int[count];
    endColumns = new int[count];
    elements = new int[count];
    forms = new byte[count];
  }

  /**
   * The places of a document.
   *
   * @param document with its trees
   * @param nodes where each id is in it
   */
  static IdPlaces of(CurrentDocument document, Map<AssetId, JsonNode> nodes) {
    IdPlaces places = new IdPlaces(nodes.size());
    int at = 0;
    for (Map.Entry<AssetId, JsonNode> entry : new TreeMap<>(nodes).entrySet()) {
      places.put(at++, entry.getKey(), document.placeOf(entry.getValue()));
    }
    return places;
  }

  private void put(int at, AssetId id, Location place) {
    TextRange range = place.text().orElseThrow();
    String pointer = place.pointer().orElseThrow();
    int start = pointer.indexOf('/', 1) + 1;
    int end = pointer.indexOf('/', start) < 0 ? pointer.length() : pointer.indexOf('/', start);
    Form form = new Form(pointer.substring(0, start), pointer.substring(end));
    if (!known.contains(form)) {
      known.add(form);
    }
    ids[at] = id.value();
    lines[at] = range.line();
    columns[at] = range.column();
    endColumns[at] = range.endColumn();
    elements[at] = Integer.parseInt(pointer.substring(start, end));
    forms[at] = (byte) known.indexOf(form);
  }

  /**
   * The place of an id.
   *
   * @param file the document
   * @return empty for an id that it does not have
   */
  Optional<Location> find(AssetId id, Location file) {
    int at = Arrays.binarySearch(ids, id.value());
    if (at < 0) {
      return Optional.empty();
    }
    Form form = known.get(forms[at]);
    return Optional.of(
        file.at(new TextRange(lines[at], columns[at], lines[at], endColumns[at]))
            .at(form.before() + elements[at] + form.after()));
  }
}
