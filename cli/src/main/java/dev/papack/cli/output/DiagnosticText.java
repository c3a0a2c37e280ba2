package dev.papack.cli.output;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Severity;
import dev.papack.diagnostic.TextRange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Diagnostics for people: what, where, the line with the fault underlined, and what to do. */
public final class DiagnosticText {
  private static final Pattern COLOR = Pattern.compile("#([0-9a-fA-F]{6})\\b");

  /** A tile can have a thousand colours; a screen cannot. */
  private static final int MAX_CHARACTERS = 480;

  /** So many of many places are named. */
  private static final int MAX_PLACES = 3;

  private final TextOutput out;
  private final Standing standing;
  private final Map<Location, CellPicture> pictures;
  private final Excerpts excerpts = new Excerpts();

  /**
   * A printer without pictures.
   *
   * @param out takes the lines
   * @param standing where the user is
   */
  public DiagnosticText(TextOutput out, Standing standing) {
    this(out, standing, Map.of());
  }

  /**
   * A printer.
   *
   * @param out takes the lines
   * @param standing where the user is
   * @param pictures of places, drawn where the terminal can
   */
  public DiagnosticText(TextOutput out, Standing standing, Map<Location, CellPicture> pictures) {
    this.out = out;
    this.standing = standing;
    this.pictures = Map.copyOf(pictures);
  }

  /**
   * Prints a diagnostic and an empty line.
   *
   * @param diagnostic any
   */
  public void print(Diagnostic diagnostic) {
    printWhole(diagnostic);
    out.endLine();
  }

  private void printWhole(Diagnostic diagnostic) {
    printHead(diagnostic);
    String place = Places.text(diagnostic.location());
    Optional<TextRange> range = diagnostic.location().text();
    Optional<Excerpt> excerpt = excerpts.find(diagnostic.location());
    String margin = " ".repeat(excerpt.map(line -> String.valueOf(line.line()).length()).orElse(1));
    if (!place.isEmpty()) {
      out.print(Style.QUIET, margin + "--> ").line(place);
    }
    if (excerpt.isPresent() && range.isPresent()) {
      print(excerpt.get(), range.get(), margin, styleOf(diagnostic.severity()));
    }
    CellPicture picture = pictures.get(diagnostic.location());
    if (picture != null) {
      out.picture(margin + "   ", picture);
    }
    diagnostic.found().ifPresent(found -> detail(margin, "found", found));
    diagnostic.supported().ifPresent(supported -> detail(margin, "supported", supported));
    diagnostic.limit().ifPresent(limit -> detail(margin, "limit", limit));
    for (Diagnostic.Related related : diagnostic.related()) {
      out.print(Style.QUIET, margin + "::: ")
          .line(Places.text(related.location()) + ": " + related.message());
    }
    diagnostic.fixes().forEach(fix -> print(margin, fix));
  }

  /**
   * Prints the first of many diagnostics that say the same of other places, how many more there are
   * and where the next of them are, and an empty line.
   *
   * @param diagnostics at least two
   */
  public void printFirst(List<Diagnostic> diagnostics) {
    printWhole(diagnostics.getFirst());
    List<Diagnostic> more = diagnostics.subList(1, diagnostics.size());
    List<String> places =
        more.stream().map(one -> one.location().path()).distinct().limit(MAX_PLACES).toList();
    out.print(Style.STRONG, "  and " + more.size() + " more like it")
        .line(
            ": "
                + String.join(", ", places)
                + (more.size() > places.size() ? ", ... (all with --verbose)" : ""));
    out.endLine();
  }

  /**
   * Prints many similar diagnostics: one line for each, the help once, and an empty line.
   *
   * @param diagnostics whose messages say everything
   */
  public void printLines(List<Diagnostic> diagnostics) {
    Map<List<Fix>, List<Diagnostic>> byFixes =
        diagnostics.stream()
            .collect(
                Collectors.groupingBy(Diagnostic::fixes, LinkedHashMap::new, Collectors.toList()));
    byFixes.forEach((fixes, alike) -> {
      for (Diagnostic diagnostic : alike) {
        printHead(diagnostic);
      }
      fixes.forEach(fix -> print(" ", fix));
      out.endLine();
    });
  }

  private void printHead(Diagnostic diagnostic) {
    Severity severity = diagnostic.severity();
    out.print(styleOf(severity), severity.label() + "[" + diagnostic.code().id() + "]")
        .print(Style.STRONG, ": " + diagnostic.message())
        .endLine();
  }

  /** A command has a line of its own, to be copied whole. */
  private void print(String margin, Fix fix) {
    out.print(margin + "= ").print(Style.GOOD, "help");
    switch (fix.action()) {
      case Fix.RunCommand command -> {
        out.line(": " + fix.title() + ":");
        out.print(margin + "      ").line(standing.line(command));
      }
      case Fix.EditDocument _ -> out.line(": " + fix.title());
      case Fix.Advice(Optional<Fix.RequestChange> change) ->
          out.line(
              ": "
                  + fix.title()
                  + change.map(asked -> " (" + Standing.option(asked) + ")").orElse(""));
    }
  }

  private void print(Excerpt excerpt, TextRange range, String margin, Style style) {
    Underline underline = Underline.of(excerpt, range);
    out.print(Style.QUIET, margin + " |").endLine();
    out.print(Style.QUIET, excerpt.line() + " | ").line(underline.source());
    out.print(Style.QUIET, margin + " | ").print(style, underline.marks()).endLine();
  }

  private void detail(String margin, String label, String whole) {
    boolean isLong = whole.length() > MAX_CHARACTERS;
    String value = isLong ? whole.substring(0, MAX_CHARACTERS) : whole;
    out.print(margin + "= " + label + ": ");
    Matcher colors = COLOR.matcher(value);
    int from = 0;
    while (colors.find()) {
      out.print(value.substring(from, colors.start()));
      out.swatch(Integer.parseInt(value, colors.start(1), colors.end(1), 16));
      from = colors.start();
    }
    out.print(value.substring(from)).line(isLong ? "... (all with --format json)" : "");
  }

  private static Style styleOf(Severity severity) {
    return switch (severity) {
      case ERROR -> Style.ERROR;
      case WARNING -> Style.WARNING;
      case NOTE -> Style.NOTE;
    };
  }
}
