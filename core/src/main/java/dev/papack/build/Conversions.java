package dev.papack.build;

import dev.papack.asset.Asset;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.ReadableDirectory;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Many assets converted by several threads and handed out in their order, so that nothing later can
 * depend on the threads. At most twice as many banks as threads are in memory.
 */
public final class Conversions implements Closeable {
  private final Conversion conversion;
  private final int mostUnderWay;
  private final Iterator<Asset> waiting;
  private final Queue<Future<Outcome<ConvertedAsset>>> underWay = new ArrayDeque<>();
  private final ExecutorService pool;

  /**
   * Begins to convert.
   *
   * @param folder the folder {@code assets/}, which stays open until this is closed
   * @param threads at least 1
   * @param assets in the order in which they are wanted
   */
  public Conversions(ReadableDirectory folder, int threads, List<Asset> assets) {
    conversion = new Conversion(folder);
    mostUnderWay = 2 * threads;
    waiting = assets.iterator();
    pool = Executors.newFixedThreadPool(threads);
    fill();
  }

  /** Whether there is another asset. */
  public boolean hasNext() {
    return !underWay.isEmpty();
  }

  /** What became of the next asset. */
  public Outcome<ConvertedAsset> next() throws IOException {
    if (underWay.isEmpty()) {
      throw new NoSuchElementException("every asset was handed out");
    }
    Outcome<ConvertedAsset> result = await(underWay.remove());
    fill();
    return result;
  }

  private void fill() {
    while (waiting.hasNext() && underWay.size() < mostUnderWay) {
      Asset asset = waiting.next();
      underWay.add(pool.submit(() -> conversion.convert(asset)));
    }
  }

  private static Outcome<ConvertedAsset> await(Future<Outcome<ConvertedAsset>> future)
      throws IOException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException trouble -> throw trouble;
        case Error defect -> throw defect;
        case RuntimeException defect -> throw defect;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  /** Abandons what is under way and waits until no thread reads any more. */
  @Override
  public void close() {
    pool.shutdownNow();
    pool.close();
  }
}
