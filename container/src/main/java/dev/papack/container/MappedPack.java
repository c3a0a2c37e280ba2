package dev.papack.container;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.NoSuchElementException;
import java.util.SequencedMap;

/**
 * A pack as a runtime reads it: a file that is mapped into memory, whose slices are handed out
 * where they are, without a copy and of any length. A {@link PackReader} checks them, and what it
 * has not checked is not handed out.
 *
 * <p>The file is open only during {@link #open}. Its pages are loaded as they are touched, and
 * count as the system's cache, not as the heap. On the heap are the header and, while something is
 * checked, a buffer of 256 KiB. Several threads may use one pack, and an interrupt does no harm.
 *
 * <p>The file must not change while it is mapped. To give it another content, write a new file and
 * rename it into place: the mapped one stays what it was. Windows may refuse that until the pack is
 * closed. Where a file is written in place instead, what was checked already changes unnoticed;
 * what is checked later is refused. Where a file is cut, or its medium fails, the methods of this
 * class throw {@link IOException}; but whoever reads the memory of a segment gets an {@link
 * InternalError} from the virtual machine, then or shortly after. A bank that must outlive a
 * cartridge that is pulled out has to be copied.
 */
public final class MappedPack implements AutoCloseable {
  private final Arena arena;
  private final MemorySegment mapping;
  private final PackReader reader;

  private MappedPack(Arena arena, MemorySegment mapping, PackReader reader) {
    this.arena = arena;
    this.mapping = mapping;
    this.reader = reader;
  }

  /**
   * Reads prelude and header, rows 1 to 9 of the reading order, and maps the file. A file that is
   * no pack is not mapped.
   *
   * @param path a regular file, or a link to one; untrusted
   * @return the pack, to be closed
   * @throws java.nio.file.NoSuchFileException if there is no file
   * @throws FileSystemException if it is a folder, a device or a pipe
   * @throws IOException if it cannot be read or mapped
   * @throws PackException if it is no pack that this release reads; an empty file is none
   * @throws UnsupportedOperationException if the path is not one of the default file system
   */
  public static MappedPack open(Path path) throws IOException, PackException {
    if (!Files.readAttributes(path, BasicFileAttributes.class).isRegularFile()) {
      throw new FileSystemException(path.toString(), null, "not a regular file");
    }
    try (FileChannel file = FileChannel.open(path)) {
      return map(file, PackReader.open(PackBytes.of(file)));
    }
  }

  @SuppressWarnings("MustBeClosedChecker") // The pack closes the arena, or nothing was mapped.
  private static MappedPack map(FileChannel file, PackReader checked) throws IOException {
    Arena arena = Arena.ofShared();
    try {
      MemorySegment mapping = file.map(MapMode.READ_ONLY, 0, checked.prelude().fileBytes(), arena);
      return new MappedPack(arena, mapping, checked.over(new MappedBytes(mapping)));
    } catch (IOException | RuntimeException | Error e) {
      arena.close();
      throw e;
    }
  }

  /**
   * The header.
   *
   * @return asset table and preload list; valid also when the pack is closed
   */
  public Header header() {
    return reader.header();
  }

  /**
   * The identity of the whole file.
   *
   * @return the digest over prelude and header
   */
  public PackId packId() {
    return reader.packId();
  }

  /**
   * The bytes of an asset. The first call for an asset reads them all once to check digest and
   * contents, rows 11 and 12 of the reading order; later calls, and all after {@link #verify}, read
   * nothing.
   *
   * @param assetId an asset of the table; {@link Header#find} tells which are
   * @return its slice, where it is in the file
   * @throws IOException if the bytes cannot be read
   * @throws PackException if they are not what the entry says
   * @throws NoSuchElementException if the pack has no such asset
   * @throws IllegalStateException if the pack is closed
   */
  public MappedSlice slice(int assetId) throws IOException, PackException {
    requireOpen();
    try {
      return mapped(reader.slice(assetId));
    } catch (InternalError fault) {
      throw unreadable(fault);
    }
  }

  /**
   * The slices of the preload list, every one of them checked before the first is returned.
   *
   * @return each item with its slice, in the order of the list; the caller's own
   * @throws IOException if the bytes cannot be read
   * @throws PackException if any slice is not what its entry says
   * @throws IllegalStateException if the pack is closed
   */
  public SequencedMap<PreloadItem, MappedSlice> preload() throws IOException, PackException {
    requireOpen();
    SequencedMap<PreloadItem, MappedSlice> slices = new LinkedHashMap<>();
    try {
      reader.preloadSlices().forEach((item, slice) -> slices.put(item, mapped(slice)));
    } catch (InternalError fault) {
      throw unreadable(fault);
    }
    return slices;
  }

  /**
   * Checks every byte that opening did not: payload padding, then the digests of all slices, then
   * the contents of all banks; rows 10 to 12 of the reading order. Reads the whole file.
   *
   * @throws IOException if the bytes cannot be read
   * @throws PackException with the first fault
   * @throws IllegalStateException if the pack is closed
   */
  public void verify() throws IOException, PackException {
    requireOpen();
    try {
      reader.verify();
    } catch (InternalError fault) {
      throw unreadable(fault);
    }
  }

  /**
   * Unmaps the file. From then on every access to a segment of this pack throws {@link
   * IllegalStateException}. Closing it again does nothing.
   *
   * @throws IllegalStateException if another thread is at that moment within a call that uses a
   *     segment, such as a write to a channel; the pack then stays open
   */
  @Override
  public synchronized void close() {
    if (arena.scope().isAlive()) {
      arena.close();
    }
  }

  private void requireOpen() {
    if (!arena.scope().isAlive()) {
      throw new IllegalStateException("the pack is closed");
    }
  }

  private MappedSlice mapped(Slice slice) {
    return new MappedSlice(slice.entry(), mapping.asSlice(slice.startBytes(), slice.sizeBytes()));
  }

  private static IOException unreadable(InternalError fault) {
    return new IOException(
        "the mapped file cannot be read: it was truncated, or the disk is failing", fault);
  }
}
