package dev.papack;

import dev.papack.container.AssetName;
import dev.papack.container.BankMetadata;
import dev.papack.container.BankType;
import dev.papack.container.Header;
import dev.papack.container.PackBytes;
import dev.papack.container.PackException;
import dev.papack.container.PackReader;
import dev.papack.container.PackWriter;
import dev.papack.container.PreloadItem;
import dev.papack.container.Sha256;
import dev.papack.container.SliceSource;
import dev.papack.container.SoundsMetadata;
import dev.papack.container.TilesMetadata;
import dev.papack.container.UnplacedEntry;
import dev.papack.inspect.PackFaults;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/** Packs whose digests are right and little else is. */
final class HostilePacks {
  private static final int PRELUDE_BYTES = 64;
  private static final BankMetadata TILES = new TilesMetadata(1, 1, 1, 8);
  private static final BankMetadata SOUNDS =
      new SoundsMetadata(1, 4, Optional.of(new SoundsMetadata.Loop(1, 3)), 8_000);

  /** A whole value of the header, which has no escapes and no white space. */
  private static final Pattern SCALAR = Pattern.compile("(?<=:)(\"[^\"]*\"|[0-9]+)");

  private static final List<String> VALUES =
      List.of(
          "",
          "0",
          "1",
          "2",
          "-1",
          "00",
          "1.0",
          "1e0",
          "8",
          "255",
          "256",
          "65537",
          "2147483647",
          "2147483648",
          "9007199254740991",
          "9007199254740992",
          "10000000000000000",
          "null",
          "true",
          "\"\"",
          "\"a\"",
          "\"A\"",
          "\"a//b\"",
          "\"\\n\"",
          "\"\u007f\"",
          "\"TILES\"",
          "\"SOUNDS\"",
          "\"NONE\"",
          "\"" + "0".repeat(64) + "\"",
          "\"" + "a".repeat(129) + "\"",
          "[]",
          "{}",
          "[0]",
          "{\"a\":0}",
          " 1");

  private final byte[] pack;

  private HostilePacks(byte[] pack) {
    this.pack = pack;
  }

  static List<Family> families() throws IOException, PackException {
    HostilePacks packs = new HostilePacks(whole());
    List<Family> families = new ArrayList<>();
    for (int at = 0; at < 32; at++) {
      families.add(family("prelude-byte-" + at, packs.eachValue(at)));
    }
    families.addAll(packs.headerValues());
    families.add(family("header-character-missing", packs.headerChanged("")));
    families.add(family("header-character-space", packs.headerChanged(" ")));
    families.add(family("header-character-quote", packs.headerChanged("\"")));
    families.add(family("header-depth", packs.depths()));
    families.add(family("payload-byte", packs.payloadBytes()));
    families.add(family("cut", packs.cuts()));
    return families;
  }

  private static byte[] whole() throws IOException, PackException {
    byte[] tiles = new byte[(int) TILES.sliceBytes()];
    byte[] sounds = new byte[(int) SOUNDS.sliceBytes()];
    Header header =
        Header.layOut(
            List.of(entry(7, "a/b", TILES, tiles), entry(9, "c", SOUNDS, sounds)),
            List.of(new PreloadItem(9, BankType.SOUNDS, 1), new PreloadItem(7, BankType.TILES, 0)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SliceSource slices =
        SliceSource.ofBuffers(entry -> ByteBuffer.wrap(entry.assetId() == 7 ? tiles : sounds));
    PackWriter.write(header, slices, Channels.newChannel(out));
    return out.toByteArray();
  }

  private static UnplacedEntry entry(int id, String name, BankMetadata metadata, byte[] slice) {
    return new UnplacedEntry(id, new AssetName(name), metadata, Sha256.of(ByteBuffer.wrap(slice)));
  }

  private static Family family(String name, List<byte[]> inputs) {
    return new Family("pack " + name, inputs.size(), number -> verdict(inputs.get(number)));
  }

  private static String verdict(byte[] input) throws IOException {
    try {
      PackReader reader = PackReader.open(PackBytes.of(input));
      reader.preloadSlices();
      reader.verify();
      return Family.verdict(List.of());
    } catch (PackException fault) {
      return Family.verdict(List.of(PackFaults.diagnostic(fault, "assets.pa")));
    }
  }

  private int headerBytes() {
    return (int) ByteBuffer.wrap(pack).order(ByteOrder.LITTLE_ENDIAN).getLong(16);
  }

  private String header() {
    return new String(pack, PRELUDE_BYTES, headerBytes(), StandardCharsets.ISO_8859_1);
  }

  /** Each value of a byte of the prelude, the checksum of the stem right if it is before that. */
  private List<byte[]> eachValue(int at) {
    return IntStream.range(0, 256)
        .mapToObj(value -> {
          byte[] file = pack.clone();
          file[at] = (byte) value;
          if (at < 12) {
            CRC32 crc = new CRC32();
            crc.update(file, 0, 12);
            ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(12, (int) crc.getValue());
          }
          return file;
        })
        .toList();
  }

  private List<Family> headerValues() {
    List<Family> families = new ArrayList<>();
    Matcher scalar = SCALAR.matcher(header());
    for (int number = 1; scalar.find(); number++) {
      String before = header().substring(0, scalar.start());
      String after = header().substring(scalar.end());
      families.add(
          family(
              "header-value-" + number,
              VALUES.stream().map(value -> withHeader(before + value + after)).toList()));
    }
    return families;
  }

  private List<byte[]> headerChanged(String instead) {
    String header = header();
    return IntStream.range(0, header.length())
        .mapToObj(at -> withHeader(header.substring(0, at) + instead + header.substring(at + 1)))
        .toList();
  }

  private List<byte[]> depths() {
    return IntStream.range(0, 40)
        .mapToObj(depth -> withHeader("[".repeat(depth) + "]".repeat(depth)))
        .toList();
  }

  /** The same payload behind another header, lengths and digest right. */
  private byte[] withHeader(String header) {
    int oldStart = payloadStart(headerBytes());
    int newStart = payloadStart(header.length());
    ByteBuffer file =
        ByteBuffer.allocate(newStart + pack.length - oldStart).order(ByteOrder.LITTLE_ENDIAN);
    file.put(pack, 0, 16).putLong(header.length()).putLong(pack.length - oldStart);
    byte[] json = header.getBytes(StandardCharsets.ISO_8859_1);
    file.put(Sha256.of(file.slice(0, 32), ByteBuffer.wrap(json)).toBytes()).put(json);
    return file.put(newStart, pack, oldStart, pack.length - oldStart).array();
  }

  private static int payloadStart(int headerBytes) {
    return (PRELUDE_BYTES + headerBytes + 63) / 64 * 64;
  }

  private List<byte[]> payloadBytes() {
    return IntStream.range(payloadStart(headerBytes()), pack.length)
        .mapToObj(at -> {
          byte[] file = pack.clone();
          file[at] = 0x5A;
          return file;
        })
        .toList();
  }

  private List<byte[]> cuts() {
    return IntStream.range(0, pack.length).mapToObj(n -> Arrays.copyOf(pack, n)).toList();
  }
}
