package dev.papack.container;

import dev.papack.container.PackFault.Stage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A pack whose prelude and header have passed every check. Slices are checked before they are
 * handed out; {@link #verify} checks all that is left.
 *
 * <p>The header is held in memory and payload is not: opening takes a small multiple of the
 * header's length, reading a slice one buffer of 256 KiB. Several threads may use one reader if
 * they may use its {@link PackBytes}.
 */
public final class PackReader {
  private final PackBytes bytes;
  private final Prelude prelude;
  private final Header header;
  private final Map<Integer, Slice> checkedSlices = new ConcurrentHashMap<>();
  private volatile boolean isVerified;

  private PackReader(PackBytes bytes, Prelude prelude, Header header) {
    this.bytes = bytes;
    this.prelude = prelude;
    this.header = header;
  }

  /**
   * Reads prelude and header: rows 1 to 9 of the reading order. The first check that fails decides
   * the fault.
   *
   * @param bytes a file; untrusted
   * @return a reader of its slices
   * @throws IOException if the bytes cannot be read
   * @throws PackException if they are no pack that this release reads
   */
  public static PackReader open(PackBytes bytes) throws IOException, PackException {
    return open(bytes, SupportedFormats.CURRENT);
  }

  /**
   * Reads the identity that a file claims: its prelude, and nothing more. What the file holds is
   * unchecked.
   *
   * @param bytes a file; untrusted
   * @return what its prelude says
   * @throws IOException if the bytes cannot be read
   * @throws PackException if they do not begin as a pack that this release reads
   */
  public static PackId readId(PackBytes bytes) throws IOException, PackException {
    return PreludeReader.read(bytes, SupportedFormats.CURRENT).packId();
  }

  static PackReader open(PackBytes bytes, SupportedFormats formats)
      throws IOException, PackException {
    Prelude prelude = PreludeReader.read(bytes, formats);
    byte[] headerJson = new byte[Math.toIntExact(prelude.headerBytes())];
    bytes.read(Prelude.BYTES, ByteBuffer.wrap(headerJson));
    requireZeros(
        bytes,
        Prelude.BYTES + prelude.headerBytes(),
        prelude.payloadStartBytes(),
        Stage.HEADER_PADDING);
    Sha256 computed =
        Sha256.of(prelude.encode().limit(Prelude.DIGEST_AT), ByteBuffer.wrap(headerJson));
    if (!computed.equals(prelude.headerSha256())) {
      throw new PackException(
          PackFault.of(Stage.HEADER_DIGEST, "prelude and header do not match their digest")
              .values(computed.hex(), prelude.headerSha256().hex())
              .at(Prelude.DIGEST_AT));
    }
    return new PackReader(
        bytes, prelude, HeaderJson.parse(headerJson, prelude.payloadBytes(), formats));
  }

  /** The same pack in other bytes, such as those of the same file once it is mapped. */
  PackReader over(PackBytes sameBytes) {
    return new PackReader(sameBytes, prelude, header);
  }

  /**
   * The prelude.
   *
   * @return as it is in the file
   */
  public Prelude prelude() {
    return prelude;
  }

  /**
   * The header.
   *
   * @return asset table and preload list
   */
  public Header header() {
    return header;
  }

  /**
   * The identity of the whole file.
   *
   * @return the digest over prelude and header
   */
  public PackId packId() {
    return prelude.packId();
  }

  /**
   * The bytes of an asset. The first call for an asset reads them all once to check digest and
   * contents, rows 11 and 12 of the reading order; later calls, and all after {@link #verify}, read
   * nothing.
   *
   * @param assetId an asset of the table; {@link Header#find} tells which are
   * @return its slice
   * @throws IOException if the bytes cannot be read
   * @throws PackException if they are not what the entry says
   * @throws NoSuchElementException if the pack has no such asset
   */
  public Slice slice(int assetId) throws IOException, PackException {
    Slice known = checkedSlices.get(assetId);
    if (known != null) {
      return known;
    }
    Entry entry =
        header
            .find(assetId)
            .orElseThrow(() -> new NoSuchElementException("no asset has the id " + assetId));
    Slice slice = uncheckedSlice(entry);
    if (!isVerified) {
      readThrough(slice).requireSound();
    }
    checkedSlices.put(assetId, slice);
    return slice;
  }

  /**
   * The slices of the preload list, every one of them checked before the first is returned.
   *
   * @return each item with its slice, in the order of the list; the caller's own
   * @throws IOException if the bytes cannot be read
   * @throws PackException if any slice is not what its entry says
   */
  public SequencedMap<PreloadItem, Slice> preloadSlices() throws IOException, PackException {
    SequencedMap<PreloadItem, Slice> slices = new LinkedHashMap<>();
    for (PreloadItem item : header.preload()) {
      slices.put(item, slice(item.assetId()));
    }
    return slices;
  }

  /**
   * Checks every byte that opening did not: payload padding, then the digests of all slices, then
   * the contents of all banks; rows 10 to 12 of the reading order.
   *
   * @throws IOException if the bytes cannot be read
   * @throws PackException with the first fault
   */
  public void verify() throws IOException, PackException {
    verify(1);
  }

  /**
   * The same with several threads. What is found does not depend on how many there are. If the
   * calling thread is interrupted and reading the bytes fails for that, all threads stop.
   *
   * @param threads how many check, with the calling one; more than one only where several threads
   *     may read the {@link PackBytes} at once
   * @throws IOException if the bytes cannot be read
   * @throws PackException with the first fault
   * @throws IllegalArgumentException if there are less than 1
   */
  public void verify(int threads) throws IOException, PackException {
    if (threads < 1) {
      throw new IllegalArgumentException("no threads: " + threads);
    }
    new PayloadCheck(bytes, prelude.payloadStartBytes(), header.assetTable()).run(threads);
    isVerified = true;
  }

  private Slice uncheckedSlice(Entry entry) {
    return new Slice(bytes, entry, startOf(entry));
  }

  private SliceCheck readThrough(Slice slice) throws IOException {
    SliceCheck check =
        new SliceCheck(slice.entry(), startOf(slice.entry()), Sha256.newMessageDigest());
    slice.forEachPiece(check::accept);
    return check;
  }

  private long startOf(Entry entry) {
    return prelude.payloadStartBytes() + entry.offsetBytes();
  }

  /** Padding is shorter than {@link Layout#ALIGNMENT_BYTES}. */
  private static void requireZeros(PackBytes bytes, long fromBytes, long toBytes, Stage stage)
      throws IOException, PackException {
    ByteBuffer padding = ByteBuffer.allocate(Math.toIntExact(toBytes - fromBytes));
    bytes.read(fromBytes, padding);
    Optional<PackFault> fault = paddingFault(padding.flip(), fromBytes, stage);
    if (fault.isPresent()) {
      throw new PackException(fault.get());
    }
  }

  /** The first byte of a padding that is not zero. */
  static Optional<PackFault> paddingFault(ByteBuffer padding, long startBytes, Stage stage) {
    for (int i = padding.position(); i < padding.limit(); i++) {
      int value = Byte.toUnsignedInt(padding.get(i));
      if (value != 0) {
        String where = stage == Stage.HEADER_PADDING ? "after the header" : "between two slices";
        return Optional.of(
            PackFault.of(stage, "the padding " + where + " is not zero")
                .values(Integer.toString(value), "0")
                .at(startBytes + i - padding.position()));
      }
    }
    return Optional.empty();
  }
}
