package dev.papack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.api.CommittedApi;
import dev.papack.campaign.api.PublicApi;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What an editor can call is what core/api.txt says: the exported packages of the module. {@code
 * -Dpapack.api=rewrite} writes the file.
 */
class PublicApiTest {
  private static final Path HOME = Path.of(System.getProperty("papack.home", ".."));
  private static final Path CLASSES = HOME.resolve("core/target/classes");
  private static final Path COMMITTED = HOME.resolve("core/api.txt");
  private static final String REWRITE =
      "./mvnw -q -pl core -am test -Dtest=PublicApiTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dpapack.api=rewrite";

  private static Set<String> exported() throws IOException {
    try (InputStream descriptor = Files.newInputStream(CLASSES.resolve("module-info.class"))) {
      return ModuleDescriptor.read(descriptor).exports().stream()
          // A package for our own modules alone is nothing that an editor can call.
          .filter(exports -> !exports.isQualified())
          .map(ModuleDescriptor.Exports::source)
          .collect(Collectors.toSet());
    }
  }

  private static List<String> api() throws IOException, ClassNotFoundException {
    List<Class<?>> classes = new ArrayList<>();
    for (String exported : exported()) {
      try (Stream<Path> files = Files.list(CLASSES.resolve(exported.replace('.', '/')))) {
        for (Path file : files.toList()) {
          String name = file.getFileName().toString();
          if (name.endsWith(".class") && !name.equals("package-info.class")) {
            classes.add(Class.forName(exported + "." + name.replace(".class", "")));
          }
        }
      }
    }
    return PublicApi.of("dev.papack", classes);
  }

  @Test
  void theApiIsWhatIsCommitted() throws Exception {
    assertThat(CommittedApi.differences(COMMITTED, api()))
        .as("the public API and %s; if the change is meant: %s", COMMITTED, REWRITE)
        .isEmpty();
  }

  @Test
  void theApiHoldsWhatEditorsUseAndNothingInternal() throws Exception {
    assertThat(api())
        .contains(
            "final class Packer",
            "enum result.Drift",
            "record asset.AssetId(int value) implements Comparable<asset.AssetId>")
        .noneMatch(line -> line.startsWith("final class registry."));
  }

  @Test
  void nothingExportedNamesATypeThatIsNot() throws Exception {
    Set<String> rooms =
        exported().stream()
            .filter(name -> !name.equals("dev.papack"))
            .map(name -> name.substring("dev.papack.".length()))
            .collect(Collectors.toSet());
    rooms.add("container");
    assertThat(api())
        .flatMap(line -> line.replaceAll("java[.\\w]*\\.", "").transform(PublicApiTest::rooms))
        .isSubsetOf(rooms);
  }

  /** The packages that a line names. */
  private static List<String> rooms(String line) {
    return Pattern.compile("\\b([a-z]+)\\.(?=[A-Z])")
        .matcher(line)
        .results()
        .map(found -> found.group(1))
        .toList();
  }
}
