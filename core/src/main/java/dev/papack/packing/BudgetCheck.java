package dev.papack.packing;

import dev.papack.container.Entry;
import dev.papack.container.Header;
import dev.papack.container.MeaningException;
import dev.papack.container.PackException;
import dev.papack.container.PackReader;
import dev.papack.container.PackWriter;
import dev.papack.container.PreloadItem;
import dev.papack.container.Sha256;
import dev.papack.container.UnplacedEntry;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Done;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.ReadableFile;
import dev.papack.inspect.DiskPackBytes;
import dev.papack.inspect.PublishedBuild;
import dev.papack.publish.OutputFolder;
import dev.papack.publish.PackFiles;
import dev.papack.publish.PackSlot;
import dev.papack.registry.Budget;
import dev.papack.result.AssetFrames;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds what a pack would have against its budgets, before it is written. */
final class BudgetCheck {
  /** So many assets are named as the largest, and as many as those that changed most. */
  private static final int MAX_NAMED = 5;

  /** All digests are as long. */
  private static final Sha256 ANY_DIGEST = Sha256.of(ByteBuffer.allocate(0));

  private final List<Budget> budgets;
  private final OutputFolder output;

  /**
   * A check.
   *
   * @param output for what is published
   */
  BudgetCheck(List<Budget> budgets, OutputFolder output) {
    this.budgets = List.copyOf(budgets);
    this.output = output;
  }

  /** Whether there is anything to check: then the loads of all assets are wanted. */
  boolean isWanted() {
    return !budgets.isEmpty();
  }

  /**
   * Refuses a pack that exceeds a budget; as much as the limit is allowed.
   *
   * @param loads of all assets
   */
  Outcome<Done> judge(List<BankLoad> loads) throws IOException {
    List<Diagnostic> faults = new ArrayList<>();
    Optional<Published> published = Optional.empty();
    for (Budget budget : budgets) {
      OptionalLong found = amount(budget, loads);
      if (found.isPresent() && found.getAsLong() > budget.limit()) {
        if (published.isEmpty()) {
          published = Optional.of(Published.read(output));
        }
        faults.add(exceeded(budget, found.getAsLong(), loads, published.get()));
      }
    }
    return faults.isEmpty() ? Outcome.done() : new Outcome.Refused<>(faults);
  }

  /** Nothing for the size of a pack that cannot be: why not, the build says itself. */
  private static OptionalLong amount(Budget budget, List<BankLoad> loads) {
    if (budget.isOfPack()) {
      return packBytes(loads);
    }
    return OptionalLong.of(
        loads.stream()
            .filter(load -> load.isIn(budget))
            .mapToLong(load -> load.amount(budget.measure()))
            .sum());
  }

  private static OptionalLong packBytes(List<BankLoad> loads) {
    List<PreloadItem> preload = new ArrayList<>();
    for (BankLoad load : loads) {
      load.asset()
          .preloadSlot()
          .ifPresent(slot ->
              preload.add(
                  new PreloadItem(
                      load.asset().id().value(), load.asset().settings().bankType(), slot)));
    }
    try {
      return OptionalLong.of(
          PackWriter.packBytes(
              Header.layOut(
                  loads.stream()
                      .map(load ->
                          new UnplacedEntry(
                              load.asset().id().value(),
                              load.asset().name(),
                              load.metadata(),
                              ANY_DIGEST))
                      .toList(),
                  preload)));
    } catch (MeaningException e) {
      return OptionalLong.empty();
    }
  }

  private static Diagnostic exceeded(
      Budget budget, long found, List<BankLoad> loads, Published published) {
    Budget.Measure measure = budget.measure();
    Diagnostic fault =
        Diagnostic.error(
                DiagnosticCode.BUDGET_EXCEEDED,
                budget.place(),
                budget.begun()
                    + " "
                    + measure.counted(found)
                    + ", "
                    + (found - budget.limit())
                    + " more than the budget of "
                    + budget.limit())
            .found(String.valueOf(found))
            .limit(String.valueOf(budget.limit()))
            .advice("make the largest assets smaller, or split or remove some");
    List<BankLoad> counted = loads.stream().filter(load -> load.isIn(budget)).toList();
    for (BankLoad load : largest(counted, measure)) {
      fault =
          fault.related(
              placeOf(load),
              "\"" + load.asset().name() + "\" has " + measure.counted(load.amount(measure)));
    }
    for (Change change : published.changes(budget, counted)) {
      fault = fault.related(change.place(), change.text(measure));
    }
    return fault;
  }

  private static Location placeOf(BankLoad load) {
    return Location.of(Artifact.ASSET, load.asset().place().file());
  }

  private static List<BankLoad> largest(List<BankLoad> loads, Budget.Measure measure) {
    return loads.stream()
        .filter(load -> load.amount(measure) > 0)
        .sorted(
            Comparator.<BankLoad>comparingLong(load -> -load.amount(measure))
                .thenComparing(load -> load.asset().name().text()))
        .limit(MAX_NAMED)
        .toList();
  }

  /**
   * How an asset differs from what is published of it.
   *
   * @param name of the asset
   * @param before 0 if it is new
   * @param now 0 if it is gone
   */
  private record Change(Location place, String name, long before, long now) {
    long size() {
      return Math.abs(now - before);
    }

    String text(Budget.Measure measure) {
      String what = before == 0 ? "is new" : now == 0 ? "is gone" : "had " + before;
      String sign = now > before ? "+" : "-";
      return "since the published build: \""
          + name
          + "\" "
          + what
          + ", "
          + sign
          + measure.counted(size());
    }
  }

  /**
   * What is published, as far as it can be read: what is damaged is for {@code verify} to say.
   *
   * @param entries by id; nothing if there is no pack
   * @param preloaded ids
   * @param frameCounts by id
   */
  private record Published(
      Map<Integer, Entry> entries, Set<Integer> preloaded, Map<Integer, Long> frameCounts) {
    /** Copies the collections. */
    Published {
      entries = Map.copyOf(entries);
      preloaded = Set.copyOf(preloaded);
      frameCounts = Map.copyOf(frameCounts);
    }

    static Published read(OutputFolder output) throws IOException {
      Map<Integer, Entry> entries = new HashMap<>();
      Set<Integer> preloaded = new HashSet<>();
      if (PackSlot.PACK.find(output).isPresent()) {
        try (ReadableFile file = PackFiles.published(output).of(PackSlot.PACK).open()) {
          Header header =
              PackReader.open(new DiskPackBytes(file, output.shown(PackSlot.PACK))).header();
          header.assetTable().forEach(entry -> entries.put(entry.assetId(), entry));
          header.preload().forEach(item -> preloaded.add(item.assetId()));
        } catch (PackException e) {
          entries.clear();
        }
      }
      return new Published(
          entries,
          preloaded,
          PublishedBuild.frames(output).values().stream()
              .collect(Collectors.toMap(AssetFrames::assetId, AssetFrames::count)));
    }

    private long amount(Entry entry, Budget.Measure measure) {
      return measure == Budget.Measure.FRAMES
          ? frameCounts.getOrDefault(entry.assetId(), 0L)
          : BankLoad.amount(entry.metadata(), measure);
    }

    /** The greatest differences in what counts for a budget. */
    List<Change> changes(Budget budget, List<BankLoad> counted) {
      if (entries.isEmpty()) {
        return List.of();
      }
      List<Change> changes = new ArrayList<>();
      Set<Integer> present = new HashSet<>();
      for (BankLoad load : counted) {
        int id = load.asset().id().value();
        present.add(id);
        Entry entry = entries.get(id);
        changes.add(
            new Change(
                placeOf(load),
                load.asset().name().text(),
                entry == null || !isIn(budget, entry) ? 0 : amount(entry, budget.measure()),
                load.amount(budget.measure())));
      }
      for (Entry entry : entries.values()) {
        if (!present.contains(entry.assetId()) && isIn(budget, entry)) {
          changes.add(
              new Change(
                  Location.of(Artifact.PACK, PackSlot.PACK.path().text()),
                  entry.assetName().text(),
                  amount(entry, budget.measure()),
                  0));
        }
      }
      return changes.stream()
          .filter(change -> change.size() > 0)
          .sorted(Comparator.comparingLong(Change::size).reversed().thenComparing(Change::name))
          .limit(MAX_NAMED)
          .toList();
    }

    private boolean isIn(Budget budget, Entry entry) {
      return budget.covers(
          entry.assetName(),
          entry.metadata().bankType(),
          preloaded.contains(entry.assetId()) ? Budget.AssetSet.PRELOAD : Budget.AssetSet.ALL);
    }
  }
}
