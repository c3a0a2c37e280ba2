package dev.papack.report;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The slices that a page holds, compressed some at a time: small ones share a chunk, and a page
 * inflates only what it shows.
 */
final class Chunks {
  /** Tiles of more bytes are only counted: a page has to open in a browser. */
  static final long MAX_TILES_BYTES = 64L << 20;

  /** Sounds of more bytes are only drawn. */
  static final long MAX_SOUNDS_BYTES = 8L << 20;

  private static final int CHUNK_BYTES = 96 << 10;

  private final List<String> compressed = new ArrayList<>();
  private final ByteArrayOutputStream open = new ByteArrayOutputStream();

  /**
   * Where a slice is.
   *
   * @param chunk the number of its chunk
   * @param offsetBytes its first byte in what the chunk holds
   */
  record Place(int chunk, int offsetBytes) {}

  /** Adds bytes. */
  Place add(byte[] slice) {
    if (open.size() > 0 && open.size() + slice.length > CHUNK_BYTES) {
      close();
    }
    Place place = new Place(compressed.size(), open.size());
    open.writeBytes(slice);
    return place;
  }

  private void close() {
    compressed.add(encode(open.toByteArray()));
    open.reset();
  }

  static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(Deflate.compress(bytes));
  }

  /** All chunks, as text. */
  List<String> finish() {
    if (open.size() > 0) {
      close();
    }
    return List.copyOf(compressed);
  }
}
