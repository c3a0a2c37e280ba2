package dev.papack.container;

import dev.papack.container.HeaderCursor.Kind;
import dev.papack.container.HeaderFields.EntryFields;
import dev.papack.container.HeaderFields.LoopFields;
import dev.papack.container.HeaderFields.MetadataFields;
import dev.papack.container.HeaderFields.PreloadFields;
import dev.papack.container.HeaderFields.SoundsFields;
import dev.papack.container.HeaderFields.TilesFields;
import dev.papack.container.PackFault.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Row 8 of the reading order: members present and known, and of their types. Because the members of
 * a proven form ascend, reading them in order finds every missing and every unknown one.
 */
final class HeaderStructure {
  private final HeaderCursor cursor;

  private HeaderStructure(HeaderCursor cursor) {
    this.cursor = cursor;
  }

  /** Reads a header whose form is proven. */
  static HeaderFields read(byte[] json) throws PackException {
    return new HeaderStructure(new HeaderCursor(json)).header();
  }

  private HeaderFields header() throws PackException {
    enter("the header", Kind.OBJECT);
    member("asset_table");
    enter("asset_table", Kind.ARRAY);
    List<EntryFields> assetTable = new ArrayList<>();
    while (cursor.hasNext()) {
      assetTable.add(entry());
    }
    member("preload");
    enter("preload", Kind.ARRAY);
    List<PreloadFields> preload = new ArrayList<>();
    while (cursor.hasNext()) {
      preload.add(preloadItem());
    }
    leave();
    return new HeaderFields(assetTable, preload);
  }

  private EntryFields entry() throws PackException {
    long fileOffsetBytes = cursor.fileOffsetBytes();
    enter("an entry of asset_table", Kind.OBJECT);
    long assetId = integer("asset_id");
    String assetName = string("asset_name");
    BankType bankType = bankType();
    long bankVersion = integer("bank_version");
    String codec = string("codec");
    long decodedSizeBytes = integer("decoded_size");
    member("metadata");
    enter("metadata", Kind.OBJECT);
    MetadataFields metadata =
        switch (bankType) {
          case TILES -> tiles();
          case SOUNDS -> sounds();
        };
    leave();
    long offsetBytes = integer("offset");
    String sha256 = string("sha256");
    long sizeBytes = integer("size");
    leave();
    return new EntryFields(
        fileOffsetBytes,
        assetId,
        assetName,
        bankType,
        bankVersion,
        codec,
        decodedSizeBytes,
        metadata,
        offsetBytes,
        sha256,
        sizeBytes);
  }

  private TilesFields tiles() throws PackException {
    long columns = integer("columns");
    long paletteCount = integer("palette_count");
    long tileCount = integer("tile_count");
    long tileSize = integer("tile_size");
    return new TilesFields(columns, paletteCount, tileCount, tileSize);
  }

  private SoundsFields sounds() throws PackException {
    long channels = integer("channels");
    long frameCount = integer("frame_count");
    Optional<LoopFields> loop = loop();
    long sampleRateHz = integer("sample_rate");
    return new SoundsFields(channels, frameCount, loop, sampleRateHz);
  }

  private Optional<LoopFields> loop() throws PackException {
    long fileOffsetBytes = cursor.fileOffsetBytes();
    OptionalLong end = optionalInteger("loop_end");
    OptionalLong start = optionalInteger("loop_start");
    if (end.isPresent() != start.isPresent()) {
      String there = end.isPresent() ? "loop_end" : "loop_start";
      String missing = end.isPresent() ? "loop_start" : "loop_end";
      throw fault(
          fileOffsetBytes, there + " is there without " + missing, there, "both or neither");
    }
    return end.isPresent()
        ? Optional.of(new LoopFields(start.getAsLong(), end.getAsLong()))
        : Optional.empty();
  }

  private PreloadFields preloadItem() throws PackException {
    long fileOffsetBytes = cursor.fileOffsetBytes();
    enter("an item of preload", Kind.OBJECT);
    long assetId = integer("asset_id");
    BankType bankType = bankType();
    long slot = integer("slot");
    leave();
    return new PreloadFields(fileOffsetBytes, assetId, bankType, slot);
  }

  private BankType bankType() throws PackException {
    member("bank_type");
    requireKind("bank_type", Kind.STRING);
    long fileOffsetBytes = cursor.fileOffsetBytes();
    String name = cursor.string();
    Optional<BankType> type = BankType.find(name);
    if (type.isEmpty()) {
      String shown = Shown.clipped(name);
      throw fault(
          fileOffsetBytes, "bank_type \"" + shown + "\" is unknown", shown, "TILES or SOUNDS");
    }
    return type.get();
  }

  private long integer(String name) throws PackException {
    member(name);
    requireKind(name, Kind.INTEGER);
    return cursor.integer();
  }

  private OptionalLong optionalInteger(String name) throws PackException {
    int mark = cursor.mark();
    if (cursor.hasNext() && cursor.key().equals(name)) {
      requireKind(name, Kind.INTEGER);
      return OptionalLong.of(cursor.integer());
    }
    cursor.rewind(mark);
    return OptionalLong.empty();
  }

  private String string(String name) throws PackException {
    member(name);
    requireKind(name, Kind.STRING);
    return cursor.string();
  }

  private void enter(String what, Kind kind) throws PackException {
    requireKind(what, kind);
    cursor.enter();
  }

  private void member(String name) throws PackException {
    long fileOffsetBytes = cursor.fileOffsetBytes();
    if (!cursor.hasNext()) {
      throw missing(fileOffsetBytes, name);
    }
    String key = cursor.key();
    if (key.compareTo(name) > 0) {
      throw missing(fileOffsetBytes, name);
    }
    if (!key.equals(name)) {
      throw unknown(fileOffsetBytes, key);
    }
  }

  private void leave() throws PackException {
    long fileOffsetBytes = cursor.fileOffsetBytes();
    if (cursor.hasNext()) {
      throw unknown(fileOffsetBytes, cursor.key());
    }
  }

  private void requireKind(String what, Kind kind) throws PackException {
    Kind found = cursor.kind();
    if (found != kind) {
      String foundName = found.name().toLowerCase(Locale.ROOT);
      String expectedName = kind.name().toLowerCase(Locale.ROOT);
      throw fault(
          cursor.fileOffsetBytes(),
          what + " is of type " + foundName + "; it must be of type " + expectedName,
          foundName,
          expectedName);
    }
  }

  private static PackException missing(long fileOffsetBytes, String name) {
    return fault(
        fileOffsetBytes, "member \"" + name + "\" is missing", "no \"" + name + "\"", name);
  }

  private static PackException unknown(long fileOffsetBytes, String key) {
    String shown = Shown.clipped(key);
    return fault(
        fileOffsetBytes, "member \"" + shown + "\" is unknown", shown, "known members only");
  }

  private static PackException fault(
      long fileOffsetBytes, String message, String found, String expected) {
    return new PackException(
        PackFault.of(Stage.STRUCTURE, message).values(found, expected).at(fileOffsetBytes));
  }
}
