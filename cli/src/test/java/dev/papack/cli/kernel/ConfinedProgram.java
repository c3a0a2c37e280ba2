package dev.papack.cli.kernel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.Pipe;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future.State;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * A process of its own that tries what the filter refuses, first without it and then with it, and
 * says what came of each: {@code TRIAL before after}.
 */
final class ConfinedProgram {
  private ConfinedProgram() {}

  private static final int EPERM = 1;
  private static final int TRUNCATE = 0x200;
  private static final int CURRENT_FOLDER = -100;
  private static final int DATAGRAM = 2;

  /** A call of the kernel, for what Java has no method for. */
  @FunctionalInterface
  private interface Raw {
    long call(LinuxKernel kernel);
  }

  /** Takes a native library that is not loaded yet, a folder, and whether to be confined. */
  @SuppressWarnings("restricted") // Tries what is refused.
  public static void main(String[] arguments) throws Exception {
    Path library = Path.of(arguments[0]);
    Path folder = Path.of(arguments[1]);
    boolean isConfined = arguments[2].equals("confined");
    Thread early = new Thread(() -> {});
    if (isConfined) {
      Confinement confinement = Sandbox.ofThisMachine().confine();
      System.out.println("confinement " + confinement);
    }
    Path own = Files.createFile(folder.resolve("own"));
    System.out.println("refused " + Sandbox.ofThisMachine().refused(own));
    say("program", () -> new ProcessBuilder("/bin/true").start().waitFor());
    say("program on another thread", () -> onAnotherThread());
    say("connection", () -> connect());
    say(
        "connection on the machine",
        () -> {
          SocketChannel.open(StandardProtocolFamily.UNIX).close();
          return 0;
        });
    say(
        "library",
        () -> {
          System.load(library.toString());
          return 0;
        });
    signals();
    files(own);
    say("file", () -> Files.size(library));
    early.start();
    early.join();
    say("compiled code", () -> compiled());
    say("watching a folder", () -> watch(folder));
    say("closing what another thread reads", () -> closeUnderReader());
  }

  /** Harmless ones, to the process that waits for this one: signal 0 is none. */
  private static void signals() {
    long parent = ProcessHandle.current().parent().orElseThrow().pid();
    byte[] nothing = new byte[128];
    say("signal", kernel -> kernel.call(SystemCall.KILL, parent, 0));
    say("signal to a thread", kernel -> kernel.call(SystemCall.TKILL, parent, 0));
    say("signal to its thread", kernel -> kernel.call(SystemCall.TGKILL, parent, parent, 0));
    say(
        "queued signal",
        kernel ->
            kernel.withBytes(
                queued(nothing), at -> kernel.call(SystemCall.RT_SIGQUEUEINFO, parent, 0, at)));
    say("handle of a process", kernel -> kernel.call(SystemCall.PIDFD_OPEN, parent, 0));
    say("signal from a file", kernel -> kernel.call(SystemCall.FCNTL, 0, 8, parent));
    say("limits", kernel -> kernel.call(SystemCall.PRLIMIT64, parent, 7, 0, 0));
    say(
        "memory of a process",
        kernel ->
            kernel.withBytes(
                nothing, at -> kernel.call(SystemCall.PROCESS_VM_READV, parent, at, 0, at, 0)));
    say("typing into the terminal", kernel -> kernel.call(SystemCall.IOCTL, 0, 0x5412, 0));
    say(
        "sockets that reach others",
        kernel ->
            kernel.withBytes(
                nothing, at -> kernel.call(SystemCall.SOCKETPAIR, 1, DATAGRAM, 0, at)));
  }

  /** Says that a process sends it ({@code SI_QUEUE}): the kernel refuses one that claims more. */
  private static byte[] queued(byte[] nothing) {
    byte[] description = nothing.clone();
    Arrays.fill(description, 8, 12, (byte) -1);
    return description;
  }

  private static void files(Path file) throws Exception {
    byte[] name = (file + "\0").getBytes(StandardCharsets.UTF_8);
    say(
        "permissions",
        () -> Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------")));
    say("times", () -> Files.setLastModifiedTime(file, FileTime.fromMillis(0)));
    say("owner", () -> Files.setOwner(file, Files.getOwner(file)));
    say(
        "attributes",
        kernel -> kernel.withBytes(name, at -> kernel.call(SystemCall.SETXATTR, at, 0, 0, 0, 0)));
    say(
        "emptying by name",
        kernel -> kernel.withBytes(name, at -> kernel.call(SystemCall.TRUNCATE, at, 0)));
    say(
        "emptying by reading",
        kernel ->
            kernel.withBytes(
                name, at -> kernel.call(SystemCall.OPENAT, CURRENT_FOLDER, at, TRUNCATE)));
  }

  private static int watch(Path folder) throws Exception {
    try (WatchService watch = folder.getFileSystem().newWatchService()) {
      folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      Files.createFile(folder.resolve("new"));
      if (watch.poll(30, TimeUnit.SECONDS) == null) {
        throw new IOException("nothing was seen");
      }
      return 0;
    }
  }

  /** Java wakes the reader by a signal to its own thread. */
  private static int closeUnderReader() throws Exception {
    Pipe pipe = Pipe.open();
    FutureTask<Integer> reader = new FutureTask<>(() -> pipe.source().read(ByteBuffer.allocate(1)));
    Thread thread = Thread.ofPlatform().daemon().start(reader);
    while (thread.getState() == Thread.State.NEW || reader.state() != State.RUNNING) {
      Thread.sleep(1);
    }
    Thread.sleep(50);
    pipe.source().close();
    try {
      return reader.get(30, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      return e.getCause() instanceof AsynchronousCloseException ? 0 : reader.get();
    }
  }

  private static int onAnotherThread() throws Exception {
    int[] status = {-1};
    Thread thread =
        new Thread(() -> {
          try {
            status[0] = new ProcessBuilder("/bin/true").start().waitFor();
          } catch (IOException | InterruptedException e) {
            status[0] = -1;
          }
        });
    thread.start();
    thread.join();
    if (status[0] != 0) {
      throw new IOException("refused");
    }
    return 0;
  }

  /** Whether a socket can be made at all; nobody need be there to answer. */
  private static int connect() throws IOException {
    try (Socket socket = new Socket()) {
      socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      return 0;
    }
  }

  /** Long enough to be compiled while it runs. */
  private static long compiled() {
    long sum = 0;
    for (int i = 0; i < 200_000_000; i++) {
      sum += i ^ (sum >>> 3);
    }
    return sum;
  }

  private static void say(String trial, Callable<?> attempt) {
    String outcome;
    try {
      attempt.call();
      outcome = "possible";
    } catch (Exception | UnsatisfiedLinkError e) {
      outcome = "refused";
    }
    System.out.println(trial + ": " + outcome);
  }

  private static void say(String trial, Raw attempt) {
    LinuxKernel kernel =
        LinuxKernel.bind(Processor.of(System.getProperty("os.arch", "")).orElseThrow());
    System.out.println(trial + ": " + (attempt.call(kernel) == -EPERM ? "refused" : "possible"));
  }
}
