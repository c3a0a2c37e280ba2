package dev.papack.publish;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.RelativePath;
import dev.papack.disk.FileStamp;
import dev.papack.disk.FileStatus;
import java.io.IOException;
import java.util.Optional;

/** The four files that appear together. A record names them by number and never by path. */
public enum PackSlot {
  PACK(0, "assets.pa"),
  ASSET_TABLE(1, "build/asset_table.json"),
  PRELOAD(2, "build/preload.json"),
  ASSET_TABLE_METADATA(3, "build/asset_table_metadata.json");

  private final int number;
  private final String path;

  PackSlot(int number, String path) {
    this.number = number;
    this.path = path;
  }

  /** What records and the build cache call it, 0 to 3. */
  public int number() {
    return number;
  }

  /** Where its content is staged. */
  FileName staged() {
    return new FileName(String.valueOf(number));
  }

  /** Where the file is published, below the folder of the output. */
  public RelativePath path() {
    return RelativePath.of(path);
  }

  /** The place where the file is published. */
  PlacedFile in(OutputFolder output) {
    return new PlacedFile(output.directory(), path());
  }

  /** What the file system says of the published file; empty if there is none. */
  public Optional<FileStatus> find(OutputFolder output) throws IOException {
    return in(output).find();
  }

  /** What tells later whether the published file is still the same; empty if nothing does. */
  public Optional<FileStamp> stamp(OutputFolder output) throws IOException {
    return in(output).stamp();
  }

  /** What is where the pack or a companion goes, and is no file that a build can replace. */
  public static Optional<Diagnostic> findAnyObstacle(OutputFolder output) throws IOException {
    for (PackSlot slot : PackSlot.values()) {
      Optional<Diagnostic> obstacle = slot.findObstacle(output);
      if (obstacle.isPresent()) {
        return obstacle;
      }
    }
    return Optional.empty();
  }

  /** What is under the file's name, or under its folder's, and is something else. */
  public Optional<Diagnostic> findObstacle(OutputFolder output) throws IOException {
    return in(output).findObstacle();
  }
}
