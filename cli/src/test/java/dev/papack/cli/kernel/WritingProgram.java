package dev.papack.cli.kernel;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;

/** A process of its own that tries to write, fenced or not, and says what came of it. */
final class WritingProgram {
  private WritingProgram() {}

  /** Takes a workspace with {@code .papack}, a folder beside it, and whether to be fenced. */
  public static void main(String[] arguments) throws Exception {
    Path workspace = Path.of(arguments[0]);
    Path beside = Path.of(arguments[1]);
    Path source = workspace.resolve("assets/a.png");
    Path control = workspace.resolve(".papack");
    CountDownLatch isFenced = new CountDownLatch(1);
    FutureTask<Path> early =
        new FutureTask<>(() -> {
          isFenced.await();
          return open(source);
        });
    Thread.ofPlatform().daemon().start(early);
    Process victim = new ProcessBuilder("sleep", "600").start();
    Path other = Path.of("/proc/" + victim.pid());
    // Somebody else bends a path that led into the workspace.
    Path bent = Files.createSymbolicLink(workspace.resolve("bent"), beside);
    if (arguments[2].equals("fenced")) {
      fence(workspace, control);
    }
    isFenced.countDown();
    say("a source on a thread from before", early::get);
    say("a source", () -> open(source));
    FutureTask<Path> late = new FutureTask<>(() -> open(source));
    Thread.ofPlatform().start(late);
    say("a source on a new thread", late::get);
    FutureTask<Path> virtual = new FutureTask<>(() -> open(source));
    Thread.ofVirtual().start(virtual);
    say("a source on a virtual thread", virtual::get);
    say(
        "a source in the common pool",
        () -> ForkJoinPool.commonPool().submit(() -> open(source)).get());
    say("a new file among the sources", () -> create(workspace.resolve("assets/b.png")));
    say("a new file beside", () -> create(beside.resolve("new")));
    say("a new folder beside", () -> Files.createDirectory(beside.resolve("folder")));
    say("a new folder on a bent path", () -> Files.createDirectory(bent.resolve("made")));
    say("a new link beside", () -> Files.createLink(beside.resolve("link"), source));
    say("a deletion beside", () -> delete(beside.resolve("old")));
    say("a deletion of a folder beside", () -> delete(beside.resolve("emptied")));
    say("a deletion of a folder of the workspace", () -> delete(workspace.resolve("emptied")));
    say("a file of the control folder", () -> create(control.resolve("staged")));
    say("its renaming beside", () -> move(control.resolve("staged"), beside.resolve("moved")));
    say("another file there", () -> create(control.resolve("other")));
    Path pack = workspace.resolve("assets.pa");
    say("its renaming into the workspace", () -> move(control.resolve("other"), pack));
    say("the renamed file", () -> open(pack));
    say("reading", () -> Files.readAllBytes(source));
    say("the memory of another process", () -> open(other.resolve("mem")));
    say("the environment of another process", () -> Files.readAllBytes(other.resolve("environ")));
    say("what everybody may know of it", () -> Files.readAllBytes(other.resolve("stat")));
    victim.destroyForcibly();
  }

  private static void fence(Path workspace, Path control) {
    Sandbox sandbox = Sandbox.ofThisMachine();
    Confinement filter = sandbox.confine();
    Confinement fence =
        sandbox.confineWrites(
            List.of(
                new WritableFolder(workspace, Extent.ENTRIES),
                new WritableFolder(control, Extent.CONTENTS)));
    System.out.println("filter " + filter + ", fence " + fence);
  }

  private static Path open(Path file) throws IOException {
    FileChannel.open(file, StandardOpenOption.WRITE).close();
    return file;
  }

  private static Path create(Path file) throws IOException {
    return Files.write(file, new byte[] {1}, StandardOpenOption.CREATE_NEW);
  }

  private static Path move(Path file, Path target) throws IOException {
    return Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Path delete(Path file) throws IOException {
    Files.delete(file);
    return file;
  }

  private static void say(String trial, Callable<?> attempt) throws InterruptedException {
    String outcome;
    try {
      attempt.call();
      outcome = "possible";
    } catch (IOException e) {
      outcome = "refused";
    } catch (ExecutionException e) {
      outcome = e.getCause() instanceof IOException ? "refused" : "failed: " + e.getCause();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      outcome = "failed: " + e;
    }
    System.out.println(trial + ": " + outcome);
  }
}
