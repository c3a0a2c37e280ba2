package dev.papack.cache;

import dev.papack.diagnostic.Argument;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.PixelRectangle;
import dev.papack.diagnostic.Severity;
import dev.papack.diagnostic.Verb;
import dev.papack.diagnostic.WorkspacePath;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Warnings and notes as texts, in the order in which they are written and read. What has another
 * form than these, such as a place in a text file, is not kept.
 */
final class FindingsForm {
  private FindingsForm() {}

  /** Takes the parts of a finding. */
  interface Sink {
    void text(String text);
  }

  /** Gives them again. */
  interface Origin {
    /** The next text. */
    String text() throws UnknownForm;
  }

  /** Texts that no finding has. */
  static final class UnknownForm extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /** Whether these come back as they are. */
  static boolean canKeep(List<Diagnostic> findings) {
    if (!findings.stream().allMatch(FindingsForm::isPlain)) {
      return false;
    }
    List<String> texts = new ArrayList<>();
    write(findings, texts::add);
    Iterator<String> next = texts.iterator();
    try {
      return read(next::next).equals(findings);
    } catch (UnknownForm e) {
      return false;
    }
  }

  private static boolean isPlain(Diagnostic finding) {
    return !finding.isError()
        && isPlain(finding.location())
        && finding.related().stream().allMatch(other -> isPlain(other.location()))
        && finding.fixes().stream().noneMatch(fix -> fix.action() instanceof Fix.EditDocument);
  }

  private static boolean isPlain(Location place) {
    return place.belowAssets().isPresent()
        && place.equals(rebuilt(place))
        && place.document().isEmpty();
  }

  private static Location rebuilt(Location place) {
    Location whole = Location.of(place.artifact(), place.belowAssets().orElseThrow());
    Location there =
        place.byteOffset().isPresent() ? whole.atByte(place.byteOffset().getAsLong()) : whole;
    return place.pixels().isPresent() ? there.at(place.pixels().get()) : there;
  }

  static void write(List<Diagnostic> findings, Sink out) {
    number(findings.size(), out);
    for (Diagnostic finding : findings) {
      out.text(finding.code().name());
      out.text(finding.severity().name());
      out.text(finding.message());
      write(finding.location(), out);
      optional(finding.found(), out);
      optional(finding.supported(), out);
      optional(finding.limit(), out);
      number(finding.fixes().size(), out);
      finding.fixes().forEach(fix -> write(fix, out));
      number(finding.related().size(), out);
      finding
          .related()
          .forEach(other -> {
            write(other.location(), out);
            out.text(other.message());
          });
    }
  }

  private static void write(Location place, Sink out) {
    out.text(place.artifact().name());
    out.text(place.belowAssets().orElseThrow().text());
    optional(
        place.byteOffset().isPresent()
            ? Optional.of(String.valueOf(place.byteOffset().getAsLong()))
            : Optional.empty(),
        out);
    optional(
        place
            .pixels()
            .map(area -> area.x() + " " + area.y() + " " + area.width() + " " + area.height()),
        out);
  }

  private static void write(Fix fix, Sink out) {
    out.text(fix.title());
    out.text(fix.certainty().name());
    switch (fix.action()) {
      case Fix.Advice(Optional<Fix.RequestChange> change) -> {
        out.text("advice");
        optional(change.map(Enum::name), out);
      }
      case Fix.RunCommand(Verb verb, List<Argument> arguments) -> {
        out.text("run");
        out.text(verb.name());
        number(arguments.size(), out);
        arguments.forEach(argument -> write(argument, out));
      }
      case Fix.EditDocument _ -> throw new IllegalArgumentException("not plain");
    }
  }

  private static void write(Argument argument, Sink out) {
    switch (argument) {
      case Argument.OfPath(WorkspacePath path) -> pair("path", path.text(), out);
      case Argument.OfNamedPath(String path) -> pair("named", path, out);
      case Argument.OfName(String name) -> pair("name", name, out);
      case Argument.OfId(long id) -> pair("id", String.valueOf(id), out);
      case Argument.OfChoice(Argument.Choice choice) -> pair("choice", choice.name(), out);
      case Argument.OfSetting(String member, String value) -> {
        pair("setting", member, out);
        out.text(value);
      }
    }
  }

  private static void pair(String kind, String text, Sink out) {
    out.text(kind);
    out.text(text);
  }

  private static void number(int number, Sink out) {
    out.text(String.valueOf(number));
  }

  private static void optional(Optional<String> text, Sink out) {
    number(text.isPresent() ? 1 : 0, out);
    text.ifPresent(out::text);
  }

  static List<Diagnostic> read(Origin in) throws UnknownForm {
    try {
      List<Diagnostic> findings = new ArrayList<>();
      for (int left = count(in); left > 0; left--) {
        findings.add(finding(in));
      }
      return findings;
    } catch (IllegalArgumentException e) {
      throw new UnknownForm();
    }
  }

  private static Diagnostic finding(Origin in) throws UnknownForm {
    DiagnosticCode code = DiagnosticCode.valueOf(in.text());
    Severity severity = Severity.valueOf(in.text());
    String message = in.text();
    Location place = location(in);
    Optional<String> found = optional(in);
    Optional<String> supported = optional(in);
    Optional<String> limit = optional(in);
    List<Fix> fixes = new ArrayList<>();
    for (int left = count(in); left > 0; left--) {
      fixes.add(fix(in));
    }
    List<Diagnostic.Related> related = new ArrayList<>();
    for (int left = count(in); left > 0; left--) {
      related.add(new Diagnostic.Related(location(in), in.text()));
    }
    if (severity == Severity.ERROR) {
      throw new UnknownForm();
    }
    return new Diagnostic(code, severity, message, place, found, supported, limit, fixes, related);
  }

  private static Location location(Origin in) throws UnknownForm {
    Location whole = Location.of(Artifact.valueOf(in.text()), AssetsPath.of(in.text()));
    Optional<String> offset = optional(in);
    Optional<String> pixels = optional(in);
    OptionalLong byteOffset =
        offset.isPresent() ? OptionalLong.of(Long.parseLong(offset.get())) : OptionalLong.empty();
    Location there = byteOffset.isPresent() ? whole.atByte(byteOffset.getAsLong()) : whole;
    if (pixels.isEmpty()) {
      return there;
    }
    String[] numbers = pixels.get().split(" ", -1);
    if (numbers.length != 4) {
      throw new UnknownForm();
    }
    return there.at(
        new PixelRectangle(
            Integer.parseInt(numbers[0]),
            Integer.parseInt(numbers[1]),
            Integer.parseInt(numbers[2]),
            Integer.parseInt(numbers[3])));
  }

  private static Fix fix(Origin in) throws UnknownForm {
    String title = in.text();
    Fix.Certainty certainty = Fix.Certainty.valueOf(in.text());
    return switch (in.text()) {
      case "advice" ->
          new Fix(title, certainty, new Fix.Advice(optional(in).map(Fix.RequestChange::valueOf)));
      case "run" -> {
        Verb verb = Verb.valueOf(in.text());
        List<Argument> arguments = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
          arguments.add(argument(in));
        }
        yield new Fix(title, certainty, new Fix.RunCommand(verb, arguments));
      }
      default -> throw new UnknownForm();
    };
  }

  private static Argument argument(Origin in) throws UnknownForm {
    return switch (in.text()) {
      case "path" -> new Argument.OfPath(WorkspacePath.of(in.text()));
      case "named" -> new Argument.OfNamedPath(in.text());
      case "name" -> new Argument.OfName(in.text());
      case "id" -> new Argument.OfId(Long.parseLong(in.text()));
      case "choice" -> new Argument.OfChoice(Argument.Choice.valueOf(in.text()));
      case "setting" -> new Argument.OfSetting(in.text(), in.text());
      default -> throw new UnknownForm();
    };
  }

  private static int count(Origin in) throws UnknownForm {
    int count = Integer.parseInt(in.text());
    if (count < 0) {
      throw new UnknownForm();
    }
    return count;
  }

  private static Optional<String> optional(Origin in) throws UnknownForm {
    return count(in) == 0 ? Optional.empty() : Optional.of(in.text());
  }
}
