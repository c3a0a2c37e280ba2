package dev.papack.cli.report;

import dev.papack.cli.output.OpenWorkspace;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reports that no workspace of a test gives: none, very many, and hostile findings. */
public final class ReportSamples {
  private static final Path TOP = Path.of("/home/a/repository");

  static final Findings FINDINGS =
      new Findings(
          new ReportPaths(
              TOP, TOP, Optional.of(OpenWorkspace.of(TOP.resolve("game"), TOP.resolve("game")))),
          Map.of());
  private static final Report.Ending FAULTS =
      new Report.Ending(1, "errors were found in the workspace or a pack", Optional.empty());
  private static final Report.Ending DONE = new Report.Ending(0, "success", Optional.empty());

  private ReportSamples() {}

  /** All of them, as SARIF, by name. */
  public static Map<String, String> sarif() {
    Map<String, String> sarif = new LinkedHashMap<>();
    sarif.put("nothing", ReportFormat.SARIF.render(report(List.of())));
    sarif.put("no-work", ReportFormat.SARIF.render(unable()));
    sarif.put("ten-thousand", ReportFormat.SARIF.render(report(tenThousand())));
    sarif.put(
        "hostile",
        ReportFormat.SARIF.render(
            report(hostileTexts().flatMap(text -> hostile(text).stream()).toList())));
    return sarif;
  }

  static Report report(List<Diagnostic> diagnostics) {
    return FINDINGS.report("0.1.0", "check", diagnostics.isEmpty() ? DONE : FAULTS, diagnostics);
  }

  /** A command that could not do its work. */
  static Report unable() {
    return FINDINGS.report(
        "0.1.0",
        "check",
        new Report.Ending(2, "the command line is invalid", Optional.of("no such thing")),
        List.of());
  }

  static Diagnostic in(String path, String message) {
    return Diagnostic.error(DiagnosticCode.NAME_TAKEN, Location.of(Artifact.ASSET, path), message);
  }

  /** Thirty errors, and many more warnings and notes. */
  static List<Diagnostic> tenThousand() {
    List<Diagnostic> many = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      Severity severity = i < 6_000 ? Severity.NOTE : i < 9_970 ? Severity.WARNING : Severity.ERROR;
      many.add(in("assets/" + i % 100 + ".asset.json", "fault " + i).as(severity));
    }
    return many;
  }

  /** Text that is a command, a mark or a control to something that shows it. */
  static Stream<String> hostileTexts() {
    return Stream.of(
        "a\u001b]0;owned\u0007",
        "b\u202egnp.exe",
        "c\u200bd",
        "line\n::error::injected",
        "line\r::set-output name=x::y",
        "::error file=x::injected",
        "##[error]injected",
        "%0A::error::injected",
        "a,line=1::x",
        "]]></failure><script>alert(1)</script>",
        "&lt;b&gt;\"quoted\" 'single'",
        "`code` | cell **bold** <img src=x onerror=y>",
        "[link](https://example.com) @everyone #1 www.example.com",
        "{0} {{1}} }{",
        "\ud800 alone \uffff \ufffe",
        "-- --> <!--",
        "\\u0000 \\| \\`");
  }

  /** Findings that have a text wherever they can have one. */
  static List<Diagnostic> hostile(String text) {
    return List.of(
        in("assets/" + text, text)
            .found(text)
            .advice(text)
            .related(Location.of(Artifact.SOURCE, "assets/" + text), text),
        Diagnostic.error(
            DiagnosticCode.FILE_FAILED, Location.of(Artifact.REQUEST, text).at("/" + text), text));
  }
}
