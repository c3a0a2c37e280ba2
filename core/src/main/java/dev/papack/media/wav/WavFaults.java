package dev.papack.media.wav;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What can be wrong with the chunks of a WAV file, in words.
 *
 * @param file the whole file
 * @param fileBytes its length
 */
record WavFaults(Location file, long fileBytes) {
  private static final String AGAIN = "export the sound again";
  private static final String FINE =
      "if the sound is fine, do nothing, or export it again to remove the warning";

  // What it is instead is for whoever knows the other formats.
  WavRefusal noWav() {
    return new WavRefusal(
        Diagnostic.error(DiagnosticCode.MEDIA_UNKNOWN, file.atByte(0), "the file is not a WAV file")
            .supported("WAV")
            .advice("export the sound as plain WAV from an audio editor"));
  }

  WavRefusal truncated(long neededBytes) {
    return new WavRefusal(
        Diagnostic.error(
                DiagnosticCode.WAV_TRUNCATED,
                file.atByte(fileBytes),
                "the file has " + fileBytes + " bytes, but its header says " + neededBytes)
            .found(fileBytes + " bytes")
            .supported(neededBytes + " bytes")
            .advice("copy or export the file again; it is not complete"));
  }

  WavRefusal noLongSizes(long offsetBytes) {
    return chunk(
        offsetBytes,
        "the lengths are in a chunk \"ds64\", which has to come first and is not there");
  }

  WavRefusal noName(long offsetBytes, byte[] name) {
    String codes =
        IntStream.range(0, name.length)
            .mapToObj(i -> String.format(Locale.ROOT, "%02x", name[i]))
            .collect(Collectors.joining(" "));
    return chunk(offsetBytes, "expected the name of a chunk, found the bytes " + codes);
  }

  WavRefusal tooFew(long offsetBytes, long leftBytes) {
    return chunk(
        offsetBytes,
        "the " + leftBytes + " bytes after the last chunk are too few for another one");
  }

  WavRefusal twice(RiffChunk chunk) {
    return new WavRefusal(
        Diagnostic.error(
                DiagnosticCode.WAV_CHUNK,
                chunk.location(),
                "the chunk \"" + chunk.id() + "\" comes a second time")
            .advice(AGAIN));
  }

  WavRefusal padInDoubt(RiffChunk chunk, byte found) {
    return new WavRefusal(
        Diagnostic.error(DiagnosticCode.WAV_CHUNK, file.atByte(chunk.endBytes()), pad(chunk, found))
            .advice("export the sound again, without metadata if the program offers that"));
  }

  private WavRefusal chunk(long offsetBytes, String message) {
    return new WavRefusal(
        Diagnostic.error(DiagnosticCode.WAV_CHUNK, file.atByte(offsetBytes), message)
            .advice(AGAIN));
  }

  Diagnostic wrongPad(RiffChunk chunk, byte found) {
    return Diagnostic.warning(
            DiagnosticCode.WAV_PAD, file.atByte(chunk.endBytes()), pad(chunk, found))
        .advice(FINE);
  }

  Diagnostic noPad(RiffChunk chunk) {
    return Diagnostic.warning(
            DiagnosticCode.WAV_PAD,
            file.atByte(chunk.endBytes()),
            "the chunk \"" + chunk.id() + "\" of odd length is not followed by a pad byte")
        .advice(FINE);
  }

  Diagnostic countedPad(RiffChunk chunk) {
    return Diagnostic.warning(
            DiagnosticCode.WAV_PAD,
            chunk.location(),
            "the length of chunk \"" + chunk.id() + "\" counts a pad byte that is not there")
        .found(chunk.sizeBytes() + " bytes")
        .supported(chunk.sizeBytes() - 1 + " bytes")
        .advice(FINE);
  }

  private static String pad(RiffChunk chunk, byte found) {
    return "the pad byte after chunk \""
        + chunk.id()
        + "\" of odd length is "
        + Byte.toUnsignedInt(found)
        + " instead of 0";
  }

  Diagnostic streamed(RiffChunk data, long leftBytes) {
    return Diagnostic.warning(
            DiagnosticCode.WAV_STREAMED,
            data.location(),
            "the length of the samples was never filled in: the "
                + leftBytes
                + " bytes up to the end of the file are read")
        .found(data.sizeBytes() + " bytes")
        .advice("if the end of the sound is as it should be, do nothing, or export it to a file");
  }

  Diagnostic wrongLength(long saidEndBytes) {
    return Diagnostic.warning(
            DiagnosticCode.WAV_LENGTH,
            file.atByte(0),
            "the file has "
                + fileBytes
                + " bytes, but its header says "
                + saidEndBytes
                + "; all samples are there")
        .found(saidEndBytes + " bytes")
        .supported(fileBytes + " bytes")
        .advice(FINE);
  }

  Diagnostic trailing(long offsetBytes) {
    long count = fileBytes - offsetBytes;
    return Diagnostic.warning(
            DiagnosticCode.WAV_TRAILING_BYTES,
            file.atByte(offsetBytes),
            "the " + count + " bytes after the end of the RIFF chunk are ignored")
        .found(count + " bytes")
        .advice("if the sound is fine, do nothing, or export it again to remove them");
  }

  Diagnostic littleEndian() {
    return Diagnostic.warning(
            DiagnosticCode.WAV_FORMAT_ODD,
            file.atByte(0),
            "the file is named RIFX, which is big-endian, but its lengths are little-endian, as in"
                + " RIFF; so are its samples read")
        .found("RIFX")
        .supported("RIFF")
        .advice(FINE);
  }

  Diagnostic stray(long offsetBytes) {
    long count = fileBytes - offsetBytes;
    return Diagnostic.warning(
            DiagnosticCode.WAV_STRAY_BYTES,
            file.atByte(offsetBytes),
            (count == 1 ? "the last byte is" : "the last " + count + " bytes are")
                + " behind the samples and no chunk; ignored")
        .found(count == 1 ? "1 byte" : count + " bytes")
        .advice(FINE);
  }

  Diagnostic cut(RiffChunk chunk, long offsetBytes) {
    return Diagnostic.warning(
            DiagnosticCode.WAV_STRAY_BYTES,
            file.atByte(offsetBytes),
            "the chunk \""
                + chunk.id()
                + "\" behind the samples has "
                + chunk.sizeBytes()
                + " bytes, of which "
                + (fileBytes - chunk.bodyOffsetBytes())
                + " are in the file; it is ignored")
        .found(fileBytes - chunk.bodyOffsetBytes() + " bytes")
        .supported(chunk.sizeBytes() + " bytes")
        .advice(FINE);
  }
}
