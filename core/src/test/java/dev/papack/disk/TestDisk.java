package dev.papack.disk;

import dev.papack.diagnostic.FileName;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A disk behind a door that counts operations, can fail or crash at one of them, lists folders in
 * an order of its own, and knows how many handles are open.
 */
public final class TestDisk extends ForwardingDisk {
  private final Script script;
  private final long listingSeed;
  private final Renames renames;
  private final AtomicInteger operations = new AtomicInteger();
  private final Set<Closeable> open = ConcurrentHashMap.newKeySet();

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

    public Crash(String operation) {
      super(operation);
    }
  }

  /** How long a failure lasts. */
  public enum Failing {
    /** One operation. */
    ONCE,
    /** That operation and all after it. */
    FOR_GOOD,
    /** That operation and, where it changes a file, the same one on it for ever; nothing else. */
    FOR_GOOD_THERE
  }

  private enum Renames {
    ATOMIC,
    IN_TWO_STEPS
  }

  private TestDisk(Disk real, Script script, long listingSeed, Renames renames) {
    super(real);
    this.script = script;
    this.listingSeed = listingSeed;
    this.renames = renames;
  }

  public static TestDisk healthy(Disk real) {
    return with(real, (number, operation) -> {});
  }

  public static TestDisk with(Disk real, Script script) {
    return new TestDisk(real, script, 0, Renames.ATOMIC);
  }

  public static TestDisk shuffled(Disk real, long seed) {
    return new TestDisk(real, (number, operation) -> {}, seed, Renames.ATOMIC);
  }

  /** Fails the n-th operation. */
  public static TestDisk failing(Disk real, int n, Errno errno, Failing failing) {
    Set<String> there = ConcurrentHashMap.newKeySet();
    return with(
        real,
        (number, operation) -> {
          if (number == n && isChange(operation)) {
            there.add(operation);
          }
          boolean fails =
              switch (failing) {
                case ONCE -> number == n;
                case FOR_GOOD -> number >= n;
                case FOR_GOOD_THERE -> number == n || there.contains(operation);
              };
          if (fails) {
            throw errno.at(operation.substring(operation.indexOf(' ') + 1));
          }
        });
  }

  private static boolean isChange(String operation) {
    return Stream.of("rename ", "link ", "create ", "delete ", "append ", "flush ")
        .anyMatch(operation::startsWith);
  }

  /** Dies before the n-th operation; of an append half gets through. */
  public static TestDisk crashing(Disk real, int n) {
    return with(real, crashAt(n));
  }

  /** As {@link #crashing}, on a disk that deletes the old file before it renames the new one. */
  public static TestDisk crashingAmidRenames(Disk real, int n) {
    return new TestDisk(real, crashAt(n), 0, Renames.IN_TWO_STEPS);
  }

  private static Script crashAt(int n) {
    return (number, operation) -> {
      if (number >= n) {
        throw new Crash(operation);
      }
    };
  }

  public int operations() {
    return operations.get();
  }

  /** Handles that were opened and not closed. */
  public int openHandles() {
    return open.size();
  }

  private void begin(String operation) throws IOException {
    try {
      script.before(operations.incrementAndGet(), operation);
    } catch (Crash crash) {
      for (Closeable handle : open) {
        handle.close();
      }
      throw crash;
    }
  }

  @Override
  public ReadableDirectory openForReading(Path folder, String displayPath) throws IOException {
    return openForWriting(folder, displayPath);
  }

  @Override
  public WritableDirectory openForWriting(Path folder, String displayPath) throws IOException {
    begin("open " + displayPath);
    WritableDirectory directory = super.openForWriting(folder, displayPath);
    return new Directory(directory);
  }

  @Override
  public Path createDirectories(Path folder) throws IOException {
    begin("create " + folder);
    return super.createDirectories(folder);
  }

  /** Closes once, whatever the script says of it: a dead process holds nothing either. */
  private abstract class Handle {
    private final Closeable held;

    Handle(Closeable held) {
      this.held = held;
      open.add(held);
    }

    void close(String operation) throws IOException {
      if (open.remove(held)) {
        held.close();
        begin(operation);
      }
    }
  }

  private final class Directory extends Handle implements WritableDirectory {
    private final WritableDirectory real;

    Directory(WritableDirectory real) {
      super(real);
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
    public Optional<FileStamp> stamp(FileName name) throws IOException {
      begin("stamp", name);
      return real.stamp(name);
    }

    @Override
    public Storage storage() throws IOException {
      return real.storage();
    }

    @Override
    public WritableDirectory openDirectory(FileName name) throws IOException {
      begin("open", name);
      WritableDirectory inner = real.openDirectory(name);
      return new Directory(inner);
    }

    @Override
    public ReadableFile openFile(FileName name) throws IOException {
      begin("open", name);
      ReadableFile file = real.openFile(name);
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
      return new Writing(file, Attributes.display(displayPath(), name));
    }

    @Override
    public void rename(FileName name, WritableDirectory target, FileName newName)
        throws IOException {
      begin("rename", name);
      WritableDirectory other = ((Directory) target).real;
      switch (renames) {
        case ATOMIC -> {}
        case IN_TWO_STEPS -> {
          if (other.find(newName).isPresent()) {
            other.deleteFile(newName);
            begin("rename on", name);
          }
        }
      }
      real.rename(name, other, newName);
    }

    @Override
    public void link(FileName name, WritableDirectory target, FileName newName) throws IOException {
      begin("link", name);
      real.link(name, ((Directory) target).real, newName);
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
      real.flush();
    }

    @Override
    public boolean isLocked(FileName name) throws IOException {
      begin("look at the lock", name);
      return real.isLocked(name);
    }

    @Override
    public FolderId id() throws IOException {
      TestDisk.this.begin("identify " + displayPath());
      return real.id();
    }

    @Override
    public Optional<HeldLock> tryLock(FileName name) throws IOException {
      begin("lock", name);
      return real.tryLock(name).map(Lock::new);
    }

    @Override
    public void close() throws IOException {
      close("close " + displayPath());
    }
  }

  private class Reading extends Handle implements ReadableFile {
    private final ReadableFile real;
    final String path;

    Reading(ReadableFile real, String path) {
      super(real);
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
      close("close " + path);
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
    public void write(long positionBytes, ByteBuffer bytes) throws IOException {
      try {
        begin("write " + path);
      } catch (Crash crash) {
        real.write(positionBytes, bytes.slice(0, bytes.remaining() / 2));
        throw crash;
      }
      real.write(positionBytes, bytes);
    }

    @Override
    public void flush() throws IOException {
      begin("flush " + path);
      real.flush();
    }
  }

  private final class Lock extends Handle implements HeldLock {
    Lock(HeldLock real) {
      super(real);
    }

    @Override
    public void close() throws IOException {
      close("unlock the workspace");
    }
  }
}
