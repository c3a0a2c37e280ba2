package dev.papack.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.papack.container.PackFault.Stage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class PackWriterTest {
  private static PackFault fault(Header header, Map<Integer, byte[]> slices) {
    SamplePacks.Sample sample = new SamplePacks.Sample(header, slices);
    return catchThrowableOfType(PackException.class, sample::write).fault();
  }

  private static Map<Integer, byte[]> with(int assetId, byte[] slice) {
    Map<Integer, byte[]> slices = new TreeMap<>(SamplePacks.both().slices());
    slices.put(assetId, slice);
    return slices;
  }

  @Test
  void sliceOfOtherBytesIsRefused() {
    PackFault fault = fault(SamplePacks.both().header(), with(9, new byte[8]));

    assertThat(fault.stage()).isEqualTo(Stage.SLICE_DIGEST);
    assertThat(fault.message()).contains("asset 9 (music/a)");
  }

  @Test
  void sliceThatIsTooShortIsRefused() {
    byte[] slice = Arrays.copyOf(SamplePacks.both().bytes(7), 64);
    PackFault fault = fault(SamplePacks.both().header(), with(7, slice));

    assertThat(fault.stage()).isEqualTo(Stage.SLICE_DIGEST);
    assertThat(fault.message()).contains("should have 65 bytes; it has 64");
  }

  @Test
  void sliceThatIsTooLongIsRefused() {
    byte[] slice = Arrays.copyOf(SamplePacks.both().bytes(7), 66);
    PackFault fault = fault(SamplePacks.both().header(), with(7, slice));

    assertThat(fault.stage()).isEqualTo(Stage.SLICE_DIGEST);
    assertThat(fault.message()).contains("should have 65 bytes; it has more than 65");
  }

  @Test
  void bankThatBreaksARuleIsRefusedThoughItsDigestFits() {
    byte[] slice = SamplePacks.tiles(SamplePacks.ONE_TILE);
    slice[64] = 1;
    Map<Integer, byte[]> slices = Map.of(7, slice);
    Header header =
        Header.layOut(List.of(SamplePacks.entry(7, "a", SamplePacks.ONE_TILE, slices)), List.of());

    PackFault fault = fault(header, slices);
    assertThat(fault.stage()).isEqualTo(Stage.MEANING);
    assertThat(fault.message()).contains("tile 0 uses palette 1, but the last one is 0");
  }

  @Test
  void channelsThatMoveAByteAtATimeGiveTheSamePack() throws Exception {
    SamplePacks.Sample sample = SamplePacks.both();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    WritableByteChannel slow =
        new WritableByteChannel() {
          @Override
          public int write(ByteBuffer from) {
            bytes.write(from.get());
            return 1;
          }

          @Override
          public boolean isOpen() {
            return true;
          }

          @Override
          public void close() {}
        };

    PackWriter.write(sample.header(), entry -> slowly(sample.bytes(entry.assetId())), slow);

    assertThat(bytes.toByteArray()).isEqualTo(sample.write());
  }

  private static ReadableByteChannel slowly(byte[] slice) {
    return Channels.newChannel(
        new ByteArrayInputStream(slice) {
          @Override
          public synchronized int read(byte[] into, int offset, int length) {
            return super.read(into, offset, Math.min(length, 1));
          }
        });
  }

  @Test
  void everySliceIsClosedAlsoAfterAFailure() {
    List<String> closed = new ArrayList<>();
    SamplePacks.Sample sample = SamplePacks.both();
    SliceSource source =
        entry ->
            Channels.newChannel(
                new ByteArrayInputStream(
                    entry.assetId() == 7 ? sample.bytes(7) : new byte[] {1, 2, 3}) {
                  @Override
                  public void close() {
                    closed.add(entry.assetName().text());
                  }
                });

    assertThatThrownBy(() ->
            PackWriter.write(
                sample.header(), source, Channels.newChannel(new ByteArrayOutputStream())))
        .isInstanceOf(PackException.class);
    assertThat(closed).containsExactly("sprites/hero", "music/a");
  }

  @Test
  void troubleOfTheSourceStaysMachineTrouble() {
    SliceSource broken =
        _ -> {
          throw new IOException("the disk is gone");
        };

    assertThatThrownBy(() ->
            PackWriter.write(
                SamplePacks.both().header(),
                broken,
                Channels.newChannel(new ByteArrayOutputStream())))
        .isInstanceOf(IOException.class)
        .hasMessage("the disk is gone");
  }

  @Test
  void channelThatGivesNothingAtFirstIsReadToItsEnd() throws Exception {
    SamplePacks.Sample sample = SamplePacks.both();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SliceSource hesitating =
        entry -> {
          ReadableByteChannel slice = slowly(sample.bytes(entry.assetId()));
          return new ReadableByteChannel() {
            private boolean asked;

            @Override
            public int read(ByteBuffer into) throws IOException {
              if (!asked) {
                asked = true;
                return 0;
              }
              return slice.read(into);
            }

            @Override
            public boolean isOpen() {
              return slice.isOpen();
            }

            @Override
            public void close() throws IOException {
              slice.close();
            }
          };
        };

    PackWriter.write(sample.header(), hesitating, Channels.newChannel(bytes));

    assertThat(bytes.toByteArray()).isEqualTo(sample.write());
  }
}
