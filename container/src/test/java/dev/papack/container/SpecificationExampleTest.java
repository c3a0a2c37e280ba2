package dev.papack.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.example.ReadingExample;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/specs/assets-pa.md are true. */
final class SpecificationExampleTest {
  private static final Path HOME = Path.of(System.getProperty("papack.home", ".."));
  private static final Pattern DUMP_LINE =
      Pattern.compile("([0-9a-f]{8})  ((?:[0-9a-f]{2} )+) *\\|.*\\|");
  private static final Pattern FIELD =
      Pattern.compile("\\| (\\d+) \\| (\\d+) \\| `([0-9A-F ]+)`( repeated| \\.\\.\\.)? \\|.*\\|");

  private final String specification;
  private final byte[] pack;

  SpecificationExampleTest() throws IOException {
    specification = Files.readString(HOME.resolve("docs/specs/assets-pa.md"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String line : block("hexdump").lines().toList()) {
      Matcher dump = DUMP_LINE.matcher(line);
      assertThat(dump.matches()).as(line).isTrue();
      assertThat(Integer.parseInt(dump.group(1), 16)).as(line).isEqualTo(bytes.size());
      bytes.writeBytes(HexFormat.of().parseHex(dump.group(2).replace(" ", "")));
    }
    pack = bytes.toByteArray();
  }

  /** The only fenced block of a language. */
  private String block(String language) {
    String[] parts = specification.split("```" + language + "\n", -1);
    assertThat(parts).as(language).hasSize(2);
    return parts[1].substring(0, parts[1].indexOf("```"));
  }

  private static SamplePacks.Sample example() {
    byte[] theme = {0, 0, 0x10, 0x27, 0, 0, (byte) 0xF0, (byte) 0xD8};
    ByteBuffer hero = ByteBuffer.allocate(65);
    hero.put(0, HexFormat.of().parseHex("10325476"));
    hero.put(34, HexFormat.of().parseHex("00f8e0071f00ffff"));
    Map<Integer, byte[]> slices = Map.of(204_871, theme, 1_839_203_411, hero.array());
    SoundsMetadata sound =
        new SoundsMetadata(1, 4, Optional.of(new SoundsMetadata.Loop(0, 4)), 8_000);
    List<UnplacedEntry> entries =
        List.of(
            SamplePacks.entry(204_871, "music/theme", sound, slices),
            SamplePacks.entry(1_839_203_411, "sprites/hero", SamplePacks.ONE_TILE, slices));
    List<PreloadItem> preload = List.of(new PreloadItem(1_839_203_411, BankType.TILES, 0));
    return new SamplePacks.Sample(Header.layOut(entries, preload), slices);
  }

  @Test
  void thePackOfTheDumpIsWhatTheTextSaysItIs() throws Exception {
    PackReader reader = PackReader.open(PackBytes.of(pack));

    reader.verify();
    assertThat(reader.header()).isEqualTo(example().header());
    assertThat(specification).contains(reader.packId().hex());
  }

  @Test
  void theWriterWritesExactlyTheDump() throws Exception {
    assertThat(HexFormat.of().formatHex(example().write()))
        .isEqualTo(HexFormat.of().formatHex(pack));
  }

  @Test
  void theHeaderOfTheTextIsTheHeaderOfTheDump() {
    String header = block("json").replace("\n", "");

    assertThat(PackForge.ascii(pack).substring(64)).startsWith(header);
    assertThat(header).isEqualTo(example().headerJson());
  }

  @Test
  void theFieldTableAccountsForEveryByteOfTheDump() {
    List<String> fields = new ArrayList<>();
    int position = 0;
    Matcher field = FIELD.matcher(specification);
    while (field.find()) {
      fields.add(field.group());
      assertThat(Integer.parseInt(field.group(1))).as(field.group()).isEqualTo(position);
      int sizeBytes = Integer.parseInt(field.group(2));
      String shown = field.group(3).replace(" ", "");
      String actual =
          HexFormat.of().withUpperCase().formatHex(pack, position, position + sizeBytes);
      switch (Optional.ofNullable(field.group(4)).orElse("")) {
        case " repeated" -> assertThat(actual).as(field.group()).isEqualTo(shown.repeat(sizeBytes));
        case " ..." -> assertThat(actual).as(field.group()).startsWith(shown);
        default -> assertThat(actual).as(field.group()).isEqualTo(shown);
      }
      position += sizeBytes;
    }
    assertThat(position).as("%s", fields).isEqualTo(pack.length);
  }

  @Test
  void theReadingExampleReadsTheDump(@TempDir Path folder) throws Exception {
    Path path = Files.write(folder.resolve("assets.pa"), pack);
    List<String> loaded = new ArrayList<>();

    ReadingExample.boot(
        path,
        (item, metadata, bank) ->
            loaded.add(
                item.bankType()
                    + " "
                    + item.slot()
                    + ": "
                    + bank.remaining()
                    + " bytes of "
                    + metadata));

    assertThat(loaded).containsExactly("TILES 0: 65 bytes of " + SamplePacks.ONE_TILE);
  }

  @Test
  void theReadingExampleOfTheTextIsTheOneThatIsCompiled() throws Exception {
    String source =
        Files.readString(
            HOME.resolve("container/src/test/java/dev/papack/example/ReadingExample.java"));

    assertThat(source).contains(block("java").indent(4));
  }

  @Test
  void theWindowsOfTheTextAreThoseOfTheCode() throws IOException {
    String reading = Files.readString(HOME.resolve("docs/specs/reading-packs.md"));
    for (SupportedFormats.Concern concern : SupportedFormats.Concern.values()) {
      FormatWindow window = SupportedFormats.CURRENT.window(concern);
      assertThat(reading)
          .contains(
              "| " + concern.label() + " | " + window.oldest() + " | " + window.newest() + " |");
    }
  }

  @Test
  void theLimitsOfTheTextAreThoseOfTheCode() {
    assertThat(specification.substring(specification.indexOf("## 5. Limits")))
        .contains(
            "| header JSON | "
                + number(PackLimits.MIN_HEADER_BYTES)
                + " to "
                + number(PackLimits.MAX_HEADER_BYTES)
                + " bytes |",
            "| payload region | " + number(PackLimits.MAX_PAYLOAD_BYTES) + " bytes |",
            "| entries | " + number(PackLimits.MAX_ENTRIES) + " |",
            "| depth of the header | " + number(PackLimits.MAX_HEADER_DEPTH) + " |",
            "| `asset_name` | 1 to " + number(PackLimits.MAX_NAME_BYTES) + " bytes |",
            "| `slot` | 0 to " + number(PackLimits.MAX_SLOT) + " |",
            "| `tile_count` | 1 to " + number(TilesMetadata.MAX_TILES) + " |",
            "| `palette_count` | 1 to " + number(TilesMetadata.MAX_PALETTES) + " |",
            "| `sample_rate` | "
                + number(SoundsMetadata.MIN_SAMPLE_RATE_HZ)
                + " to "
                + number(SoundsMetadata.MAX_SAMPLE_RATE_HZ)
                + " |");
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
