package dev.papack;

import dev.papack.progress.Observer;
import dev.papack.progress.Phase;
import dev.papack.progress.Progress;
import dev.papack.result.Drift;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/** Builds a workspace and prints what is alive when its last asset was converted, in bytes. */
final class BuildProbe implements Observer {
  private static final int COLLECTIONS = 5;

  private long keptBytes;

  private BuildProbe() {}

  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws Exception {
    BuildProbe probe = new BuildProbe();
    Session session = TestWorkspace.accepted(Packer.create().open(Path.of(arguments[0])));
    TestWorkspace.accepted(session.followedBy(probe).build(Drift.TOLERATED));
    System.out.println(probe.keptBytes);
  }

  @Override
  public void observe(Progress event) {
    if (event instanceof Progress.Advanced advanced
        && advanced.phase() == Phase.CONVERT
        && advanced.done() == advanced.total()) {
      keptBytes = aliveBytes();
    }
  }

  /** What the first collections find dead, such as files' cleaners, the last ones free. */
  @SuppressWarnings("SystemGc")
  private static long aliveBytes() {
    long bytes = Long.MAX_VALUE;
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      bytes = Math.min(bytes, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
    return bytes;
  }

  @Override
  public boolean isCancelled() {
    return false;
  }
}
