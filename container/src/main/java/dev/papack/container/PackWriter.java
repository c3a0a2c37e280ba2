package dev.papack.container;

import dev.papack.container.PackFault.Stage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** Writes packs: equal headers and slices give equal bytes on any machine. */
public final class PackWriter {
  private PackWriter() {}

  /**
   * Writes a pack from its first byte to its last in one pass. Every slice is checked on its way as
   * a reader would check it. After an exception, what was written is no pack and of no use.
   *
   * @param header what the pack holds
   * @param slices their bytes
   * @param out open for writing, in blocking mode, and left open
   * @return the identity of the pack
   * @throws IOException if a slice cannot be read or the pack not written
   * @throws PackException if a slice is not what its entry says: {@link Stage#SLICE_DIGEST} for
   *     other bytes or another length, {@link Stage#MEANING} for a bank that breaks a rule
   */
  public static PackId write(Header header, SliceSource slices, WritableByteChannel out)
      throws IOException, PackException {
    byte[] headerJson = HeaderJson.encode(header);
    Prelude prelude = Prelude.of(headerJson, header.payloadBytes());
    writeAll(out, prelude.encode());
    writeAll(out, ByteBuffer.wrap(headerJson));
    pad(out, Prelude.BYTES + prelude.headerBytes(), prelude.payloadStartBytes());
    ByteBuffer buffer = ByteBuffer.allocate(Slice.COPY_BUFFER_BYTES);
    long endBytes = 0;
    for (Entry entry : header.assetTable()) {
      pad(out, endBytes, entry.offsetBytes());
      try (ReadableByteChannel slice = slices.open(entry)) {
        copy(entry, prelude.payloadStartBytes() + entry.offsetBytes(), slice, buffer, out);
      }
      endBytes = entry.endBytes();
    }
    return prelude.packId();
  }

  /**
   * The length of a pack before it is written.
   *
   * @param header of all that it would hold; digests of any value
   * @return bytes
   */
  public static long packBytes(Header header) {
    return Layout.payloadStartBytes(HeaderJson.encode(header).length) + header.payloadBytes();
  }

  private static void copy(
      Entry entry,
      long startBytes,
      ReadableByteChannel slice,
      ByteBuffer buffer,
      WritableByteChannel out)
      throws IOException, PackException {
    SliceCheck check = new SliceCheck(entry, startBytes, Sha256.newMessageDigest());
    long copiedBytes = 0;
    while (slice.read(buffer.clear()) >= 0) {
      buffer.flip();
      copiedBytes += buffer.remaining();
      if (copiedBytes > entry.sizeBytes()) {
        throw wrongLength(entry, "more than " + entry.sizeBytes());
      }
      check.accept(buffer);
      writeAll(out, buffer);
    }
    if (copiedBytes < entry.sizeBytes()) {
      throw wrongLength(entry, Long.toString(copiedBytes));
    }
    check.requireSound();
  }

  private static PackException wrongLength(Entry entry, String found) {
    return new PackException(
        PackFault.of(
                Stage.SLICE_DIGEST,
                SliceCheck.label(entry)
                    + " should have "
                    + entry.sizeBytes()
                    + " bytes; it has "
                    + found)
            .values(found, Long.toString(entry.sizeBytes())));
  }

  /** Padding is shorter than {@link Layout#ALIGNMENT_BYTES}. */
  private static void pad(WritableByteChannel out, long fromBytes, long toBytes)
      throws IOException {
    writeAll(out, ByteBuffer.allocate(Math.toIntExact(toBytes - fromBytes)));
  }

  private static void writeAll(WritableByteChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }
}
