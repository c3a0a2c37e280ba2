package dev.papack.cli.kernel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/**
 * A process of its own that tries what the filter refuses, first without it and then with it, and
 * says what came of each: {@code TRIAL before after}.
 */
final class ConfinedProgram {
  private ConfinedProgram() {}

  /** Takes a native library that is not loaded yet, and whether to be confined. */
  @SuppressWarnings("restricted") // Tries what is refused.
  public static void main(String[] arguments) throws Exception {
    Path library = Path.of(arguments[0]);
    boolean isConfined = arguments[1].equals("confined");
    Thread early = new Thread(() -> {});
    if (isConfined) {
      Confinement confinement = Sandbox.ofThisMachine().confine();
      System.out.println("confinement " + confinement);
    }
    System.out.println("refused " + Sandbox.ofThisMachine().refused(library));
    say("program", () -> new ProcessBuilder("/bin/true").start().waitFor());
    say("program on another thread", () -> onAnotherThread());
    say("connection", () -> connect());
    say(
        "library",
        () -> {
          System.load(library.toString());
          return 0;
        });
    say("file", () -> Files.size(library));
    early.start();
    early.join();
    say("compiled code", () -> compiled());
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
}
