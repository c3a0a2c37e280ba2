package dev.papack.cli;

import dev.papack.cli.output.Amount;
import dev.papack.cli.output.Style;
import dev.papack.cli.output.Table;
import dev.papack.cli.output.Table.Column;
import dev.papack.cli.output.TextOutput;
import dev.papack.comparison.Breach;
import dev.papack.comparison.ComparedPack;
import dev.papack.comparison.PackComparison;
import dev.papack.comparison.Verdict;
import dev.papack.json.line.JsonLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How two packs differ.
 *
 * @param comparison the older and the newer one
 * @param failing the verdict on which, or on a worse one, the command fails
 */
record DiffResult(PackComparison comparison, Optional<Verdict> failing) implements CommandResult {
  /**
   * How the bytes of a part grew or shrank.
   *
   * @param part the name of a bank type, or {@code file}
   * @param fromBytes in the older pack
   * @param toBytes in the newer pack
   */
  record Growth(String part, long fromBytes, long toBytes) {}

  /** One sentence: the verdict and what it means. */
  static String sentence(Verdict verdict) {
    return switch (verdict) {
      case EQUAL -> "both are the same pack";
      case COMPATIBLE -> "everything that a shipped game refers to still means the same";
      case BREAKING -> "something that a shipped game refers to is gone or means something else";
    };
  }

  @Override
  public ExitStatus status() {
    return failing.filter(least -> comparison.verdict().compareTo(least) >= 0).isPresent()
        ? ExitStatus.AT_FAULT
        : ExitStatus.DONE;
  }

  @Override
  public void print(TextOutput out) {
    Verdict verdict = comparison.verdict();
    out.print(style(verdict), DiffJson.word(verdict)).line(": " + sentence(verdict));
    for (Breach breach : comparison.breaches()) {
      out.line("  " + breach.assetName() + " (id " + breach.assetId() + ") " + breach.message());
    }
    if (verdict != Verdict.EQUAL) {
      out.endLine();
      printRows(out);
      out.endLine();
      printGrowth(out);
    }
    out.endLine();
    printPack(out, "old", comparison.before());
    printPack(out, "new", comparison.after());
  }

  private static Style style(Verdict verdict) {
    return switch (verdict) {
      case EQUAL, COMPATIBLE -> Style.GOOD;
      case BREAKING -> Style.ERROR;
    };
  }

  private void printRows(TextOutput out) {
    Table table =
        new Table(
            Column.text("CHANGE"), Column.number("ID"), Column.text("NAME"), Column.text("WHAT"));
    for (DiffRow row : DiffRow.all(comparison)) {
      table.row(row.change(), String.valueOf(row.assetId()), row.assetName().text(), row.what());
    }
    table.print(out);
  }

  private void printGrowth(TextOutput out) {
    Table table =
        new Table(
            Column.text("SIZE"),
            Column.number("OLD"),
            Column.number("NEW"),
            Column.number("DIFFERENCE"));
    for (Growth growth : growths(comparison)) {
      table.row(
          growth.part(),
          Amount.bytes(growth.fromBytes()),
          Amount.bytes(growth.toBytes()),
          Amount.growth(growth.fromBytes(), growth.toBytes()));
    }
    table.print(out);
  }

  /** Bank types that either pack has, and the whole files. */
  static List<Growth> growths(PackComparison comparison) {
    ComparedPack before = comparison.before();
    ComparedPack after = comparison.after();
    List<Growth> growths = new ArrayList<>();
    growths.add(new Growth("TILES", before.tilesBytes(), after.tilesBytes()));
    growths.add(new Growth("SOUNDS", before.soundsBytes(), after.soundsBytes()));
    growths.removeIf(growth -> growth.fromBytes() == 0 && growth.toBytes() == 0);
    growths.add(new Growth("file", before.fileBytes(), after.fileBytes()));
    return growths;
  }

  private static void printPack(TextOutput out, String which, ComparedPack pack) {
    out.line(
        which
            + " pack: "
            + Amount.counted(pack.assetCount(), "asset")
            + ", "
            + Amount.bytes(pack.fileBytes())
            + ", pack id "
            + pack.packId().hex());
  }

  @Override
  public void printMarkdown(TextOutput out) {
    DiffMarkdown.print(comparison, out);
  }

  @Override
  public void write(JsonLine json) {
    DiffJson.write(comparison, json);
  }
}
