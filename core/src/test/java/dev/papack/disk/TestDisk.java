package dev.papack.disk;

import dev.papack.diagnostic.FileName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A disk behind a door that counts operations, can fail or crash at one of them, lists folders in
 * an order of its own, and knows how many handles are open.
 */
public final class TestDisk implements Disk {
  private final Disk real;
  private final Script script;
  private final long listingSeed;
  private final AtomicInteger operations = new AtomicInteger();
  private final AtomicInteger openHandles = new AtomicInteger();

  /** What happens before an operation is carried out. */
  @FunctionalInterface
  public interface Script {
    /**
     * May throw, or change files behind the packer's back.
     *
     * @param number of the operation, from 1
     * @param operation such as {@code read assets/hero.png}
     */
    void before(int number, String operation) throws IOException;
  }

  /** The process is gone: nobody may catch this, and no operation comes after it. */
  public static final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash(String operation) {
      super(operation);
    }
  }

  private TestDisk(Disk real, Script script, long listingSeed) {
    this.real = real;
    this.script = script;
    this.listingSeed = listingSeed;
  }

  public static TestDisk healthy(Disk real) {
    return with(real, (number, operation) -> {});
  }

  public static TestDisk with(Disk real, Script script) {
    return new TestDisk(real, script, 0);
  }

  public static TestDisk shuffled(Disk real, long seed) {
    return new TestDisk(real, (number, operation) -> {}, seed);
  }

  /** Fails the n-th operation once. */
  public static TestDisk failing(Disk real, int n, DiskException.Trouble trouble) {
    return with(
        real,
        (number, operation) -> {
          if (number == n) {
            throw new DiskException(trouble, operation, "injected");
          }
        });
  }

  /** Dies before the n-th operation; of an append half gets through. */
  public static TestDisk crashing(Disk real, int n) {
    return with(
        real,
        (number, operation) -> {
          if (number >= n) {
            throw new Crash(operation);
          }
        });
  }

  public int operations() {
    return operations.get();
  }

  /** Handles that were opened and not closed. */
  public int openHandles() {
    return openHandles.get();
  }

  private void begin(String operation) throws IOException {
    script.before(operations.incrementAndGet(), operation);
  }

  private void opened() {
    openHandles.incrementAndGet();
  }

  @Override
  public ReadableDirectory openForReading(Path folder, String displayPath) throws IOException {
    return openForWriting(folder, displayPath);
  }

  @Override
  public WritableDirectory openForWriting(Path folder, String displayPath) throws IOException {
    begin("open " + displayPath);
    WritableDirectory directory = real.openForWriting(folder, displayPath);
    opened();
    return new Directory(directory);
  }

  @Override
  public Path canonical(Path folder) throws IOException {
    return real.canonical(folder);
  }

  @Override
  public boolean isDirectory(Path path) {
    return real.isDirectory(path);
  }

  @Override
  public Path createDirectories(Path folder) throws IOException {
    begin("create " + folder);
    return real.createDirectories(folder);
  }

  /** Closes once, whatever the script says of it: a dead process holds nothing either. */
  private abstract class Handle {
    private boolean isOpen = true;

    void close(java.io.Closeable real, String operation) throws IOException {
      if (!isOpen) {
        return;
      }
      isOpen = false;
      openHandles.decrementAndGet();
      real.close();
      begin(operation);
    }
  }

  private final class Directory extends Handle implements WritableDirectory {
    private final WritableDirectory real;

    Directory(WritableDirectory real) {
      this.real = real;
    }

    private void begin(String verb, FileName name) throws IOException {
      TestDisk.this.begin(verb + " " + Attributes.display(real.displayPath(), name));
    }

    @Override
    public String displayPath() {
      return real.displayPath();
    }

    @Override
    public List<String> list() throws IOException {
      TestDisk.this.begin("list " + displayPath());
      List<String> names = new ArrayList<>(real.list());
      if (listingSeed != 0) {
        Collections.sort(names);
        Collections.shuffle(names, new Random(listingSeed + displayPath().hashCode()));
      }
      return names;
    }

    @Override
    public Optional<FileStatus> find(FileName name) throws IOException {
      begin("find", name);
      return real.find(name);
    }

    @Override
    public WritableDirectory openDirectory(FileName name) throws IOException {
      begin("open", name);
      WritableDirectory inner = real.openDirectory(name);
      opened();
      return new Directory(inner);
    }

    @Override
    public ReadableFile openFile(FileName name) throws IOException {
      begin("open", name);
      ReadableFile file = real.openFile(name);
      opened();
      return new Reading(file, Attributes.display(displayPath(), name));
    }

    @Override
    public void createDirectory(FileName name) throws IOException {
      begin("create", name);
      real.createDirectory(name);
    }

    @Override
    public WritableFile createFile(FileName name) throws IOException {
      begin("create", name);
      WritableFile file = real.createFile(name);
      opened();
      return new Writing(file, Attributes.display(displayPath(), name));
    }

    @Override
    public void rename(FileName name, WritableDirectory target, FileName newName)
        throws IOException {
      begin("rename", name);
      real.rename(name, ((Directory) target).real, newName);
    }

    @Override
    public boolean sharesFileSystem(WritableDirectory other) throws IOException {
      TestDisk.this.begin("compare " + displayPath());
      return real.sharesFileSystem(((Directory) other).real);
    }

    @Override
    public void deleteFile(FileName name) throws IOException {
      begin("delete", name);
      real.deleteFile(name);
    }

    @Override
    public void deleteDirectory(FileName name) throws IOException {
      begin("delete", name);
      real.deleteDirectory(name);
    }

    @Override
    public void flush() throws IOException {
      TestDisk.this.begin("flush " + displayPath());
    }

    @Override
    public Optional<HeldLock> tryLock(FileName name) throws IOException {
      begin("lock", name);
      return real.tryLock(name).map(Lock::new);
    }

    @Override
    public void close() throws IOException {
      close(real, "close " + displayPath());
    }
  }

  private class Reading extends Handle implements ReadableFile {
    private final ReadableFile real;
    final String path;

    Reading(ReadableFile real, String path) {
      this.real = real;
      this.path = path;
    }

    @Override
    public long sizeBytes() throws IOException {
      begin("size " + path);
      return real.sizeBytes();
    }

    @Override
    public int read(long positionBytes, ByteBuffer into) throws IOException {
      begin("read " + path);
      return real.read(positionBytes, into);
    }

    @Override
    public void close() throws IOException {
      close(real, "close " + path);
    }
  }

  private final class Writing extends Reading implements WritableFile {
    private final WritableFile real;

    Writing(WritableFile real, String path) {
      super(real, path);
      this.real = real;
    }

    @Override
    public void append(ByteBuffer bytes) throws IOException {
      try {
        begin("append " + path);
      } catch (Crash crash) {
        real.append(bytes.slice(0, bytes.remaining() / 2));
        throw crash;
      }
      real.append(bytes);
    }

    @Override
    public void flush() throws IOException {
      begin("flush " + path);
    }
  }

  private final class Lock extends Handle implements HeldLock {
    private final HeldLock real;

    Lock(HeldLock real) {
      opened();
      this.real = real;
    }

    @Override
    public void close() throws IOException {
      close(real, "unlock the workspace");
    }
  }
}
