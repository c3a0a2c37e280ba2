package dev.papack;

import dev.papack.progress.Observer;
import dev.papack.progress.Phase;
import dev.papack.progress.Progress;
import dev.papack.result.Drift;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/** Builds a workspace and prints what is alive when its last asset was converted, in bytes. */
final class BuildProbe implements Observer {
  private long keptBytes;

  private BuildProbe() {}

  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws Exception {
    BuildProbe probe = new BuildProbe();
    Session session = TestWorkspace.accepted(Packer.create().open(Path.of(arguments[0])));
    TestWorkspace.accepted(session.build(Drift.TOLERATED, probe));
    System.out.println(probe.keptBytes);
  }

  @Override
  @SuppressWarnings("SystemGc")
  public void observe(Progress event) {
    if (event instanceof Progress.Advanced advanced
        && advanced.phase() == Phase.CONVERT
        && advanced.done() == advanced.total()) {
      System.gc();
      keptBytes = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
  }

  @Override
  public boolean isCancelled() {
    return false;
  }
}
