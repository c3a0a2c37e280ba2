package dev.papack.campaign.mutation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads what the runs of PIT wrote of one module. */
final class MutationReport {
  private final Path sources;
  private final Map<Path, List<String>> linesOf = new HashMap<>();
  private final Map<Mutant.Name, Integer> seen = new HashMap<>();

  private MutationReport(Path sources) {
    this.sources = sources;
  }

  /**
   * Reads a report.
   *
   * @param module folder with {@code src/main/java} and the reports below {@code
   *     target/pit-reports}
   * @return the mutants, in the order of the code
   */
  static List<Mutant> read(Path module) throws IOException {
    List<Map<String, String>> elements = new ArrayList<>();
    for (Path file : files(module.resolve("target/pit-reports"))) {
      elements.addAll(elements(file));
    }
    elements.sort(
        Comparator.<Map<String, String>, String>comparing(e -> e.getOrDefault("mutatedClass", ""))
            .thenComparingInt(e -> number(e, "lineNumber"))
            .thenComparingInt(e -> number(e, "index")));
    MutationReport report = new MutationReport(module.resolve("src/main/java"));
    List<Mutant> mutants = new ArrayList<>();
    for (Map<String, String> element : elements) {
      mutants.add(report.mutant(element));
    }
    return mutants;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.endsWith("mutations.xml")).sorted().toList();
    }
  }

  /** The attributes and child elements of each mutation; of a repeated child, the first. */
  private static List<Map<String, String>> elements(Path file) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    // Else the text of an escaped "<init>" comes in pieces.
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    List<Map<String, String>> elements = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file)) {
      XMLStreamReader xml = factory.createXMLStreamReader(in, "UTF-8");
      String name = "";
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamReader.START_ELEMENT -> {
            name = xml.getLocalName();
            if (name.equals("mutation")) {
              elements.add(new HashMap<>(Map.of("status", xml.getAttributeValue(null, "status"))));
            }
          }
          case XMLStreamReader.END_ELEMENT -> name = "";
          case XMLStreamReader.CHARACTERS -> {
            if (!elements.isEmpty() && !name.isEmpty()) {
              elements.getLast().putIfAbsent(name, xml.getText());
            }
          }
          default -> {}
        }
      }
    } catch (XMLStreamException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
    return elements;
  }

  private static int number(Map<String, String> element, String name) {
    return Integer.parseInt(element.getOrDefault(name, "0"));
  }

  private Mutant mutant(Map<String, String> element) throws IOException {
    String className = element.getOrDefault("mutatedClass", "");
    String packageName = className.substring(0, className.lastIndexOf('.'));
    String operator = element.getOrDefault("mutator", "");
    Path file =
        sources
            .resolve(packageName.replace('.', '/'))
            .resolve(element.getOrDefault("sourceFile", ""));
    if (!linesOf.containsKey(file)) {
      linesOf.put(file, Files.readAllLines(file));
    }
    Mutant.Name first =
        new Mutant.Name(
            className + "." + element.getOrDefault("mutatedMethod", ""),
            operator.substring(operator.lastIndexOf('.') + 1).replace("Mutator", ""),
            1,
            linesOf.get(file).get(number(element, "lineNumber") - 1).strip());
    int ordinal = seen.merge(first, 1, Integer::sum);
    return new Mutant(
        new Mutant.Name(first.method(), first.operator(), ordinal, first.line()),
        packageName,
        fate(element.getOrDefault("status", "")));
  }

  private static Mutant.Fate fate(String status) {
    return switch (status) {
      case "KILLED", "TIMED_OUT", "MEMORY_ERROR" -> Mutant.Fate.KILLED;
      case "SURVIVED" -> Mutant.Fate.SURVIVED;
      case "NO_COVERAGE" -> Mutant.Fate.NOT_COVERED;
      default -> Mutant.Fate.NOT_TRIED;
    };
  }
}
