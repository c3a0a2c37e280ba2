package dev.papack.lsp;

import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.TextPosition;
import dev.papack.diagnostic.TextRange;
import dev.papack.diagnostic.WorkspacePath;
import dev.papack.lsp.rpc.Json;
import dev.papack.lsp.rpc.RpcException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Fixes, as an editor offers them beside what is wrong. */
record CodeActions(Forms forms, Desk desk, WorkspacePath document) {
  static final String KIND = "quickfix";

  private static final TextRange BEGINNING = new TextRange(1, 1, 1, 1);

  /** Those of what is wrong in a range. */
  Json in(List<Finding> findings, Json.Members params) throws RpcException {
    List<Json> only = params.members("context").elements("only");
    if (!only.isEmpty() && !only.contains(Json.of(KIND))) {
      return Json.of(List.of());
    }
    Json.Members wanted = params.members("range");
    TextPosition start = forms.encoding().position(wanted.members("start"), desk.lines(document));
    TextPosition end = forms.encoding().position(wanted.members("end"), desk.lines(document));
    List<Json> actions = new ArrayList<>();
    for (Finding finding : findings) {
      TextRange range = finding.shown().text().orElse(BEGINNING);
      if (isNotAfter(range.line(), range.column(), end)
          && !isBefore(range.endLine(), range.endColumn(), start)) {
        finding.diagnostic().fixes().forEach(fix -> action(finding, fix).ifPresent(actions::add));
      }
    }
    return Json.of(actions);
  }

  private static boolean isNotAfter(int line, int column, TextPosition end) {
    return line < end.line() || (line == end.line() && column <= end.column());
  }

  private static boolean isBefore(int line, int column, TextPosition start) {
    return line < start.line() || (line == start.line() && column < start.column());
  }

  private Optional<Json> action(Finding finding, Fix fix) {
    String title = title(fix);
    Json.Builder action =
        Json.object()
            .put("title", title)
            .put("kind", KIND)
            .put("diagnostics", List.of(forms.diagnostic(desk, finding)))
            .put("isPreferred", fix.certainty() == Fix.Certainty.SAFE)
            .put(
                "data",
                Json.object()
                    .put("certainty", fix.certainty().name().toLowerCase(Locale.ROOT))
                    .done());
    return switch (fix.action()) {
      case Fix.EditDocument edit ->
          Optional.of(
              action.put("edit", forms.edit(desk, edit, finding.diagnostic().location())).done());
      case Fix.RunCommand command ->
          FixCommand.isOffered(command)
              ? Optional.of(action.put("command", FixCommand.write(command, title)).done())
              : Optional.empty();
      case Fix.Advice _ -> Optional.empty();
    };
  }

  /** The title of a list says how sure papack is, since editors show nothing else. */
  private static String title(Fix fix) {
    String title = fix.title().substring(0, 1).toUpperCase(Locale.ROOT) + fix.title().substring(1);
    return switch (fix.certainty()) {
      case SAFE -> title;
      case LIKELY -> title + " (likely)";
      case MANUAL -> title + " (your decision)";
    };
  }
}
