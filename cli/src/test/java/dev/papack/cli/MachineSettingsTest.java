package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.Campaign;
import dev.papack.cli.RealPapack.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Nothing of the user's locale, time zone, umask or clock reaches an output. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "sets a umask")
class MachineSettingsTest {
  /** Settings, as options of Java (which the script would not let through) and as a umask. */
  private record Settings(String umask, List<String> options) {}

  private static final List<Settings> SETTINGS =
      List.of(
          new Settings("022", List.of()),
          new Settings(
              "077",
              List.of("-Duser.language=tr", "-Duser.country=TR", "-Duser.timezone=Asia/Kathmandu")),
          new Settings(
              "000",
              List.of(
                  "-Duser.language=ar",
                  "-Duser.country=EG",
                  "-Duser.extensions=u-nu-arab",
                  "-Duser.timezone=America/St_Johns",
                  "-Dline.separator=\r\n",
                  "-Dfile.encoding=COMPAT")));

  @TempDir private Path folder = Path.of("");

  /** Words and numbers as a careless program prints them. */
  static final class Careless {
    private Careless() {}

    /** Prints what the default locale and time zone make of constants. */
    @SuppressWarnings("StringCaseLocaleUsage") // Just that is careless.
    public static void main(String[] arguments) {
      System.out.print(
          String.format(
              "%,d %s %s %n", 1_234_567, "TITLE".toLowerCase(), TimeZone.getDefault().getID()));
    }
  }

  @Test
  void everySettingGivesTheSameBytes() throws Exception {
    RealPapack papack = RealPapack.install(Files.createDirectory(folder.resolve("home")));
    Path original = Files.createDirectory(folder.resolve("original"));
    assertThat(Run.papack(original, "init").status()).isZero();
    TinyFiles.png(original.resolve("assets/TITLE.png"), 16, 16, (x, y) -> 0xFF102030 + x / 4);
    TinyFiles.wav(original.resolve("assets/II.wav"), 22_050, 1_234);
    assertThat(Run.papack(original, "add", "assets").status()).isZero();

    List<SortedMap<String, String>> outputs = new ArrayList<>();
    List<String> careless = new ArrayList<>();
    for (Settings settings : SETTINGS) {
      // One place for all of them, since messages name it.
      Path workspace = folder.resolve("game");
      copy(original, workspace);
      outputs.add(outputs(papack, workspace, settings));
      Files.move(workspace, folder.resolve("game-" + settings.umask()));
      careless.add(careless(settings));
    }
    assertThat(careless).as("the control").doesNotHaveDuplicates();
    assertThat(outputs.getFirst()).containsKeys("assets.pa", "build/preload.json", "list", "check");
    assertThat(outputs).allSatisfy(one -> assertThat(one).isEqualTo(outputs.getFirst()));
    Campaign.report(
        "machine-settings",
        outputs.getFirst().size()
            + " outputs under "
            + SETTINGS.size()
            + " locales, time zones and umasks: 0 differ; of a careless program "
            + careless.size()
            + " of "
            + careless.size()
            + " do");
  }

  private static String careless(Settings settings) throws Exception {
    List<String> command = new ArrayList<>(List.of(RealPapack.JAVA.toString()));
    command.addAll(settings.options());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Careless.class.getName()));
    return RealPapack.process(Path.of("."), Map.of(), command).out();
  }

  private static SortedMap<String, String> outputs(
      RealPapack papack, Path workspace, Settings settings) throws Exception {
    SortedMap<String, String> outputs = new TreeMap<>();
    List<List<String>> commands =
        List.of(
            List.of("build", "--quiet"),
            List.of("list"),
            List.of("inspect", "--format", "json"),
            List.of("limits"),
            List.of("remove", "II", "--format", "json"),
            List.of("extract", "assets.pa", "title", "-o", "sheet.png"),
            // Now there is a picture that nobody uses, and a registry that lags behind the pack.
            List.of("check"),
            List.of("plan"));
    for (List<String> arguments : commands) {
      List<String> command =
          new ArrayList<>(List.of("sh", "-c", "umask " + settings.umask() + "; exec \"$@\"", "sh"));
      command.addAll(papack.withoutScript(settings.options()));
      command.addAll(arguments);
      Ended ended = RealPapack.process(workspace, Map.of("LC_ALL", "C.UTF-8"), command);
      outputs.put(arguments.getFirst(), ended.toString());
    }
    try (Stream<Path> files = Files.walk(workspace)) {
      // The cache names the folder that it was written in, which is made anew each time.
      for (Path file :
          files
              .filter(Files::isRegularFile)
              .filter(file -> !file.endsWith(".papack/build_cache"))
              .toList()) {
        outputs.put(
            workspace.relativize(file).toString(),
            HexFormat.of().formatHex(Files.readAllBytes(file)));
      }
    }
    return outputs;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
  }
}
