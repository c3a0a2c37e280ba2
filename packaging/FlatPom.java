import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Prints the pom of a library as its users need it: {@code java FlatPom.java ROOT MODULE}. It has no parent, because a
 * project that depends on the library would have to find that, too; no plugins and no tests; and every version is
 * written out.
 */
final class FlatPom {
  private FlatPom() {}

  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(arguments[0]);
    System.out.print(
        text(pom(root.resolve("pom.xml")), pom(root.resolve(arguments[1]).resolve("pom.xml"))));
  }

  private static Element pom(Path file) throws IOException, ParserConfigurationException, SAXException {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(Files.newInputStream(file))
        .getDocumentElement();
  }

  private static String text(Element root, Element module) {
    String version = value(root, "version");
    StringBuilder text = new StringBuilder();
    text.append(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <project xmlns="http://maven.apache.org/POM/4.0.0"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xsi:schemaLocation="http://maven.apache.org/POM/4.0.0 http://maven.apache.org/xsd/maven-4.0.0.xsd">
          <modelVersion>4.0.0</modelVersion>
        """);
    line(text, 1, "groupId", value(root, "groupId"));
    line(text, 1, "artifactId", value(module, "artifactId"));
    line(text, 1, "version", version);
    line(text, 1, "name", value(module, "name"));
    line(text, 1, "description", value(module, "description"));
    line(text, 1, "url", value(root, "url"));
    line(text, 1, "inceptionYear", value(root, "inceptionYear"));
    copy(text, 1, child(root, "licenses").orElseThrow());
    copy(text, 1, child(root, "developers").orElseThrow());
    copy(text, 1, child(root, "scm").orElseThrow());
    text.append("  <dependencies>\n");
    for (Element dependency : children(child(module, "dependencies").orElseThrow())) {
      if (child(dependency, "scope").isPresent()) {
        continue;
      }
      text.append("    <dependency>\n");
      line(text, 3, "groupId", value(dependency, "groupId"));
      line(text, 3, "artifactId", value(dependency, "artifactId"));
      line(text, 3, "version", version(root, dependency).replace("${project.version}", version));
      text.append("    </dependency>\n");
    }
    text.append("  </dependencies>\n");
    text.append("</project>\n");
    return text.toString();
  }

  /** The version of a dependency: its own, or the one that the root manages. */
  private static String version(Element root, Element dependency) {
    Optional<Element> own = child(dependency, "version");
    if (own.isPresent()) {
      return own.get().getTextContent().strip();
    }
    for (Element managed :
        children(child(child(root, "dependencyManagement").orElseThrow(), "dependencies").orElseThrow())) {
      if (value(managed, "artifactId").equals(value(dependency, "artifactId"))) {
        String property = value(managed, "version");
        return property.startsWith("${")
            ? value(
                child(root, "properties").orElseThrow(),
                property.substring(2, property.length() - 1))
            : property;
      }
    }
    throw new IllegalStateException("no version for " + value(dependency, "artifactId"));
  }

  private static void line(StringBuilder text, int depth, String name, String value) {
    text.append("  ".repeat(depth));
    text.append('<').append(name).append('>').append(escaped(value));
    text.append("</").append(name).append(">\n");
  }

  /** An element with all in it, without attributes: they tell how children inherit. */
  private static void copy(StringBuilder text, int depth, Element element) {
    List<Element> inner = children(element);
    if (inner.isEmpty()) {
      line(text, depth, element.getTagName(), element.getTextContent().strip());
      return;
    }
    text.append("  ".repeat(depth)).append('<').append(element.getTagName()).append(">\n");
    inner.forEach(one -> copy(text, depth + 1, one));
    text.append("  ".repeat(depth)).append("</").append(element.getTagName()).append(">\n");
  }

  private static String escaped(String value) {
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String value(Element element, String name) {
    return child(element, name)
        .orElseThrow(() -> new IllegalStateException(element.getTagName() + " has no " + name))
        .getTextContent()
        .strip();
  }

  private static Optional<Element> child(Element element, String name) {
    return children(element).stream().filter(one -> one.getTagName().equals(name)).findFirst();
  }

  private static List<Element> children(Element element) {
    List<Element> children = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element one) {
        children.add(one);
      }
    }
    return children;
  }
}
