package dev.papack.cli.kernel;

import java.nio.file.Path;
import java.util.List;

/** Asks the kernel to refuse what no command ever does. */
@FunctionalInterface
public interface Sandbox {
  /** For commands that run inside another program, as those of a test do: nobody is confined. */
  Sandbox NONE = Confinement.InForce::new;

  /**
   * Confines every thread of this process, for good.
   *
   * @return whether it is so now
   */
  Confinement confine();

  /**
   * Confines, after {@link #confine}, what this thread and those that it starts from now on may
   * change on the disk, for good. Files that are open stay writable.
   *
   * @param folders where something may still be changed
   * @return whether it is so now
   */
  default Confinement confineWrites(List<WritableFolder> folders) {
    return confine();
  }

  /**
   * Tries what the kernel is asked to refuse, in ways that would do nothing if it let them pass.
   *
   * @param source an author's file, which is not changed
   * @return what it refused
   */
  default List<Act> refused(Path source) {
    return List.of();
  }

  /** The sandbox of this machine. */
  static Sandbox ofThisMachine() {
    return KernelSandbox.prepare();
  }
}
