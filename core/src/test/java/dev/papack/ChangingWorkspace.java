package dev.papack;

import static dev.papack.TestWorkspace.accepted;

import dev.papack.convert.Capacity;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.FileName;
import dev.papack.disk.Disk;
import dev.papack.disk.DiskException;
import dev.papack.disk.FolderNotices;
import dev.papack.disk.ForwardingDisk;
import dev.papack.disk.Notice;
import dev.papack.disk.SystemDisk;
import dev.papack.progress.CancelledException;
import dev.papack.progress.Observer;
import dev.papack.progress.Progress;
import dev.papack.watch.Watch;
import dev.papack.watch.WatchEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/** A workspace on the real disk, and what is told of it. */
final class ChangingWorkspace {
  static final Duration SETTLE = Duration.ofMillis(60);

  /** So long a loaded machine may take; nothing in a test waits for it to pass. */
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  private final Path folder;
  private final Disk disk;

  private ChangingWorkspace(Path folder, Disk disk) {
    this.folder = folder;
    this.disk = disk;
  }

  static ChangingWorkspace create(Path folder, Disk disk) throws IOException, CancelledException {
    accepted(packer(disk).init(folder));
    return new ChangingWorkspace(folder, disk);
  }

  private static Packer packer(Disk disk) {
    return new Packer(disk, new Random(1), Capacity.ofProcess().withThreads(1));
  }

  /** The system's own disk, as it tells of nothing. */
  static Disk silent() {
    return new ForwardingDisk(new SystemDisk()) {
      @Override
      public Optional<FolderNotices> notices(Path folder, String displayPath) {
        return Optional.empty();
      }
    };
  }

  /** The system's own disk, as it tells of so many folders and no more. */
  static Disk tellingOf(int folderCount) {
    return new ForwardingDisk(new SystemDisk()) {
      @Override
      public Optional<FolderNotices> notices(Path folder, String displayPath) throws IOException {
        return super.notices(folder, displayPath)
            .map(notices -> new FewNotices(notices, folderCount));
      }
    };
  }

  private static final class FewNotices implements FolderNotices {
    private final FolderNotices real;
    private int left;

    FewNotices(FolderNotices real, int left) {
      this.real = real;
      this.left = left;
    }

    @Override
    public void add(List<FileName> folder) throws IOException {
      if (left == 0) {
        throw new DiskException(
            DiskException.Trouble.OTHER, "", "User limit of inotify watches reached");
      }
      left--;
      real.add(folder);
    }

    @Override
    public void remove(List<FileName> folder) {
      real.remove(folder);
    }

    @Override
    public List<Notice> await(long milliseconds) throws IOException {
      return real.await(milliseconds);
    }

    @Override
    public void close() throws IOException {
      real.close();
    }
  }

  Session session() throws IOException, CancelledException {
    return accepted(packer(disk).open(folder));
  }

  Watch watch() throws IOException, CancelledException {
    return session().watch(SETTLE);
  }

  Path path(String below) {
    return below.isEmpty() ? folder.resolve("assets") : folder.resolve("assets").resolve(below);
  }

  void write(String below, String content) throws IOException {
    Files.createDirectories(path(below).getParent());
    Files.writeString(path(below), content);
  }

  /** Somebody whose patience ends long after that of the test. */
  static Observer patient() {
    long begun = System.nanoTime();
    return until(() -> System.nanoTime() - begun > DEADLINE.toNanos());
  }

  static Observer until(BooleanSupplier isCancelled) {
    return new Observer() {
      @Override
      public void observe(Progress event) {}

      @Override
      public boolean isCancelled() {
        return isCancelled.getAsBoolean();
      }
    };
  }

  /** The next change; other events are passed over. */
  static WatchEvent.Changed changed(Watch watch) throws IOException, CancelledException {
    while (true) {
      switch (watch.next(patient())) {
        case WatchEvent.Changed change -> {
          return change;
        }
        case WatchEvent.Polling _ -> {}
      }
    }
  }

  /** All paths that are told until nothing changes any more. */
  static SortedSet<String> told(Watch watch, Duration quiet)
      throws IOException, CancelledException {
    SortedSet<String> told = new TreeSet<>();
    do {
      told.addAll(texts(changed(watch)));
    } while (!watch.staysQuiet(quiet, patient()));
    return told;
  }

  static List<String> texts(WatchEvent.Changed changed) {
    return new ArrayList<>(changed.paths().stream().map(AssetsPath::text).toList());
  }
}
