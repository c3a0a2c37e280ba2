package dev.papack.container;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.papack.container.PackFault.Stage;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.Pipe;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class MappedPackTest {
  private static final int TILES = 7;
  private static final int SOUND = 9;

  private final SamplePacks.Sample sample = SamplePacks.both();

  @TempDir private Path folder;

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("assets.pa"), bytes);
  }

  private MappedPack open(byte[] bytes) throws IOException, PackException {
    return MappedPack.open(file(bytes));
  }

  /** A pack with one sound of 4 MiB, far more than a page or the buffer of a pipe. */
  private static SamplePacks.Sample longSound() {
    SoundsMetadata metadata = new SoundsMetadata(1, 2 << 20, Optional.empty(), 48_000);
    Map<Integer, byte[]> slices = Map.of(SOUND, SamplePacks.sound(metadata));
    return new SamplePacks.Sample(
        Header.layOut(
            List.of(SamplePacks.entry(SOUND, "long", metadata, slices)),
            List.of(new PreloadItem(SOUND, BankType.SOUNDS, 0))),
        slices);
  }

  private static byte[] copy(MappedSlice slice) {
    return slice.bytes().toArray(ValueLayout.JAVA_BYTE);
  }

  @Test
  void everySliceIsThatOfThePack() throws Exception {
    try (MappedPack pack = open(sample.write())) {
      assertThat(pack.header()).isEqualTo(sample.header());
      assertThat(pack.packId()).isEqualTo(PackReader.open(PackBytes.of(sample.write())).packId());
      for (Entry entry : pack.header().assetTable()) {
        MappedSlice slice = pack.slice(entry.assetId());
        assertThat(slice.entry()).isEqualTo(entry);
        assertThat(copy(slice)).isEqualTo(sample.bytes(entry.assetId()));
      }
    }
  }

  @Test
  void preloadGivesEveryItemInTheOrderOfTheList() throws Exception {
    try (MappedPack pack = open(sample.write())) {
      Map<PreloadItem, MappedSlice> preload = pack.preload();

      assertThat(preload.keySet()).containsExactlyElementsOf(sample.header().preload());
      preload.forEach(
          (item, slice) -> assertThat(copy(slice)).isEqualTo(sample.bytes(item.assetId())));
    }
  }

  @Test
  void segmentsLieInTheMappingAndAreNoCopies() throws Exception {
    try (MappedPack pack = open(sample.write())) {
      MappedSlice tiles = pack.slice(TILES);
      MappedSlice sound = pack.slice(SOUND);

      assertThat(List.of(tiles, sound)).allMatch(slice -> slice.bytes().isMapped());
      assertThat(List.of(tiles, sound)).allMatch(slice -> slice.bytes().address() % 64 == 0);
      assertThat(sound.bytes().address() - tiles.bytes().address())
          .isEqualTo(sound.entry().offsetBytes() - tiles.entry().offsetBytes());
      assertThat(sound.bytes().byteSize()).isEqualTo(sound.entry().sizeBytes());
      assertThat(pack.slice(SOUND).bytes().address()).isEqualTo(sound.bytes().address());
    }
  }

  /** Here a mapping shows what the file holds now; a copy would not. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aFileThatIsWrittenInPlaceIsSeenThroughTheSegment() throws Exception {
    byte[] bytes = sample.write();
    try (MappedPack pack = open(bytes);
        FileChannel file = FileChannel.open(folder.resolve("assets.pa"), WRITE)) {
      MemorySegment sound = pack.slice(SOUND).bytes();
      byte last = sound.get(ValueLayout.JAVA_BYTE, sound.byteSize() - 1);
      file.write(ByteBuffer.wrap(new byte[] {(byte) (last + 1)}), bytes.length - 1);

      assertThat(sound.get(ValueLayout.JAVA_BYTE, sound.byteSize() - 1))
          .isEqualTo((byte) (last + 1));
    }
  }

  @Test
  void aSegmentCannotBeWritten() throws Exception {
    try (MappedPack pack = open(sample.write())) {
      MemorySegment tiles = pack.slice(TILES).bytes();

      assertThat(tiles.isReadOnly()).isTrue();
      assertThatIllegalArgumentException()
          .isThrownBy(() -> tiles.set(ValueLayout.JAVA_BYTE, 0, (byte) 1));
    }
  }

  @Test
  void aSegmentEndsWhereItsSliceEnds() throws Exception {
    try (MappedPack pack = open(sample.write())) {
      MemorySegment tiles = pack.slice(TILES).bytes();

      assertThatExceptionOfType(IndexOutOfBoundsException.class)
          .isThrownBy(() -> tiles.get(ValueLayout.JAVA_BYTE, tiles.byteSize()));
    }
  }

  @Test
  void nothingIsReadOfAClosedPack() throws Exception {
    MappedPack pack = open(sample.write());
    pack.preload();
    MemorySegment tiles = pack.slice(TILES).bytes();
    pack.close();
    pack.close();

    assertThatIllegalStateException().isThrownBy(() -> tiles.get(ValueLayout.JAVA_BYTE, 0));
    assertThatIllegalStateException().isThrownBy(() -> pack.slice(TILES));
    assertThatIllegalStateException().isThrownBy(pack::preload);
    assertThatIllegalStateException().isThrownBy(pack::verify);
    assertThat(pack.header()).isEqualTo(sample.header());
  }

  @Test
  void aClosedPackWithoutAssetsIsNotVerified() throws Exception {
    MappedPack pack = open(SamplePacks.empty().write());
    pack.close();

    assertThatIllegalStateException().isThrownBy(pack::verify);
  }

  @Test
  void aPackThatIsWrittenToAChannelCannotBeClosedMeanwhile() throws Exception {
    SamplePacks.Sample sound = longSound();
    MappedPack pack = open(sound.write());
    ByteBuffer bytes = pack.slice(SOUND).bytes().asByteBuffer();
    Pipe pipe = Pipe.open();
    Thread writer =
        Thread.ofPlatform()
            .start(() -> {
              try (Pipe.SinkChannel sink = pipe.sink()) {
                sink.write(bytes);
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
    try (Pipe.SourceChannel source = pipe.source()) {
      ByteBuffer received = ByteBuffer.allocate(sound.bytes(SOUND).length);
      assertThat(source.read(received.limit(1))).isEqualTo(1);
      assertThatIllegalStateException().isThrownBy(pack::close);
      received.limit(received.capacity());
      while (received.hasRemaining() && source.read(received) >= 0) {}
      writer.join();
      assertThat(received.array()).isEqualTo(sound.bytes(SOUND));
    }
    pack.close();
    assertThatIllegalStateException().isThrownBy(() -> pack.slice(SOUND));
  }

  @Test
  void everyThreadReadsTheSegmentOfAnother() throws Exception {
    try (MappedPack pack = open(sample.write())) {
      MappedSlice tiles = pack.slice(TILES);
      FutureTask<byte[]> reading = new FutureTask<>(() -> copy(tiles));
      FutureTask<byte[]> checking = new FutureTask<>(() -> copy(pack.slice(SOUND)));
      Thread.ofPlatform().start(reading);
      Thread.ofVirtual().start(checking);

      assertThat(reading.get()).isEqualTo(sample.bytes(TILES));
      assertThat(checking.get()).isEqualTo(sample.bytes(SOUND));
    }
  }

  /** An interrupt closes the channel of a reader; a mapping has none. */
  @Test
  void anInterruptDoesNotEndAPack() throws Exception {
    Path path = file(sample.write());
    try (MappedPack pack = MappedPack.open(path);
        FileChannel file = FileChannel.open(path)) {
      PackReader reader = PackReader.open(PackBytes.of(file));
      Thread.currentThread().interrupt();
      byte[] tiles = copy(pack.slice(TILES));
      assertThatExceptionOfType(ClosedByInterruptException.class)
          .isThrownBy(() -> reader.slice(TILES));
      assertThat(Thread.interrupted()).isTrue();

      assertThat(tiles).isEqualTo(sample.bytes(TILES));
      assertThat(copy(pack.slice(SOUND))).isEqualTo(sample.bytes(SOUND));
    }
  }

  @Test
  void damageOfOneSliceKeepsThatOneBack() throws Exception {
    Entry sound = sample.header().find(SOUND).orElseThrow();
    byte[] bytes =
        PackForge.of(sample).payloadByte(Math.toIntExact(sound.offsetBytes()), 99).build();
    try (MappedPack pack = open(bytes)) {
      assertThat(copy(pack.slice(TILES))).isEqualTo(sample.bytes(TILES));
      assertThat(Refusals.stage(() -> pack.slice(SOUND))).isEqualTo(Stage.SLICE_DIGEST);
      assertThat(Refusals.stage(pack::preload)).isEqualTo(Stage.SLICE_DIGEST);
      assertThat(Refusals.stage(pack::verify)).isEqualTo(Stage.SLICE_DIGEST);
      assertThat(Refusals.stage(() -> pack.slice(SOUND))).isEqualTo(Stage.SLICE_DIGEST);
    }
  }

  @Test
  void payloadPaddingIsCheckedByVerifyAlone() throws Exception {
    int padding = sample.bytes(TILES).length;
    try (MappedPack pack = open(PackForge.of(sample).payloadByte(padding, 1).build())) {
      assertThat(pack.preload()).hasSize(2);
      assertThat(Refusals.stage(pack::verify)).isEqualTo(Stage.PAYLOAD_PADDING);
    }
  }

  @Test
  void noAssetIsFoundUnderAnUnknownId() throws Exception {
    try (MappedPack pack = open(sample.write())) {
      assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> pack.slice(8));
    }
  }

  @Test
  void aPackWithoutAssetsIsOpenedAndVerified() throws Exception {
    try (MappedPack pack = open(SamplePacks.empty().write())) {
      pack.verify();

      assertThat(pack.preload()).isEmpty();
      assertThat(pack.header().assetTable()).isEmpty();
    }
  }

  @Test
  void whatIsNoPackIsRefusedWhenItIsOpened() throws Exception {
    assertThat(Refusals.stage(() -> open(new byte[0]))).isEqualTo(Stage.NOT_A_PACK);
    assertThat(Refusals.stage(() -> open(new byte[5000]))).isEqualTo(Stage.NOT_A_PACK);
    assertThat(Refusals.stage(() -> open(PackForge.of(sample).damagedDigest().build())))
        .isEqualTo(Stage.HEADER_DIGEST);
  }

  @Test
  void aMissingFileIsNamed() {
    Path missing = folder.resolve("missing.pa");

    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> MappedPack.open(missing))
        .withMessageContaining("missing.pa");
  }

  @Test
  void aFolderIsNamed() {
    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> MappedPack.open(folder))
        .withMessage(folder + ": not a regular file");
  }

  /** Before it is opened, for the opening of a pipe would wait for a writer. */
  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no /dev/zero")
  void aDeviceIsNamed() {
    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> MappedPack.open(Path.of("/dev/zero")))
        .withMessage("/dev/zero: not a regular file");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows lets few users make links")
  void aLinkIsFollowed() throws Exception {
    Path link = folder.resolve("link.pa");
    Files.createSymbolicLink(link, file(sample.write()));
    try (MappedPack pack = MappedPack.open(link)) {
      assertThat(pack.preload()).hasSize(2);
    }
  }

  @Test
  void aPathOfAnotherFileSystemIsNotMapped() throws Exception {
    try (FileSystem archive =
        FileSystems.newFileSystem(folder.resolve("packs.zip"), Map.of("create", "true"))) {
      Path path = Files.write(archive.getPath("assets.pa"), sample.write());

      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(() -> MappedPack.open(path));
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows cuts no file that is mapped")
  void aFileThatIsCutWhileItIsMappedIsTroubleOfTheMachine() throws Exception {
    SamplePacks.Sample sound = longSound();
    Path path = file(sound.write());
    try (MappedPack pack = MappedPack.open(path)) {
      try (FileChannel file = FileChannel.open(path, READ, WRITE)) {
        file.truncate(1 << 20);
      }

      for (Refusals.PackAccess access :
          List.<Refusals.PackAccess>of(() -> pack.slice(SOUND), pack::preload, pack::verify)) {
        assertThatThrownBy(access::run)
            .isInstanceOf(IOException.class)
            .hasMessage("the mapped file cannot be read: it was truncated, or the disk is failing")
            .hasCauseInstanceOf(InternalError.class);
      }
    }
  }

  /** What the documentation warns of; only the virtual machine could say it otherwise. */
  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows cuts no file that is mapped")
  void aSegmentOfAFileThatWasCutFailsInTheVirtualMachine() throws Exception {
    Path path = file(longSound().write());
    try (MappedPack pack = MappedPack.open(path)) {
      MemorySegment sound = pack.slice(SOUND).bytes();
      try (FileChannel file = FileChannel.open(path, READ, WRITE)) {
        file.truncate(1 << 20);
      }

      assertThatExceptionOfType(InternalError.class)
          .isThrownBy(() -> sound.toArray(ValueLayout.JAVA_BYTE));
    }
  }

  @Test
  @DisabledOnOs(
      value = OS.WINDOWS,
      disabledReason = "Windows may keep a mapped file from being replaced")
  void aFileThatIsReplacedByRenamingStaysAsItWasMapped() throws Exception {
    Path path = file(sample.write());
    try (MappedPack pack = MappedPack.open(path)) {
      Path other = Files.write(folder.resolve("other.pa"), SamplePacks.twoTiles().write());
      Files.move(other, path, REPLACE_EXISTING);

      pack.verify();
      assertThat(copy(pack.slice(TILES))).isEqualTo(sample.bytes(TILES));
    }
  }
}
