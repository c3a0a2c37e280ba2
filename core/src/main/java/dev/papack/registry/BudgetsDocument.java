package dev.papack.registry;

import dev.papack.container.BankType;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.ReadableDirectory;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonObject;
import dev.papack.migration.CurrentDocument;
import dev.papack.migration.Histories;
import dev.papack.migration.Migration;
import dev.papack.source.FileReader;
import dev.papack.source.Limits;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Reads {@code budgets.json}. Everything that it can say wrong is a matter of its structure. */
public final class BudgetsDocument {
  private BudgetsDocument() {}

  /**
   * Reads the budgets of a workspace; without a file there are none.
   *
   * @param assets the folder {@code assets/}
   */
  public static Outcome<List<Budget>> read(ReadableDirectory assets) throws IOException {
    return assets.find(AssetsPath.BUDGETS.name()).isEmpty()
        ? Outcome.of(List.of())
        : FileReader.read(assets, AssetsPath.BUDGETS, Limits.BUDGETS_BYTES, Artifact.BUDGETS)
            .flatMap(snapshot -> Migration.read(snapshot, Histories.BUDGETS))
            .map(BudgetsDocument::budgets);
  }

  private static List<Budget> budgets(CurrentDocument document) {
    return TreeReader.elements(TreeReader.require(document.tree(), "budgets")).stream()
        .map(TreeReader::object)
        .map(budget -> budget(document, budget))
        .toList();
  }

  private static Budget budget(CurrentDocument document, JsonObject budget) {
    JsonNode limit = TreeReader.require(budget, "limit");
    return new Budget(
        Budget.Measure.valueOf(
            TreeReader.text(TreeReader.require(budget, "measure")).toUpperCase(Locale.ROOT)),
        TreeReader.number(limit),
        budget.find("bank").map(bank -> BankType.valueOf(TreeReader.text(bank))),
        budget.find("set").isPresent() ? Budget.AssetSet.PRELOAD : Budget.AssetSet.ALL,
        budget.find("names").map(names -> NameForm.of(TreeReader.text(names))),
        document.placeOf(limit));
  }
}
