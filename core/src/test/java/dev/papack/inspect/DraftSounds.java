package dev.papack.inspect;

import dev.papack.container.SoundsMetadata;
import dev.papack.container.SoundsMetadata.Loop;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A SOUNDS bank of a test.
 *
 * @param sampleRateHz 8,000 to 48,000
 * @param channels 1 or 2
 * @param loop the part that repeats
 * @param samples interleaved, a multiple of the channels
 */
record DraftSounds(int sampleRateHz, int channels, Optional<Loop> loop, List<Integer> samples) {
  DraftSounds {
    samples = List.copyOf(samples);
  }

  DraftSounds withSamples(List<Integer> other) {
    return new DraftSounds(sampleRateHz, channels, loop, other);
  }

  DraftSounds withSample(int place, int sample) {
    List<Integer> changed = new ArrayList<>(samples);
    changed.set(place, sample);
    return withSamples(changed);
  }

  DraftSounds withLoop(Optional<Loop> other) {
    return new DraftSounds(sampleRateHz, channels, other, samples);
  }

  DraftSounds withSampleRate(int other) {
    return new DraftSounds(other, channels, loop, samples);
  }

  DraftSounds withChannels(int other) {
    return new DraftSounds(sampleRateHz, other, loop, samples);
  }

  SoundsMetadata metadata() {
    return new SoundsMetadata(channels, samples.size() / channels, loop, sampleRateHz);
  }

  byte[] slice() {
    ByteBuffer slice =
        ByteBuffer.allocate(samples.size() * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    samples.forEach(sample -> slice.putShort(sample.shortValue()));
    return slice.array();
  }
}
