package dev.papack.overlay;

import dev.papack.diagnostic.FileName;
import dev.papack.disk.FileStamp;
import dev.papack.disk.FileStatus;
import dev.papack.disk.FileType;
import dev.papack.disk.FolderId;
import dev.papack.disk.ReadableDirectory;
import dev.papack.disk.ReadableFile;
import dev.papack.disk.Storage;
import dev.papack.overlay.UnsavedTexts.Text;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A folder with the texts that are in it. A text stands for a regular file, or for none; where the
 * disk has something else, such as a folder or a link, the disk is right.
 *
 * @param real the folder on the disk
 * @param path from the workspace on; empty for the workspace
 */
record OverlaidFolder(ReadableDirectory real, String path, UnsavedTexts texts)
    implements ReadableDirectory {
  @Override
  public String displayPath() {
    return real.displayPath();
  }

  @Override
  public FolderId id() throws IOException {
    return real.id();
  }

  @Override
  public List<String> list() throws IOException {
    List<String> names = new ArrayList<>(real.list());
    Set<String> more = texts.namesIn(path);
    names.forEach(more::remove);
    names.addAll(more);
    return names;
  }

  private Optional<Text> text(FileName name, Optional<FileStatus> onDisk) {
    return onDisk.filter(status -> status.type() != FileType.FILE).isPresent()
        ? Optional.empty()
        : texts.find(path, name);
  }

  @Override
  public Optional<FileStatus> find(FileName name) throws IOException {
    Optional<FileStatus> onDisk = real.find(name);
    Optional<FileStatus> status = text(name, onDisk).map(Text::status).or(() -> onDisk);
    return status.isEmpty() && texts.isIn(below(name))
        ? Optional.of(new FileStatus(FileType.DIRECTORY, 0, 0, "unsaved"))
        : status;
  }

  @Override
  public Optional<FileStamp> stamp(FileName name) throws IOException {
    Optional<Text> text = texts.find(path, name);
    return text.isEmpty() ? real.stamp(name) : text(name, real.find(name)).map(Text::stamp);
  }

  @Override
  public Storage storage() throws IOException {
    return real.storage();
  }

  @Override
  public ReadableDirectory openDirectory(FileName name) throws IOException {
    return real.find(name).isEmpty() && texts.isIn(below(name))
        ? new FolderOfTexts(UnsavedTexts.below(displayPath(), name), below(name), texts)
        : new OverlaidFolder(real.openDirectory(name), below(name), texts);
  }

  @Override
  public ReadableFile openFile(FileName name) throws IOException {
    Optional<Text> text = text(name, real.find(name));
    return text.isPresent() ? new FileOfText(text.get().utf8()) : real.openFile(name);
  }

  @Override
  public boolean isLocked(FileName name) throws IOException {
    return real.isLocked(name);
  }

  @Override
  public void close() throws IOException {
    real.close();
  }

  private String below(FileName name) {
    return UnsavedTexts.below(path, name);
  }

  /** A text as an open file. */
  record FileOfText(ByteBuffer utf8) implements ReadableFile {
    @Override
    public long sizeBytes() {
      return utf8.remaining();
    }

    @Override
    public int read(long positionBytes, ByteBuffer into) {
      if (positionBytes >= utf8.remaining()) {
        return -1;
      }
      int start = (int) positionBytes;
      int count = Math.min(into.remaining(), utf8.remaining() - start);
      into.put(utf8.slice(start, count));
      return count;
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }
}
