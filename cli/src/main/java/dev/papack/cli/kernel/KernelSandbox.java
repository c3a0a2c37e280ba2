package dev.papack.cli.kernel;

import java.nio.file.Path;
import java.util.Arrays;
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
  private static final long AF_UNIX = 1;
  private static final long AF_INET = 2;
  private static final long SOCK_STREAM = 1;

  /** Everybody may open it and nothing is kept: harmless to try. */
  private static final Path OUTSIDE = Path.of("/dev/null");

  /** The way to the kernel; empty if this is no supported machine. */
  private final Optional<FutureTask<LinuxKernel>> binding;

  private KernelSandbox(Optional<FutureTask<LinuxKernel>> binding) {
    this.binding = binding;
  }

  /**
   * Starts binding the C library at once, on its own thread, while the command line is parsed: both
   * take about as long. The filter waits for it, and so for every library that is loaded here.
   */
  static KernelSandbox prepare() {
    Optional<FutureTask<LinuxKernel>> binding =
        processor()
            .map(known ->
                new FutureTask<>(() -> {
                  NativeLibraries.load();
                  return LinuxKernel.bind(known);
                }));
    binding.ifPresent(one -> Thread.ofPlatform().daemon().name("kernel").start(one));
    return new KernelSandbox(binding);
  }

  @Override
  public Confinement confine() {
    return with(kernel -> {
      long refused = kernel.giveUpPrivileges();
      return refused == 0
          ? answer(kernel.install(CallFilter.of(kernel.processor(), kernel.process())))
          : new Confinement.Unavailable(
              "the kernel refused to take privileges away with error " + -refused);
    });
  }

  @Override
  public Confinement confineWrites(List<WritableFolder> folders) {
    return with(kernel -> new Landlock(kernel).confine(folders));
  }

  /** What is asked of the kernel. */
  @FunctionalInterface
  private interface Request {
    Confinement apply(LinuxKernel kernel);
  }

  private Confinement with(Request request) {
    if (binding.isEmpty()) {
      return new Confinement.Unavailable(
          "there is no filter for "
              + System.getProperty("os.name", "")
              + " on "
              + System.getProperty("os.arch", ""));
    }
    return kernel(binding.get())
        .map(request::apply)
        .orElseGet(() -> new Confinement.Unavailable("the C library has no function syscall"));
  }

  @Override
  public List<Act> refused(Path source) {
    return binding
        .flatMap(KernelSandbox::kernel)
        .map(kernel -> refused(kernel, source))
        .orElse(List.of());
  }

  private static List<Act> refused(LinuxKernel kernel, Path source) {
    return Arrays.stream(Act.values()).filter(act -> isRefused(kernel, act, source)).toList();
  }

  /**
   * Only the socket and the two files can be opened: the process closes the socket when it ends,
   * and the files are closed at once. Signal 0 is none.
   */
  private static boolean isRefused(LinuxKernel kernel, Act act, Path source) {
    return switch (act) {
      case STARTING_PROGRAMS -> kernel.call(SystemCall.EXECVE) == -EPERM;
      case LOADING_LIBRARIES ->
          kernel.call(SystemCall.MMAP, 0, PAGE_BYTES, PROT_EXEC, MAP_PRIVATE, NO_FILE) == -EPERM;
      case OPENING_CONNECTIONS ->
          kernel.call(SystemCall.SOCKET, AF_UNIX, SOCK_STREAM) == -EPERM
              && kernel.call(SystemCall.SOCKET, AF_INET, SOCK_STREAM) == -EPERM;
      case SENDING_SIGNALS -> kernel.call(SystemCall.KILL, kernel.process(), 0) == -EPERM;
      case CHANGING_PERMISSIONS_OR_TIMES ->
          kernel.call(SystemCall.FCHMOD, NO_FILE, 0) == -EPERM
              && kernel.call(SystemCall.UTIMENSAT, NO_FILE) == -EPERM;
      case WRITING_OUTSIDE_THE_WORKSPACE -> new Landlock(kernel).refusesToWrite(OUTSIDE);
      case OPENING_SOURCES_FOR_WRITING -> new Landlock(kernel).refusesToWrite(source);
    };
  }

  private static Optional<Processor> processor() {
    return System.getProperty("os.name", "").equals("Linux")
        ? Processor.of(System.getProperty("os.arch", ""))
        : Optional.empty();
  }

  /** The kernel, once it is bound; empty if the C library cannot call it. */
  private static Optional<LinuxKernel> kernel(FutureTask<LinuxKernel> binding) {
    boolean isInterrupted = false;
    try {
      while (true) {
        try {
          return Optional.of(binding.get());
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
