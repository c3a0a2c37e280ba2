package dev.papack.publish;

import dev.papack.container.Sha256;
import dev.papack.diagnostic.FileName;
import dev.papack.disk.WritableDirectory;
import dev.papack.disk.WritableFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files that a publication stages. Their folder is made for the first of them, so that an
 * operation that is refused leaves nothing but the lock's files.
 */
final class Staging implements Closeable {
  /** Few enough for any limit of open files, and many enough to share a commit. */
  private static final int MAX_OPEN_TEXTS = 64;

  private final ControlFolder control;
  private final List<Closeable> open = new ArrayList<>();
  private final List<WritableFile> texts = new ArrayList<>();
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

  /** Creates a file, empty; it stays open until this is closed. */
  StagedFile hold(FileName name) throws IOException {
    StagedFile file = new StagedFile(folder().createFile(name));
    open.add(file);
    return file;
  }

  /** Deletes a file that is held. */
  void discard(StagedFile file, FileName name) throws IOException {
    file.close();
    open.remove(file);
    folder().deleteFile(name);
  }

  /** Writes a file, which {@link #flushTexts} flushes. */
  StagedContent write(FileName name, String text) throws IOException {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
    StagedContent content = new StagedContent(bytes.remaining(), Sha256.of(bytes.duplicate()));
    WritableFile file = folder().createFile(name);
    texts.add(file);
    file.append(bytes);
    if (texts.size() == MAX_OPEN_TEXTS) {
      flushTexts();
    }
    return content;
  }

  /** Flushes and closes the files of all texts so far. */
  void flushTexts() throws IOException {
    if (!texts.isEmpty()) {
      folder().flush(texts);
      while (!texts.isEmpty()) {
        texts.removeLast().close();
      }
    }
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
    for (Closeable file : texts) {
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
