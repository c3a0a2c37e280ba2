package dev.papack.publish;

import dev.papack.diagnostic.FileName;
import dev.papack.disk.WritableDirectory;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files that a publication stages. Their folder is made for the first of them, so that an
 * operation that is refused leaves nothing but the lock's files.
 */
final class Staging implements Closeable {
  private final ControlFolder control;
  private final List<Closeable> open = new ArrayList<>();
  private Optional<WritableDirectory> folder = Optional.empty();

  Staging(ControlFolder control) {
    this.control = control;
  }

  /** The folder; made where it is missing. */
  WritableDirectory folder() throws IOException {
    if (folder.isEmpty()) {
      folder = Optional.of(control.openStaging());
    }
    return folder.get();
  }

  /** Creates a file, empty; whoever asked closes it. */
  StagedFile create(FileName name) throws IOException {
    return new StagedFile(folder().createFile(name));
  }

  /** Creates a file, empty; it stays open until this is closed. */
  StagedFile hold(FileName name) throws IOException {
    StagedFile file = create(name);
    open.add(file);
    return file;
  }

  /** Creates a spool; it stays open until this is closed. */
  Spool holdSpool(FileName name) throws IOException {
    Spool spool = new Spool(folder().createFile(name));
    open.add(spool);
    return spool;
  }

  /** Closes every file, also if closing one fails. */
  @Override
  public void close() throws IOException {
    Optional<IOException> failure = Optional.empty();
    for (Closeable file : open) {
      failure = after(failure, file);
    }
    if (folder.isPresent()) {
      failure = after(failure, folder.get());
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
  }

  private static Optional<IOException> after(Optional<IOException> failure, Closeable closing) {
    try {
      closing.close();
      return failure;
    } catch (IOException e) {
      failure.ifPresent(e::addSuppressed);
      return Optional.of(e);
    }
  }
}
