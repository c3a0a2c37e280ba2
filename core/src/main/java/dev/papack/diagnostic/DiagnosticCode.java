package dev.papack.diagnostic;

import java.util.Optional;

/**
 * Every fault that the packer can name. Numbers and names are stable from the first release: other
 * programs depend on them. Each has a page ({@code papack explain}) and a fixture that provokes it.
 */
public enum DiagnosticCode {
  /** A byte that is not valid UTF-8. */
  JSON_ENCODING(1001),
  /** A byte order mark before the document. */
  JSON_BYTE_ORDER_MARK(1002),
  /** Text that the grammar of JSON does not allow. */
  JSON_SYNTAX(1003),
  /** A member that appears twice in one object. */
  JSON_DOUBLED_NAME(1004),
  /** Objects and arrays nested deeper than the limit. */
  JSON_DEPTH(1005),
  /** A string, member name or number longer than the limit. */
  JSON_LITERAL_LENGTH(1006),
  /** An escape that is half of a surrogate pair. */
  JSON_LONE_SURROGATE(1007),
  /** A document without a value. */
  JSON_EMPTY(1008),
  /** A second value after the document. */
  JSON_SECOND_ROOT(1009),
  /** A document with more bytes than the limit. */
  DOCUMENT_SIZE(1010),
  /** A document with more values than the limit. */
  JSON_VALUES(1011),

  /** A member that the declared version does not have. */
  MEMBER_UNKNOWN(2001),
  /** A required member that is missing. */
  MEMBER_MISSING(2002),
  /** A value of another JSON type than required. */
  WRONG_TYPE(2003),
  /** A document of another kind than its place requires. */
  WRONG_KIND(2004),
  /** A number with a fraction or an exponent. */
  NOT_AN_INTEGER(2005),
  /** A word that is not one of those allowed. */
  VALUE_UNKNOWN(2006),
  /** A number outside its range or list. */
  VALUE_OUT_OF_RANGE(2007),
  /** A string whose characters are not allowed there. */
  STRING_FORM(2008),
  /** Kind and version do not come first. */
  MEMBER_ORDER(2009),
  /** A member that is only allowed with another setting. */
  MEMBER_NOT_APPLICABLE(2010),
  /** A list with fewer or more elements than allowed. */
  ELEMENT_COUNT(2011),

  /** Two assets of one name. */
  NAME_TAKEN(3001),
  /** A declaration without an id. */
  ID_MISSING(3002),
  /** A declaration whose id is not in the registry. */
  ROOT_UNREGISTERED(3003),
  /** A registered root whose declaration is missing. */
  ROOT_GONE(3004),
  /** An id found under another root than the registered one; a warning. */
  ROOT_MOVED(3005),
  /** A copied declaration that still has the id of its original. */
  ID_IN_TWO_PLACES(3006),
  /** An id that belonged to a removed asset. */
  ID_RETIRED(3007),
  /** A declaration and the registry with two ids for one root. */
  ID_MISMATCH(3008),
  /** A root with two declarations, inside and beside its folder. */
  ROOT_DECLARED_TWICE(3009),
  /** An asset root inside another one. */
  ROOT_NESTED(3010),
  /** An id that is in the registry twice. */
  REGISTRY_DOUBLED_ID(3011),
  /** A root registered under two ids. */
  REGISTRY_DOUBLED_ROOT(3012),
  /** Two assets of one bank type in one preload slot. */
  SLOT_TAKEN(3013),
  /** A name or path that does not mean the same on every platform. */
  PATH_FORM(3014),
  /** Two names that some platforms cannot tell apart. */
  PATH_COLLISION(3015),
  /** A link under {@code assets/}. */
  LINK_REFUSED(3016),
  /** A pipe, socket or device under {@code assets/}. */
  SPECIAL_FILE(3017),
  /** A file that is declared or named, but missing. */
  SOURCE_MISSING(3018),
  /** A source with more bytes than the limit. */
  SOURCE_SIZE(3019),
  /** More assets than a pack can contain. */
  ASSETS_TOO_MANY(3020),
  /** No workspace in the folder or above it. */
  WORKSPACE_NOT_FOUND(3021),
  /** A folder that is already a workspace. */
  WORKSPACE_EXISTS(3022),
  /** No asset of the wanted name, id or root. */
  ASSET_NOT_FOUND(3023),
  /** A file that is already an asset; a note. */
  ALREADY_DECLARED(3024),
  /** A folder that cannot be one asset, because it does not have exactly one source. */
  NOTHING_TO_ADD(3025),
  /** A path to add that is not under {@code assets/}. */
  PATH_OUTSIDE_ASSETS(3026),
  /** A setting that the named file cannot have. */
  SETTING_NOT_APPLICABLE(3027),
  /** The settings with which the reported errors were found; a note. */
  SETTINGS_CHOSEN(3028),
  /** A file under {@code assets/} that no declaration uses; a note. */
  FILE_UNUSED(3029),
  /** A workspace whose registry is missing. */
  REGISTRY_LOST(3030),
  /** A workspace above the current folder that belongs to another user. */
  WORKSPACE_OF_OTHER_USER(3031),
  /** A declaration whose name is not the one that is registered; a warning. */
  ASSET_RENAMED(3032),
  /** A declaration whose bank is not the one that is registered, or an id with two banks. */
  BANK_CHANGED(3033),
  /** Registered assets whose name or bank the registry does not have yet; a note. */
  REGISTRY_INCOMPLETE(3034),
  /** A new file that may be a declared source which is gone. */
  SOURCE_RENAMED(3035),
  /** A file that belonged to an asset which was removed; a note. */
  SOURCE_OF_REMOVED(3036),
  /** git has begun a merge that is not committed yet; a warning. */
  MERGE_UNDER_WAY(3037),
  /** {@code .gitattributes} or {@code .gitignore} lacks lines that papack needs. */
  GIT_LINES_MISSING(3038),
  /** A new asset whose name was counted, as nothing of the file's name can be kept; a note. */
  NAME_COUNTED(3040),
  /** An id that is missing from the registry, but was never retired; a warning where it is kept. */
  ID_VANISHED(3041),
  /** A retired id that is registered again; a warning where it stays retired. */
  ID_REUSED(3042),
  /** An id that means another asset than before; a warning where only its author knows. */
  ID_CHANGED_MEANING(3043),
  /** An id that two branches gave to two roots; a warning. */
  ID_AT_TWO_ROOTS(3044),
  /** An id that one branch retired and another moved. */
  ID_RETIRED_AND_CHANGED(3045),
  /** Two ids for one root after a merge. */
  ROOT_OF_TWO_IDS(3046),
  /** What a registry that was created again cannot know; a warning. */
  REGISTRY_FORGOT(3047),
  /** Two assets that a merge takes for versions of one. */
  TWO_ASSETS_AS_ONE(3048),
  /** A setting that two branches changed differently; a note where it was decided. */
  SETTING_CONFLICT(3049),
  /** A setting in a merge that is not what the one side says that changed it. */
  SETTING_MISMERGED(3050),
  /** A member of a declaration that is not a setting. */
  NOT_A_SETTING(3051),
  /** A path or pattern that selects no declaration. */
  NOTHING_SELECTED(3052),
  /** A file that is declared or named, although it is ignored. */
  SOURCE_IGNORED(3053),
  /** A declaration that is ignored. */
  DECLARATION_IGNORED(3054),
  /** A pattern to remove that is not in the list of what is ignored. */
  PATTERN_NOT_FOUND(3055),
  /** A folder that would be moved into itself. */
  MOVE_INTO_ITSELF(3056),
  /** A path to which something would be moved, and which is taken. */
  MOVE_TARGET_EXISTS(3057),
  /** A source that would be moved to where its declaration cannot name it. */
  SOURCE_OUT_OF_REACH(3058),
  /** A move that would make a document of another file, or another file of a document. */
  MOVE_CHANGES_MEANING(3059),
  /** A setting that works only together with another one. */
  SETTING_NEEDS_ANOTHER(3060),
  /** Names of assets that are the same as names in the code of a game. */
  CONSTANTS_COLLIDE(3070),

  /** A version before the support window. */
  VERSION_TOO_OLD(4001),
  /** A version after the support window. */
  VERSION_TOO_NEW(4002),
  /** A version below 1. */
  VERSION_NEVER_EXISTED(4003),
  /** A version that is not written as an integer. */
  VERSION_NOT_AN_INTEGER(4004),
  /** A document that does not say its version. */
  VERSION_MISSING(4005),

  /**
   * Documents of older versions than the packer writes; a warning, an error where it may not be.
   */
  MIGRATION_PENDING(5001),

  /** A file in none of the formats that are read. */
  MEDIA_UNKNOWN(6001),
  /** The pointer that Git LFS leaves where a picture or sound was not fetched. */
  LFS_POINTER(6002),
  /** A PNG chunk that does not match its checksum. */
  PNG_CHUNK_CRC(6011),
  /** A PNG that ends too early. */
  PNG_TRUNCATED(6012),
  /** Bytes after the end of a PNG. */
  PNG_TRAILING_BYTES(6013),
  /** A PNG chunk where it is not allowed. */
  PNG_CHUNK_ORDER(6014),
  /** A PNG chunk that must be understood, but is unknown. */
  PNG_CHUNK_UNKNOWN(6015),
  /** A PNG chunk with content that its specification does not allow. */
  PNG_CHUNK_CONTENT(6016),
  /** Compressed PNG data that is damaged, too short or too long. */
  PNG_DATA(6017),
  /** A pixel that uses a colour after the end of the palette. */
  PNG_PALETTE_INDEX(6018),
  /** A PNG beyond the limits of size or chunks. */
  PNG_LIMIT(6019),
  /** An animated PNG, of which only the default image is used; a warning. */
  PNG_ANIMATION(6020),
  /** A GIF that ends too early. */
  GIF_TRUNCATED(6021),
  /** A part of a GIF that its specification does not know. */
  GIF_BLOCK(6022),
  /** A GIF without a pixel. */
  GIF_EMPTY(6023),
  /** A frame of a GIF that nothing gives colours to. */
  GIF_NO_PALETTE(6024),
  /** Compressed GIF data that is damaged or too short. */
  GIF_DATA(6025),
  /** A pixel of a GIF that uses a colour after the end of the palette. */
  GIF_PALETTE_INDEX(6026),
  /** A GIF beyond the limits of size or frames. */
  GIF_LIMIT(6027),
  /** Bytes after the end of a GIF; a warning. */
  GIF_TRAILING_BYTES(6028),
  /** What is odd in a GIF and changes no pixel; a warning. */
  GIF_ODD(6029),
  /** A GIF that shows the frames of a sheet beside it; a note. */
  GIF_PREVIEW(6030),
  /** A WAV file that ends too early. */
  WAV_TRUNCATED(6031),
  /** A WAV chunk that is missing, doubled or contradicts itself. */
  WAV_CHUNK(6032),
  /** Samples in a format that is not read. */
  WAV_FORMAT(6033),
  /** A sound of more than two channels that nothing says how to mix, or of none. */
  WAV_CHANNELS(6034),
  /** A sound that ends inside a frame; a warning. */
  WAV_PARTIAL_FRAME(6035),
  /** A sample that is not a finite number. */
  WAV_SAMPLE(6036),
  /** A loop in a WAV file that is not inside the sound; a warning. */
  WAV_LOOP(6037),
  /** Bytes after the RIFF chunk; a warning. */
  WAV_TRAILING_BYTES(6038),
  /** A sound beyond the limits of frames or sample rate. */
  WAV_LIMIT(6039),
  /** A sound without frames. */
  WAV_EMPTY(6040),
  /** An Aseprite document that ends too early. */
  ASEPRITE_TRUNCATED(6041),
  /** An Aseprite document whose header says what cannot be. */
  ASEPRITE_HEADER(6042),
  /** A part of an Aseprite document that contradicts itself or another. */
  ASEPRITE_CHUNK(6043),
  /** Compressed data of an Aseprite document that is damaged, too short or too long. */
  ASEPRITE_DATA(6044),
  /** What Aseprite draws and papack does not. */
  ASEPRITE_UNSUPPORTED(6045),
  /** An Aseprite document beyond the limits. */
  ASEPRITE_LIMIT(6046),
  /** A declared layer that an Aseprite document does not have. */
  ASEPRITE_LAYER_UNKNOWN(6047),
  /** A declared tag that an Aseprite document does not have. */
  ASEPRITE_TAG_UNKNOWN(6048),
  /** What is odd in an Aseprite document and changes no pixel; a warning. */
  ASEPRITE_ODD(6049),
  /** A sheet whose sides are not multiples of its tile size. */
  SHEET_SIZE(6051),
  /** Pixels that are neither opaque nor transparent. */
  PARTIAL_ALPHA(6052),
  /** A sheet declared as indexed without a palette that can be kept. */
  NOT_INDEXED(6053),
  /** A palette whose index 0 is opaque and used. */
  INDEX_0_OPAQUE(6054),
  /** A tile with more colours than a palette can contain. */
  TILE_COLORS(6055),
  /** A sheet whose colours need more palettes than a bank has. */
  PALETTES_TOO_MANY(6056),
  /** A sheet with more tiles than a bank can contain. */
  TILES_TOO_MANY(6057),
  /** Visible pixels of a sheet that are in none of its cells. */
  PIXELS_OUTSIDE_CELLS(6058),
  /** A declared colour key that no pixel has. */
  KEY_UNUSED(6059),
  /** An opaque picture whose border has the colour of a well-known key. */
  KEY_LIKELY(6060),
  /** A sample rate that a bank cannot have. */
  SAMPLE_RATE(6061),
  /** A declared loop that is not inside the sound. */
  LOOP_OUTSIDE(6062),
  /** A declared loop without frames. */
  LOOP_EMPTY(6063),
  /** A colour key and an entry 0 that changed places. */
  KEY_EXCHANGED(6064),
  /** A tile whose pixels use several of the palettes of its sheet. */
  TILE_PALETTES(6065),
  /** A pixel whose colour the palettes of another picture do not have. */
  COLOR_NOT_IN_PALETTE(6066),
  /** A setting that the format of a source does not have. */
  SETTING_NOT_FOR_FORMAT(6067),
  /** An opaque entry 0 that was taken for the background and made transparent. */
  BACKDROP_TRANSPARENT(6068),
  /** An opaque entry 0 that stays visible, so that the palette of its picture is not kept. */
  INDEX_0_VISIBLE(6069),
  /** A WAV file that says another length than it has; a warning. */
  WAV_LENGTH(6070),
  /** A WAV file whose samples go to its end, as it does not say how many they are; a warning. */
  WAV_STREAMED(6071),
  /** Bytes behind the samples that are no whole chunk; a warning. */
  WAV_STRAY_BYTES(6072),
  /** A pad byte that is missing or not 0; a warning. */
  WAV_PAD(6073),
  /** Values that describe the samples, are wrong and change nothing; a warning. */
  WAV_FORMAT_ODD(6074),
  /** Loops of a WAV file that cannot be read; a warning. */
  WAV_SAMPLER(6075),
  /** Samples that begin with the header of another file; a warning. */
  WAV_NESTED(6076),
  /** A loop that was taken from the file; a note. */
  LOOP_TAKEN(6077),
  /** A loop of the file that was not taken; a warning. */
  LOOP_NOT_TAKEN(6078),
  /** A loop that the file plays a number of times, and a bank for ever; a warning. */
  LOOP_PLAY_COUNT(6079),
  /** A loop of one frame; a warning. */
  LOOP_ONE_FRAME(6080),
  /** Frames beyond full scale; a warning. */
  SOUND_CLIPPED(6081),
  /** A sound for more than two speakers that was mixed; a note. */
  SOUND_MIXED(6082),
  /** Pixels that show other colours than their source, as there was no room for all. */
  COLORS_REDUCED(6083),
  /** A block of metadata of a FLAC file that is missing, doubled or does not fit. */
  FLAC_METADATA(6084),
  /** A damaged frame of a FLAC file, or one in another place. */
  FLAC_FRAME(6085),
  /** A FLAC file that ends too early. */
  FLAC_TRUNCATED(6086),
  /** A FLAC file in which sample rate, channels or bits change. */
  FLAC_CHANGE(6087),
  /** A FLAC file whose samples are not those that were encoded. */
  FLAC_MD5(6088),
  /** A FLAC file that says something of itself that is wrong and changes nothing; a warning. */
  FLAC_ODD(6089),
  /** Bytes behind the sound of a FLAC file; a warning. */
  FLAC_TRAILING_BYTES(6090),
  /** A page of an Ogg file that is damaged, missing, or in another place. */
  OGG_PAGE(6091),
  /** An Ogg file that ends too early. */
  OGG_TRUNCATED(6092),
  /** An Ogg file with more than one stream. */
  OGG_STREAMS(6093),
  /** A header of Vorbis that is not valid, or beyond the limits. */
  VORBIS_HEADER(6094),
  /** Bytes behind the stream of an Ogg file; a warning. */
  OGG_TRAILING_BYTES(6095),
  /** Comments that name a loop in doubt; a warning. */
  LOOP_COMMENTS(6096),
  /** Packets of an Ogg Vorbis file that are not of sound; a warning. */
  VORBIS_OTHER_PACKETS(6097),
  /** A sound packet of Ogg Vorbis in a mode that its header does not have. */
  VORBIS_PACKET(6098),
  /** A sound that is there in a better format, under the same name; a note. */
  SOUND_REPEATED(6099),

  /** More data than one pack can contain. */
  PACK_TOO_LARGE(7001),
  /** A publication that a crash interrupted; a warning. */
  PUBLICATION_UNFINISHED(7002),
  /** A record of an unfinished publication that cannot be used. */
  JOURNAL_DAMAGED(7003),
  /** A file that changed since the publication that would replace it. */
  JOURNAL_CONTRADICTED(7004),
  /** A file to write that already exists. */
  FILE_EXISTS(7005),
  /** An abandoned publication that leaves old and new files mixed; a warning. */
  PUBLICATION_MIXED(7006),
  /** A second build of the same sources that gave another pack. */
  BUILD_NOT_REPRODUCIBLE(7020),
  /** A remembered bank that converting the asset again does not give. */
  CACHE_CONTRADICTED(7021),
  /** A pack or a part of it that has more than its budget. */
  BUDGET_EXCEEDED(7070),
  /** A folder in which a workspace cannot publish. */
  OUTPUT_UNFIT(7071),
  /** A folder in which another workspace has published. */
  OUTPUT_OF_OTHER_WORKSPACE(7072),
  /** A folder for the output that does not exist. */
  OUTPUT_MISSING(7073),

  /** A file that does not start as a pack does. */
  NOT_A_PACK(8001),
  /** A pack whose first 16 bytes do not match their checksum. */
  PACK_DAMAGED(8002),
  /** A pack shorter than its lengths say. */
  PACK_TRUNCATED(8003),
  /** A pack whose counts or lengths pass a limit of the format. */
  PACK_LIMIT(8004),
  /** A pack longer than its lengths say. */
  PACK_EXTENDED(8005),
  /** A byte between header and payload that is not zero. */
  PACK_HEADER_PADDING(8006),
  /** A pack whose header does not match its digest. */
  PACK_HEADER_DIGEST(8007),
  /** A header that is not in the canonical form. */
  PACK_HEADER_FORM(8008),
  /** A header whose members are not those of its version. */
  PACK_STRUCTURE(8009),
  /** A header whose values contradict the format, or a bank that does. */
  PACK_MEANING(8010),
  /** A byte between two slices that is not zero. */
  PACK_PAYLOAD_PADDING(8011),
  /** A slice that does not match its digest. */
  PACK_SLICE_DIGEST(8012),
  /** A missing companion of a pack. */
  COMPANION_MISSING(8021),
  /** A companion that names another pack. */
  COMPANION_OF_OTHER_PACK(8022),
  /** A companion that differs from its pack. */
  COMPANION_DIFFERS(8023),
  /** No pack where one was asked for. */
  PACK_NOT_FOUND(8024),
  /** A companion of an older version, which has no checksum; a note. */
  COMPANION_UNCHECKED(8025),
  /** A source that is not what the pack was built from. */
  SOURCE_DIFFERS(8026),

  /** A file or folder that could not be read or written. */
  FILE_FAILED(9001),
  /** A file that changed while it was read. */
  FILE_CHANGED(9002),
  /** A workspace in which another papack is writing. */
  WORKSPACE_LOCKED(9003),
  /** No space left on the disk. */
  DISK_FULL(9004),
  /** A file or folder that may not be read or written. */
  PERMISSION(9005),
  /** A kernel that cannot sandbox papack; a note, an error where the sandbox is required. */
  SANDBOX_UNAVAILABLE(9006),
  /** A file that another program has open, where that keeps it from being replaced. */
  FILE_IN_USE(9007),
  /** As many open files as the system allows. */
  TOO_MANY_OPEN_FILES(9008),
  /** Java's heap is too small. */
  OUT_OF_MEMORY(9009),
  /** What a build did could not be remembered for the next one; a warning. */
  CACHE_NOT_WRITTEN(9020),
  /** Changes are found by looking, not told by the system; a note, or a warning. */
  WATCH_POLLS(9021);

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
