package dev.papack.authoring;

import dev.papack.convert.Capacity;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.progress.CancelledException;
import dev.papack.progress.Observer;
import dev.papack.progress.Phase;
import dev.papack.progress.Progress;
import dev.papack.source.InOrder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Tries many files as a build would, several at once; the answers are in the order of the files.
 */
final class Trying {
  private final Capacity capacity;
  private final Observer observer;
  private final int total;
  private int done;

  /**
   * Begins.
   *
   * @param total how many files will be tried, in all calls together
   */
  Trying(Capacity capacity, Observer observer, int total) {
    this.capacity = capacity;
    this.observer = observer;
    this.total = total;
    observer.observe(new Progress.Begun(Phase.TRY, total));
  }

  /** What is tried with one file, on some thread. */
  @FunctionalInterface
  interface Attempt<R> {
    R on(AssetsPath file) throws IOException;
  }

  /** Tries each file. */
  <R> SequencedMap<AssetsPath, R> all(List<AssetsPath> files, Attempt<R> attempt)
      throws IOException, CancelledException {
    List<InOrder.Work<R>> work = new ArrayList<>();
    for (AssetsPath file : files) {
      work.add(() -> attempt.on(file));
    }
    SequencedMap<AssetsPath, R> answers = new LinkedHashMap<>();
    try (InOrder<R> results = new InOrder<>(capacity.threads(), work.iterator())) {
      for (AssetsPath file : files) {
        if (observer.isCancelled()) {
          throw new CancelledException();
        }
        answers.put(file, results.next());
        done++;
        observer.observe(new Progress.Passed(Phase.TRY, done, total, file));
      }
    }
    return answers;
  }
}
