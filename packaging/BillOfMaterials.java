import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Prints what an image holds, as CycloneDX: {@code java BillOfMaterials.java LIB JDK IMAGE TIME}. LIB is the folder of
 * the jars that were linked, JDK and IMAGE are the files {@code release} of both, which tell what Java it is and which
 * modules of it are there, and TIME is that of the release. The same image always gives the same text.
 */
final class BillOfMaterials {
  /** What the jars do not say of themselves: where they come from, and their licence. */
  private record Origin(String group, String artifact, String licence) {}

  private static final Map<String, Origin> ORIGINS =
      Map.of(
          "dev.papack.container", new Origin("dev.papack", "papack-container", "Apache-2.0"),
          "dev.papack", new Origin("dev.papack", "papack-core", "Apache-2.0"),
          "dev.papack.report", new Origin("dev.papack", "papack-report", "Apache-2.0"),
          "dev.papack.lsp", new Origin("dev.papack", "papack-lsp", "Apache-2.0"),
          "dev.papack.cli", new Origin("dev.papack", "papack-cli", "Apache-2.0"),
          "info.picocli", new Origin("info.picocli", "picocli", "Apache-2.0"),
          "tools.jackson.core", new Origin("tools.jackson.core", "jackson-core", "Apache-2.0"));

  private record Component(String module, Origin origin, String version, String sha256, Set<String> needs) {
    String reference() {
      return "pkg:maven/" + origin.group() + "/" + origin.artifact() + "@" + version;
    }
  }

  private final StringBuilder text = new StringBuilder();

  private BillOfMaterials() {}

  public static void main(String[] arguments) throws Exception {
    Properties release = new Properties();
    for (String file : List.of(arguments[1], arguments[2])) {
      try (InputStream in = Files.newInputStream(Path.of(file))) {
        release.load(in);
      }
    }
    BillOfMaterials bill = new BillOfMaterials();
    bill.write(components(Path.of(arguments[0])), release, arguments[3]);
    System.out.print(bill.text);
  }

  private static List<Component> components(Path lib) throws IOException, NoSuchAlgorithmException {
    Set<ModuleReference> modules = ModuleFinder.of(lib).findAll();
    Set<String> ours =
        modules.stream().map(module -> module.descriptor().name()).collect(Collectors.toSet());
    List<Component> components = new ArrayList<>();
    for (ModuleReference module : modules) {
      ModuleDescriptor descriptor = module.descriptor();
      Origin origin = ORIGINS.get(descriptor.name());
      if (origin == null) {
        throw new IllegalStateException(
            "packaging/BillOfMaterials.java does not know where " + descriptor.name() + " comes from");
      }
      Path jar = Path.of(module.location().orElseThrow());
      // The version is in the name of the file, as Maven wrote it: few jars have it in their module.
      String name = jar.getFileName().toString();
      String version = name.substring(origin.artifact().length() + 1, name.length() - ".jar".length());
      Set<String> needs =
          descriptor.requires().stream()
              .map(ModuleDescriptor.Requires::name)
              .filter(ours::contains)
              .collect(Collectors.toCollection(TreeSet::new));
      components.add(new Component(descriptor.name(), origin, version, sha256(jar), needs));
    }
    components.sort(Comparator.comparing(Component::reference));
    return components;
  }

  private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }

  private void write(List<Component> components, Properties release, String time) {
    Component program =
        components.stream().filter(one -> one.module().equals("dev.papack.cli")).findFirst().orElseThrow();
    Map<String, String> references =
        components.stream().collect(Collectors.toMap(Component::module, Component::reference));
    String java = unquoted(release, "JAVA_VERSION");
    String runtime = "pkg:generic/java-runtime@" + java;
    List<String> javaModules =
        List.of(unquoted(release, "MODULES").split(" ", -1)).stream()
            .filter(module -> module.startsWith("java.") || module.startsWith("jdk."))
            .sorted()
            .toList();
    line("{");
    line("  \"bomFormat\": \"CycloneDX\",");
    line("  \"specVersion\": \"1.6\",");
    line("  \"version\": 1,");
    line("  \"metadata\": {");
    line("    \"timestamp\": " + quoted(time) + ",");
    line("    \"component\": {");
    line("      \"type\": \"application\",");
    line("      \"bom-ref\": \"papack\",");
    line("      \"name\": \"papack\",");
    line("      \"version\": " + quoted(program.version()) + ",");
    line("      \"licenses\": [{\"license\": {\"id\": \"Apache-2.0\"}}]");
    line("    }");
    line("  },");
    line("  \"components\": [");
    for (Component component : components) {
      line("    {");
      line("      \"type\": \"library\",");
      line("      \"bom-ref\": " + quoted(component.reference()) + ",");
      line("      \"group\": " + quoted(component.origin().group()) + ",");
      line("      \"name\": " + quoted(component.origin().artifact()) + ",");
      line("      \"version\": " + quoted(component.version()) + ",");
      line("      \"hashes\": [{\"alg\": \"SHA-256\", \"content\": " + quoted(component.sha256()) + "}],");
      line("      \"licenses\": [{\"license\": {\"id\": " + quoted(component.origin().licence()) + "}}],");
      line("      \"purl\": " + quoted(component.reference()));
      line("    },");
    }
    line("    {");
    line("      \"type\": \"platform\",");
    line("      \"bom-ref\": " + quoted(runtime) + ",");
    line("      \"supplier\": {\"name\": " + quoted(unquoted(release, "IMPLEMENTOR")) + "},");
    line("      \"name\": \"java-runtime\",");
    line("      \"version\": " + quoted(unquoted(release, "JAVA_RUNTIME_VERSION")) + ",");
    line("      \"licenses\": [{\"expression\": \"GPL-2.0-only WITH Classpath-exception-2.0\"}],");
    line("      \"properties\": [");
    for (int i = 0; i < javaModules.size(); i++) {
      line(
          "        {\"name\": \"papack:java-module\", \"value\": "
              + quoted(javaModules.get(i))
              + "}"
              + (i < javaModules.size() - 1 ? "," : ""));
    }
    line("      ]");
    line("    }");
    line("  ],");
    line("  \"dependencies\": [");
    line("    {\"ref\": \"papack\", \"dependsOn\": [" + quoted(program.reference()) + "]},");
    for (Component component : components) {
      List<String> needs = new ArrayList<>(component.needs().stream().map(references::get).toList());
      needs.add(runtime);
      line(
          "    {\"ref\": "
              + quoted(component.reference())
              + ", \"dependsOn\": ["
              + needs.stream().sorted().map(BillOfMaterials::quoted).collect(Collectors.joining(", "))
              + "]},");
    }
    line("    {\"ref\": " + quoted(runtime) + "}");
    line("  ]");
    line("}");
  }

  private static String unquoted(Properties release, String name) {
    String value = release.getProperty(name);
    if (value == null) {
      throw new IllegalStateException("the file release has no " + name);
    }
    return value.replace("\"", "");
  }

  private static String quoted(String value) {
    if (!value.matches("[\\x20-\\x7e&&[^\"\\\\]]*")) {
      throw new IllegalArgumentException(value);
    }
    return "\"" + value + "\"";
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
