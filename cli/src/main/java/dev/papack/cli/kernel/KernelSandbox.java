package dev.papack.cli.kernel;

import java.util.Optional;

/** The filter of Linux, where the process runs on one that has it. */
final class KernelSandbox implements Sandbox {
  private static final int EINVAL = 22;
  private static final int ENOSYS = 38;

  @Override
  public Confinement confine() {
    String system = System.getProperty("os.name", "");
    if (!system.equals("Linux")) {
      return new Confinement.Unavailable(system + " has no such filter");
    }
    String processor = System.getProperty("os.arch", "");
    Optional<CallNumbers> numbers = CallNumbers.of(processor);
    if (numbers.isEmpty()) {
      return new Confinement.Unavailable(
          "its calls on the processor " + processor + " are unknown");
    }
    try {
      LinuxKernel kernel = LinuxKernel.bind(numbers.get());
      return answer(kernel.install(CallFilter.of(numbers.get())));
    } catch (UnsupportedOperationException | IllegalCallerException e) {
      return new Confinement.Unavailable(String.valueOf(e.getMessage()));
    }
  }

  private static Confinement answer(int errorNumber) {
    return switch (errorNumber) {
      case 0 -> new Confinement.InForce();
      case EINVAL, ENOSYS -> new Confinement.Unavailable("this kernel has no such filter");
      default ->
          new Confinement.Unavailable("the kernel refused it with error number " + errorNumber);
    };
  }
}
