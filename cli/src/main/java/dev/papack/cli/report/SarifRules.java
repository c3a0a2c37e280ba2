package dev.papack.cli.report;

import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.DiagnosticPage;
import dev.papack.json.line.JsonLine;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The tool and the rules that its results name: each code with its page. */
final class SarifRules {
  private SarifRules() {}

  static void write(JsonLine tool, String version, List<DiagnosticCode> codes) {
    tool.putObject(
        "driver",
        driver ->
            driver
                .put("name", "papack")
                .put("version", version)
                .put("semanticVersion", version)
                .putObjects("rules", codes, SarifRules::writeRule));
  }

  private static void writeRule(JsonLine rule, DiagnosticCode code) {
    DiagnosticPage page = DiagnosticPage.find(code).orElseThrow();
    String help = withoutLinks(page.markdown());
    List<String> paragraphs = paragraphs(help);
    rule.put("id", code.id())
        .put("name", name(code))
        .putObject("shortDescription", text -> text.put("text", paragraphs.getFirst()))
        .putObject("fullDescription", text -> text.put("text", String.join(" ", paragraphs)))
        .putObject("help", text -> text.put("text", withoutMarks(help)).put("markdown", help));
  }

  /** SARIF wants names of rules as Pascal wrote them: {@code VersionTooNew}. */
  private static String name(DiagnosticCode code) {
    StringBuilder name = new StringBuilder();
    for (String word : code.name().split("_", -1)) {
      name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return name.toString();
  }

  /** The first paragraph: what the code means; and the second: why that is so. A line each. */
  private static List<String> paragraphs(String page) {
    return Arrays.stream(page.split("\n\n", -1))
        .filter(paragraph -> !paragraph.startsWith("#"))
        .limit(2)
        .map(paragraph -> withoutMarks(paragraph.strip().replace('\n', ' ')))
        .map(paragraph -> paragraph.endsWith(".") ? paragraph : paragraph + ".")
        .toList();
  }

  /** Pages link to each other by their files, which a server does not have. */
  private static String withoutLinks(String markdown) {
    return markdown.replaceAll("\\[([^\\]]*)]\\([^)]*\\)", "$1");
  }

  private static String withoutMarks(String markdown) {
    return markdown.replace("`", "").replace("**", "");
  }
}
