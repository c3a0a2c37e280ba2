package dev.papack.disk;

import dev.papack.diagnostic.FileName;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What both kinds of folder make of the platform's attributes. */
final class Attributes {
  private Attributes() {}

  static FileStatus status(BasicFileAttributes attributes) {
    FileType type =
        attributes.isSymbolicLink()
            ? FileType.LINK
            : attributes.isDirectory()
                ? FileType.DIRECTORY
                : attributes.isRegularFile() ? FileType.FILE : FileType.SPECIAL;
    return new FileStatus(
        type,
        attributes.size(),
        attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
        Objects.toString(attributes.fileKey(), ""));
  }

  static void requireFile(Optional<FileStatus> status, String displayPath) throws DiskException {
    require(status, FileType.FILE, "Not a regular file", displayPath);
  }

  static void requireDirectory(Optional<FileStatus> status, String displayPath)
      throws DiskException {
    require(status, FileType.DIRECTORY, "Not a directory", displayPath);
  }

  private static void require(
      Optional<FileStatus> status, FileType wanted, String otherwise, String displayPath)
      throws DiskException {
    if (status.isEmpty()) {
      throw new DiskException(
          DiskException.Trouble.MISSING, displayPath, "No such file or directory");
    }
    if (status.get().type() != wanted) {
      throw new DiskException(DiskException.Trouble.WRONG_TYPE, displayPath, otherwise);
    }
  }

  /** The platform tells file systems apart by path only. */
  static boolean shareFileSystem(Path one, Path other, String displayPath) throws DiskException {
    try {
      return Files.getFileStore(one).equals(Files.getFileStore(other));
    } catch (IOException e) {
      throw DiskException.of(displayPath, e);
    }
  }

  static String display(String folder, FileName name) {
    return folder.isEmpty() ? name.text() : folder + "/" + name;
  }

  /** The names that an open folder lists, which its opener closes. */
  static List<String> names(DirectoryStream<Path> folder) {
    List<String> names = new ArrayList<>();
    for (Path entry : folder) {
      names.add(String.valueOf(entry.getFileName()));
    }
    return names;
  }
}
