package dev.papack.lsp;

import dev.papack.Packer;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.WorkspacePath;
import dev.papack.progress.CancelledException;
import dev.papack.progress.Observer;
import dev.papack.progress.Progress;
import dev.papack.result.Checked;
import dev.papack.result.DiagnosedDraft;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

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
    return now.draft().diagnose(Set.of(), _ -> {})
            instanceof Outcome.Accepted<DiagnosedDraft>(DiagnosedDraft found, var _)
        ? Findings.of(found)
        : Findings.NONE;
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
        report(seen, e);
      } catch (OutOfMemoryError e) {
        publish(seen, List.of(Packer.diagnose(e)));
      } catch (RuntimeException e) {
        log.accept(Defect.inWords(e));
        done(seen);
      }
    }
  }

  private void report(long seen, IOException trouble) {
    if (Packer.isOvertaken(trouble)) {
      // Somebody is writing: the next look says what is wrong then.
      changed();
    } else {
      publish(seen, List.of(Packer.diagnose(trouble)));
    }
  }

  private void publish(long seen, List<Diagnostic> faults) {
    try {
      Desk now = current();
      publish(now, Findings.of(now.draft(), faults), seen);
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
    Findings kept = beyond.in(document -> isAsChecked(now, document));
    Set<WorkspacePath> edited =
        now.open().keySet().stream()
            .filter(document -> !isAsChecked(now, document))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Set<Diagnostic> ofDocuments = new HashSet<>();
    try {
      Outcome<DiagnosedDraft> sources =
          now.draft()
              .diagnose(
                  edited,
                  documents -> {
                    ofDocuments.addAll(documents.findings());
                    publish(now, Findings.of(documents).and(kept), seen);
                    begin(seen);
                  });
      if (sources instanceof Outcome.Accepted<DiagnosedDraft>(DiagnosedDraft found, var _)) {
        publish(now, Findings.of(found).and(kept), seen);
      }
    } finally {
      end();
    }
    if (!staysIdle(seen, pause())) {
      return;
    }
    long begun = clock.getAsLong();
    Outcome<Checked> checked = now.draft().check(new Following(seen));
    lastCheckMillis = clock.getAsLong() - begun;
    Findings all = Findings.of(now.draft(), checked.diagnostics());
    beyond = all.without(ofDocuments);
    checkedTexts = texts(now);
    publish(now, all, seen);
    done(seen);
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

  /** From now on a new edit interrupts; one that came before does so at once. */
  private synchronized void begin(long seen) {
    isInterruptible = true;
    if (!isCurrent(seen)) {
      judging.interrupt();
    }
  }

  private synchronized void end() {
    isInterruptible = false;
    boolean _ = Thread.interrupted();
  }

  private void publish(Desk now, Findings findings, long seen) {
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
