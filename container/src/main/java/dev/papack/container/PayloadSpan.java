package dev.papack.container;

import java.util.ArrayList;
import java.util.List;

/**
 * Consecutive slices with the padding before each, which are read at once where they are short.
 *
 * @param startBytes the position of the first padding in the file
 * @param slices at least one; if several, together no longer than one buffer
 */
record PayloadSpan(long startBytes, List<Placed> slices) {
  /** Copies the list. */
  PayloadSpan {
    slices = List.copyOf(slices);
  }

  /**
   * A slice in the file.
   *
   * @param index of its entry in the table
   */
  record Placed(int index, Entry entry, long startBytes) {
    long endBytes() {
      return startBytes + entry.sizeBytes();
    }
  }

  /** The spans of a payload, in the order of the file. */
  static List<PayloadSpan> of(long payloadStartBytes, List<Entry> table) {
    List<PayloadSpan> spans = new ArrayList<>();
    List<Placed> slices = new ArrayList<>();
    long startBytes = payloadStartBytes;
    long endBytes = payloadStartBytes;
    for (int i = 0; i < table.size(); i++) {
      Placed placed = new Placed(i, table.get(i), payloadStartBytes + table.get(i).offsetBytes());
      if (placed.endBytes() - startBytes > Slice.COPY_BUFFER_BYTES && !slices.isEmpty()) {
        spans.add(new PayloadSpan(startBytes, slices));
        slices.clear();
        startBytes = endBytes;
      }
      slices.add(placed);
      endBytes = placed.endBytes();
    }
    if (!slices.isEmpty()) {
      spans.add(new PayloadSpan(startBytes, slices));
    }
    return spans;
  }

  /** The index of its first entry. */
  int first() {
    return slices.getFirst().index();
  }

  /** How many bytes it has. */
  long bytes() {
    return slices.getLast().endBytes() - startBytes;
  }

  /** How long it takes, roughly; the same for all that are short. */
  long weight() {
    return bytes() <= Slice.COPY_BUFFER_BYTES ? 0 : bytes();
  }
}
