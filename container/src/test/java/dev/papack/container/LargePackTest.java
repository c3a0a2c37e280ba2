package dev.papack.container;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.SPARSE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
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

/** A pack of more than 4 GiB, most of it a hole of a sparse file. */
final class LargePackTest {
  private static final int SILENCE = 1;
  private static final int SOUND = 2;
  private static final SoundsMetadata SILENCE_METADATA =
      new SoundsMetadata(2, (1L << 30) + 5, Optional.empty(), 48_000);

  @TempDir private Path folder;

  private FileChannel largePack(Sha256 silenceDigest) throws Exception {
    byte[] sound = SamplePacks.sound(SamplePacks.FOUR_FRAMES);
    Header header =
        Header.layOut(
            List.of(
                new UnplacedEntry(
                    SILENCE, new AssetName("silence"), SILENCE_METADATA, silenceDigest),
                new UnplacedEntry(
                    SOUND,
                    new AssetName("sound"),
                    SamplePacks.FOUR_FRAMES,
                    Sha256.of(ByteBuffer.wrap(sound)))),
            List.of());
    byte[] json = HeaderJson.encode(header);
    Prelude prelude = Prelude.of(json, header.payloadBytes());
    Entry last = header.assetTable().getLast();
    assertThat(last.offsetBytes()).isGreaterThan(1L << 32);

    FileChannel file =
        FileChannel.open(folder.resolve("assets.pa"), CREATE_NEW, SPARSE, READ, WRITE);
    file.write(prelude.encode(), 0);
    file.write(ByteBuffer.wrap(json), Prelude.BYTES);
    file.write(ByteBuffer.wrap(sound), prelude.payloadStartBytes() + last.offsetBytes());
    return file;
  }

  @Test
  void aSliceBehind4GibIsReadAtItsPosition() throws Exception {
    try (FileChannel file = largePack(new Sha256(0, 0, 0, 0))) {
      PackReader reader = PackReader.open(PackBytes.of(file));

      assertThat(reader.slice(SOUND).copy())
          .isEqualTo(ByteBuffer.wrap(SamplePacks.sound(SamplePacks.FOUR_FRAMES)));
    }
  }

  /** Digests 4 GiB three times: in the long campaign only. */
  @Test
  @EnabledIfSystemProperty(
      named = "papack.campaign",
      matches = "long",
      disabledReason = "digests 12 GiB; runs with papack.campaign=long")
  void aSliceOfMoreThan4GibIsVerifiedAndStreamed() throws Exception {
    Sha256 digest = zeros(SILENCE_METADATA.sliceBytes());
    try (FileChannel file = largePack(digest)) {
      PackReader reader = PackReader.open(PackBytes.of(file));
      reader.verify();
      MessageDigest streamed = Sha256.newMessageDigest();
      reader
          .slice(SILENCE)
          .writeTo(
              Channels.newChannel(
                  new DigestOutputStream(OutputStream.nullOutputStream(), streamed)));

      assertThat(Sha256.finish(streamed)).isEqualTo(digest);
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
