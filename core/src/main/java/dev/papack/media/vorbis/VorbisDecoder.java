package dev.papack.media.vorbis;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.MemoryFormula;
import dev.papack.media.SeekIndex;
import dev.papack.media.Sound;
import dev.papack.media.SoundLoops;
import dev.papack.media.Speaker;
import dev.papack.source.Limits;
import dev.papack.source.SourceContent;
import dev.papack.source.SourceReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Decodes Ogg Vorbis. Source: RFC 3533 and Vorbis I.
 *
 * <p>A file is decoded once to its end: checksum, number and position of every page have to be
 * right. Only then is it a sound, whose samples are decoded again where they are wanted.
 *
 * <p>Time is proportional to the file; memory is {@link #neededBytes}.
 */
public final class VorbisDecoder {
  /** Codebooks and the rest of the setup, a page, packets, the index and blocks of samples. */
  private static final long NEEDED_BYTES = 32 << 20;

  /** What {@link #neededBytes} says. */
  static final MemoryFormula MEMORY =
      new MemoryFormula("Ogg Vorbis sound", "32 MiB, whatever its length", NEEDED_BYTES);

  private final VorbisSetup setup;
  private final VorbisStream stream;
  private final SeekIndex index = new SeekIndex();
  private long decoded;
  private long startGranule;
  private boolean isStartKnown;

  /** Samples at the beginning that are not part of the sound. */
  private int skipped;

  private long frameCount;

  private VorbisDecoder(OggPackets packets, VorbisSetup setup) {
    this.setup = setup;
    this.stream = new VorbisStream(packets, setup);
  }

  /**
   * Decodes a file.
   *
   * @param content any bytes
   * @return a sound, perhaps with a warning of bytes behind it, or the first fault
   * @throws IOException if the bytes can no longer be read
   */
  public static Outcome<Sound> decode(SourceContent content) throws IOException {
    Location file = content.location(Artifact.SOURCE);
    try (SourceReader bytes = content.open()) {
      if (!Vorbis.isVorbis(content.head().bytes())) {
        throw VorbisRefusal.of(
            DiagnosticCode.MEDIA_UNKNOWN,
            "the file is not an Ogg Vorbis file",
            "export the sound as Ogg Vorbis or WAV from an audio editor");
      }
      OggPackets packets = new OggPackets(bytes);
      VorbisSetup setup = header(packets);
      requireReadable(setup);
      packets.requireEndOfPage();
      SoundLoops loops = VorbisComments.loops(packets, file);
      packets.next();
      setup.read(packets.bits());
      packets.requireEndOfPage();
      VorbisDecoder decoder = new VorbisDecoder(packets, setup);
      decoder.readToTheEnd();
      List<Diagnostic> warnings = new ArrayList<>(decoder.ignored(file));
      warnings.addAll(behind(file, packets.endBytes(), bytes));
      return new Outcome.Accepted<>(decoder.sound(content, loops), warnings);
    } catch (VorbisRefusal refusal) {
      return Outcome.refused(refusal.diagnostic(file));
    }
  }

  private static VorbisSetup header(OggPackets packets) throws VorbisRefusal, IOException {
    packets.next();
    return VorbisSetup.identification(packets.bits());
  }

  /** How much memory decoding takes at most, whatever the file. */
  static long neededBytes(ByteBuffer head) {
    return NEEDED_BYTES;
  }

  private static void requireReadable(VorbisSetup setup) throws VorbisRefusal {
    long rateHz = setup.sampleRateHz();
    if (rateHz < Limits.SOUND_MIN_SAMPLE_RATE_HZ || rateHz > Limits.SOUND_MAX_SAMPLE_RATE_HZ) {
      throw VorbisRefusal.of(
          DiagnosticCode.WAV_LIMIT,
          "the sample rate is "
              + rateHz
              + " Hz; "
              + Limits.SOUND_MIN_SAMPLE_RATE_HZ
              + ".."
              + Limits.SOUND_MAX_SAMPLE_RATE_HZ
              + " Hz can be read",
          "export the sound at 44100 or 48000 Hz");
    }
  }

  /** A stream may have packets of something else: Vorbis I, 4.3.1, says to ignore them. */
  private List<Diagnostic> ignored(Location file) {
    long count = stream.ignoredPackets();
    if (count == 0) {
      return List.of();
    }
    return List.of(
        Diagnostic.warning(
                DiagnosticCode.VORBIS_OTHER_PACKETS,
                file.atByte(stream.firstIgnoredBytes()),
                (count == 1 ? "1 packet is" : count + " packets are") + " not of sound; ignored")
            .found(count == 1 ? "1 packet" : count + " packets")
            .advice("if the sound is fine, do nothing, or export it again to remove them"));
  }

  private static List<Diagnostic> behind(Location file, long endBytes, SourceReader bytes)
      throws VorbisRefusal, IOException {
    long count = bytes.sizeBytes() - endBytes;
    if (count == 0) {
      return List.of();
    }
    byte[] next = new byte[(int) Math.min(4, count)];
    bytes.read(endBytes, next, 0, next.length);
    if (next.length == 4 && ByteBuffer.wrap(next).getInt() == 0x4F67_6753) {
      throw VorbisRefusal.streams(
          endBytes, "a second stream begins here; only files with one stream are read");
    }
    return List.of(
        Diagnostic.warning(
                DiagnosticCode.OGG_TRAILING_BYTES,
                file.atByte(endBytes),
                (count == 1 ? "the last byte is" : "the last " + count + " bytes are")
                    + " behind the sound; ignored")
            .found(count == 1 ? "1 byte" : count + " bytes")
            .advice("if the sound is fine, do nothing, or export it again to remove them"));
  }

  private void readToTheEnd() throws VorbisRefusal, IOException {
    double[][] block = new double[setup.channels()][setup.blockSize(true)];
    OggPackets packets = stream.packets();
    // Also if the first packet is longer than its page.
    index.add(0, packets.endBytes());
    int count = stream.next(block);
    while (count >= 0) {
      requireNumbers(block, count);
      decoded += count;
      if (packets.isFirstOfPage() && decoded > 0) {
        index.add((int) decoded, packets.pageStart());
      }
      if (decoded > Limits.SOUND_FRAMES) {
        throw VorbisRefusal.of(
            DiagnosticCode.WAV_LIMIT,
            "the sound has more frames than the " + Limits.SOUND_FRAMES + " that are allowed",
            "split the sound into several assets");
      }
      compare(packets);
      count = stream.next(block);
    }
    if (frameCount < 1) {
      throw VorbisRefusal.of(
          DiagnosticCode.WAV_EMPTY,
          "the sound has no frames at all",
          "export the sound again, or remove the asset");
    }
  }

  /** Numbers of a codebook may be so large that what comes of them is none. */
  private void requireNumbers(double[][] block, int count) throws VorbisRefusal {
    for (int channel = 0; channel < block.length; channel++) {
      for (int i = 0; i < count; i++) {
        double sample = block[channel][i];
        // Written so that NaN, which compares with nothing, is refused as well.
        if (!(Math.abs(sample) * VorbisSamples.FULL_SCALE <= Sound.MAX_SAMPLE)) {
          throw VorbisRefusal.of(
              DiagnosticCode.WAV_SAMPLE,
              "frame "
                  + (decoded + i)
                  + ", channel "
                  + channel
                  + " is "
                  + sample
                  + ", which is not a valid sample",
              "export the sound again from an audio editor");
        }
      }
    }
  }

  /** What a page says of its place: it cuts the beginning and the end, and shows what is lost. */
  private void compare(OggPackets packets) throws VorbisRefusal {
    long granule = packets.granule();
    if (granule < 0) {
      return;
    }
    if (!isStartKnown) {
      isStartKnown = true;
      if (granule < decoded && !packets.isOnLastPage()) {
        skipped = (int) (decoded - granule);
      } else if (granule > decoded) {
        startGranule = granule - decoded;
      }
    }
    long expected = startGranule + decoded - skipped;
    frameCount = Math.min(expected, granule) - startGranule;
    if (packets.isOnLastPage() ? granule > expected : granule != expected) {
      throw VorbisRefusal.page(
          packets.pageStart(),
          "the page says that it ends at sample "
              + granule
              + ", and it ends at "
              + expected
              + ": part of the sound is missing");
    }
  }

  private Sound sound(SourceContent content, SoundLoops loops) {
    return new Sound(
        new Sound.Shape(setup.channels(), speakers(), (int) setup.sampleRateHz(), (int) frameCount),
        Sound.Range.BEYOND_FULL_SCALE,
        () -> new VorbisSamples(setup, index, skipped, content.open()),
        loops);
  }

  /** In the order of Vorbis I, 4.3.9. */
  private List<Speaker> speakers() {
    return switch (setup.channels()) {
      case 1, 2 -> List.of();
      case 3 -> List.of(Speaker.FRONT_LEFT, Speaker.FRONT_CENTER, Speaker.FRONT_RIGHT);
      case 4 ->
          List.of(Speaker.FRONT_LEFT, Speaker.FRONT_RIGHT, Speaker.BACK_LEFT, Speaker.BACK_RIGHT);
      case 5 ->
          List.of(
              Speaker.FRONT_LEFT,
              Speaker.FRONT_CENTER,
              Speaker.FRONT_RIGHT,
              Speaker.BACK_LEFT,
              Speaker.BACK_RIGHT);
      case 6 ->
          List.of(
              Speaker.FRONT_LEFT,
              Speaker.FRONT_CENTER,
              Speaker.FRONT_RIGHT,
              Speaker.BACK_LEFT,
              Speaker.BACK_RIGHT,
              Speaker.LOW_FREQUENCY);
      case 7 ->
          List.of(
              Speaker.FRONT_LEFT,
              Speaker.FRONT_CENTER,
              Speaker.FRONT_RIGHT,
              Speaker.SIDE_LEFT,
              Speaker.SIDE_RIGHT,
              Speaker.BACK_CENTER,
              Speaker.LOW_FREQUENCY);
      default ->
          List.of(
              Speaker.FRONT_LEFT,
              Speaker.FRONT_CENTER,
              Speaker.FRONT_RIGHT,
              Speaker.SIDE_LEFT,
              Speaker.SIDE_RIGHT,
              Speaker.BACK_LEFT,
              Speaker.BACK_RIGHT,
              Speaker.LOW_FREQUENCY);
    };
  }
}
