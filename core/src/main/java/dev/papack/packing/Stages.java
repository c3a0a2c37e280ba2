package dev.papack.packing;

import dev.papack.asset.Asset;
import dev.papack.convert.Capacity;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.ReadableDirectory;
import dev.papack.progress.CancelledException;
import dev.papack.progress.Observer;
import dev.papack.progress.Phase;
import dev.papack.progress.Progress;
import dev.papack.publish.WorkspaceFolders;
import dev.papack.registry.Budget;
import dev.papack.registry.BudgetsDocument;
import dev.papack.registry.KnownFiles;
import dev.papack.result.Checked;
import dev.papack.result.Drift;
import dev.papack.source.InOrder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The stages that a check and a build have in common: the gate, then every asset in order.
 *
 * @param folders the workspace, and where it publishes
 * @param drift whether authored documents that are not up to date are accepted
 * @param capacity threads and memory
 * @param observer is told how far it is, and asked whether to go on
 */
record Stages(WorkspaceFolders folders, Drift drift, Capacity capacity, Observer observer) {
  /** The costly part. */
  @FunctionalInterface
  interface Work<T> {
    Outcome<T> apply(DeclaredAssets declared, BudgetCheck budgets)
        throws IOException, CancelledException;
  }

  /** Tells what is declared. */
  @FunctionalInterface
  interface Declaring {
    /**
     * Reads it, as far as it is not known.
     *
     * @param others what else was found so far
     */
    Outcome<DeclaredAssets> read(List<Diagnostic> others) throws IOException;
  }

  /** Reads and reconciles; with an unsupported version nothing more is done. */
  <T> Outcome<T> pastTheGate(
      ReadableDirectory assets, Declaring declaring, Optional<Diagnostic> obstacle, Work<T> work)
      throws IOException, CancelledException {
    Outcome<List<Budget>> budgets = BudgetsDocument.read(assets);
    List<Diagnostic> others = new ArrayList<>(budgets.diagnostics());
    obstacle.ifPresent(others::add);
    return declaring
        .read(others)
        .then(declared -> work.apply(declared, new BudgetCheck(known(budgets), folders.output())));
  }

  /** Reads what is declared but for what is known. */
  Outcome<DeclaredAssets> read(ReadableDirectory assets, KnownFiles known, List<Diagnostic> others)
      throws IOException {
    return DeclaredAssets.read(assets, known, drift, others, capacity.threads());
  }

  /** Faulty budgets are reported with everything else, and nothing is held against them. */
  private static List<Budget> known(Outcome<List<Budget>> budgets) {
    return switch (budgets) {
      case Outcome.Accepted<List<Budget>>(List<Budget> all, List<Diagnostic> _) -> all;
      case Outcome.Refused<List<Budget>> _ -> List.of();
    };
  }

  /**
   * What is made of an asset.
   *
   * @param <T> what is left of its bank
   */
  @FunctionalInterface
  interface Making<T> {
    /** Makes it, on some thread. */
    Outcome<T> make(Asset asset) throws IOException;

    /** The same without opening a file, where it is known: that is not worth a thread. */
    default Optional<Outcome<T>> find(Asset asset) {
      return Optional.empty();
    }
  }

  /**
   * Makes every asset, even behind one that is refused: its faults are wanted as well.
   *
   * @param making makes each
   * @param sink takes what is left of the banks, in the order of the ids
   */
  <T> Outcome<Checked> makeAll(DeclaredAssets declared, Making<T> making, Consumer<T> sink)
      throws IOException, CancelledException {
    List<Asset> all = declared.assets();
    List<Diagnostic> diagnostics = new ArrayList<>(declared.diagnostics());
    observer.observe(new Progress.Begun(Phase.CONVERT, all.size()));
    List<Optional<Outcome<T>>> known = all.stream().map(making::find).toList();
    Iterator<InOrder.Work<Outcome<T>>> work =
        IntStream.range(0, all.size())
            .filter(i -> known.get(i).isEmpty())
            .mapToObj(i -> (InOrder.Work<Outcome<T>>) () -> making.make(all.get(i)))
            .iterator();
    int done = 0;
    try (InOrder<Outcome<T>> results = new InOrder<>(capacity.threads(), work)) {
      for (Optional<Outcome<T>> found : known) {
        stopIfCancelled();
        Outcome<T> result = found.isPresent() ? found.get() : results.next();
        diagnostics.addAll(result.diagnostics());
        if (result instanceof Outcome.Accepted<T>(T stored, var _)) {
          sink.accept(stored);
        }
        Asset through = all.get(done++);
        observer.observe(new Progress.Advanced(Phase.CONVERT, done, all.size(), through.name()));
      }
    }
    return diagnostics.stream().anyMatch(Diagnostic::isError)
        ? new Outcome.Refused<>(diagnostics)
        : new Outcome.Accepted<>(new Checked(done), diagnostics);
  }

  void stopIfCancelled() throws CancelledException {
    if (observer.isCancelled()) {
      throw new CancelledException();
    }
  }
}
