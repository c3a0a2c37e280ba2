package dev.papack.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RoundTripTest {
  static Stream<SamplePacks.Sample> samples() {
    return Stream.of(SamplePacks.empty(), SamplePacks.both(), SamplePacks.twoTiles());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void readingGivesBackWhatWasWritten(SamplePacks.Sample sample) throws Exception {
    PackReader reader = PackReader.open(PackBytes.of(sample.write()));

    reader.verify();
    assertThat(reader.header()).isEqualTo(sample.header());
    for (Entry entry : reader.header().assetTable()) {
      byte[] expected = sample.bytes(entry.assetId());
      Slice slice = reader.slice(entry.assetId());
      ByteArrayOutputStream streamed = new ByteArrayOutputStream();
      slice.writeTo(Channels.newChannel(streamed));
      assertThat(slice.copy()).isEqualTo(ByteBuffer.wrap(expected));
      assertThat(streamed.toByteArray()).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void writerAndSpecificationAgreeOnEveryByte(SamplePacks.Sample sample) throws Exception {
    assertThat(sample.write()).isEqualTo(PackForge.of(sample).build());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void writerAndReaderAgreeOnThePackId(SamplePacks.Sample sample) throws Exception {
    PackId written =
        PackWriter.write(
            sample.header(), sample.source(), Channels.newChannel(new ByteArrayOutputStream()));

    PackReader reader = PackReader.open(PackBytes.of(sample.write()));
    assertThat(reader.packId()).isEqualTo(written);
    assertThat(reader.prelude().headerSha256()).isEqualTo(written.digest());
  }

  @Test
  void aFileAndABufferWithAnOffsetReadAlike(@TempDir Path folder) throws Exception {
    byte[] pack = SamplePacks.both().write();
    Path path = Files.write(folder.resolve("assets.pa"), pack);
    ByteBuffer shifted = ByteBuffer.allocate(pack.length + 10).position(10).put(pack).position(10);

    try (FileChannel file = FileChannel.open(path)) {
      PackReader fromFile = PackReader.open(PackBytes.of(file));
      PackReader fromBuffer = PackReader.open(PackBytes.of(shifted));
      fromFile.verify();
      fromBuffer.verify();
      assertThat(fromFile.slice(9).copy()).isEqualTo(fromBuffer.slice(9).copy());
    }
  }

  @Test
  void preloadSlicesComeInTheOrderOfTheList() throws Exception {
    PackReader reader = PackReader.open(PackBytes.of(SamplePacks.both().write()));

    assertThat(reader.preloadSlices().keySet())
        .containsExactlyElementsOf(reader.header().preload());
    assertThat(reader.preloadSlices().values())
        .extracting(slice -> slice.entry().assetId())
        .containsExactly(9, 7);
  }

  @Test
  void noPreloadSliceComesOutIfOneIsDamaged() throws Exception {
    SamplePacks.Sample sample = SamplePacks.both();
    byte[] pack = PackForge.of(sample).payloadByte(0, 0xEE).build();
    PackReader reader = PackReader.open(PackBytes.of(pack));

    assertThat(reader.slice(9).copy()).isEqualTo(ByteBuffer.wrap(sample.bytes(9)));
    assertThatThrownBy(reader::preloadSlices).isInstanceOf(PackException.class);
    assertThatThrownBy(() -> reader.slice(7)).isInstanceOf(PackException.class);
  }

  @Test
  void partOfASliceIsReadAtItsPosition() throws Exception {
    SamplePacks.Sample sample = SamplePacks.both();
    Slice slice = PackReader.open(PackBytes.of(sample.write())).slice(9);
    ByteBuffer part = ByteBuffer.allocate(3);

    slice.read(5, part);

    assertThat(part.flip()).isEqualTo(ByteBuffer.wrap(sample.bytes(9), 5, 3));
    assertThatThrownBy(() -> slice.read(6, ByteBuffer.allocate(3)))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void anUnknownIdIsTheCallersMistake() throws Exception {
    PackReader reader = PackReader.open(PackBytes.of(SamplePacks.both().write()));

    assertThat(reader.header().find(8)).isEmpty();
    assertThatThrownBy(() -> reader.slice(8))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("8");
  }

  @Test
  void aFileThatShrinksIsMachineTrouble(@TempDir Path folder) throws Exception {
    byte[] pack = SamplePacks.both().write();
    Path path = Files.write(folder.resolve("assets.pa"), pack);

    try (FileChannel file = FileChannel.open(path)) {
      PackReader reader = PackReader.open(PackBytes.of(file));
      Files.write(path, Arrays.copyOf(pack, pack.length - 1));
      assertThatThrownBy(reader::verify)
          .isInstanceOf(EOFException.class)
          .hasMessageContaining("shorter");
    }
  }

  @Test
  void aSliceIsReadOnceToBeChecked() throws Exception {
    CountedBytes bytes = new CountedBytes(PackBytes.of(SamplePacks.both().write()));
    PackReader reader = PackReader.open(bytes);
    int opened = bytes.reads;

    reader.slice(7);
    assertThat(bytes.reads).isEqualTo(opened + 1);
    reader.slice(7);
    assertThat(bytes.reads).isEqualTo(opened + 1);
  }

  @Test
  void noSliceIsCheckedAgainAfterAFullVerification() throws Exception {
    CountedBytes bytes = new CountedBytes(PackBytes.of(SamplePacks.both().write()));
    PackReader reader = PackReader.open(bytes);
    reader.verify();
    int verified = bytes.reads;

    reader.slice(7);
    reader.preloadSlices();
    assertThat(bytes.reads).isEqualTo(verified);
  }

  @Test
  void everySliceIsStillCheckedAfterAVerificationThatFailed() throws Exception {
    byte[] pack = PackForge.of(SamplePacks.both()).payloadByte(0, 0xEE).build();
    PackReader reader = PackReader.open(PackBytes.of(pack));

    assertThatThrownBy(reader::verify).isInstanceOf(PackException.class);
    assertThatThrownBy(() -> reader.slice(7)).isInstanceOf(PackException.class);
  }

  /** Counts how often it is asked. */
  private static final class CountedBytes implements PackBytes {
    private final PackBytes bytes;
    private int reads;

    CountedBytes(PackBytes bytes) {
      this.bytes = bytes;
    }

    @Override
    public long sizeBytes() {
      return bytes.sizeBytes();
    }

    @Override
    public void read(long positionBytes, ByteBuffer into) throws IOException {
      reads++;
      bytes.read(positionBytes, into);
    }
  }

  @Test
  void stereoSoundOfSeveralBuffersIsReadBack() throws Exception {
    SoundsMetadata metadata = new SoundsMetadata(2, 100_001, Optional.empty(), 48_000);
    Map<Integer, byte[]> slices = Map.of(1, SamplePacks.sound(metadata));
    Header header =
        Header.layOut(List.of(SamplePacks.entry(1, "long", metadata, slices)), List.of());

    assertThat(header.payloadBytes()).isEqualTo(400_004).isGreaterThan(Slice.COPY_BUFFER_BYTES);
    readingGivesBackWhatWasWritten(new SamplePacks.Sample(header, slices));
  }
}
