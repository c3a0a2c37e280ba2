package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.Campaign;
import dev.papack.diagnostic.DiagnosticCode;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small heaps, each in a process of its own, and inputs that would need large ones. */
class MemoryTest {
  private static final int PIXEL_SIDE = 8_192;

  @TempDir Path folder;

  /**
   * How a command ended.
   *
   * @param status the exit status
   * @param text all that it printed
   * @param peakKib the most memory that the process had, or 0 where the system does not say
   */
  private record Ended(int status, String text, long peakKib) {}

  private Ended run(int heapMib, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    command.addAll(
        List.of("-Xmx" + heapMib + "m", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=8"));
    String modules = System.getProperty("jdk.module.path", "");
    command.addAll(
        modules.isEmpty()
            ? List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName())
            : List.of(
                "--enable-native-access=dev.papack.cli",
                "-p",
                modules,
                "-m",
                "dev.papack.cli/" + Main.class.getName()));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("printed.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    long peakKib = 0;
    while (!process.waitFor(10, TimeUnit.MILLISECONDS)) {
      peakKib = Math.max(peakKib, peakKib(process.pid()));
    }
    String text = Files.readString(out);
    assertThat(text)
        .as(String.join(" ", arguments))
        .doesNotContain("a defect of papack", "Exception in thread", "\tat ");
    return new Ended(process.exitValue(), text, peakKib);
  }

  private static long peakKib(long process) {
    try {
      return Files.readAllLines(Path.of("/proc/" + process + "/status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException gone) {
      return 0;
    }
  }

  private Path asset(String name) {
    return folder.resolve("assets").resolve(name);
  }

  /** One colour, as many pixels as a picture may have, and a file of a few hundred kilobytes. */
  private void hugePicture(String name) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(asset(name)))) {
      out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
      chunk(
          out,
          "IHDR",
          ByteBuffer.allocate(13)
              .putInt(PIXEL_SIDE)
              .putInt(PIXEL_SIDE)
              .put((byte) 8)
              .put((byte) 6)
              .array());
      ByteArrayOutputStream data = new ByteArrayOutputStream();
      try (OutputStream rows = new DeflaterOutputStream(data)) {
        byte[] row = new byte[1 + 4 * PIXEL_SIDE];
        for (int y = 0; y < PIXEL_SIDE; y++) {
          rows.write(row);
        }
      }
      chunk(out, "IDAT", data.toByteArray());
      chunk(out, "IEND", new byte[0]);
    }
  }

  private static void chunk(OutputStream to, String type, byte[] data) throws IOException {
    DataOutputStream out = new DataOutputStream(to);
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) crc.getValue());
    out.flush();
  }

  /** Silence that takes no space on most disks. */
  private void longSound(String name, int rateHz, int dataBytes) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
    header.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + dataBytes);
    header.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    header.putShort((short) 1).putShort((short) 2).putInt(rateHz).putInt(4 * rateHz);
    header.putShort((short) 4).putShort((short) 16);
    header.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(dataBytes);
    try (RandomAccessFile file = new RandomAccessFile(asset(name).toFile(), "rw")) {
      file.write(header.array());
      file.setLength(44L + dataBytes);
    }
  }

  private void add(String file, String... options) {
    List<String> arguments = new ArrayList<>(List.of("add", "assets/" + file));
    arguments.addAll(List.of(options));
    Run added = Run.papack(folder, arguments.toArray(String[]::new));
    assertThat(added.status()).as(added.err()).isZero();
  }

  private void workspace() throws IOException {
    assertThat(Run.papack(folder, "init").status()).isZero();
    TinyFiles.wav(asset("beep.wav"), 22_050, 10);
    assertThat(Run.papack(folder, "add", "assets").status()).isZero();
    assertThat(Run.papack(folder, "build").status()).isZero();
  }

  @Test
  void hostileInputsNeedNoMoreThanAHeapOf256Mebibytes() throws Exception {
    workspace();
    Map<String, Long> peaks = new TreeMap<>();
    try (RandomAccessFile sparse = new RandomAccessFile(asset("sparse.png").toFile(), "rw")) {
      sparse.setLength(1L << 30);
    }
    Ended refused = run(64, "add", "assets/sparse.png");
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.text()).contains("PA6001");
    peaks.put("a sparse PNG of 1 GiB is refused", refused.peakKib());
    Files.delete(asset("sparse.png"));

    for (int i = 0; i < Campaign.amount(1, 8); i++) {
      hugePicture("huge" + i + ".png");
      add("huge" + i + ".png", "--tile-size", "32");
    }
    Ended pictures = run(256, "build");
    assertThat(pictures.status()).as(pictures.text()).isZero();
    peaks.put("pictures of 64 Mi pixels are built", pictures.peakKib());

    for (int i = 0; i < Campaign.amount(1, 16); i++) {
      longSound("long" + i + ".wav", 44_100, Campaign.amount(20 << 20, 200 << 20));
      add("long" + i + ".wav");
    }
    longSound("slow.wav", 1_000, Campaign.amount(40_000, 2_800_000));
    add("slow.wav");
    Path slow = asset("slow.asset.json");
    Files.writeString(slow, Files.readString(slow).replace("8000", "47999"));
    for (int i = 0; i < Campaign.amount(1, 8); i++) {
      Files.delete(asset("huge" + i + ".png"));
      assertThat(Run.papack(folder, "remove", "huge" + i).status()).isZero();
    }
    Ended sounds = run(96, "build");
    assertThat(sounds.status()).as(sounds.text()).isZero();
    peaks.put("long sounds are built in 96 MiB", sounds.peakKib());

    Path deep = asset("beep.asset.json");
    byte[] before = Files.readAllBytes(deep);
    Files.writeString(
        deep,
        "{\"artifact\":\"asset\",\"schema_version\":2,\"x\":["
            + "1,".repeat((8 << 20) - 64)
            + "1]}");
    Ended document = run(256, "check");
    assertThat(document.status()).as(document.text()).isIn(1, 4);
    peaks.put("a declaration of 16 MiB ends with status " + document.status(), document.peakKib());
    Files.write(deep, before);

    assertThat(Run.papack(folder, "verify").status()).isZero();
    Campaign.report(
        "memory-of-hostile-inputs",
        String.join(
            "; ",
            peaks.entrySet().stream()
                .map(peak -> peak.getKey() + ": " + (peak.getValue() >> 10) + " MiB")
                .toList()));
  }

  @Test
  void anAssetThatDoesNotFitIsNamedAndWhatWasPublishedStays() throws Exception {
    workspace();
    byte[] published = Files.readAllBytes(folder.resolve("assets.pa"));
    hugePicture("huge.png");
    add("huge.png", "--tile-size", "32");
    Ended ended = run(96, "build");
    assertThat(ended.status()).as(ended.text()).isEqualTo(4);
    assertThat(ended.text())
        .contains(DiagnosticCode.OUT_OF_MEMORY.id(), "\"huge\" needs up to ", "PAPACK_HEAP");
    assertThat(folder.resolve("assets.pa")).hasBinaryContent(published);
    assertThat(Run.papack(folder, "verify").status()).isZero();
    assertThat(Run.papack(folder, "recover").out()).contains("nothing to recover");
  }

  /** Every command ends as it should or with status 4, whatever the heap. */
  @Test
  void noHeapIsTooSmallToSaySo() throws Exception {
    workspace();
    for (int i = 0; i < 40; i++) {
      TinyFiles.wav(asset("sound" + i + ".wav"), 22_050, 40_000);
    }
    TinyFiles.png(asset("sheet.png"), 2_048, 2_048, (x, y) -> (x / 64 * 8) << 16 | 0xFF000000);
    assertThat(Run.papack(folder, "add", "assets").status()).isZero();
    assertThat(Run.papack(folder, "build").status()).isZero();
    Files.copy(folder.resolve("assets.pa"), folder.resolve("old.pa"));
    List<List<String>> commands =
        List.of(
            List.of("build", "--no-cache"),
            List.of("check"),
            List.of("plan"),
            List.of("list"),
            List.of("doctor"),
            List.of("verify", "--sources"),
            List.of("inspect"),
            List.of("extract", "assets.pa", "sound0", "-o", "out.wav"),
            List.of("diff", "old.pa", "assets.pa"),
            List.of("add", "assets", "--dry-run"),
            List.of("migrate", "--dry-run"),
            List.of("recover"),
            List.of("registry", "rebuild", "--dry-run"));
    Map<Integer, Integer> ends = new TreeMap<>();
    // Below 8 MiB Java itself may not get as far as the first line of ours.
    int most = 40;
    for (int heapMib = 8; heapMib <= most; heapMib += Campaign.amount(16, 1)) {
      for (int number = 0; number < commands.size(); number++) {
        // The daily run tries some commands, each in a heap of its own size; and always the build.
        if (Campaign.current() == Campaign.DAILY
            && number > 0
            && heapMib % commands.size() != number) {
          continue;
        }
        List<String> command = commands.get(number);
        Ended ended = run(heapMib, command.toArray(String[]::new));
        assertThat(ended.status())
            .as(command + " in " + heapMib + " MiB: " + ended.text())
            .isIn(0, 4);
        ends.merge(ended.status(), 1, Integer::sum);
        Files.deleteIfExists(folder.resolve("out.wav"));
      }
    }
    assertThat(Run.papack(folder, "verify").status()).isZero();
    assertThat(ends.keySet()).as("some heaps are too small, and some are not").contains(0, 4);
    Campaign.report(
        "heap-sweep",
        commands.size() + " commands in heaps of 8 to " + most + " MiB, by exit status: " + ends);
  }
}
