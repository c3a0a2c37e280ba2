package dev.papack.cli.kernel;

import java.nio.file.Path;
import java.util.List;

/** Has the kernel block what no command ever does. */
@FunctionalInterface
public interface Sandbox {
  /** For commands inside another program, such as a test: confines nothing. */
  Sandbox NONE = Confinement.InForce::new;

  /**
   * Confines every thread of this process, irrevocably.
   *
   * @return whether it is in force
   */
  Confinement confine();

  /**
   * After {@link #confine}, also confines where this thread and those that it starts may write,
   * irrevocably. Files that are open stay writable.
   *
   * @param folders where files may still be changed
   * @return whether it is in force
   */
  default Confinement confineWrites(List<WritableFolder> folders) {
    return confine();
  }

  /**
   * Tries what the kernel should block, in ways that do no harm if it does not.
   *
   * @param source an author's file, which is not changed
   * @return what is blocked
   */
  default List<Act> refused(Path source) {
    return List.of();
  }

  /** The sandbox of this machine. */
  static Sandbox ofThisMachine() {
    return KernelSandbox.prepare();
  }
}
