package dev.papack.container;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The header as the JSON it is stored as: one byte string per header, and back. Rows 6 to 9 of the
 * reading order.
 */
final class HeaderJson {
  private HeaderJson() {}

  /**
   * Reads the header of a pack.
   *
   * @param payloadBytes what the prelude says of the payload region
   */
  static Header parse(byte[] json, long payloadBytes, SupportedFormats formats)
      throws PackException {
    HeaderForm.check(json);
    BankVersionCheck.check(json, formats);
    return HeaderMeaning.read(HeaderStructure.read(json), payloadBytes);
  }

  /** Never longer than {@link PackLimits#MAX_HEADER_BYTES}: the other limits see to that. */
  static byte[] encode(Header header) {
    StringBuilder json = new StringBuilder("{\"asset_table\":[");
    String separator = "";
    for (Entry entry : header.assetTable()) {
      json.append(separator);
      append(json, entry);
      separator = ",";
    }
    json.append("],\"preload\":[");
    append(json, header.preload());
    return json.append("]}").toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static void append(StringBuilder json, Entry entry) {
    BankType type = entry.metadata().bankType();
    json.append("{\"asset_id\":").append(entry.assetId());
    json.append(",\"asset_name\":\"").append(entry.assetName().text());
    json.append("\",\"bank_type\":\"").append(type.name());
    json.append("\",\"bank_version\":");
    json.append(entry.metadata().bankVersion());
    json.append(",\"codec\":\"").append(HeaderMeaning.CODEC_NONE);
    json.append("\",\"decoded_size\":").append(entry.sizeBytes());
    json.append(",\"metadata\":{");
    switch (entry.metadata()) {
      case TilesMetadata tiles -> append(json, tiles);
      case SoundsMetadata sounds -> append(json, sounds);
    }
    json.append("},\"offset\":").append(entry.offsetBytes());
    json.append(",\"sha256\":\"").append(entry.sha256().hex());
    json.append("\",\"size\":").append(entry.sizeBytes()).append('}');
  }

  private static void append(StringBuilder json, TilesMetadata tiles) {
    json.append("\"columns\":").append(tiles.columns());
    json.append(",\"palette_count\":").append(tiles.paletteCount());
    json.append(",\"tile_count\":").append(tiles.tileCount());
    json.append(",\"tile_size\":").append(tiles.tileSize());
  }

  private static void append(StringBuilder json, SoundsMetadata sounds) {
    json.append("\"channels\":").append(sounds.channels());
    json.append(",\"frame_count\":").append(sounds.frameCount());
    if (sounds.loop().isPresent()) {
      json.append(",\"loop_end\":").append(sounds.loop().get().end());
      json.append(",\"loop_start\":").append(sounds.loop().get().start());
    }
    json.append(",\"sample_rate\":").append(sounds.sampleRateHz());
  }

  private static void append(StringBuilder json, List<PreloadItem> preload) {
    String separator = "";
    for (PreloadItem item : preload) {
      json.append(separator).append("{\"asset_id\":").append(item.assetId());
      json.append(",\"bank_type\":\"").append(item.bankType().name());
      json.append("\",\"slot\":").append(item.slot()).append('}');
      separator = ",";
    }
  }
}
