package dev.papack.container;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.SPARSE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.container.PackFault.Stage;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Packs of more than 2 and 4 GiB, most of each a hole of a sparse file. Only the slices that are
 * read have a true digest, so that a test need not digest a hole.
 */
final class LargePackTest {
  private static final int FIRST = 1;
  private static final int SILENCE_TO_2_GIB = 2;
  private static final int BEHIND_2_GIB = 3;
  private static final int SILENCE_TO_4_GIB = 4;
  private static final int BEHIND_4_GIB = 5;

  /** Longer than a buffer and than an {@code int} can count. */
  private static final SoundsMetadata SILENCE_OF_2_GIB =
      new SoundsMetadata(2, (1L << 29) + 5, Optional.empty(), 48_000);

  private static final SoundsMetadata SILENCE_OF_4_GIB =
      new SoundsMetadata(2, (1L << 30) + 5, Optional.empty(), 48_000);

  private static final SoundsMetadata SOUND =
      new SoundsMetadata(1, 5_000, Optional.empty(), 48_000);

  private static final Sha256 UNKNOWN = new Sha256(0, 0, 0, 0);

  @TempDir private Path folder;

  /** Sounds at the start, behind 2 GiB and behind 4 GiB, and silence between. */
  private Path soundsBetweenHoles() throws IOException {
    List<UnplacedEntry> entries =
        List.of(
            sound(FIRST, SOUND, digestOfSound()),
            sound(SILENCE_TO_2_GIB, SILENCE_OF_2_GIB, UNKNOWN),
            sound(BEHIND_2_GIB, SOUND, digestOfSound()),
            sound(SILENCE_TO_4_GIB, SILENCE_OF_2_GIB, UNKNOWN),
            sound(BEHIND_4_GIB, SOUND, digestOfSound()));
    Header header = Header.layOut(entries, List.of());
    assertThat(header.find(BEHIND_2_GIB).orElseThrow().offsetBytes()).isBetween(1L << 31, 1L << 32);
    assertThat(header.find(BEHIND_4_GIB).orElseThrow().offsetBytes()).isGreaterThan(1L << 32);
    return write(header);
  }

  private static UnplacedEntry sound(int assetId, SoundsMetadata metadata, Sha256 digest) {
    return new UnplacedEntry(assetId, new AssetName("a" + assetId), metadata, digest);
  }

  private static Sha256 digestOfSound() {
    return Sha256.of(ByteBuffer.wrap(SamplePacks.sound(SOUND)));
  }

  /** Writes every {@link #SOUND}; what is longer stays a hole. */
  private Path write(Header header) throws IOException {
    byte[] json = HeaderJson.encode(header);
    Prelude prelude = Prelude.of(json, header.payloadBytes());
    Path path = folder.resolve("assets.pa");
    try (FileChannel file = FileChannel.open(path, CREATE_NEW, SPARSE, WRITE)) {
      file.write(prelude.encode(), 0);
      file.write(ByteBuffer.wrap(json), Prelude.BYTES);
      file.write(ByteBuffer.allocate(1), prelude.fileBytes() - 1);
      for (Entry entry : header.assetTable()) {
        if (entry.metadata().equals(SOUND)) {
          long startBytes = prelude.payloadStartBytes() + entry.offsetBytes();
          file.write(ByteBuffer.wrap(SamplePacks.sound(SOUND)), startBytes);
        }
      }
    }
    return path;
  }

  @Test
  void slicesBehind2And4GibAreReadAtTheirPositions() throws Exception {
    try (FileChannel file = FileChannel.open(soundsBetweenHoles())) {
      PackReader reader = PackReader.open(PackBytes.of(file));

      for (int assetId : List.of(FIRST, BEHIND_2_GIB, BEHIND_4_GIB)) {
        assertThat(reader.slice(assetId).copy())
            .isEqualTo(ByteBuffer.wrap(SamplePacks.sound(SOUND)));
      }
    }
  }

  @Test
  void slicesBehind2And4GibAreMappedWhereTheyLie() throws Exception {
    byte[] expected = SamplePacks.sound(SOUND);
    try (MappedPack pack = MappedPack.open(soundsBetweenHoles())) {
      long firstAddress = pack.slice(FIRST).bytes().address();
      for (int assetId : List.of(FIRST, BEHIND_2_GIB, BEHIND_4_GIB)) {
        MappedSlice slice = pack.slice(assetId);
        assertThat(slice.bytes().toArray(ValueLayout.JAVA_BYTE)).isEqualTo(expected);
        assertThat(slice.bytes().address() - firstAddress).isEqualTo(slice.entry().offsetBytes());
      }
    }
  }

  /** Changes the last byte of the file: a position that was cut to 32 bits would not see it. */
  @Test
  void aDamagedByteBehind4GibIsFound() throws Exception {
    Path path = soundsBetweenHoles();
    try (FileChannel file = FileChannel.open(path, WRITE)) {
      file.write(ByteBuffer.allocate(1), file.size() - 1);
    }
    try (MappedPack pack = MappedPack.open(path)) {
      assertThat(pack.slice(BEHIND_2_GIB).bytes().byteSize()).isEqualTo(SOUND.sliceBytes());
      assertThat(Refusals.stage(() -> pack.slice(BEHIND_4_GIB))).isEqualTo(Stage.SLICE_DIGEST);
    }
  }

  /** Digests 4 GiB three times: in the long campaign only. */
  @Test
  @EnabledIfSystemProperty(
      named = "papack.campaign",
      matches = "long|full",
      disabledReason = "digests 12 GiB; runs with papack.campaign=long")
  void aSliceOfMoreThan4GibIsVerifiedAndStreamed() throws Exception {
    Sha256 digest = zeros(SILENCE_OF_4_GIB.sliceBytes());
    Path path = write(Header.layOut(List.of(sound(FIRST, SILENCE_OF_4_GIB, digest)), List.of()));
    try (FileChannel file = FileChannel.open(path)) {
      PackReader reader = PackReader.open(PackBytes.of(file));
      reader.verify();
      MessageDigest streamed = Sha256.newMessageDigest();
      reader
          .slice(FIRST)
          .writeTo(
              Channels.newChannel(
                  new DigestOutputStream(OutputStream.nullOutputStream(), streamed)));

      assertThat(Sha256.finish(streamed)).isEqualTo(digest);
    }
  }

  /** Digests 4 GiB twice: in the long campaign only. */
  @Test
  @EnabledIfSystemProperty(
      named = "papack.campaign",
      matches = "long|full",
      disabledReason = "digests 8 GiB; runs with papack.campaign=long")
  void aSliceOfMoreThan4GibIsOneSegment() throws Exception {
    long sizeBytes = SILENCE_OF_4_GIB.sliceBytes();
    Sha256 digest = zeros(sizeBytes);
    Path path =
        write(
            Header.layOut(
                List.of(
                    sound(FIRST, SILENCE_OF_4_GIB, digest),
                    sound(BEHIND_4_GIB, SOUND, digestOfSound())),
                List.of()));
    try (MappedPack pack = MappedPack.open(path)) {
      MemorySegment silence = pack.slice(FIRST).bytes();

      assertThat(silence.byteSize()).isEqualTo(sizeBytes).isGreaterThan(1L << 32);
      assertThat(silence.get(ValueLayout.JAVA_BYTE, 0)).isZero();
      assertThat(silence.get(ValueLayout.JAVA_BYTE, sizeBytes - 1)).isZero();
      MemorySegment next = pack.slice(BEHIND_4_GIB).bytes();
      assertThat(next.address() - silence.address()).isEqualTo(Layout.align(sizeBytes));
    }
  }

  private static Sha256 zeros(long count) {
    MessageDigest digest = Sha256.newMessageDigest();
    byte[] piece = new byte[1 << 20];
    for (long left = count; left > 0; left -= piece.length) {
      digest.update(piece, 0, (int) Math.min(left, piece.length));
    }
    return Sha256.finish(digest);
  }
}
