package dev.papack.cli.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The filter of Linux, where the process runs on one that has it. */
final class KernelSandbox implements Sandbox {
  private static final int EPERM = 1;
  private static final int EINVAL = 22;
  private static final int ENOSYS = 38;

  private static final long PAGE_BYTES = 4096;
  private static final long PROT_EXEC = 4;
  private static final long MAP_PRIVATE = 2;
  private static final long NO_FILE = -1;
  private static final long AF_INET = 2;
  private static final long SOCK_STREAM = 1;

  @Override
  public Confinement confine() {
    Optional<CallNumbers> numbers = numbers();
    if (numbers.isEmpty()) {
      return new Confinement.Unavailable(
          "it has no filter for "
              + System.getProperty("os.name", "")
              + " on "
              + System.getProperty("os.arch", ""));
    }
    try {
      LinuxKernel kernel = LinuxKernel.bind(numbers.get());
      return answer(kernel.install(CallFilter.of(numbers.get())));
    } catch (UnsupportedOperationException | IllegalCallerException e) {
      return new Confinement.Unavailable(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public List<Act> refused() {
    Optional<CallNumbers> known = numbers();
    if (known.isEmpty()) {
      return List.of();
    }
    CallNumbers numbers = known.get();
    LinuxKernel kernel = LinuxKernel.bind(numbers);
    // None of them could succeed but the socket, which ends with the process.
    int noProgram = kernel.call(numbers.execve(), 0, 0, 0, 0, 0);
    int noFile = kernel.call(numbers.mmap(), 0, PAGE_BYTES, PROT_EXEC, MAP_PRIVATE, NO_FILE);
    int socket = kernel.call(numbers.socket(), AF_INET, SOCK_STREAM, 0, 0, 0);
    List<Act> refused = new ArrayList<>();
    if (noProgram == EPERM) {
      refused.add(Act.START_A_PROGRAM);
    }
    if (noFile == EPERM) {
      refused.add(Act.LOAD_A_LIBRARY);
    }
    if (socket == EPERM) {
      refused.add(Act.OPEN_A_CONNECTION);
    }
    return refused;
  }

  private static Optional<CallNumbers> numbers() {
    return System.getProperty("os.name", "").equals("Linux")
        ? CallNumbers.of(System.getProperty("os.arch", ""))
        : Optional.empty();
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
