package dev.papack.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.papack.container.PackFault.Stage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What several threads find in a payload is what one finds. */
class VerifyingThreadsTest {
  private static final long SEED = 20_261_130;
  private static final int[] THREADS = {1, 2, 3, 8};

  @TempDir private Path folder = Path.of("");

  /** A pack of slices of many lengths, some longer than a buffer, as its parts. */
  private static final class Parts {
    private final Header header;
    private final byte[] file;

    Parts(Header header, byte[] file) {
      this.header = header;
      this.file = file;
    }

    int at(Entry entry) {
      return file.length - Math.toIntExact(header.payloadBytes() - entry.offsetBytes());
    }
  }

  private static Parts pack(Random random, int assets, int longAssets) {
    List<UnplacedEntry> entries = new ArrayList<>();
    List<byte[]> slices = new ArrayList<>();
    for (int i = 0; i < assets; i++) {
      BankMetadata metadata =
          i < longAssets
              ? new SoundsMetadata(1, 300_000 + random.nextInt(100_000), Optional.empty(), 8_000)
              : new TilesMetadata(1, 1 + random.nextInt(3), 1 + random.nextInt(200), 8);
      byte[] slice =
          switch (metadata) {
            case TilesMetadata tiles -> SamplePacks.tiles(tiles);
            case SoundsMetadata sounds -> SamplePacks.sound(sounds);
          };
      slices.add(slice);
      entries.add(
          new UnplacedEntry(
              i * 7 + 1, new AssetName("a" + i), metadata, Sha256.of(ByteBuffer.wrap(slice))));
    }
    Header header = Header.layOut(entries, List.of());
    byte[] json = HeaderJson.encode(header);
    Prelude prelude = Prelude.of(json, header.payloadBytes());
    byte[] file = new byte[Math.toIntExact(prelude.fileBytes())];
    prelude.encode().get(file, 0, Prelude.BYTES);
    System.arraycopy(json, 0, file, Prelude.BYTES, json.length);
    Parts parts = new Parts(header, file);
    for (int i = 0; i < assets; i++) {
      byte[] slice = slices.get(i);
      System.arraycopy(slice, 0, file, parts.at(header.assetTable().get(i)), slice.length);
    }
    return parts;
  }

  private static PackFault fault(byte[] file, int threads) throws IOException, PackException {
    PackReader reader = PackReader.open(PackBytes.of(file));
    return catchThrowableOfType(PackException.class, () -> reader.verify(threads)).fault();
  }

  @Test
  void soundPackIsVerifiedByAnyNumberOfThreads() throws Exception {
    Random random = new Random(SEED);
    for (int assets : new int[] {0, 1, 2, 60}) {
      byte[] file = pack(random, assets, assets / 10).file;
      for (int threads : THREADS) {
        assertThatCode(() -> PackReader.open(PackBytes.of(file)).verify(threads))
            .as("%s assets, %s threads", assets, threads)
            .doesNotThrowAnyException();
      }
    }
  }

  @Test
  void oneLongSliceIsReadAheadAndStillJudged() throws Exception {
    Parts parts = pack(new Random(SEED), 1, 1);
    assertThatCode(() -> PackReader.open(PackBytes.of(parts.file)).verify(4))
        .doesNotThrowAnyException();
    parts.file[parts.file.length - 1] ^= 1;
    assertThat(fault(parts.file, 4)).isEqualTo(fault(parts.file, 1));
  }

  /** The faults are known from what was damaged: the first padding, else the first slice. */
  @Test
  void firstFaultIsTheSameWhateverTheThreads() throws Exception {
    Random random = new Random(SEED);
    for (int round = 0; round < 40; round++) {
      Parts parts = pack(random, 50, 4);
      List<Entry> table = parts.header.assetTable();
      long firstPadding = Long.MAX_VALUE;
      long firstSlice = Long.MAX_VALUE;
      for (int damages = 1 + random.nextInt(4); damages > 0; damages--) {
        int index = random.nextInt(table.size());
        Entry entry = table.get(index);
        int start = parts.at(entry);
        int paddingStart =
            index == 0
                ? start
                : parts.at(table.get(index - 1)) + (int) table.get(index - 1).sizeBytes();
        if (round % 2 == 0 && paddingStart < start) {
          parts.file[start - 1] = 1;
          firstPadding = Math.min(firstPadding, start - 1);
        } else {
          parts.file[start + random.nextInt((int) entry.sizeBytes())]++;
          firstSlice = Math.min(firstSlice, start);
        }
      }
      boolean isPadding = firstPadding < Long.MAX_VALUE;
      for (int threads : THREADS) {
        PackFault fault = fault(parts.file, threads);
        assertThat(fault.stage())
            .as("seed %s, round %s, %s threads", SEED, round, threads)
            .isEqualTo(isPadding ? Stage.PAYLOAD_PADDING : Stage.SLICE_DIGEST);
        assertThat(fault.offsetBytes())
            .isEqualTo(OptionalLong.of(isPadding ? firstPadding : firstSlice));
      }
    }
  }

  @Test
  void troubleOfTheDiskComesThroughFromEveryThread() throws Exception {
    byte[] file = pack(new Random(SEED), 60, 6).file;
    PackBytes sound = PackBytes.of(file);
    for (int threads : THREADS) {
      PackBytes failing =
          new PackBytes() {
            @Override
            public long sizeBytes() {
              return sound.sizeBytes();
            }

            @Override
            public void read(long positionBytes, ByteBuffer into) throws IOException {
              if (positionBytes + into.remaining() > sizeBytes() - 10) {
                throw new IOException("the disk fails at its end");
              }
              sound.read(positionBytes, into);
            }
          };
      PackReader reader = PackReader.open(failing);
      assertThatThrownBy(() -> reader.verify(threads))
          .isInstanceOf(IOException.class)
          .hasMessage("the disk fails at its end");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 60})
  void interruptEndsItAndIsNotForgotten(int assets) throws Exception {
    Path path = folder.resolve("assets.pa");
    Files.write(path, pack(new Random(SEED), assets, assets / 10 + 1).file);
    for (int threads : THREADS) {
      try (FileChannel file = FileChannel.open(path)) {
        PackReader reader = PackReader.open(PackBytes.of(file));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> reader.verify(threads))
            .isInstanceOf(ClosedByInterruptException.class);
        assertThat(Thread.interrupted()).as("%s threads", threads).isTrue();
      }
    }
  }

  @Test
  void noThreadsAreRefused() throws Exception {
    PackReader reader = PackReader.open(PackBytes.of(pack(new Random(SEED), 1, 0).file));
    assertThatThrownBy(() -> reader.verify(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0");
  }
}
