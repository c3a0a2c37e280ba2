package dev.papack.cli.kernel;

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

  /** The sandbox of this machine. */
  static Sandbox ofThisMachine() {
    return new KernelSandbox();
  }
}
