package dev.papack.diagnostic;

import java.util.Optional;

/**
 * Every fault that the packer can name. Numbers and names are stable from the first release: other
 * programs depend on them. Each has a page ({@code papack explain}) and a fixture that provokes it.
 */
public enum DiagnosticCode {
  JSON_ENCODING(1001),
  JSON_BYTE_ORDER_MARK(1002),
  JSON_SYNTAX(1003),
  JSON_DOUBLED_NAME(1004),
  JSON_DEPTH(1005),
  JSON_LITERAL_LENGTH(1006),
  JSON_LONE_SURROGATE(1007),
  JSON_EMPTY(1008),
  JSON_SECOND_ROOT(1009),
  DOCUMENT_SIZE(1010),
  JSON_VALUES(1011),

  MEMBER_UNKNOWN(2001),
  MEMBER_MISSING(2002),
  WRONG_TYPE(2003),
  WRONG_KIND(2004),
  NOT_AN_INTEGER(2005),
  VALUE_UNKNOWN(2006),
  VALUE_OUT_OF_RANGE(2007),
  STRING_FORM(2008),
  MEMBER_ORDER(2009),
  MEMBER_NOT_APPLICABLE(2010),

  NAME_TAKEN(3001),
  ID_MISSING(3002),
  ROOT_UNREGISTERED(3003),
  ROOT_GONE(3004),
  ROOT_MOVED(3005),
  ID_IN_TWO_PLACES(3006),
  ID_RETIRED(3007),
  ID_MISMATCH(3008),
  ROOT_DECLARED_TWICE(3009),
  ROOT_NESTED(3010),
  REGISTRY_DOUBLED_ID(3011),
  REGISTRY_DOUBLED_ROOT(3012),
  SLOT_TAKEN(3013),
  PATH_FORM(3014),
  PATH_COLLISION(3015),
  LINK_REFUSED(3016),
  SPECIAL_FILE(3017),
  SOURCE_MISSING(3018),
  SOURCE_SIZE(3019),
  ASSETS_TOO_MANY(3020),
  WORKSPACE_NOT_FOUND(3021),
  WORKSPACE_EXISTS(3022),
  ASSET_NOT_FOUND(3023),
  ALREADY_DECLARED(3024),
  NOTHING_TO_ADD(3025),
  PATH_OUTSIDE_ASSETS(3026),
  SETTING_NOT_APPLICABLE(3027),
  ID_MINTED_FOR_COPY(3028),
  SETTINGS_CHOSEN(3029),

  VERSION_TOO_OLD(4001),
  VERSION_TOO_NEW(4002),
  VERSION_NEVER_EXISTED(4003),
  VERSION_NOT_AN_INTEGER(4004),
  VERSION_MISSING(4005),

  MIGRATION_PENDING(5001),

  MEDIA_UNKNOWN(6001),
  PNG_CHUNK_CRC(6011),
  PNG_TRUNCATED(6012),
  PNG_TRAILING_BYTES(6013),
  PNG_CHUNK_ORDER(6014),
  PNG_CHUNK_UNKNOWN(6015),
  PNG_CHUNK_CONTENT(6016),
  PNG_DATA(6017),
  PNG_PALETTE_INDEX(6018),
  PNG_LIMIT(6019),
  PNG_ANIMATION(6020),
  WAV_TRUNCATED(6031),
  WAV_CHUNK(6032),
  WAV_FORMAT(6033),
  WAV_CHANNELS(6034),
  WAV_PARTIAL_FRAME(6035),
  WAV_SAMPLE(6036),
  WAV_LOOP(6037),
  WAV_TRAILING_BYTES(6038),
  WAV_LIMIT(6039),
  WAV_EMPTY(6040),
  SHEET_SIZE(6051),
  PARTIAL_ALPHA(6052),
  NOT_INDEXED(6053),
  INDEX_0_OPAQUE(6054),
  TILE_COLORS(6055),
  PALETTES_TOO_MANY(6056),
  TILES_TOO_MANY(6057),
  SAMPLE_RATE(6061),
  LOOP_OUTSIDE(6062),
  LOOP_EMPTY(6063),

  PACK_TOO_LARGE(7001),
  PUBLICATION_UNFINISHED(7002),
  JOURNAL_DAMAGED(7003),
  JOURNAL_CONTRADICTED(7004),
  FILE_EXISTS(7005),

  NOT_A_PACK(8001),
  PACK_DAMAGED(8002),
  PACK_TRUNCATED(8003),
  PACK_LIMIT(8004),
  PACK_EXTENDED(8005),
  PACK_HEADER_PADDING(8006),
  PACK_HEADER_DIGEST(8007),
  PACK_HEADER_FORM(8008),
  PACK_STRUCTURE(8009),
  PACK_MEANING(8010),
  PACK_PAYLOAD_PADDING(8011),
  PACK_SLICE_DIGEST(8012),
  COMPANION_MISSING(8021),
  COMPANION_OF_OTHER_PACK(8022),
  COMPANION_DIFFERS(8023),
  PACK_NOT_FOUND(8024),

  FILE_FAILED(9001),
  FILE_CHANGED(9002),
  WORKSPACE_LOCKED(9003),
  DISK_FULL(9004),
  PERMISSION(9005);

  private final int number;
  private final Stage stage;

  DiagnosticCode(int number) {
    this.number = number;
    this.stage = Stage.ofNumber(number);
  }

  /**
   * Finds a code by what an author types: {@code PA4002}, in any case, or the name.
   *
   * @param text an id or a name
   * @return the code, where there is one
   */
  public static Optional<DiagnosticCode> find(String text) {
    for (DiagnosticCode code : values()) {
      if (code.id().equalsIgnoreCase(text) || code.name().equalsIgnoreCase(text)) {
        return Optional.of(code);
      }
    }
    return Optional.empty();
  }

  /**
   * The stable identifier.
   *
   * @return {@code PA} and four digits
   */
  public String id() {
    return "PA" + number;
  }

  /**
   * The stage of trust that this code belongs to.
   *
   * @return the stage of its first digit
   */
  public Stage stage() {
    return stage;
  }

  @Override
  public String toString() {
    return id() + " " + name();
  }
}
