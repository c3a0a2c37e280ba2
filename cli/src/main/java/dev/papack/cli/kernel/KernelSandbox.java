package dev.papack.cli.kernel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The seccomp filter and Landlock of Linux, if the process runs on a kernel that has them. */
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

  /** Everybody may open it and nothing is kept: harmless to try. */
  private static final Path OUTSIDE = Path.of("/dev/null");

  /** A supported processor, and the way to its kernel. */
  private record Machine(CallNumbers numbers, FutureTask<LinuxKernel> binding) {}

  private final Optional<Machine> machine;

  private KernelSandbox(Optional<Machine> machine) {
    this.machine = machine;
  }

  /**
   * Starts binding the C library at once, on its own thread, while the command line is parsed: both
   * take about as long. The filter waits for it, and so for every library that is loaded here.
   */
  static KernelSandbox prepare() {
    Optional<Machine> machine =
        numbers()
            .map(known ->
                new Machine(
                    known,
                    new FutureTask<>(() -> {
                      NativeLibraries.load();
                      return LinuxKernel.bind(known);
                    })));
    machine.ifPresent(one -> Thread.ofPlatform().daemon().name("kernel").start(one.binding()));
    return new KernelSandbox(machine);
  }

  @Override
  public Confinement confine() {
    return with((kernel, numbers) -> answer(kernel.install(CallFilter.of(numbers))));
  }

  @Override
  public Confinement confineWrites(List<WritableFolder> folders) {
    return with((kernel, numbers) -> new Landlock(kernel, numbers).confine(folders));
  }

  /** What is asked of the kernel. */
  @FunctionalInterface
  private interface Request {
    Confinement apply(LinuxKernel kernel, CallNumbers numbers);
  }

  private Confinement with(Request request) {
    if (machine.isEmpty()) {
      return new Confinement.Unavailable(
          "there is no filter for "
              + System.getProperty("os.name", "")
              + " on "
              + System.getProperty("os.arch", ""));
    }
    return kernel(machine.get())
        .map(kernel -> request.apply(kernel, machine.get().numbers()))
        .orElseGet(() -> new Confinement.Unavailable("the C library has no function syscall"));
  }

  @Override
  public List<Act> refused(Path source) {
    return machine
        .flatMap(known -> kernel(known).map(kernel -> refused(kernel, known.numbers(), source)))
        .orElse(List.of());
  }

  private static List<Act> refused(LinuxKernel kernel, CallNumbers numbers, Path source) {
    // Only the socket and the two files could succeed: the process closes the socket when it ends,
    // and the files are closed at once.
    long noProgram = kernel.call(numbers.execve(), 0, 0, 0, 0, 0);
    long noFile = kernel.call(numbers.mmap(), 0, PAGE_BYTES, PROT_EXEC, MAP_PRIVATE, NO_FILE);
    long socket = kernel.call(numbers.socket(), AF_INET, SOCK_STREAM, 0, 0, 0);
    Landlock landlock = new Landlock(kernel, numbers);
    List<Act> refused = new ArrayList<>();
    if (noProgram == -EPERM) {
      refused.add(Act.STARTING_PROGRAMS);
    }
    if (noFile == -EPERM) {
      refused.add(Act.LOADING_LIBRARIES);
    }
    if (socket == -EPERM) {
      refused.add(Act.OPENING_CONNECTIONS);
    }
    if (landlock.refusesToWrite(OUTSIDE)) {
      refused.add(Act.WRITING_OUTSIDE_THE_WORKSPACE);
    }
    if (landlock.refusesToWrite(source)) {
      refused.add(Act.OPENING_SOURCES_FOR_WRITING);
    }
    return refused;
  }

  private static Optional<CallNumbers> numbers() {
    return System.getProperty("os.name", "").equals("Linux")
        ? CallNumbers.of(System.getProperty("os.arch", ""))
        : Optional.empty();
  }

  /** The kernel, once it is bound; empty if the C library cannot call it. */
  private static Optional<LinuxKernel> kernel(Machine machine) {
    boolean isInterrupted = false;
    try {
      while (true) {
        try {
          return Optional.of(machine.binding().get());
        } catch (InterruptedException e) {
          isInterrupted = true;
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnsupportedOperationException
          || e.getCause() instanceof IllegalCallerException) {
        return Optional.empty();
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      if (isInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static Confinement answer(int result) {
    return switch (result) {
      case 0 -> new Confinement.InForce();
      case -EINVAL, -ENOSYS -> new Confinement.Unavailable("this kernel has no seccomp filter");
      default ->
          new Confinement.Unavailable(
              "the kernel refused the filter with error " + Math.abs(result));
    };
  }
}
