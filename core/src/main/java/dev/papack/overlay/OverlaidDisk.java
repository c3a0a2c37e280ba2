package dev.papack.overlay;

import dev.papack.disk.Disk;
import dev.papack.disk.ReadableDirectory;
import dev.papack.disk.WritableDirectory;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A disk on which a workspace has texts that are not saved. Nothing is written through it.
 *
 * @param real what is below
 * @param workspace the folder that the texts belong to
 * @param texts the layer
 */
public record OverlaidDisk(Disk real, Path workspace, UnsavedTexts texts) implements Disk {
  @Override
  public ReadableDirectory openForReading(Path folder, String displayPath) throws IOException {
    ReadableDirectory opened = real.openForReading(folder, displayPath);
    return folder.equals(workspace) ? new OverlaidFolder(opened, "", texts) : opened;
  }

  @Override
  public WritableDirectory openForWriting(Path folder, String displayPath) {
    throw new IllegalStateException("texts that are not saved cannot be written through");
  }

  @Override
  public Path canonical(Path folder) throws IOException {
    return real.canonical(folder);
  }

  @Override
  public boolean isOfOtherUser(Path folder) throws IOException {
    return real.isOfOtherUser(folder);
  }

  @Override
  public boolean isDirectory(Path path) {
    return real.isDirectory(path);
  }

  @Override
  public Path createDirectories(Path folder) {
    throw new IllegalStateException("texts that are not saved cannot be written through");
  }
}
