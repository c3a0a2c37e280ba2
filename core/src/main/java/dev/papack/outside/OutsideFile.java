package dev.papack.outside;

import dev.papack.diagnostic.FileName;
import dev.papack.disk.Disk;
import java.nio.file.Path;
import java.util.Optional;

/** Where a path that a user gave leads, before anything is opened. */
sealed interface OutsideFile {
  /**
   * A name in a folder that is there; whether something has that name is not known yet.
   *
   * @param folder absolute and normal
   * @param name a name that papack reads and writes
   */
  record Place(Path folder, FileName name) implements OutsideFile {
    /** The place as a path. */
    Path path() {
      return folder.resolve(name.text());
    }
  }

  /** No file can be there: the path is the root of a file system. */
  record Nameless() implements OutsideFile {}

  /**
   * A name that papack neither reads nor writes.
   *
   * @param name the last name of the path
   * @param fault the rest of a sentence that begins with the name
   */
  record BadName(String name, String fault) implements OutsideFile {}

  /**
   * A file cannot be there, since its folder is missing.
   *
   * @param folder absolute and normal
   */
  record WithoutFolder(Path folder) implements OutsideFile {}

  /** Finds the folder and the name. */
  static OutsideFile find(Disk disk, Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    Path folder = absolute.getParent();
    Path name = absolute.getFileName();
    if (folder == null || name == null) {
      return new Nameless();
    }
    Optional<String> fault = FileName.faultOf(name.toString());
    if (fault.isPresent()) {
      return new BadName(name.toString(), fault.get());
    }
    return disk.isDirectory(folder)
        ? new Place(folder, new FileName(name.toString()))
        : new WithoutFolder(folder);
  }
}
