package dev.papack.container;

import dev.papack.container.PackFault.Stage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Rows 10 to 12 of the reading order for a whole payload, by several threads. What is found does
 * not depend on them: of each row the fault of the first entry counts, and of several rows the
 * first.
 */
final class PayloadCheck {
  private final PackBytes bytes;
  private final List<PayloadSpan> spans;
  private final PayloadFaults faults = new PayloadFaults();
  private final AtomicInteger nextSpan = new AtomicInteger();

  /**
   * Checks nothing yet.
   *
   * @param bytes may be read by several threads at once if several are to check
   * @param table the entries, in the order of their slices
   */
  PayloadCheck(PackBytes bytes, long payloadStartBytes, List<Entry> table) {
    this.bytes = bytes;
    // The longest first, so that none is begun when all others are done; the others in their order.
    List<PayloadSpan> ordered = new ArrayList<>(PayloadSpan.of(payloadStartBytes, table));
    ordered.sort(Comparator.comparingLong(PayloadSpan::weight).reversed());
    this.spans = List.copyOf(ordered);
  }

  /**
   * Checks every byte.
   *
   * @param threads how many work, with this one; at least 1
   * @throws IOException if the bytes cannot be read
   * @throws PackException with the first fault
   */
  void run(int threads) throws IOException, PackException {
    int workers = Math.min(threads, spans.size());
    if (threads == 1 || spans.isEmpty()) {
      work(ReadAhead.NONE);
    } else {
      try (ExecutorService pool = Executors.newFixedThreadPool(threads, PayloadCheck::thread)) {
        // Who has nothing of its own to check reads ahead for the others.
        ReadAhead ahead = workers < threads ? ReadAhead.by(pool) : ReadAhead.NONE;
        List<Future<?>> others = new ArrayList<>();
        for (int i = 1; i < workers; i++) {
          others.add(pool.submit(() -> work(ahead)));
        }
        work(ahead);
        for (Future<?> other : others) {
          await(other);
        }
      }
    }
    faults.throwFirst();
  }

  private static Thread thread(Runnable work) {
    return Thread.ofPlatform().daemon().name("verifying").unstarted(work);
  }

  private void work(ReadAhead ahead) {
    MessageDigest digest = Sha256.newMessageDigest();
    ByteBuffer buffer = ByteBuffer.allocate(Slice.COPY_BUFFER_BYTES);
    for (int i = nextSpan.getAndIncrement(); i < spans.size(); i = nextSpan.getAndIncrement()) {
      PayloadSpan span = spans.get(i);
      if (faults.isWanted(span.first())) {
        try {
          check(span, buffer, digest, ahead);
        } catch (IOException | RuntimeException | Error e) {
          // Reading by an interrupted thread closes a file for all: its failure is the cause.
          boolean isCause = Thread.currentThread().isInterrupted();
          faults.failed(isCause ? PayloadFaults.BEFORE_ALL : span.first(), e);
        }
      }
    }
  }

  private void check(PayloadSpan span, ByteBuffer buffer, MessageDigest digest, ReadAhead ahead)
      throws IOException {
    if (span.bytes() <= buffer.capacity()) {
      bytes.read(span.startBytes(), buffer.clear().limit((int) span.bytes()));
      buffer.flip();
      long paddingStart = span.startBytes();
      for (PayloadSpan.Placed placed : span.slices()) {
        checkPadding(placed, at(buffer, span, paddingStart, placed.startBytes()));
        paddingStart = placed.endBytes();
        SliceCheck check = new SliceCheck(placed.entry(), placed.startBytes(), digest);
        check.accept(at(buffer, span, placed.startBytes(), placed.endBytes()));
        finish(placed, check);
      }
    } else {
      PayloadSpan.Placed placed = span.slices().getFirst();
      ByteBuffer padding = ByteBuffer.allocate((int) (placed.startBytes() - span.startBytes()));
      bytes.read(span.startBytes(), padding);
      checkPadding(placed, padding.flip());
      SliceCheck check = new SliceCheck(placed.entry(), placed.startBytes(), digest);
      ahead.forEachPiece(
          bytes,
          placed.startBytes(),
          placed.endBytes(),
          piece -> {
            if (faults.isWanted(placed.index())) {
              check.accept(piece);
            }
            return faults.isWanted(placed.index());
          });
      finish(placed, check);
    }
  }

  private static ByteBuffer at(ByteBuffer buffer, PayloadSpan span, long fromBytes, long toBytes) {
    return buffer.slice((int) (fromBytes - span.startBytes()), (int) (toBytes - fromBytes));
  }

  private void checkPadding(PayloadSpan.Placed placed, ByteBuffer padding) {
    long startBytes = placed.startBytes() - padding.remaining();
    PackReader.paddingFault(padding, startBytes, Stage.PAYLOAD_PADDING)
        .ifPresent(fault -> faults.found(placed.index(), fault));
  }

  private void finish(PayloadSpan.Placed placed, SliceCheck check) {
    check.digestFault().ifPresent(fault -> faults.found(placed.index(), fault));
    check.contentsFault().ifPresent(fault -> faults.found(placed.index(), fault));
  }

  /** Waits, unless this thread is interrupted and reading the bytes minds that. */
  private void await(Future<?> other) {
    // What is done already is handed out to an interrupted thread, too.
    boolean isInterrupted = Thread.interrupted();
    if (isInterrupted) {
      stopIfReadingMinds();
    }
    try {
      while (true) {
        try {
          other.get();
          return;
        } catch (InterruptedException e) {
          isInterrupted = true;
          stopIfReadingMinds();
        } catch (ExecutionException e) {
          throw new IllegalStateException(e.getCause());
        }
      }
    } finally {
      if (isInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** A file that is read by an interrupted thread is closed, which ends all others, too. */
  private void stopIfReadingMinds() {
    Thread.currentThread().interrupt();
    try {
      bytes.read(0, ByteBuffer.allocate(1));
    } catch (IOException | RuntimeException e) {
      faults.failed(PayloadFaults.BEFORE_ALL, e);
    }
    boolean _ = Thread.interrupted();
  }
}
