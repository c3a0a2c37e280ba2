package dev.papack.disk;

import dev.papack.diagnostic.FileName;
import java.nio.file.DirectoryStream;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What both kinds of folder make of the platform's attributes. */
final class Attributes {
  private static final Pattern INODE = Pattern.compile("ino=([0-9]{1,20})\\b");

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

  /**
   * What tells a folder from its copies. The platform shows the number in the text of a key only;
   * where it does not know when a file was created it gives the last change instead.
   */
  static FolderId id(BasicFileAttributes attributes) {
    Matcher inode = INODE.matcher(Objects.toString(attributes.fileKey(), ""));
    return new FolderId(
        inode.find() ? Optional.of(inode.group(1)) : Optional.empty(),
        attributes.creationTime().equals(attributes.lastModifiedTime())
            ? Optional.empty()
            : Optional.of(attributes.creationTime().toString()));
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
