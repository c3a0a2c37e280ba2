package dev.papack.media.flac;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.MemoryFormula;
import dev.papack.media.SeekIndex;
import dev.papack.media.Sound;
import dev.papack.media.Speaker;
import dev.papack.media.flac.FrameReader.Block;
import dev.papack.source.Limits;
import dev.papack.source.SourceContent;
import dev.papack.source.SourceReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decodes FLAC files. Source: RFC 9639.
 *
 * <p>A file is decoded once to its end, with every checksum: CRC-8 of each header, CRC-16 of each
 * frame, their numbers, and the MD5 of all samples. Only then is it a sound, whose samples are
 * decoded again where they are wanted. What contradicts STREAMINFO and cannot change a sample is a
 * warning, the number of samples among it if the MD5 is right.
 *
 * <p>Time is proportional to the file; memory is {@link #neededBytes}.
 */
public final class FlacDecoder {
  /** A piece and a block of the file, the index and the rest. */
  private static final long FIXED_BYTES = 1 << 20;

  /** Two blocks of samples, 64 bits each. */
  private static final long CHANNEL_BYTES = 2L * FrameHeader.MAX_BLOCK_FRAMES * Long.BYTES;

  /** What {@link #neededBytes} says. */
  static final MemoryFormula MEMORY =
      new MemoryFormula(
          "FLAC sound",
          "1 MiB and 1 MiB for each channel, whatever its length",
          FIXED_BYTES + Sound.MAX_CHANNELS * CHANNEL_BYTES);

  /** Where STREAMINFO has the number of channels, if it is the first block. */
  private static final int CHANNELS_AT_BYTES = 20;

  private final FlacFaults faults;
  private final FlacMetadata metadata;
  private final StreamInfo info;
  private final FrameReader reader;
  private final SeekIndex index = new SeekIndex();
  private final SampleDigest digest;
  private final BlockSizes sizes;
  private Optional<FrameHeader> first = Optional.empty();
  private long frameNumber;
  private long frameCount;

  private FlacDecoder(FlacFaults faults, FlacMetadata metadata, SourceReader file) {
    this.faults = faults;
    this.metadata = metadata;
    this.info = metadata.info();
    this.reader = new FrameReader(faults, info, file);
    this.digest = new SampleDigest(info.bits());
    this.sizes = new BlockSizes(info);
  }

  /**
   * Decodes a file.
   *
   * @param content any bytes
   * @return a sound, perhaps with warnings of what is odd beside the samples, or the first fault
   * @throws IOException if the bytes can no longer be read
   */
  public static Outcome<Sound> decode(SourceContent content) throws IOException {
    FlacFaults faults = new FlacFaults(content.location(Artifact.SOURCE), content.sizeBytes());
    try (SourceReader file = content.open()) {
      if (!StreamInfo.SIGNATURE.isIn(content.head().bytes())) {
        throw faults.noFlac();
      }
      FlacMetadata metadata = FlacMetadata.read(faults, file);
      requireReadable(faults, metadata.info());
      List<Speaker> speakers = speakers(faults, metadata);
      FlacDecoder decoder = new FlacDecoder(faults, metadata, file);
      List<Diagnostic> findings = decoder.readToTheEnd();
      return new Outcome.Accepted<>(decoder.sound(content, speakers), findings);
    } catch (FlacRefusal refusal) {
      return Outcome.refused(refusal.diagnostic());
    }
  }

  /** How much memory decoding takes at most. */
  static long neededBytes(ByteBuffer head) {
    boolean isUsual =
        head.limit() > CHANNELS_AT_BYTES && (head.get(StreamInfo.SIGNATURE_BYTES) & 0x7F) == 0;
    int channels = isUsual ? ((head.get(CHANNELS_AT_BYTES) >>> 1) & 0b111) + 1 : Sound.MAX_CHANNELS;
    return FIXED_BYTES + channels * CHANNEL_BYTES;
  }

  private static void requireReadable(FlacFaults faults, StreamInfo info) throws FlacRefusal {
    if (info.bits() < 4) {
      throw faults.metadata(
          StreamInfo.SIGNATURE_BYTES, "samples have " + info.bits() + " bits; 4 to 32 can be read");
    }
    if (info.sampleRateHz() < Limits.SOUND_MIN_SAMPLE_RATE_HZ
        || info.sampleRateHz() > Limits.SOUND_MAX_SAMPLE_RATE_HZ) {
      throw faults.rate(info.sampleRateHz());
    }
  }

  /** The mask of a comment, or what RFC 9639, 9.1.3, says of so many channels. */
  private static List<Speaker> speakers(FlacFaults faults, FlacMetadata metadata)
      throws FlacRefusal {
    int channels = metadata.info().channels();
    if (channels <= 2) {
      return List.of();
    }
    long usual =
        switch (channels) {
          case 3 -> 0x7;
          case 4 -> 0x33;
          case 5 -> 0x37;
          case 6 -> 0x3F;
          case 7 -> 0x70F;
          default -> 0x63F;
        };
    long mask = metadata.speakerMask().orElse(usual);
    return Speaker.ofMask(channels, mask == 0 ? usual : mask)
        .orElseThrow(() -> faults.speakers(channels, mask));
  }

  private List<Diagnostic> readToTheEnd() throws FlacRefusal, IOException {
    reader.seek(metadata.endBytes());
    Block block = Block.NONE;
    Optional<Long> strayBytes = Optional.empty();
    while (!reader.isAtEnd() && strayBytes.isEmpty()) {
      long position = reader.positionBytes();
      Optional<FrameHeader> header = reader.findHeader();
      if (header.isEmpty()) {
        strayBytes = Optional.of(position);
        continue;
      }
      requireNext(position, header.get());
      block = reader.readBlock(faults.at(position), header.get(), block);
      take(position, reader.positionBytes() - position, block);
    }
    return findings(strayBytes);
  }

  private void take(long position, long lengthBytes, Block block) throws FlacRefusal {
    if (frameCount + block.frames() > Limits.SOUND_FRAMES) {
      throw faults.tooLong();
    }
    index.add((int) frameCount, position);
    digest.update(block.samples(), block.frames());
    sizes.add(block.frames(), lengthBytes);
    frameCount += block.frames();
    frameNumber++;
  }

  private void requireNext(long position, FrameHeader header) throws FlacRefusal {
    int channels = header.channels().count();
    if (channels != info.channels()) {
      throw faults.changed(position, "the number of channels", "" + channels, "" + info.channels());
    }
    int rateHz = header.sampleRateHz().orElse(info.sampleRateHz());
    if (rateHz != info.sampleRateHz()) {
      throw faults.changed(
          position, "the sample rate", rateHz + " Hz", info.sampleRateHz() + " Hz");
    }
    int bits = header.bits().orElse(info.bits());
    if (bits != info.bits()) {
      throw faults.changed(position, "the number of bits", bits + " bits", info.bits() + " bits");
    }
    if (first.isEmpty()) {
      first = Optional.of(header);
    }
    if (first.get().blocking() != header.blocking()) {
      throw faults.changed(position, "the numbering of frames", word(header), word(first.get()));
    }
    switch (header.blocking()) {
      case FIXED -> requireNumber(position, "frame", header.number(), frameNumber);
      case VARIABLE -> requireNumber(position, "sample", header.number(), frameCount);
    }
  }

  private static String word(FrameHeader header) {
    return switch (header.blocking()) {
      case FIXED -> "numbers of frames";
      case VARIABLE -> "numbers of samples";
    };
  }

  private void requireNumber(long position, String what, long said, long expected)
      throws FlacRefusal {
    if (said != expected) {
      throw faults.number(position, what, said, expected);
    }
  }

  /** Whether all samples are there and right, as far as the file tells; and what is odd. */
  private List<Diagnostic> findings(Optional<Long> strayBytes) throws FlacRefusal {
    boolean isCountRight = info.frameCount() == 0 || info.frameCount() == frameCount;
    Optional<String> computed = info.md5().map(_ -> digest.finish());
    boolean isProven =
        computed.isPresent()
            ? computed.equals(info.md5())
            : isCountRight && (info.frameCount() > 0 || strayBytes.isEmpty());
    if (!isProven || frameCount == 0) {
      throw refusal(strayBytes, computed);
    }
    List<String> oddities = new ArrayList<>(metadata.oddities());
    if (!isCountRight) {
      oddities.add(
          "STREAMINFO says " + info.frameCount() + " samples, and there are " + frameCount);
    }
    oddities.addAll(sizes.oddities());
    List<Diagnostic> findings = new ArrayList<>();
    if (!oddities.isEmpty()) {
      findings.add(faults.odd(oddities));
    }
    strayBytes.ifPresent(position -> findings.add(faults.trailing(position)));
    return findings;
  }

  private FlacRefusal refusal(Optional<Long> strayBytes, Optional<String> computed) {
    if (strayBytes.isPresent()) {
      boolean isCut = faults.fileBytes() - strayBytes.get() < FrameHeader.MAX_BYTES;
      return isCut ? faults.truncated() : faults.noFrame(strayBytes.get(), frameNumber);
    }
    if (info.frameCount() > frameCount) {
      return faults.tooFew(frameCount, info.frameCount());
    }
    if (frameCount == 0) {
      return faults.empty();
    }
    return computed.isPresent()
        ? faults.md5(computed.get(), info.md5().orElseThrow())
        : faults.tooFew(frameCount, info.frameCount());
  }

  private Sound sound(SourceContent content, List<Speaker> speakers) {
    return new Sound(
        new Sound.Shape(info.channels(), speakers, info.sampleRateHz(), (int) frameCount),
        Sound.Range.FULL_SCALE,
        () -> new FlacSamples(faults, info, index, content.open()),
        metadata.loops());
  }
}
