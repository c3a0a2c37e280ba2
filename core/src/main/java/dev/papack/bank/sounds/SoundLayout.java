package dev.papack.bank.sounds;

import dev.papack.container.SoundsMetadata;
import dev.papack.media.Sound;
import java.util.Optional;

/**
 * How the frames of a source become those of a bank.
 *
 * @param rateHz the bank's
 * @param frameCount the bank's
 * @param played the loop in frames of the source
 * @param loop the loop in frames of the bank
 * @param change what resampling does; none between equal rates
 */
record SoundLayout(
    int rateHz,
    long frameCount,
    Optional<LoopPlan.Played> played,
    Optional<SoundsMetadata.Loop> loop,
    Optional<RateChange> change) {
  /** Lays out a sound at a rate. */
  static SoundLayout of(Sound sound, Optional<LoopPlan.Played> played, int toHz) {
    long frames = sound.frameCount() + played.map(UnrolledSound::backwardFrames).orElse(0L);
    Optional<SoundsMetadata.Loop> loop = played.map(UnrolledSound::unrolled);
    if (toHz == sound.sampleRateHz()) {
      return new SoundLayout(toHz, frames, played, loop, Optional.empty());
    }
    RateChange change = RateChange.of(frames, loop, sound.sampleRateHz(), toHz);
    return new SoundLayout(toHz, change.frameCount(), played, change.loop(), Optional.of(change));
  }

  /** The source as the bank plays it, at its own rate. */
  Signal unrolled(Signal source) {
    return played
        .filter(loop -> UnrolledSound.backwardFrames(loop) > 0)
        .<Signal>map(loop -> new UnrolledSound(source, loop))
        .orElse(source);
  }
}
