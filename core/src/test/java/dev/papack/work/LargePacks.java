package dev.papack.work;

import dev.papack.container.AssetName;
import dev.papack.container.Header;
import dev.papack.container.PackException;
import dev.papack.container.PackWriter;
import dev.papack.container.Sha256;
import dev.papack.container.SliceSource;
import dev.papack.container.SoundsMetadata;
import dev.papack.container.UnplacedEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Packs with much to read. */
final class LargePacks {
  private static final SoundsMetadata ONE_FRAME = new SoundsMetadata(1, 1, Optional.empty(), 8_000);

  private LargePacks() {}

  static byte[] manyEntries(int count) throws IOException, PackException {
    Sha256 digest = Sha256.of(ByteBuffer.allocate(2));
    List<UnplacedEntry> entries =
        IntStream.rangeClosed(1, count)
            .mapToObj(id -> new UnplacedEntry(id, new AssetName("a/" + id), ONE_FRAME, digest))
            .toList();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PackWriter.write(
        Header.layOut(entries, List.of()),
        SliceSource.ofBuffers(entry -> ByteBuffer.allocate(2)),
        Channels.newChannel(out));
    return out.toByteArray();
  }
}
