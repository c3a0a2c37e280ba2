package dev.papack.container;

import dev.papack.container.HeaderFields.EntryFields;
import dev.papack.container.HeaderFields.LoopFields;
import dev.papack.container.HeaderFields.MetadataFields;
import dev.papack.container.HeaderFields.PreloadFields;
import dev.papack.container.HeaderFields.SoundsFields;
import dev.papack.container.HeaderFields.TilesFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Row 9 of the reading order: the values. Most of the rules are the constructors of {@link Header}
 * and its parts; here are those that leave no trace in them.
 */
final class HeaderMeaning {
  static final String CODEC_NONE = "NONE";

  private HeaderMeaning() {}

  static Header read(HeaderFields fields, long payloadBytes) throws PackException {
    List<Entry> assetTable = new ArrayList<>(fields.assetTable().size());
    for (EntryFields entry : fields.assetTable()) {
      try {
        assetTable.add(entry(entry));
      } catch (MeaningException e) {
        throw new PackException(PackFault.of(e).at(entry.fileOffsetBytes()));
      }
    }
    List<PreloadItem> preload = new ArrayList<>();
    for (PreloadFields item : fields.preload()) {
      try {
        preload.add(preloadItem(item));
      } catch (MeaningException e) {
        throw new PackException(PackFault.of(e).at(item.fileOffsetBytes()));
      }
    }
    try {
      Header header = new Header(assetTable, preload);
      requireEqual("payload_length", payloadBytes, header.payloadBytes());
      return header;
    } catch (MeaningException e) {
      throw new PackException(PackFault.of(e));
    }
  }

  private static Entry entry(EntryFields fields) {
    if (fields.bankVersion() == 0) {
      throw new MeaningException("bank_version 0 never existed", "0", "at least 1");
    }
    AssetName name = new AssetName(fields.assetName());
    if (!fields.codec().equals(CODEC_NONE)) {
      String shown = Shown.clipped(fields.codec());
      throw new MeaningException("codec \"" + shown + "\" is not NONE", shown, CODEC_NONE);
    }
    requireEqual("decoded_size", fields.decodedSizeBytes(), fields.sizeBytes());
    Optional<Sha256> digest = Sha256.fromHex(fields.sha256());
    if (digest.isEmpty()) {
      throw new MeaningException(
          "sha256 is not 64 lower-case hexadecimal digits",
          Shown.clipped(fields.sha256()),
          "64 lower-case hexadecimal digits");
    }
    return new Entry(
        narrow("asset_id", fields.assetId()),
        name,
        metadata(fields.metadata()),
        digest.get(),
        fields.offsetBytes(),
        fields.sizeBytes());
  }

  private static BankMetadata metadata(MetadataFields fields) {
    return switch (fields) {
      case TilesFields tiles ->
          new TilesMetadata(
              narrow("columns", tiles.columns()),
              narrow("palette_count", tiles.paletteCount()),
              narrow("tile_count", tiles.tileCount()),
              narrow("tile_size", tiles.tileSize()));
      case SoundsFields sounds ->
          new SoundsMetadata(
              narrow("channels", sounds.channels()),
              sounds.frameCount(),
              sounds.loop().map(HeaderMeaning::loop),
              narrow("sample_rate", sounds.sampleRateHz()));
    };
  }

  private static SoundsMetadata.Loop loop(LoopFields loop) {
    return new SoundsMetadata.Loop(loop.start(), loop.end());
  }

  private static PreloadItem preloadItem(PreloadFields fields) {
    return new PreloadItem(
        narrow("asset_id", fields.assetId()), fields.bankType(), narrow("slot", fields.slot()));
  }

  /** No number of this kind is above 2^31-1, so what does not fit is out of range as well. */
  private static int narrow(String name, long value) {
    if (value > Integer.MAX_VALUE) {
      throw MeaningException.outside(name, value, "at most " + Integer.MAX_VALUE);
    }
    return (int) value;
  }

  private static void requireEqual(String name, long found, long expected) {
    if (found != expected) {
      throw MeaningException.outside(name, found, Long.toString(expected));
    }
  }
}
