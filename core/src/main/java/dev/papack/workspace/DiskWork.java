package dev.papack.workspace;

import dev.papack.disk.DiskException;
import dev.papack.disk.OutOfMemoryException;
import dev.papack.progress.CancelledException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;

/** Work on files, whose end by somebody else's wish is told from its failure. */
public final class DiskWork {
  private DiskWork() {}

  /** Work that may fail on the disk. */
  @FunctionalInterface
  public interface Work<T, X extends Exception> {
    T run() throws IOException, X;
  }

  /**
   * Does the work. An interrupt is a wish to stop, and no trouble of the disk; a heap that is too
   * small is trouble of the machine, and no defect.
   *
   * @param work what may be interrupted, wherever it is
   * @return what the work returns
   * @throws CancelledException if the thread was interrupted; its flag is set
   */
  public static <T, X extends Exception> T run(Work<T, X> work)
      throws IOException, CancelledException, X {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancelledException();
    }
    try {
      return work.run();
    } catch (DiskException e) {
      throw stoppedOr(e);
    } catch (UncheckedIOException e) {
      // A document that is read late, where whoever asks for a place knows nothing of files.
      throw e.getCause() instanceof DiskException trouble ? stoppedOr(trouble) : e.getCause();
    } catch (ClosedByInterruptException e) {
      // Java's own adapters between streams and channels throw it, beside the disk.
      throw new CancelledException();
    } catch (OutOfMemoryError e) {
      throw new OutOfMemoryException();
    }
  }

  private static DiskException stoppedOr(DiskException trouble) throws CancelledException {
    if (trouble.trouble() == DiskException.Trouble.INTERRUPTED) {
      throw new CancelledException();
    }
    return trouble;
  }
}
