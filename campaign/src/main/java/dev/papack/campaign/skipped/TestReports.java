package dev.papack.campaign.skipped;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What Surefire wrote of a run.
 *
 * @param testCount of all tests, each invocation counted
 * @param skipped those that did not run
 */
record TestReports(int testCount, List<SkippedTest> skipped) {
  /** Copies the list. */
  TestReports {
    skipped = List.copyOf(skipped);
  }

  /**
   * Reads the reports of every module.
   *
   * @param home folder of the modules
   */
  static TestReports read(Path home) throws IOException {
    int testCount = 0;
    List<SkippedTest> skipped = new ArrayList<>();
    try (DirectoryStream<Path> modules = Files.newDirectoryStream(home, Files::isDirectory)) {
      for (Path module : modules) {
        Path folder = module.resolve("target/surefire-reports");
        if (Files.isDirectory(folder)) {
          try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "TEST-*.xml")) {
            for (Path file : files) {
              testCount += read(file, skipped);
            }
          }
        }
      }
    }
    return new TestReports(testCount, skipped);
  }

  /** Adds the skipped tests of a class, and returns how many tests there were. */
  private static int read(Path file, List<SkippedTest> skipped) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    // Else a message comes in pieces.
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    int testCount = 0;
    try (InputStream in = Files.newInputStream(file)) {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      String className = "";
      String method = "";
      while (xml.hasNext()) {
        if (xml.next() != XMLStreamReader.START_ELEMENT) {
          continue;
        }
        if (xml.getLocalName().equals("testcase")) {
          testCount++;
          className = attribute(xml, "classname");
          method = attribute(xml, "name");
        } else if (xml.getLocalName().equals("skipped")) {
          String message = attribute(xml, "message");
          String text = xml.getElementText();
          skipped.add(SkippedTest.of(className, method, message.isEmpty() ? text : message));
        }
      }
    } catch (XMLStreamException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
    return testCount;
  }

  private static String attribute(XMLStreamReader xml, String name) {
    return Objects.requireNonNullElse(xml.getAttributeValue(null, name), "");
  }
}
