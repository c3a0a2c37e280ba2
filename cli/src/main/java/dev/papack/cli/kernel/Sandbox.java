package dev.papack.cli.kernel;

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
   * Tries what the kernel is asked to refuse, in ways that would do nothing if it let them pass.
   *
   * @return what it refused
   */
  default List<Act> refused() {
    return List.of();
  }

  /** The sandbox of this machine. */
  static Sandbox ofThisMachine() {
    return new KernelSandbox();
  }
}
