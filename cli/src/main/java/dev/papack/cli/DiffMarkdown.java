package dev.papack.cli;

import dev.papack.cli.output.Amount;
import dev.papack.cli.output.TextOutput;
import dev.papack.comparison.Breach;
import dev.papack.comparison.PackComparison;
import dev.papack.comparison.Verdict;
import dev.papack.container.AssetName;
import dev.papack.container.PackId;
import java.util.List;

/**
 * How two packs differ, as a comment on a pull request in GitHub's Markdown. Long lists are cut,
 * and say how many more there are.
 */
final class DiffMarkdown {
  private static final int MAX_REASONS = 20;
  private static final int MAX_ROWS = 40;
  private static final int SHORT_ID_DIGITS = 12;

  private DiffMarkdown() {}

  /** The verdict first. */
  static void print(PackComparison comparison, TextOutput out) {
    Verdict verdict = comparison.verdict();
    out.line("**" + DiffJson.word(verdict) + "**: " + DiffResult.sentence(verdict));
    out.endLine();
    printReasons(comparison.breaches(), out);
    if (verdict != Verdict.EQUAL) {
      printRows(DiffRow.all(comparison), out);
      printGrowth(comparison, out);
    }
    out.line(
        "Pack "
            + shortId(comparison.before().packId())
            + " compared with "
            + shortId(comparison.after().packId()));
  }

  private static void printReasons(List<Breach> reasons, TextOutput out) {
    if (reasons.isEmpty()) {
      return;
    }
    for (Breach reason : reasons.subList(0, Math.min(reasons.size(), MAX_REASONS))) {
      out.line(
          "- "
              + code(reason.assetName())
              + " (id "
              + reason.assetId()
              + ") "
              + withCode(reason.message()));
    }
    printMore(reasons.size() - MAX_REASONS, "reason", "- ", out);
    out.endLine();
  }

  private static void printRows(List<DiffRow> rows, TextOutput out) {
    out.line("| change | id | asset | what |");
    out.line("|---|---:|---|---|");
    for (DiffRow row : rows.subList(0, Math.min(rows.size(), MAX_ROWS))) {
      out.line(
          "| "
              + row.change()
              + " | "
              + row.assetId()
              + " | "
              + code(row.assetName())
              + " | "
              + withCode(row.what())
              + " |");
    }
    out.endLine();
    if (rows.size() > MAX_ROWS) {
      printMore(rows.size() - MAX_ROWS, "change", "", out);
      out.endLine();
    }
  }

  private static void printGrowth(PackComparison comparison, TextOutput out) {
    out.line("| size | old | new | difference |");
    out.line("|---|---:|---:|---:|");
    for (DiffResult.Growth growth : DiffResult.growths(comparison)) {
      out.line(
          "| "
              + growth.part()
              + " | "
              + Amount.bytes(growth.fromBytes())
              + " | "
              + Amount.bytes(growth.toBytes())
              + " | "
              + Amount.growth(growth.fromBytes(), growth.toBytes())
              + " |");
    }
    out.endLine();
  }

  private static void printMore(int count, String noun, String before, TextOutput out) {
    if (count > 0) {
      out.line(before + "and " + Amount.counted(count, "more " + noun));
    }
  }

  /** As code, since names have underscores, which are markup; they have no backticks. */
  private static String code(AssetName name) {
    return "`" + name + "`";
  }

  /** Our sentences quote nothing but names of assets. */
  private static String withCode(String sentence) {
    return sentence.replace('"', '`');
  }

  private static String shortId(PackId id) {
    return "`" + id.hex().substring(0, SHORT_ID_DIGITS) + "`";
  }
}
