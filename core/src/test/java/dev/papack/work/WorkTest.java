package dev.papack.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.Campaign;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.disk.MemoryDisk;
import dev.papack.disk.ReadableDirectory;
import dev.papack.disk.WatchedFolder;
import dev.papack.media.png.LargePngs;
import dev.papack.media.wav.LargeWavs;
import dev.papack.source.FileReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Work in proportion to the input, counted: every byte is looked at a few times, whatever it is.
 */
class WorkTest {
  /** Digest, decode or checksum, inflate: with one to read it from disk, four. */
  private static final int MAX_LOOKS_AT_A_BYTE = 4;

  /** A mark, a header and a palette are looked at once more, however long the file is. */
  private static final int MAX_LOOKS_MORE = 1_024;

  /** Of characters of JSON: lines, scan, parser, ranges, and the text of strings and numbers. */
  private static final int MAX_LOOKS_AT_A_CHARACTER = 9;

  /** Of the header's bytes: form, bank versions, structure, each with one byte ahead. */
  private static final int MAX_LOOKS_AT_THE_HEADER = 9;

  /** Four mebi are the limit, and more than it: other tests reach it daily. */
  private static final int MANY_VALUES = Campaign.amount(1 << 18, 4 << 20);

  private static final List<Predicate<byte[]>> COUNTED = counted();

  @SuppressWarnings(
      "unchecked") // The enum of the counting loader is not the one that is known here.
  private static List<Predicate<byte[]>> counted() {
    try {
      Class<?> reading = new CountingLoader().loadClass(Reading.class.getName());
      return Arrays.stream(reading.getEnumConstants())
          .map(constant -> (Predicate<byte[]>) constant)
          .toList();
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Visits.Counted count(Reading reading, byte[] input) {
    Predicate<byte[]> counting =
        COUNTED.stream()
            .filter(known -> known.toString().equals(reading.name()))
            .findFirst()
            .orElseThrow();
    return Visits.during(() -> counting.test(input));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static List<byte[]> bombs() {
    List<byte[]> bombs = new ArrayList<>();
    for (String text :
        List.of(
            "1".repeat(1_000_000),
            "[" + "1".repeat(999_000) + "]",
            "-".repeat(1_000_000),
            "[".repeat(100_000),
            "]".repeat(100_000),
            "{\"a\":".repeat(100_000),
            "[" + "[],".repeat(300_000) + "[]]",
            "[" + "0,".repeat(MANY_VALUES - 2) + "0]",
            "[" + "0,".repeat(MANY_VALUES) + "0]",
            "[" + "\"\",".repeat(300_000) + "1]",
            "[" + "\"\\u0041\\n\",".repeat(100_000) + "1]",
            "[\"" + "s".repeat(65_536) + "\"]",
            "\"" + "s".repeat(1_000_000) + "\"",
            "\"" + "\\".repeat(1_000_000),
            "\"" + "\\ud834".repeat(200_000),
            " ".repeat(1_000_000) + "1",
            "\n".repeat(1_000_000) + "[",
            "[" + "\n1,".repeat(200_000) + "]",
            "[" + "1.5e3, ".repeat(100_000) + "x]",
            "e".repeat(1_000_000),
            "'".repeat(1_000_000),
            ",".repeat(1_000_000),
            "[" + ",".repeat(1_000_000),
            "1 ".repeat(500_000),
            "<".repeat(1_000_000),
            members(100_000),
            doubled(100_000),
            members(50_000).replace('}', 'x'))) {
      bombs.add(ascii(text));
    }
    return bombs;
  }

  private static String members(int count) {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : ",").append("\"member-").append(i).append("\":true");
    }
    return text.append('}').toString();
  }

  private static String doubled(int count) {
    return "{" + "\"member\":null,".repeat(count) + "\"member\":1}";
  }

  @Test
  void everyByteOfJsonIsLookedAtAFewTimes() {
    Worst worst = new Worst();
    for (byte[] bomb : bombs()) {
      worst.add(bomb.length, count(Reading.JSON, bomb));
    }
    worst.require(MAX_LOOKS_AT_A_CHARACTER);
    Campaign.report("work-json", worst.figures("character"));
  }

  @Test
  void everyByteOfAPngIsLookedAtAFewTimes() {
    Worst worst = new Worst();
    for (LargePngs.Sized png : LargePngs.all()) {
      Visits.Counted counted = count(Reading.PNG, png.file);
      worst.add(png.file.length, new Visits.Counted(counted.isAccepted(), counted.input(), 0));
      assertThat(counted.derived())
          .isLessThanOrEqualTo(png.file.length + LargePngs.MAX_LOOKS * png.rowBytes);
    }
    worst.require(0);
    Campaign.report("work-png", worst.figures("byte of text, which is never inflated"));
  }

  @Test
  void everyByteOfAWavIsLookedAtAFewTimes() {
    Worst worst = new Worst();
    for (byte[] wav : LargeWavs.all()) {
      worst.add(wav.length, count(Reading.WAV, wav));
    }
    worst.require(1);
    Campaign.report("work-wav", worst.figures("character"));
  }

  @Test
  void everyByteOfAPackIsLookedAtAFewTimes() throws Exception {
    Worst worst = new Worst();
    byte[] pack = LargePacks.manyEntries(20_000);
    assertThat(Reading.PACK.test(pack)).isTrue();
    worst.add(pack.length, count(Reading.PACK, pack));
    byte[] damaged = pack.clone();
    damaged[pack.length - 1] ^= 1;
    worst.add(pack.length, count(Reading.PACK, damaged));
    byte[] cut = Arrays.copyOf(pack, pack.length - 1);
    worst.add(cut.length, count(Reading.PACK, cut));
    worst.require(MAX_LOOKS_AT_THE_HEADER);
    Campaign.report("work-pack", worst.figures("byte of the header"));
  }

  @Test
  void aFileIsReadOnceAndOneByteFurther() throws Exception {
    int sizeBytes = 1_000_000;
    MemoryDisk disk = new MemoryDisk().write("game/a.bin", new byte[sizeBytes]);
    LongAdder asked = new LongAdder();
    try (ReadableDirectory folder =
        new WatchedFolder(
            disk.openForReading(Path.of("/game").toAbsolutePath(), ""),
            (path, position, into, count) -> asked.add(into.remaining()))) {
      FileReader.read(folder, AssetsPath.of("a.bin"), sizeBytes, Artifact.SOURCE);
    }
    assertThat(asked.sum()).isEqualTo(sizeBytes + 1);
  }

  @Test
  void aQuadraticReaderIsNoticed() {
    byte[] input = ascii("x".repeat(1_000));
    assertThat(count(Reading.QUADRATIC, input).input())
        .isGreaterThan((long) MAX_LOOKS_AT_A_BYTE * input.length + MAX_LOOKS_MORE);
  }

  /** The most work that any input made. */
  private static final class Worst {
    private int inputs;
    private double input;
    private double derived;

    void add(int sizeBytes, Visits.Counted counted) {
      inputs++;
      // The look from disk is one more.
      long looks = sizeBytes + counted.input();
      assertThat(looks)
          .isLessThanOrEqualTo((long) MAX_LOOKS_AT_A_BYTE * sizeBytes + MAX_LOOKS_MORE);
      input = Math.max(input, (double) looks / sizeBytes);
      derived = Math.max(derived, (double) counted.derived() / sizeBytes);
    }

    void require(double maxDerived) {
      assertThat(input).isGreaterThan(1);
      assertThat(derived).isLessThanOrEqualTo(maxDerived);
    }

    String figures(String of) {
      return String.format(
          Locale.ROOT,
          "%d large inputs; at most %.2f looks at a byte, %.2f at a %s",
          inputs,
          input,
          derived,
          of);
    }
  }
}
