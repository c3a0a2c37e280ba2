package dev.papack.overlay;

import dev.papack.diagnostic.FileName;
import dev.papack.disk.DiskException;
import dev.papack.disk.FileStamp;
import dev.papack.disk.FileStatus;
import dev.papack.disk.FileType;
import dev.papack.disk.FolderId;
import dev.papack.disk.ReadableDirectory;
import dev.papack.disk.ReadableFile;
import dev.papack.overlay.OverlaidFolder.FileOfText;
import dev.papack.overlay.UnsavedTexts.Text;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A folder that the disk does not have: it will be there once the texts in it are saved.
 *
 * @param displayPath how messages name it
 * @param path from the workspace on
 */
record FolderOfTexts(String displayPath, String path, UnsavedTexts texts)
    implements ReadableDirectory {
  @Override
  public FolderId id() {
    return new FolderId(Optional.empty(), Optional.empty());
  }

  @Override
  public List<String> list() {
    return List.copyOf(texts.namesIn(path));
  }

  @Override
  public Optional<FileStatus> find(FileName name) {
    Optional<Text> text = texts.find(path, name);
    return text.isPresent()
        ? Optional.of(text.get().status())
        : texts.isIn(below(name))
            ? Optional.of(new FileStatus(FileType.DIRECTORY, 0, 0, "unsaved"))
            : Optional.empty();
  }

  @Override
  public Optional<FileStamp> stamp(FileName name) {
    return texts.find(path, name).map(Text::stamp);
  }

  @Override
  public ReadableDirectory openDirectory(FileName name) {
    return new FolderOfTexts(UnsavedTexts.below(displayPath, name), below(name), texts);
  }

  @Override
  public ReadableFile openFile(FileName name) throws IOException {
    return new FileOfText(
        texts
            .find(path, name)
            .orElseThrow(() ->
                new DiskException(
                    DiskException.Trouble.MISSING,
                    UnsavedTexts.below(displayPath, name),
                    "No such file or directory"))
            .utf8());
  }

  @Override
  public boolean isLocked(FileName name) {
    return false;
  }

  @Override
  public void close() {
    // Nothing is held.
  }

  private String below(FileName name) {
    return UnsavedTexts.below(path, name);
  }
}
