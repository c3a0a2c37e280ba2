package dev.papack.work;

import dev.papack.container.PackBytes;
import dev.papack.container.PackException;
import dev.papack.container.PackReader;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Outcome;
import dev.papack.json.JsonReader;
import dev.papack.media.png.PngBytes;
import dev.papack.media.wav.WavFile;
import dev.papack.source.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Predicate;

/** What reads untrusted bytes, from their snapshot on. */
public enum Reading implements Predicate<byte[]> {
  JSON,
  PNG,
  WAV,
  PACK,
  /** The planted defect: before each byte it looks for the last line break again. */
  QUADRATIC;

  /** Whether the input is accepted. */
  @Override
  public boolean test(byte[] input) {
    return switch (this) {
      case JSON -> isAccepted(JsonReader.parse(Snapshot.of("x.json", input), Artifact.INDEX));
      case PNG -> isAccepted(PngBytes.decode(input));
      case WAV -> isAccepted(WavFile.decode(input));
      case PACK -> isPack(input);
      case QUADRATIC -> lastLine(Snapshot.of("x", input)) > 0;
    };
  }

  private static boolean isAccepted(Outcome<?> outcome) {
    return outcome instanceof Outcome.Accepted;
  }

  private static boolean isPack(byte[] input) {
    try {
      PackReader.open(PackBytes.of(input)).verify();
      return true;
    } catch (PackException refusal) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int lastLine(Snapshot snapshot) {
    int lines = 0;
    for (int end = 0; end < snapshot.sizeBytes(); end++) {
      int at = end;
      while (at > 0 && snapshot.bytes().get(at) != '\n') {
        at--;
      }
      lines += at == end ? 1 : 0;
    }
    return lines;
  }
}
