package dev.papack.authoring;

import dev.papack.convert.Conversion;
import dev.papack.convert.MemoryBudget;
import dev.papack.diagnostic.Argument;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.Verb;
import dev.papack.disk.OutOfMemoryException;
import dev.papack.disk.ReadableDirectory;
import dev.papack.media.Sound;
import dev.papack.media.SoundFormat;
import dev.papack.source.FileReader;
import dev.papack.source.Limits;
import dev.papack.source.OpenSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sounds that lie beside themselves in another format, under the same name: art packs have them as
 * WAV and as Ogg Vorbis. The one to pack is that of the format that comes first in the list of
 * formats, which loses least.
 */
final class RepeatedSounds {
  private static final int BLOCK_FRAMES = 4_096;

  /**
   * Two sounds of one length are the same if what they differ by has less energy than this part of
   * the first: poor encoders leave a tenth, and sounds that have nothing to do with each other
   * differ by more than there is.
   */
  private static final double MAX_DIFFERENCE = 0.5;

  private final ReadableDirectory assets;
  private final MemoryBudget memory;
  private final Map<String, List<AssetsPath>> byName = new HashMap<>();

  /**
   * Compares files of a workspace.
   *
   * @param files all of them
   */
  RepeatedSounds(ReadableDirectory assets, MemoryBudget memory, Collection<AssetsPath> files) {
    this.assets = assets;
    this.memory = memory;
    for (AssetsPath file : files) {
      byName.computeIfAbsent(withoutEnding(file), _ -> new ArrayList<>()).add(file);
    }
  }

  private static String withoutEnding(AssetsPath file) {
    String path = file.inWorkspace().text();
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') ? path.substring(0, dot) : path;
  }

  /** A note that names the other file, if a file is the same sound in a format that loses more. */
  Optional<Diagnostic> find(AssetsPath file) throws IOException {
    List<AssetsPath> same = byName.getOrDefault(withoutEnding(file), List.of());
    if (same.size() < 2) {
      return Optional.empty();
    }
    int rank = rank(file);
    for (AssetsPath other : same) {
      int otherRank = rank(other);
      if (otherRank >= 0 && otherRank < rank && isSame(other, file)) {
        return Optional.of(note(file, other));
      }
    }
    return Optional.empty();
  }

  /** The place of its format in the list of formats; -1 for what is no sound. */
  private int rank(AssetsPath file) throws IOException {
    Outcome<SoundFormat> format =
        FileReader.open(assets, file, Limits.SOURCE_BYTES)
            .then(source -> {
              try (source) {
                return MediaFile.FORMATS.soundFormat(source.head());
              }
            });
    return format instanceof Outcome.Accepted<SoundFormat>(SoundFormat found, var _)
        ? MediaFile.FORMATS.sounds().indexOf(found)
        : -1;
  }

  private boolean isSame(AssetsPath first, AssetsPath second) throws IOException {
    Outcome<Boolean> same =
        FileReader.open(assets, first, Limits.SOURCE_BYTES)
            .then(one -> {
              try (one) {
                return FileReader.open(assets, second, Limits.SOURCE_BYTES)
                    .then(other -> {
                      try (other) {
                        return isSame(one, other);
                      }
                    });
              }
            });
    return same instanceof Outcome.Accepted<Boolean>(Boolean found, var _) && found;
  }

  private Outcome<Boolean> isSame(OpenSource first, OpenSource second) throws IOException {
    long needed = needed(first) + needed(second);
    return memory.within(
        new OutOfMemoryException.Need(second.file().inWorkspace().text(), needed),
        () ->
            decode(first)
                .then(one -> decode(second).then(other -> Outcome.of(isSame(one, other)))));
  }

  private static long needed(OpenSource source) {
    return MediaFile.FORMATS.soundFormat(source.head())
            instanceof Outcome.Accepted<SoundFormat>(SoundFormat format, var _)
        ? format.neededBytes(source.head().bytes())
            + (long) Sound.MAX_CHANNELS * BLOCK_FRAMES * Double.BYTES
            + Conversion.MAX_KEPT_BYTES
        : 0;
  }

  private static Outcome<Sound> decode(OpenSource source) throws IOException {
    return MediaFile.FORMATS.sound(source.read(Conversion.MAX_KEPT_BYTES));
  }

  private static boolean isSame(Sound first, Sound second) throws IOException {
    if (first.channels() != second.channels()
        || first.sampleRateHz() != second.sampleRateHz()
        || first.frameCount() != second.frameCount()) {
      return false;
    }
    double[][] one = new double[first.channels()][BLOCK_FRAMES];
    double[][] other = new double[first.channels()][BLOCK_FRAMES];
    double energy = 0;
    double difference = 0;
    try (Sound.Samples firstSamples = first.open();
        Sound.Samples secondSamples = second.open()) {
      for (int from = 0; from < first.frameCount(); from += BLOCK_FRAMES) {
        int count = Math.min(BLOCK_FRAMES, first.frameCount() - from);
        firstSamples.read(from, count, one, 0);
        secondSamples.read(from, count, other, 0);
        for (int channel = 0; channel < one.length; channel++) {
          for (int i = 0; i < count; i++) {
            double apart = one[channel][i] - other[channel][i];
            energy += one[channel][i] * one[channel][i];
            difference += apart * apart;
          }
        }
      }
    }
    return difference <= MAX_DIFFERENCE * energy;
  }

  private static Diagnostic note(AssetsPath file, AssetsPath other) {
    return Diagnostic.note(
            DiagnosticCode.SOUND_REPEATED,
            Location.of(Artifact.SOURCE, file),
            "\"" + file + "\" is the same sound as \"" + other + "\"")
        .found(other.inWorkspace().text())
        .fix(
            Fix.manual(
                "to pack it as well, add it by its name",
                Fix.run(Verb.ADD, new Argument.OfPath(file.inWorkspace()))))
        .advice("otherwise leave it: it is not packed");
  }
}
