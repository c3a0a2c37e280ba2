package dev.papack.workspace;

import dev.papack.diagnostic.AssetsPath;
import dev.papack.progress.Observer;
import dev.papack.progress.Phase;
import dev.papack.progress.Progress;
import dev.papack.publish.Following;
import java.util.List;

/**
 * Reports the publication of authored documents to an observer.
 *
 * @param observer hears of each document
 * @param documents in the order in which they were staged
 */
public record ObservedDocuments(Observer observer, List<AssetsPath> documents)
    implements Following {
  /** Copies the list. */
  public ObservedDocuments {
    documents = List.copyOf(documents);
  }

  @Override
  public void passed(Step step, int done) {
    Phase phase =
        switch (step) {
          case VERIFIED -> Phase.VERIFY;
          case REPLACED -> Phase.PUBLISH;
        };
    if (done == 1) {
      observer.observe(new Progress.Begun(phase, documents.size()));
    }
    observer.observe(new Progress.Passed(phase, done, documents.size(), documents.get(done - 1)));
  }
}
