package dev.papack.disk;

import dev.papack.diagnostic.FileName;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The real disk, as a file system would show it whose clock ticks seldom. */
public final class CoarseDisk extends ForwardingDisk {
  private static final long FUTURE_NANOS = 3_600_000_000_000L;

  private final long grainNanos;
  private final Clock clock;

  /** What a build takes for the time of the file system. */
  public enum Clock {
    /** That of the file system. */
    OF_FILES,
    /** One that is far ahead: then every file is old enough, whenever it was written. */
    AHEAD
  }

  public CoarseDisk(Disk real, long grainNanos, Clock clock) {
    super(real);
    this.grainNanos = grainNanos;
    this.clock = clock;
  }

  @Override
  public ReadableDirectory openForReading(Path folder, String displayPath) throws IOException {
    return openForWriting(folder, displayPath);
  }

  @Override
  public WritableDirectory openForWriting(Path folder, String displayPath) throws IOException {
    return wrapped(super.openForWriting(folder, displayPath));
  }

  private WritableDirectory wrapped(WritableDirectory real) {
    return (WritableDirectory)
        Proxy.newProxyInstance(
            CoarseDisk.class.getClassLoader(),
            new Class<?>[] {WritableDirectory.class, Wrapped.class},
            (_, method, arguments) -> call(real, method, arguments));
  }

  /** Says what is behind a folder of this disk. */
  interface Wrapped {
    WritableDirectory behind();
  }

  private Object call(WritableDirectory real, Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("behind")) {
      return real;
    }
    Object[] behind = arguments == null ? new Object[0] : arguments.clone();
    for (int i = 0; i < behind.length; i++) {
      behind[i] = behind[i] instanceof Wrapped wrapped ? wrapped.behind() : behind[i];
    }
    try {
      Object result = method.invoke(real, behind);
      return switch (method.getName()) {
        case "openDirectory" -> wrapped((WritableDirectory) result);
        case "stamp" -> coarse((FileName) behind[0], (Optional<?>) result);
        default -> result;
      };
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private Optional<FileStamp> coarse(FileName name, Optional<?> told) {
    boolean isClock = List.of("owner.json", "build_cache.new").contains(name.text());
    long aheadNanos = isClock && clock == Clock.AHEAD ? FUTURE_NANOS : 0;
    return told.map(FileStamp.class::cast)
        .map(stamp ->
            new FileStamp(
                stamp.sizeBytes(),
                ticks(stamp.modifiedNanos()) + aheadNanos,
                ticks(stamp.changedNanos()) + aheadNanos,
                stamp.device(),
                stamp.inode()));
  }

  private long ticks(long nanos) {
    return nanos - Math.floorMod(nanos, grainNanos);
  }
}
