package dev.papack.lsp;

import dev.papack.Packer;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.WorkspacePath;
import dev.papack.progress.CancelledException;
import dev.papack.progress.Observer;
import dev.papack.progress.Progress;
import dev.papack.result.Checked;
import dev.papack.result.DiagnosedDocument;
import dev.papack.result.DiagnosedDocument.Depth;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Judges a workspace after each edit, in three looks, each more thorough than the one before and
 * later: all documents; the sources of what was edited; everything that a build would refuse. The
 * last one says exactly what a check of the saved texts says. A new edit begins again.
 */
final class Diagnosing {
  /** Whoever never stops sees something, too. */
  private static final int MAX_SETTLES = 8;

  private static final long MAX_IDLE_MILLIS = 10_000;

  private final Publishing publishing;
  private final Pauses pauses;
  private final LongSupplier clock;
  private final Consumer<String> log;

  // Guarded by this.
  private Desk desk;
  private long edits = 1;
  private boolean isStopped;
  private boolean isInterruptible;
  private Known known;
  private long checkedEdits;
  private Thread judging = Thread.currentThread();

  // Of the one thread that judges.
  private long lastCheckMillis;
  private Findings beyond = Findings.NONE;
  private Map<WorkspacePath, String> checkedTexts = Map.of();

  /**
   * What was found last.
   *
   * @param draft the number of the draft that it was found in
   * @param findings what is wrong
   */
  private record Known(long draft, Findings findings) {}

  Diagnosing(
      Desk desk, Publishing publishing, Pauses pauses, LongSupplier clock, Consumer<String> log) {
    this.desk = desk;
    this.publishing = publishing;
    this.pauses = pauses;
    this.clock = clock;
    this.log = log;
    this.known = new Known(-1, Findings.NONE);
  }

  private final class Following implements Observer {
    private final long seen;

    Following(long seen) {
      this.seen = seen;
    }

    @Override
    public void observe(Progress event) {}

    @Override
    public boolean isCancelled() {
      return !isCurrent(seen);
    }
  }

  /** Begins to judge. */
  Thread start() {
    return Thread.ofPlatform().daemon().name("diagnosing").start(this::run);
  }

  /** Something was edited, saved, or changed on the disk. */
  synchronized void changed(Desk now) {
    desk = now;
    edits++;
    wake();
  }

  /** Something changed on the disk. */
  synchronized void changed() {
    edits++;
    wake();
  }

  /** Ends soon. */
  synchronized void stop() {
    isStopped = true;
    wake();
  }

  private void wake() {
    notifyAll();
    if (isInterruptible) {
      judging.interrupt();
    }
  }

  /** What is wrong with a workspace as it is open now: what is known, or else of the documents. */
  Findings findings(Desk now) throws IOException, CancelledException {
    synchronized (this) {
      if (known.draft() == now.draft().number()) {
        return known.findings();
      }
    }
    return Findings.of(now.draft(), Findings.ofDocuments(now.draft()));
  }

  /** Whether all has been said of the last edit. */
  synchronized boolean isAtRest() {
    return checkedEdits == edits;
  }

  private synchronized boolean isCurrent(long seen) {
    return edits == seen && !isStopped;
  }

  private void run() {
    synchronized (this) {
      judging = Thread.currentThread();
    }
    long seen = 0;
    while (true) {
      try {
        seen = settled(seen);
        if (seen < 0) {
          return;
        }
        judge(seen);
      } catch (InterruptedException | CancelledException e) {
        // Only a new edit interrupts: it is next.
        boolean _ = Thread.interrupted();
      } catch (IOException e) {
        publish(seen, List.of(Packer.diagnose(e)));
      } catch (OutOfMemoryError e) {
        publish(seen, List.of(Packer.diagnose(e)));
      } catch (RuntimeException e) {
        log.accept(Defect.inWords(e));
        done(seen);
      }
    }
  }

  private void publish(long seen, List<Diagnostic> faults) {
    try {
      publish(current(), faults, seen);
    } catch (IOException | CancelledException e) {
      log.accept(faults.getFirst().message());
    }
    done(seen);
  }

  private synchronized void done(long seen) {
    checkedEdits = seen;
  }

  private synchronized Desk current() {
    return desk;
  }

  /** Waits for an edit after one, and for a pause after it; -1 if there will be none. */
  private synchronized long settled(long seen) throws InterruptedException {
    while (edits == seen && !isStopped) {
      wait();
    }
    for (int i = 0; i < MAX_SETTLES && !isStopped; i++) {
      long before = edits;
      wait(pauses.settleMillis());
      if (edits == before) {
        break;
      }
    }
    return isStopped ? -1 : edits;
  }

  private synchronized boolean staysIdle(long seen, long millis) throws InterruptedException {
    long left = millis;
    while (isCurrent(seen) && left > 0) {
      long begun = clock.getAsLong();
      wait(left);
      left -= Math.max(1, clock.getAsLong() - begun);
    }
    return isCurrent(seen);
  }

  private void judge(long seen) throws IOException, CancelledException, InterruptedException {
    Desk now = current();
    List<Diagnostic> documents = Findings.ofDocuments(now.draft());
    Set<Diagnostic> all = new LinkedHashSet<>(documents);
    for (Map.Entry<WorkspacePath, List<Finding>> entry : beyond.byDocument().entrySet()) {
      if (isAsChecked(now, entry.getKey())) {
        entry.getValue().forEach(finding -> all.add(finding.diagnostic()));
      }
    }
    publish(now, List.copyOf(all), seen);
    for (OpenDocument document : now.open().values()) {
      if (!isAsChecked(now, document.path()) && !hasError(documents, document.path())) {
        all.addAll(ofSources(seen, now, document.path()));
      }
    }
    publish(now, all.stream().sorted().toList(), seen);
    if (!staysIdle(seen, pause())) {
      return;
    }
    long begun = clock.getAsLong();
    Outcome<Checked> checked = now.draft().check(new Following(seen));
    lastCheckMillis = clock.getAsLong() - begun;
    List<Diagnostic> more = new ArrayList<>(checked.diagnostics());
    more.removeAll(documents);
    beyond = Findings.of(now.draft(), more);
    checkedTexts = texts(now);
    publish(now, checked.diagnostics(), seen);
    done(seen);
  }

  /** Sources of what cannot be read are not looked at. */
  private static boolean hasError(List<Diagnostic> all, WorkspacePath document) {
    return all.stream()
        .anyMatch(
            one -> one.isError() && one.location().file().filter(document::equals).isPresent());
  }

  private long pause() {
    return Math.clamp(
        pauses.idlePerCheck() * lastCheckMillis, pauses.idleMillis(), MAX_IDLE_MILLIS);
  }

  private static Map<WorkspacePath, String> texts(Desk desk) {
    Map<WorkspacePath, String> texts = new TreeMap<>();
    desk.open().forEach((path, document) -> texts.put(path, document.text()));
    return texts;
  }

  /** Whether a document is what it was at the last check, as far as an editor changes it. */
  private boolean isAsChecked(Desk now, WorkspacePath document) {
    OpenDocument open = now.open().get(document);
    return open == null || open.text().equals(checkedTexts.get(document));
  }

  private List<Diagnostic> ofSources(long seen, Desk now, WorkspacePath document)
      throws IOException, CancelledException {
    begin(seen);
    try {
      return now.draft().diagnose(document, Depth.SOURCES)
              instanceof Outcome.Accepted<DiagnosedDocument>(DiagnosedDocument found, var _)
          ? found.findings()
          : List.of();
    } finally {
      end();
    }
  }

  private synchronized void begin(long seen) throws CancelledException {
    if (!isCurrent(seen)) {
      throw new CancelledException();
    }
    isInterruptible = true;
  }

  private synchronized void end() {
    isInterruptible = false;
    boolean _ = Thread.interrupted();
  }

  private void publish(Desk now, List<Diagnostic> all, long seen)
      throws IOException, CancelledException {
    Findings findings = Findings.of(now.draft(), all);
    synchronized (this) {
      known = new Known(now.draft().number(), findings);
      if (edits != seen && isOvertaken(now)) {
        return;
      }
    }
    publishing.publish(now, findings);
  }

  /** Whether a document was closed meanwhile: whoever opens it again counts versions anew. */
  private boolean isOvertaken(Desk now) {
    return !desk.open().keySet().equals(now.open().keySet());
  }
}
