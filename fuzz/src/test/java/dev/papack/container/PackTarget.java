package dev.papack.container;

import dev.papack.fuzz.Results;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Packs. Chance makes no digest, so the input is tried as it is, with right digests of prelude and
 * header, and with right digests of the slices, too.
 */
public final class PackTarget {
  private static final String DIGEST_MEMBER = "\"sha256\":\"";
  private static final int DIGEST_DIGITS = 64;

  private PackTarget() {}

  /** Nothing but a fault escapes, and an accepted pack is written again as the same bytes. */
  public static void check(byte[] input) throws IOException {
    read(input);
    byte[] signed = signed(input);
    read(signed);
    read(signed(withSliceDigests(signed)));
  }

  private static void read(byte[] input) throws IOException {
    try {
      PackReader reader = PackReader.open(PackBytes.of(input));
      reader.preloadSlices();
      reader.verify();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      SliceSource slices =
          SliceSource.ofBuffers(entry ->
              ByteBuffer.wrap(input)
                  .slice(
                      Math.toIntExact(reader.prelude().payloadStartBytes() + entry.offsetBytes()),
                      Math.toIntExact(entry.sizeBytes())));
      PackWriter.write(reader.header(), slices, Channels.newChannel(out));
      Results.require(Arrays.equals(out.toByteArray(), input), "a pack has one encoding");
    } catch (PackException expected) {
      Results.require(!expected.fault().message().isEmpty(), "a fault says something");
    }
  }

  private static byte[] signed(byte[] input) {
    if (input.length < Prelude.BYTES) {
      return input;
    }
    ByteBuffer pack = ByteBuffer.wrap(input.clone()).order(ByteOrder.LITTLE_ENDIAN);
    CRC32 crc = new CRC32();
    crc.update(pack.array(), 0, 12);
    pack.putInt(12, (int) crc.getValue());
    int headerBytes = headerBytes(pack.array());
    Sha256 digest = Sha256.of(pack.slice(0, 32), pack.slice(Prelude.BYTES, headerBytes));
    return pack.put(32, digest.toBytes()).array();
  }

  private static int headerBytes(byte[] pack) {
    long declared = ByteBuffer.wrap(pack).order(ByteOrder.LITTLE_ENDIAN).getLong(16);
    return Math.clamp(declared, 0, pack.length - Prelude.BYTES);
  }

  private static byte[] withSliceDigests(byte[] input) throws IOException {
    try {
      PackReader reader = PackReader.open(PackBytes.of(input));
      byte[] pack = input.clone();
      String json =
          new String(input, Prelude.BYTES, headerBytes(input), StandardCharsets.ISO_8859_1);
      int at = 0;
      for (Entry entry : reader.header().assetTable()) {
        at = json.indexOf(DIGEST_MEMBER, at) + DIGEST_MEMBER.length();
        ByteBuffer slice =
            ByteBuffer.wrap(input)
                .slice(
                    Math.toIntExact(reader.prelude().payloadStartBytes() + entry.offsetBytes()),
                    Math.toIntExact(entry.sizeBytes()));
        byte[] digits = Sha256.of(slice).hex().getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, pack, Prelude.BYTES + at, DIGEST_DIGITS);
      }
      return pack;
    } catch (PackException unreadable) {
      return input;
    }
  }
}
