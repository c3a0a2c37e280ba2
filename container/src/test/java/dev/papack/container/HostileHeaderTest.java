package dev.papack.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.container.PackFault.Stage;
import dev.papack.container.SupportedFormats.Concern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows 6 to 9 of the reading order: one edit of a good header per rule, its digest made to fit. */
final class HostileHeaderTest {
  /**
   * A header with one defect.
   *
   * @param defect its name
   * @param from a part of the good header
   * @param to what stands there instead
   * @param stage the row that finds it
   * @param message a part of the message
   */
  record Case(String defect, String from, String to, Stage stage, String message) {
    @Override
    public String toString() {
      return defect;
    }
  }

  private static final String TILES_NUMBERS =
      "\"columns\":1,\"palette_count\":1,\"tile_count\":1,\"tile_size\":8";
  private static final String LOOP = "\"loop_end\":3,\"loop_start\":1,";
  private static final String SOUND_PRELOAD =
      "{\"asset_id\":9,\"bank_type\":\"SOUNDS\",\"slot\":255}";
  private static final String TILES_PRELOAD = "{\"asset_id\":7,\"bank_type\":\"TILES\",\"slot\":0}";
  private static final String NAME = "sprites/hero";

  private static Case form(String defect, String from, String to, String message) {
    return new Case(defect, from, to, Stage.HEADER_FORM, message);
  }

  private static Case structure(String defect, String from, String to, String message) {
    return new Case(defect, from, to, Stage.STRUCTURE, message);
  }

  private static Case meaning(String defect, String from, String to, String message) {
    return new Case(defect, from, to, Stage.MEANING, message);
  }

  static List<Case> forms() {
    String slot = "\"slot\":255";
    String start = "{\"asset_table\":";
    return List.of(
        form("space between tokens", slot, "\"slot\": 255", "' '"),
        form("line feed at the end", SOUND_PRELOAD, SOUND_PRELOAD + "\n", "0xa"),
        form("byte order mark", start, "\u00EF\u00BB\u00BF" + start, "0xef"),
        form("escape in a string", NAME, "a\\u0062", "'\\'"),
        form("control character in a string", NAME, "a\u0001", "0x1"),
        form("delete character in a string", NAME, "a\u007F", "0x7f"),
        form("byte above ASCII in a string", NAME, "\u00FC", "0xfc"),
        form(
            "string without an end", "255}," + TILES_PRELOAD + "]}", "255,\"", "end of the header"),
        form("leading zero", slot, "\"slot\":0255", "'2'"),
        form("negative number", slot, "\"slot\":-255", "'-'"),
        form("negative zero", slot, "\"slot\":-0", "'-'"),
        form("plus sign", slot, "\"slot\":+255", "'+'"),
        form("fraction", slot, "\"slot\":255.0", "'.'"),
        form("exponent", slot, "\"slot\":255e0", "'e'"),
        form("integer of 2^53", slot, "\"slot\":9007199254740992", "9007199254740992"),
        form("integer of 17 digits", slot, "\"slot\":10000000000000000", "16 digits"),
        form("tilde, the last printable character", slot, "\"slot\":~", "has '~' where"),
        form("null", slot, "\"slot\":null", "'n'"),
        form("true", slot, "\"slot\":true", "'t'"),
        form("comment", slot, slot + "/**/", "'/'"),
        form("comma before the end of an object", slot, slot + ",", "'}'"),
        form("comma before the end of an array", TILES_PRELOAD, TILES_PRELOAD + ",", "']'"),
        form("two commas", SOUND_PRELOAD + ",", SOUND_PRELOAD + ",,", "','"),
        form("missing comma", SOUND_PRELOAD + ",", SOUND_PRELOAD, "'{'"),
        form("missing colon", slot, "\"slot\"255", "':'"),
        form("missing value", slot, "\"slot\":", "a value"),
        form("doubled member", slot, slot + "," + slot, "\"slot\" appears twice"),
        form(
            "members in another order", LOOP, "\"loop_start\":1,\"loop_end\":3,", "must be sorted"),
        form("capital in a key", slot, "\"Slot\":255", "begins with a-z"),
        form("capital inside a key", slot, "\"sLot\":255", "'L'"),
        form("digit at the start of a key", slot, "\"0slot\":255", "begins with a-z"),
        form("empty key", slot, "\"\":255", "begins with a-z"),
        form("key without quotes", slot, "slot:255", "'s'"),
        form("bracket closed by the other kind", TILES_PRELOAD + "]}", TILES_PRELOAD + "}]", "'}'"),
        form("second root", TILES_PRELOAD + "]}", TILES_PRELOAD + "]}{}", "end of the header"),
        form("container without an end", TILES_PRELOAD + "]}", TILES_PRELOAD + "]", "end of the"),
        new Case(
            "depth 17",
            slot,
            "\"slot\":" + "[".repeat(14) + "]".repeat(14),
            Stage.LIMIT,
            "deeper than 16"));
  }

  static List<Case> structures() {
    String id = "\"asset_id\":7,\"asset_name\"";
    return List.of(
        structure("root without preload", ",\"preload\":", ",\"q\":", "\"preload\" is missing"),
        structure("root without asset_table", "{\"asset_table\":", "{\"a\":", "\"a\" is unknown"),
        structure(
            "unknown member of the root",
            TILES_PRELOAD + "]",
            TILES_PRELOAD + "],\"z\":0",
            "\"z\""),
        structure("entry of another type", "[{" + id, "[0,{" + id, "type integer"),
        structure(
            "entry without its first member", id, "\"asset_name\"", "\"asset_id\" is missing"),
        structure("entry without its last member", ",\"size\":8}", "}", "\"size\" is missing"),
        structure("entry with an unknown member", ",\"size\":8}", ",\"size\":8,\"z\":1}", "\"z\""),
        structure("id of another type", id, "\"asset_id\":\"7\",\"asset_name\"", "asset_id"),
        structure("name of another type", "\"" + NAME + "\"", "7", "asset_name"),
        structure(
            "unknown bank type", "\"TILES\",\"bank_version\"", "\"MAPS\",\"bank_version\"", "MAPS"),
        structure(
            "bank type in lower case",
            "\"TILES\",\"bank_version\"",
            "\"tiles\",\"bank_version\"",
            "tiles"),
        structure(
            "bank version of another type",
            "TILES\",\"bank_version\":1",
            "TILES\",\"bank_version\":\"1\"",
            "bank_version"),
        structure("metadata of another type", "{" + TILES_NUMBERS + "}", "[]", "metadata"),
        structure(
            "metadata of the other bank type",
            TILES_NUMBERS,
            "\"channels\":1,\"frame_count\":1,\"sample_rate\":8000",
            "\"channels\""),
        structure("metadata without a member", "\"columns\":1,", "", "\"columns\" is missing"),
        structure(
            "metadata with an unknown member",
            "\"tile_size\":8",
            "\"tile_size\":8,\"z\":1",
            "\"z\""),
        structure(
            "loop without its start",
            LOOP,
            "\"loop_end\":3,",
            "loop_end is there without loop_start"),
        structure(
            "loop without its end",
            LOOP,
            "\"loop_start\":1,",
            "loop_start is there without loop_end"),
        structure(
            "bank type of another type",
            "\"TILES\",\"bank_version\"",
            "7,\"bank_version\"",
            "integer"),
        structure("loop of another type", "\"loop_end\":3", "\"loop_end\":\"3\"", "type string"),
        structure("preload item of another type", SOUND_PRELOAD, "\"9\"", "type string"),
        structure("preload item without a member", ",\"slot\":255", "", "\"slot\" is missing"),
        structure(
            "preload item with an unknown member",
            ",\"slot\":255",
            ",\"slot\":255,\"z\":1",
            "\"z\""),
        structure(
            "unknown bank type in preload", "\"SOUNDS\",\"slot\"", "\"SONGS\",\"slot\"", "SONGS"));
  }

  static List<Case> meanings() {
    Header good = SamplePacks.both().header();
    String hash = good.assetTable().getFirst().sha256().hex();
    String id7 = "\"asset_id\":7,\"asset_name\"";
    String id9 = "\"asset_id\":9,\"asset_name\"";
    List<Case> cases = new ArrayList<>();
    cases.add(
        meaning(
            "bank version 0",
            "TILES\",\"bank_version\":1",
            "TILES\",\"bank_version\":0",
            "never existed"));
    cases.add(meaning("id 0", id7, "\"asset_id\":0,\"asset_name\"", "asset_id 0"));
    cases.add(meaning("id of 2^31", id9, "\"asset_id\":2147483648,\"asset_name\"", "2147483648"));
    cases.add(
        meaning("id of 2^32 + 9", id9, "\"asset_id\":4294967305,\"asset_name\"", "4294967305"));
    cases.add(meaning("doubled id", id9, "\"asset_id\":7,\"asset_name\"", "comes after 7"));
    cases.add(meaning("descending ids", id9, "\"asset_id\":6,\"asset_name\"", "comes after 7"));
    cases.add(meaning("doubled name", "music/a", NAME, "belongs to both"));
    cases.add(meaning("empty name", NAME, "", "is empty"));
    cases.add(meaning("capital in a name", NAME, "Hero", "position 1"));
    cases.add(meaning("space in a name", NAME, "a b", "position 2"));
    cases.add(meaning("tilde in a name", NAME, "a~", "position 2"));
    cases.add(meaning("name that begins with a separator", NAME, "/a", "position 1"));
    cases.add(meaning("name that ends with a separator", NAME, "a.", "position 2"));
    cases.add(meaning("name with two separators together", NAME, "a..b", "position 3"));
    cases.add(meaning("name of 129 bytes", NAME, "a".repeat(129), "129"));
    cases.add(
        meaning(
            "unknown codec", "\"NONE\",\"decoded_size\":65", "\"LZ4\",\"decoded_size\":65", "LZ4"));
    cases.add(
        meaning(
            "decoded size other than the size",
            "\"decoded_size\":65",
            "\"decoded_size\":66",
            "decoded_size 66"));
    cases.add(meaning("digest in capitals", hash, hash.toUpperCase(Locale.ROOT), "sha256"));
    cases.add(meaning("digest of 63 digits", hash, hash.substring(1), "sha256"));
    cases.add(meaning("tile size 7", "\"tile_size\":8", "\"tile_size\":7", "tile_size 7"));
    cases.add(meaning("tile size 64", "\"tile_size\":8", "\"tile_size\":64", "tile_size 64"));
    cases.add(meaning("no tile", "\"tile_count\":1", "\"tile_count\":0", "tile_count 0"));
    cases.add(meaning("65,537 tiles", "\"tile_count\":1", "\"tile_count\":65537", "65537"));
    cases.add(
        meaning(
            "tile count of 2^32 + 1",
            "\"tile_count\":1",
            "\"tile_count\":4294967297",
            "4294967297"));
    cases.add(
        meaning("no palette", "\"palette_count\":1", "\"palette_count\":0", "palette_count 0"));
    cases.add(
        meaning("65 palettes", "\"palette_count\":1", "\"palette_count\":65", "palette_count 65"));
    cases.add(meaning("no column", "\"columns\":1", "\"columns\":0", "columns 0"));
    cases.add(meaning("more columns than tiles", "\"columns\":1", "\"columns\":2", "columns 2"));
    cases.add(meaning("no channel", "\"channels\":1", "\"channels\":0", "channels 0"));
    cases.add(meaning("three channels", "\"channels\":1", "\"channels\":3", "channels 3"));
    cases.add(
        meaning("no frame", "\"frame_count\":4," + LOOP, "\"frame_count\":0,", "frame_count 0"));
    cases.add(
        meaning(
            "frame count of 2^53-1",
            "\"frame_count\":4",
            "\"frame_count\":9007199254740991",
            "9007199254740991"));
    cases.add(meaning("sample rate 7,999", "\"sample_rate\":8000", "\"sample_rate\":7999", "7999"));
    cases.add(
        meaning("sample rate 48,001", "\"sample_rate\":8000", "\"sample_rate\":48001", "48001"));
    cases.add(meaning("empty loop", "\"loop_end\":3", "\"loop_end\":1", "1..1"));
    cases.add(meaning("reversed loop", LOOP, "\"loop_end\":1,\"loop_start\":3,", "3..1"));
    cases.add(
        meaning("loop behind the last frame", "\"loop_end\":3", "\"loop_end\":5", "loop_end 5"));
    cases.add(
        meaning(
            "size that the numbers do not imply",
            "\"frame_count\":4",
            "\"frame_count\":5",
            "implies 10"));
    cases.add(meaning("first slice not at 0", "\"offset\":0", "\"offset\":64", "offset 64"));
    cases.add(meaning("gap between slices", "\"offset\":128", "\"offset\":192", "offset 192"));
    cases.add(meaning("overlapping slices", "\"offset\":128", "\"offset\":64", "offset 64"));
    cases.add(
        meaning("slice at no multiple of 64", "\"offset\":128", "\"offset\":65", "offset 65"));
    cases.add(
        meaning(
            "offset of 2^53-1",
            "\"offset\":128",
            "\"offset\":9007199254740991",
            "9007199254740991"));
    cases.add(meaning("slot 256", "\"slot\":255", "\"slot\":256", "slot 256"));
    cases.add(meaning("slot of 2^32", "\"slot\":255", "\"slot\":4294967296", "4294967296"));
    cases.add(
        meaning(
            "preload of id 0",
            "{\"asset_id\":9,\"bank_type\":\"SOUNDS\",\"slot\"",
            "{\"asset_id\":0,\"bank_type\":\"SOUNDS\",\"slot\"",
            "asset_id 0"));
    cases.add(
        meaning(
            "preload of an asset that is not there",
            "{\"asset_id\":9,\"bank_type\":\"SOUNDS\",\"slot\"",
            "{\"asset_id\":8,\"bank_type\":\"SOUNDS\",\"slot\"",
            "no asset"));
    cases.add(
        meaning(
            "preload of the other bank type",
            "{\"asset_id\":9,\"bank_type\":\"SOUNDS\",\"slot\"",
            "{\"asset_id\":7,\"bank_type\":\"SOUNDS\",\"slot\"",
            "TILES"));
    cases.add(
        meaning(
            "preload in another order",
            SOUND_PRELOAD + "," + TILES_PRELOAD,
            TILES_PRELOAD + "," + SOUND_PRELOAD,
            "preload of SOUNDS slot 255 comes after TILES slot 0, but slots must increase"));
    cases.add(
        meaning(
            "two assets in one slot",
            TILES_PRELOAD,
            TILES_PRELOAD + "," + TILES_PRELOAD,
            "slots must increase"));
    cases.add(
        meaning(
            "asset in two slots",
            TILES_PRELOAD,
            TILES_PRELOAD + "," + TILES_PRELOAD.replace("\"slot\":0", "\"slot\":1"),
            "twice"));
    return cases;
  }

  @ParameterizedTest
  @MethodSource({"forms", "structures", "meanings"})
  void isRefused(Case hostile) throws Exception {
    byte[] file = PackForge.of(SamplePacks.both()).edit(hostile.from, hostile.to).build();

    PackFault fault = Refusals.refusal(file);
    assertThat(fault.stage()).as(fault.message()).isEqualTo(hostile.stage);
    assertThat(fault.message()).contains(hostile.message);
  }

  @ParameterizedTest
  @MethodSource("roots")
  void rootOfAnotherTypeIsOfAWrongStructure(String root) throws Exception {
    PackFault fault = Refusals.refusal(PackForge.of(SamplePacks.both()).headerJson(root).build());

    assertThat(fault.stage()).isEqualTo(Stage.STRUCTURE);
  }

  static List<String> roots() {
    return List.of(
        "[]",
        "{}",
        "\"\"",
        "10",
        "{\"asset_table\":{},\"preload\":[]}",
        "{\"asset_table\":[],\"preload\":{}}");
  }

  @Test
  void depth16IsNoLimitFaultAndANumberInsideIsLegal() throws Exception {
    String deep = "[".repeat(13) + "0" + "]".repeat(13);

    PackFault fault =
        Refusals.refusal(
            PackForge.of(SamplePacks.both()).edit("\"slot\":255", "\"slot\":" + deep).build());
    assertThat(fault.stage()).isEqualTo(Stage.STRUCTURE);
  }

  @Test
  void entryCountIsALimitBeforeTheEntriesAreRead() throws Exception {
    String most =
        "{\"asset_table\":[0" + ",0".repeat(PackLimits.MAX_ENTRIES - 1) + "],\"preload\":[]}";
    String tooMany = most.replace("],", ",0],");
    String commaTooMany = most.replace("],", ",],");
    PackForge forge = PackForge.of(SamplePacks.empty());

    assertThat(Refusals.refusal(forge.headerJson(most).build()).stage()).isEqualTo(Stage.STRUCTURE);
    assertThat(Refusals.refusal(forge.headerJson(tooMany).build()).stage()).isEqualTo(Stage.LIMIT);
    assertThat(Refusals.refusal(forge.headerJson(commaTooMany).build()).stage())
        .isEqualTo(Stage.HEADER_FORM);
  }

  @Test
  void bankVersionFromTheFuture() throws Exception {
    byte[] file =
        PackForge.of(SamplePacks.both())
            .edit("SOUNDS\",\"bank_version\":1", "SOUNDS\",\"bank_version\":9007199254740991")
            .build();

    PackFault fault = Refusals.refusal(file);
    assertThat(fault.stage()).isEqualTo(Stage.TOO_NEW);
    assertThat(fault.version())
        .isEqualTo(
            Optional.of(
                new PackFault.UnsupportedVersion(
                    Concern.SOUNDS, 9_007_199_254_740_991L, new FormatWindow(1, 1))));
    assertThat(fault.message()).contains("SOUNDS");
  }

  @Test
  void bankVersionBelowTheWindow() throws Exception {
    FormatWindow one = new FormatWindow(1, 1);
    SupportedFormats later = new SupportedFormats(one, new FormatWindow(2, 4), one);

    PackFault fault = Refusals.refusal(SamplePacks.both().write(), later);
    assertThat(fault.stage()).isEqualTo(Stage.TOO_OLD);
    assertThat(fault.version().map(PackFault.UnsupportedVersion::concern))
        .isEqualTo(Optional.of(Concern.TILES));
  }

  @Test
  void payloadLengthOtherThanTheLayout() throws Exception {
    SamplePacks.Sample sample = SamplePacks.both();
    byte[] longer = Arrays.copyOf(sample.payload(), sample.payload().length + 1);

    PackFault fault = Refusals.refusal(PackForge.of(sample).payload(longer).build());
    assertThat(fault.stage()).isEqualTo(Stage.MEANING);
    assertThat(fault.message()).contains("payload_length 137 is not 136");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 64, 66, 9_007_199_254_740_991L})
  void sizeThatIsEqualToTheDecodedSizeButNotWhatTheNumbersImply(long size) throws Exception {
    PackForge forge =
        PackForge.of(SamplePacks.both())
            .edit("\"decoded_size\":65", "\"decoded_size\":" + size)
            .edit("\"size\":65}", "\"size\":" + size + "}");

    PackFault fault = Refusals.refusal(forge.build());
    assertThat(fault.stage()).isEqualTo(Stage.MEANING);
    assertThat(fault.message()).contains("has the size " + size + "; its metadata implies 65");
  }

  @ParameterizedTest
  @MethodSource("places")
  void faultIsPlacedAtTheByteOfTheFile(Case hostile) throws Exception {
    PackForge forge = PackForge.of(SamplePacks.both()).edit(hostile.from, hostile.to);

    PackFault fault = Refusals.refusal(forge.build());
    assertThat(fault.stage()).isEqualTo(hostile.stage);
    assertThat(fault.offsetBytes()).hasValue(64 + forge.headerJson().indexOf(hostile.message));
  }

  /** In the place of a message, what stands at the fault. */
  static List<Case> places() {
    String slot = "\"slot\":255";
    return List.of(
        form("wrong character", slot, "\"slot\":?", "?"),
        form("integer above 2^53-1", slot, "\"slot\":9007199254740992", "9007199254740992"),
        form("members in another order", slot, slot + ",\"a\":0", "a\":0"),
        new Case(
            "depth 17", slot, "\"slot\":" + "[".repeat(14) + "]".repeat(14), Stage.LIMIT, "[]]"),
        structure("missing member", "\"slot\":255", "\"z\":0", ",\"z\""),
        structure("wrong type", slot, "\"slot\":{}", "{}"));
  }

  @Test
  void objectsNestNoDeeperThan16() throws Exception {
    String deepest = "{\"a\":".repeat(12) + "{}" + "}".repeat(12);
    PackForge forge = PackForge.of(SamplePacks.both());

    assertThat(Refusals.refusal(forge.edit(":255", ":" + deepest).build()).stage())
        .isEqualTo(Stage.STRUCTURE);
    assertThat(Refusals.refusal(forge.edit("{}", "{\"a\":{}}").build()).stage())
        .isEqualTo(Stage.LIMIT);
  }

  @Test
  void longNameIsShownClipped() throws Exception {
    for (int length : new int[] {64, 65}) {
      String type = "A".repeat(length);
      PackFault fault =
          Refusals.refusal(
              PackForge.of(SamplePacks.both())
                  .edit("\"TILES\",\"bank_version\"", "\"" + type + "\",\"bank_version\"")
                  .build());
      assertThat(fault.found()).hasValue(length == 64 ? type : "A".repeat(64) + "...");
    }
  }
}
