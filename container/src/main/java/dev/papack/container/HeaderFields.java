package dev.papack.container;

import java.util.List;
import java.util.Optional;

/**
 * A header of proven structure: every member is there and has its type. No value is judged yet.
 *
 * @param assetTable at most {@link PackLimits#MAX_ENTRIES}
 * @param preload as many as the header has room for
 */
record HeaderFields(List<EntryFields> assetTable, List<PreloadFields> preload) {
  /** Copies the lists. */
  HeaderFields {
    assetTable = List.copyOf(assetTable);
    preload = List.copyOf(preload);
  }

  /** An entry; {@code fileOffsetBytes} is where it begins. */
  record EntryFields(
      long fileOffsetBytes,
      long assetId,
      String assetName,
      BankType bankType,
      long bankVersion,
      String codec,
      long decodedSizeBytes,
      MetadataFields metadata,
      long offsetBytes,
      String sha256,
      long sizeBytes) {}

  /** The numbers of a bank. */
  sealed interface MetadataFields {}

  /** The numbers of a TILES bank. */
  record TilesFields(long columns, long paletteCount, long tileCount, long tileSize)
      implements MetadataFields {}

  /** The numbers of a SOUNDS bank. */
  record SoundsFields(long channels, long frameCount, Optional<LoopFields> loop, long sampleRateHz)
      implements MetadataFields {}

  /** A loop, in frames, the end exclusive. */
  record LoopFields(long start, long end) {}

  /** A preload item; {@code fileOffsetBytes} is where it begins. */
  record PreloadFields(long fileOffsetBytes, long assetId, BankType bankType, long slot) {}
}
