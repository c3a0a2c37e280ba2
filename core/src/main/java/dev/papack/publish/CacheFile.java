package dev.papack.publish;

import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.RelativePath;
import dev.papack.disk.DiskException;
import dev.papack.disk.FileStatus;
import dev.papack.disk.FileType;
import dev.papack.disk.FolderId;
import dev.papack.disk.ReadableDirectory;
import dev.papack.disk.ReadableFile;
import dev.papack.source.Limits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The file in which a build remembers what it did: bytes, whatever they mean.
 *
 * @param shown its path, as messages name it
 * @param folder the folder that it is in now
 * @param bytes all of them; of a file that is too large, none
 */
public record CacheFile(String shown, FolderId folder, ByteBuffer bytes) {
  static final FileName NAME = new FileName("build_cache");
  static final FileName STAGED = new FileName("build_cache.new");

  private static final String PATH = ControlFolder.NAME + "/" + NAME;

  /** Its path, as messages name it. */
  public static String shownIn(OutputFolder output) {
    return output.shown(PATH);
  }

  /** Reads it, if there is one. */
  public static Optional<CacheFile> read(OutputFolder output) throws IOException {
    ReadableDirectory around = output.directory();
    if (!has(around, ControlFolder.NAME, FileType.DIRECTORY)) {
      return Optional.empty();
    }
    try (ReadableDirectory folder = around.openDirectory(ControlFolder.NAME)) {
      return has(folder, NAME, FileType.FILE)
          ? Optional.of(new CacheFile(shownIn(output), folder.id(), content(folder)))
          : Optional.empty();
    } catch (DiskException e) {
      return switch (e.trouble()) {
        // Somebody clears it, or replaces it.
        case MISSING, CHANGED -> Optional.empty();
        default -> throw e;
      };
    }
  }

  /** How large it is; 0 if there is none. */
  public static long sizeBytes(OutputFolder output) throws IOException {
    return new PlacedFile(output.directory(), RelativePath.of(PATH))
        .find()
        .map(FileStatus::sizeBytes)
        .orElse(0L);
  }

  private static boolean has(ReadableDirectory folder, FileName name, FileType type)
      throws IOException {
    return folder.find(name).map(FileStatus::type).equals(Optional.of(type));
  }

  private static ByteBuffer content(ReadableDirectory folder) throws IOException {
    try (ReadableFile file = folder.openFile(NAME)) {
      long sizeBytes = file.sizeBytes();
      if (sizeBytes > Limits.BUILD_CACHE_BYTES) {
        return ByteBuffer.allocate(0);
      }
      ByteBuffer bytes = ByteBuffer.allocate((int) sizeBytes);
      while (bytes.hasRemaining() && file.read(bytes.position(), bytes) >= 0) {
        // As much as there is.
      }
      return bytes.flip().asReadOnlyBuffer();
    }
  }
}
