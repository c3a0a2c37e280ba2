package dev.papack.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.papack.campaign.JavaProcess;
import dev.papack.diagnostic.FileName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The real file system behind its port, links, pipes and locks included. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SystemDiskTest {
  private static final FileName NAME = new FileName("x");
  private static final FileName OTHER = new FileName("y");
  private static final FileName LOCK = new FileName("lock");

  @TempDir Path folder;

  private WritableDirectory open() throws IOException {
    return new SystemDisk().openForWriting(folder, "");
  }

  private static void fails(DiskException.Trouble trouble, ThrowingUse use) {
    assertThatThrownBy(use::run)
        .isInstanceOfSatisfying(
            DiskException.class, thrown -> assertThat(thrown.trouble()).isEqualTo(trouble));
  }

  @FunctionalInterface
  private interface ThrowingUse {
    void run() throws IOException;
  }

  private static void write(WritableDirectory directory, FileName name, String text)
      throws IOException {
    try (WritableFile file = directory.createFile(name)) {
      file.append(StandardCharsets.UTF_8.encode(text));
      file.flush();
    }
  }

  /** So it is in a changed root, which is no mount point of the table that Java reads. */
  @Test
  void aFileSystemThatJavaCannotFindIsForeign() {
    assertThat(Storage.of(folder.resolve("nowhere"))).isEqualTo(Storage.FOREIGN);
  }

  private void makePipe() throws Exception {
    Process process = new ProcessBuilder("mkfifo", folder.resolve("x").toString()).start();
    assumeTrue(process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0, "no mkfifo");
  }

  @Test
  void nobodyHoldsTheLockOfAPipe() throws Exception {
    makePipe();
    try (WritableDirectory directory = open()) {
      assertThat(directory.isLocked(NAME)).isFalse();
    }
  }

  @Test
  void whatIsWrittenIsReadBackAndNothingIsOverwrittenUnasked() throws Exception {
    try (WritableDirectory directory = open()) {
      write(directory, NAME, "hello");
      directory.flush();
      try (ReadableFile file = directory.openFile(NAME)) {
        ByteBuffer bytes = ByteBuffer.allocate(10);
        assertThat(file.read(1, bytes)).isEqualTo(4);
        assertThat(file.read(5, bytes)).isEqualTo(-1);
        assertThat(file.sizeBytes()).isEqualTo(5);
      }
      fails(DiskException.Trouble.EXISTS, () -> directory.createFile(NAME));
      fails(DiskException.Trouble.EXISTS, () -> directory.createDirectory(NAME));
      fails(DiskException.Trouble.MISSING, () -> directory.openFile(OTHER));
      fails(DiskException.Trouble.MISSING, () -> directory.openDirectory(OTHER));
      fails(DiskException.Trouble.MISSING, () -> directory.deleteFile(OTHER));
      assertThat(directory.list()).containsExactly("x");
      assertThat(directory.find(OTHER)).isEmpty();
    }
  }

  @Test
  void renameReplacesAndKeepsTheIdentityOfTheFile() throws Exception {
    try (WritableDirectory directory = open()) {
      write(directory, NAME, "new");
      write(directory, OTHER, "old");
      Optional<FileStatus> before = directory.find(NAME);
      directory.rename(NAME, directory, OTHER);
      assertThat(directory.find(NAME)).isEmpty();
      assertThat(directory.find(OTHER).map(FileStatus::identity))
          .isEqualTo(before.map(FileStatus::identity));
      assertThat(Files.readString(folder.resolve("y"))).isEqualTo("new");
    }
  }

  @Test
  void linksAreSeenAndNeverFollowed() throws Exception {
    Path target = Files.createDirectory(folder.resolve("target"));
    Files.createSymbolicLink(folder.resolve("x"), target);
    Files.writeString(target.resolve("file"), "secret");
    Files.createSymbolicLink(folder.resolve("y"), target.resolve("file"));
    Files.createSymbolicLink(folder.resolve("lock"), target.resolve("lock"));
    try (WritableDirectory directory = open()) {
      assertThat(directory.find(NAME).map(FileStatus::type)).contains(FileType.LINK);
      fails(DiskException.Trouble.WRONG_TYPE, () -> directory.openDirectory(NAME));
      fails(DiskException.Trouble.WRONG_TYPE, () -> directory.openFile(OTHER));
      fails(DiskException.Trouble.WRONG_TYPE, () -> directory.tryLock(LOCK));
      directory.deleteFile(OTHER);
    }
    assertThat(target.resolve("file")).exists();
    assertThat(target.resolve("lock")).doesNotExist();
  }

  @Test
  void pipesAreRefusedAndNotWaitedFor() throws Exception {
    makePipe();
    try (WritableDirectory directory = open()) {
      assertThat(directory.find(NAME).map(FileStatus::type)).contains(FileType.SPECIAL);
      fails(DiskException.Trouble.WRONG_TYPE, () -> directory.openFile(NAME));
      fails(DiskException.Trouble.WRONG_TYPE, () -> directory.openDirectory(NAME));
      fails(DiskException.Trouble.WRONG_TYPE, () -> directory.tryLock(NAME));
    }
  }

  @Test
  void heldFolderStaysTheSameWhenItsPathBecomesAnother() throws Exception {
    Files.createDirectory(folder.resolve("x"));
    try (WritableDirectory directory = open();
        WritableDirectory inner = directory.openDirectory(NAME)) {
      assumeTrue(inner instanceof HeldDirectory, "no directory handles on this platform");
      Files.move(folder.resolve("x"), folder.resolve("y"));
      Files.createSymbolicLink(folder.resolve("x"), folder);
      write(inner, LOCK, "here");
      inner.flush();
    }
    assertThat(folder.resolve("y/lock")).exists();
    assertThat(folder.resolve("lock")).doesNotExist();
  }

  /** Other handles on the folder come and go; the way to it may be by one of them. */
  @Test
  void folderIsMadeWhileOtherThreadsOpenAndCloseTheSameOne() throws Exception {
    AtomicBoolean isDone = new AtomicBoolean();
    Callable<Integer> comeAndGo =
        () -> {
          int opened = 0;
          for (; !isDone.get(); opened++) {
            open().close();
          }
          return opened;
        };
    WritableDirectory first = open();
    WritableDirectory second = open();
    try (WritableDirectory directory = open();
        ExecutorService others = Executors.newFixedThreadPool(2)) {
      // The others get their numbers, which come before that of the folder.
      first.close();
      second.close();
      List<Future<Integer>> running = List.of(others.submit(comeAndGo), others.submit(comeAndGo));
      try {
        for (int i = 0; i < 300; i++) {
          directory.createDirectory(NAME);
          directory.deleteDirectory(NAME);
        }
      } finally {
        isDone.set(true);
      }
      for (Future<Integer> other : running) {
        assertThat(other.get()).isPositive();
      }
    }
  }

  @Test
  void lockHasOneOwnerInThisProcess() throws Exception {
    try (WritableDirectory directory = open();
        WritableDirectory again = open()) {
      Optional<HeldLock> lock = directory.tryLock(LOCK);
      assertThat(lock).isPresent();
      assertThat(again.tryLock(LOCK)).isEmpty();
      lock.get().close();
      lock.get().close();
      try (HeldLock next = again.tryLock(LOCK).orElseThrow()) {
        assertThat(directory.tryLock(LOCK)).isEmpty();
        assertThat(next).isNotNull();
      }
    }
  }

  /** POSIX ends a process's lock when it closes any channel to the file. */
  @Test
  void refusedSecondSessionDoesNotEndTheLockForOtherProcesses() throws Exception {
    try (WritableDirectory directory = open();
        WritableDirectory again = open()) {
      Path file = folder.resolve("lock");
      try (HeldLock lock = directory.tryLock(LOCK).orElseThrow()) {
        assertThat(lock).isNotNull();
        assertThat(otherProcessGets(file)).isFalse();
        assertThat(again.tryLock(LOCK)).isEmpty();
        assertThat(otherProcessGets(file)).isFalse();
      }
      assertThat(otherProcessGets(file)).isTrue();
    }
  }

  private static boolean otherProcessGets(Path file) throws Exception {
    String output = JavaProcess.run(List.of(), LockProbe.class, file.toString()).output();
    return switch (output.strip()) {
      case "locked" -> true;
      case "refused" -> false;
      default -> throw new IllegalStateException(output);
    };
  }

  @Test
  void foldersThatAreNoneAreRefused() throws Exception {
    Files.writeString(folder.resolve("x"), "");
    fails(
        DiskException.Trouble.WRONG_TYPE,
        () -> new SystemDisk().openForReading(folder.resolve("x"), "x"));
    fails(
        DiskException.Trouble.MISSING,
        () -> new SystemDisk().openForReading(folder.resolve("y"), "y"));
  }

  /** The control is a folder by its name: there, the link decides. */
  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere no path leads to an open folder")
  void folderIsCreatedInTheOpenedOneWhateverStandsInItsPlace() throws Exception {
    for (boolean isHeld : List.of(true, false)) {
      Path place = Files.createDirectory(folder.toRealPath().resolve("place-" + isHeld));
      Path elsewhere = Files.createDirectory(folder.resolve("elsewhere-" + isHeld));
      Path moved = folder.resolve("moved-" + isHeld);
      try (WritableDirectory opened =
          isHeld ? new SystemDisk().openForWriting(place, "") : new NamedDirectory(place, "")) {
        Files.move(place, moved);
        Files.createSymbolicLink(place, elsewhere);
        opened.createDirectory(NAME);
        assertThat(opened.find(NAME)).isPresent();
      }
      assertThat(Files.isDirectory(moved.resolve("x"))).isEqualTo(isHeld);
      assertThat(Files.isDirectory(elsewhere.resolve("x"))).isEqualTo(!isHeld);
    }
  }

  @Test
  void canonicalPathResolvesLinksAndKeepsWhatIsMissing() throws Exception {
    Path real = Files.createDirectory(folder.toRealPath().resolve("real"));
    Files.createSymbolicLink(folder.resolve("x"), real);
    SystemDisk disk = new SystemDisk();
    assertThat(disk.canonical(folder.resolve("x/a/b"))).isEqualTo(real.resolve("a/b"));
    assertThat(disk.canonical(folder.resolve("x/a/.."))).isEqualTo(real);
  }
}
