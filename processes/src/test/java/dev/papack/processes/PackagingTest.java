package dev.papack.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the programs of {@code packaging/} write says what the packaged program is made of. */
final class PackagingTest {
  private static final Path HOME = Program.home().toAbsolutePath();
  private static final Path LIBRARIES = HOME.resolve("cli/target/app/lib");
  private static final Path JAVA = Path.of(System.getProperty("java.home"));

  @BeforeAll
  static void requireThePackagedProgram() {
    assertThat(LIBRARIES).isDirectory();
  }

  @Test
  void theBillOfMaterialsNamesEveryJarWithItsDigest() throws Exception {
    String text = bill();
    JsonNode bill = JsonMapper.builder().build().readTree(text);
    Map<String, String> named = new TreeMap<>();
    for (JsonNode component : bill.get("components")) {
      if (component.get("type").asString().equals("library")) {
        named.put(
            component.get("name").asString() + "-" + component.get("version").asString() + ".jar",
            component.get("hashes").get(0).get("content").asString());
        assertThat(component.get("licenses").get(0).get("license").get("id").asString())
            .isEqualTo("Apache-2.0");
      }
    }
    Map<String, String> there = new TreeMap<>();
    try (Stream<Path> jars = Files.list(LIBRARIES)) {
      for (Path jar : jars.toList()) {
        there.put(jar.getFileName().toString(), sha256(jar));
      }
    }
    assertThat(named).isEqualTo(there).hasSizeGreaterThan(6);
    assertThat(bill.get("metadata").get("timestamp").asString()).isEqualTo("2026-02-03T04:05:06Z");
    assertThat(bill()).isEqualTo(text);
  }

  @Test
  void theBillOfMaterialsNamesTheModulesOfJavaAndEveryDependency() throws Exception {
    JsonNode bill = JsonMapper.builder().build().readTree(bill());
    List<String> references =
        StreamSupport.stream(bill.get("components").spliterator(), false)
            .map(component -> component.get("bom-ref").asString())
            .toList();
    assertThat(references).anyMatch(reference -> reference.startsWith("pkg:generic/java-runtime@"));
    for (JsonNode dependency : bill.get("dependencies")) {
      if (dependency.has("dependsOn")) {
        for (JsonNode on : dependency.get("dependsOn")) {
          assertThat(references).contains(on.asString());
        }
      }
    }
    assertThat(bill.toString()).contains("\"java.base\"");
  }

  private static String bill() {
    String release = JAVA.resolve("release").toString();
    return java(
        "BillOfMaterials.java", LIBRARIES.toString(), release, release, "2026-02-03T04:05:06Z");
  }

  @Test
  void thePomOfALibraryNeedsNothingButWhatItNames() throws Exception {
    assertThat(dependencies("container")).isEmpty();
    assertThat(dependencies("core"))
        .hasSize(2)
        .anyMatch(one -> one.matches("dev\\.papack:papack-container:[0-9.]+"))
        .anyMatch(one -> one.matches("tools\\.jackson\\.core:jackson-core:[0-9.]+"));
  }

  private static List<String> dependencies(String module) throws Exception {
    Path file = Files.createTempFile("library", ".pom");
    Files.writeString(file, java("FlatPom.java", HOME.toString(), module));
    Element pom;
    try (InputStream in = Files.newInputStream(file)) {
      pom =
          DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getDocumentElement();
    }
    assertThat(Files.readString(file)).doesNotContain("${", "<parent>", "<scope>");
    Files.delete(file);
    assertThat(pom.getElementsByTagName("license").getLength()).isEqualTo(1);
    NodeList nodes = pom.getElementsByTagName("dependency");
    return Stream.iterate(0, i -> i < nodes.getLength(), i -> i + 1)
        .map(i -> (Element) nodes.item(i))
        .map(one ->
            Stream.of("groupId", "artifactId", "version")
                .map(name -> one.getElementsByTagName(name).item(0).getTextContent())
                .collect(Collectors.joining(":")))
        .toList();
  }

  private static String java(String program, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                JAVA.resolve("bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                HOME.resolve("packaging").resolve(program).toString()));
    command.addAll(List.of(arguments));
    return Program.run(command).expect(0).out();
  }

  private static String sha256(Path file) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }
}
