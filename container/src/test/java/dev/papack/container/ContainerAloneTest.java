package dev.papack.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program of a runtime's author: a module of its own, compiled and run with the classes of this
 * module and nothing else, in a Java that has the module {@code java.base} alone.
 */
final class ContainerAloneTest {
  private static final Path HOME = Path.of(System.getProperty("papack.home", ".."));
  private static final Path CLASSES = HOME.resolve("container/target/classes");
  private static final String MODULES = "java.base,dev.papack.container";

  private static final String MODULE =
      """
      module runtime {
        requires dev.papack.container;
      }
      """;

  private static final String MAIN =
      """
      package runtime;

      import dev.papack.container.*;
      import dev.papack.example.ReadingExample;
      import java.lang.foreign.ValueLayout;
      import java.nio.file.Path;

      final class Main implements ReadingExample.Console {
        @Override
        public void load(PreloadItem item, MappedSlice bank) {
          System.out.println(item.bankType() + " " + item.slot() + ": " + told(bank));
        }

        @Override
        public void play(MappedSlice bank) {
          System.out.println("plays " + told(bank));
        }

        private static String told(MappedSlice bank) {
          int first = bank.bytes().get(ValueLayout.JAVA_BYTE, 0);
          return switch (bank.entry().metadata()) {
            case TilesMetadata tiles -> tiles.tileCount() + " tiles, first byte " + first;
            case SoundsMetadata sounds -> sounds.frameCount() + " frames, first byte " + first;
          };
        }

        public static void main(String[] arguments) throws Exception {
          ModuleLayer.boot().modules().stream().map(Module::getName).sorted().forEach(System.out::println);
          try {
            ReadingExample.boot(Path.of(arguments[0]), 9, new Main());
          } catch (PackException e) {
            System.out.println(e.fault().stage() + ": " + e.getMessage());
          }
        }
      }
      """;

  @TempDir private Path folder;

  @BeforeEach
  void compile() throws IOException {
    Path sources = Files.createDirectories(folder.resolve("sources/runtime"));
    Path module = Files.writeString(sources.resolveSibling("module-info.java"), MODULE);
    Path main = Files.writeString(sources.resolve("Main.java"), MAIN);
    Path example = HOME.resolve("container/src/test/java/dev/papack/example/ReadingExample.java");
    StringWriter said = new StringWriter();
    int status =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(
                new PrintWriter(said),
                new PrintWriter(said),
                "-Xlint:all",
                "-Werror",
                "--limit-modules",
                MODULES,
                "--module-path",
                CLASSES.toString(),
                "-d",
                folder.resolve("classes").toString(),
                module.toString(),
                main.toString(),
                example.toString());
    assertThat(said.toString()).isEmpty();
    assertThat(status).isZero();
  }

  private List<String> run(byte[] pack) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
    command.addAll(List.of("--limit-modules", MODULES));
    command.addAll(
        List.of("--module-path", CLASSES + File.pathSeparator + folder.resolve("classes")));
    command.addAll(List.of("--module", "runtime/runtime.Main"));
    command.add(Files.write(folder.resolve("assets.pa"), pack).toString());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output.lines().toList();
  }

  @Test
  void aRuntimeNeedsThisModuleAndTheBaseOfTheJdk() throws Exception {
    assertThat(run(SamplePacks.both().write()))
        .containsExactly(
            "dev.papack.container",
            "java.base",
            "runtime",
            "SOUNDS 255: 4 frames, first byte 1",
            "TILES 0: 1 tiles, first byte 0",
            "plays 4 frames, first byte 1");
  }

  @Test
  void aRuntimeIsToldWhatIsWrong() throws Exception {
    assertThat(run(PackForge.of(SamplePacks.both()).payloadByte(0, 1).build()))
        .contains("SLICE_DIGEST: the bytes of asset 7 (sprites/hero) do not match its digest")
        .noneMatch(line -> line.startsWith("SOUNDS") || line.startsWith("plays"));
  }
}
