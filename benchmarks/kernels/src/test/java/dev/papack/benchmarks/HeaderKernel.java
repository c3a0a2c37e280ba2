package dev.papack.benchmarks;

import dev.papack.container.AssetName;
import dev.papack.container.Header;
import dev.papack.container.PackBytes;
import dev.papack.container.PackException;
import dev.papack.container.PackReader;
import dev.papack.container.PackWriter;
import dev.papack.container.Sha256;
import dev.papack.container.SliceSource;
import dev.papack.container.TilesMetadata;
import dev.papack.container.UnplacedEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The header of a pack of 10,000 assets, read and checked; no slice is. */
@State(Scope.Benchmark)
public class HeaderKernel {
  private static final int ASSETS = 10_000;

  private byte[] pack = new byte[0];

  /** Writes the pack. */
  @Setup
  public void write() throws IOException, PackException {
    TilesMetadata one = new TilesMetadata(1, 1, 1, 8);
    byte[] slice = new byte[Math.toIntExact(one.sliceBytes())];
    Sha256 digest = Sha256.of(ByteBuffer.wrap(slice));
    List<UnplacedEntry> entries = new ArrayList<>();
    for (int i = 0; i < ASSETS; i++) {
      entries.add(
          new UnplacedEntry(
              1_000_000 + i * 7_919, new AssetName("sprites/hero_" + i), one, digest));
    }
    Header header = Header.layOut(entries, List.of());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PackWriter.write(
        header, SliceSource.ofBuffers(_ -> ByteBuffer.wrap(slice)), Channels.newChannel(out));
    pack = out.toByteArray();
  }

  /** Opens it. */
  @Benchmark
  public PackReader open() throws IOException, PackException {
    return PackReader.open(PackBytes.of(pack));
  }
}
