package dev.papack.watch.changes;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.disk.DiskException;
import dev.papack.disk.FolderNotices;
import dev.papack.disk.ReadableDirectory;
import dev.papack.progress.CancelledException;
import dev.papack.progress.Observer;
import dev.papack.watch.Watch;
import dev.papack.watch.WatchEvent;
import dev.papack.workspace.DiskWork;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * Watches a workspace by what the system tells, and where it does not, or not any longer, by
 * looking.
 */
public final class WatchedWorkspace implements Watch {
  private final Access access;
  private final Duration settle;
  private final Changes changes = new Changes();
  private final Queue<WatchEvent> others = new ArrayDeque<>();
  private ChangeSource source;

  /** The two ways to a workspace. */
  public interface Access {
    /** Opens it; the caller closes it. */
    ReadableDirectory open() throws IOException;

    /** Has the system tell of changes, if it does. */
    Optional<FolderNotices> notices() throws IOException;
  }

  private WatchedWorkspace(Access access, Duration settle) throws IOException {
    this.access = access;
    this.settle = settle;
    this.source = begin();
  }

  /**
   * Begins to watch.
   *
   * @param settle how long nothing changes before a change is told; not negative
   */
  public static Watch begin(Access access, Duration settle) throws IOException, CancelledException {
    if (settle.isNegative()) {
      throw new IllegalArgumentException("a time to settle is not negative: " + settle);
    }
    return DiskWork.run(() -> new WatchedWorkspace(access, settle));
  }

  private ChangeSource begin() throws IOException {
    try {
      Optional<FolderNotices> notices = access.notices();
      if (notices.isPresent()) {
        return Noticing.begin(notices.get(), access::open);
      }
    } catch (DiskException e) {
      if (e.trouble() == DiskException.Trouble.INTERRUPTED) {
        throw e;
      }
      return pollingAfter(e);
    }
    return polling(
        Diagnostic.note(
            DiagnosticCode.WATCH_POLLS,
            place(),
            "the system does not tell what changes in this workspace, so papack looks at every file"
                + " again and again"));
  }

  private static Location place() {
    return Location.of(Artifact.WORKSPACE, AssetsPath.FOLDER.text());
  }

  private ChangeSource polling(Diagnostic why) throws IOException {
    ChangeSource polling = Polling.begin(access::open);
    others.add(new WatchEvent.Polling(why));
    return polling;
  }

  /** Java has no type for a limit that is reached; whatever it is, looking needs none of it. */
  private ChangeSource pollingAfter(DiskException e) throws IOException {
    return polling(
        Diagnostic.warning(
                DiagnosticCode.WATCH_POLLS,
                place(),
                "the system tells no more of what changes ("
                    + e.reason()
                    + "), so papack looks at every file again and again")
            .advice(
                "end other programs that watch many folders, or raise fs.inotify.max_user_watches"
                    + " and fs.inotify.max_user_instances"));
  }

  @Override
  public WatchEvent next(Observer observer) throws IOException, CancelledException {
    return DiskWork.run(() -> {
      while (others.isEmpty() && changes.isEmpty()) {
        boolean _ = await(Patience.endless(observer));
      }
      if (!others.isEmpty()) {
        return others.remove();
      }
      while (await(Patience.of(settle, observer))) {
        // It has not settled yet.
      }
      return changes.take();
    });
  }

  @Override
  public boolean staysQuiet(Duration quiet, Observer observer)
      throws IOException, CancelledException {
    return DiskWork.run(() -> changes.isEmpty() && !await(Patience.of(quiet, observer)));
  }

  /** What was to be told when the system gave up is unknown: all of it may have changed. */
  private boolean await(Patience patience) throws IOException, CancelledException {
    try {
      return source.await(patience, changes);
    } catch (DiskException e) {
      if (source instanceof Polling || e.trouble() == DiskException.Trouble.INTERRUPTED) {
        throw e;
      }
      source.close();
      source = pollingAfter(e);
      changes.add(Place.ASSETS);
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
