package dev.papack.report;

import dev.papack.container.Slice;
import dev.papack.container.SoundsMetadata;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * What a page says of a sound.
 *
 * @param metadata its numbers
 * @param peak the largest sample, as a distance from 0: 0 to 32,768
 * @param envelope the least and the greatest sample of each part of equal length, one after the
 *     other; at most {@value #MAX_PARTS} parts
 */
record SoundFacts(SoundsMetadata metadata, int peak, List<Integer> envelope) {
  /** As many as a picture of a wave form has columns. */
  static final int MAX_PARTS = 240;

  private static final int BUFFER_FRAMES = 1 << 15;

  SoundFacts {
    envelope = List.copyOf(envelope);
  }

  /** Reads a slice in pieces. */
  static SoundFacts of(Slice slice, SoundsMetadata metadata) throws IOException {
    int parts = (int) Math.min(MAX_PARTS, metadata.frameCount());
    int[] least = new int[parts];
    int[] greatest = new int[parts];
    int frameBytes = metadata.channels() * Short.BYTES;
    ByteBuffer buffer =
        ByteBuffer.allocate(BUFFER_FRAMES * frameBytes).order(ByteOrder.LITTLE_ENDIAN);
    boolean[] isKnown = new boolean[parts];
    for (long frame = 0; frame < metadata.frameCount(); ) {
      int count = (int) Math.min(BUFFER_FRAMES, metadata.frameCount() - frame);
      buffer.clear().limit(count * frameBytes);
      slice.read(frame * frameBytes, buffer);
      buffer.flip();
      for (int index = 0; index < count * metadata.channels(); index++) {
        int part = (int) ((frame + index / metadata.channels()) * parts / metadata.frameCount());
        int sample = buffer.getShort(index * Short.BYTES);
        least[part] = isKnown[part] ? Math.min(least[part], sample) : sample;
        greatest[part] = isKnown[part] ? Math.max(greatest[part], sample) : sample;
        isKnown[part] = true;
      }
      frame += count;
    }
    List<Integer> envelope = new ArrayList<>();
    int peak = 0;
    for (int part = 0; part < parts; part++) {
      envelope.add(least[part]);
      envelope.add(greatest[part]);
      peak = Math.max(peak, Math.max(-least[part], greatest[part]));
    }
    return new SoundFacts(metadata, peak, envelope);
  }
}
