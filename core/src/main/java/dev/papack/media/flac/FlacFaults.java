package dev.papack.media.flac;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.media.Sound;
import dev.papack.source.Limits;
import java.util.List;
import java.util.Locale;

/**
 * What can be wrong with a FLAC file, in words.
 *
 * @param file the whole file
 * @param fileBytes its length
 */
record FlacFaults(Location file, long fileBytes) {
  private static final String AGAIN = "copy or export the file again; it is damaged";

  /** A place in the file. */
  Location at(long positionBytes) {
    return file.atByte(positionBytes);
  }

  FlacRefusal noFlac() {
    return new FlacRefusal(
        Diagnostic.error(DiagnosticCode.MEDIA_UNKNOWN, at(0), "the file is not a FLAC file")
            .supported("FLAC")
            .advice("export the sound as FLAC or WAV from an audio editor"));
  }

  FlacRefusal metadata(long positionBytes, String message) {
    return new FlacRefusal(
        Diagnostic.error(DiagnosticCode.FLAC_METADATA, at(positionBytes), message)
            .advice("export the sound again"));
  }

  FlacRefusal frame(Location place, String message) {
    return new FlacRefusal(
        Diagnostic.error(DiagnosticCode.FLAC_FRAME, place, message).advice(AGAIN));
  }

  FlacRefusal noFrame(long positionBytes, long frame) {
    return frame(
        at(positionBytes), "here frame " + frame + " should begin, and there is no valid header");
  }

  FlacRefusal checksum(Location place, long said, long computed) {
    return new FlacRefusal(
        Diagnostic.error(
                DiagnosticCode.FLAC_FRAME,
                place,
                "the frame is damaged: its checksum is "
                    + hex(computed)
                    + ", and the file says "
                    + hex(said))
            .found(hex(computed))
            .supported(hex(said))
            .advice(AGAIN));
  }

  private static String hex(long crc16) {
    return String.format(Locale.ROOT, "%04x", crc16);
  }

  FlacRefusal number(long positionBytes, String what, long said, long expected) {
    return new FlacRefusal(
        Diagnostic.error(
                DiagnosticCode.FLAC_FRAME,
                at(positionBytes),
                "a frame says that it is "
                    + what
                    + " "
                    + said
                    + ", but "
                    + expected
                    + " comes here: part of the sound is missing or in another place")
            .found(Long.toString(said))
            .supported(Long.toString(expected))
            .advice(AGAIN));
  }

  FlacRefusal truncated() {
    return new FlacRefusal(
        Diagnostic.error(
                DiagnosticCode.FLAC_TRUNCATED,
                at(fileBytes),
                "the file ends after " + fileBytes + " bytes, before its sound does")
            .found(fileBytes + " bytes")
            .advice("copy or export the file again; it is not complete"));
  }

  FlacRefusal tooFew(long frameCount, long saidCount) {
    return new FlacRefusal(
        Diagnostic.error(
                DiagnosticCode.FLAC_TRUNCATED,
                at(fileBytes),
                "the sound has " + frameCount + " frames, and STREAMINFO says " + saidCount)
            .found(frameCount + " frames")
            .supported(saidCount + " frames")
            .advice("copy or export the file again; it is not complete"));
  }

  FlacRefusal changed(long positionBytes, String what, String found, String said) {
    return new FlacRefusal(
        Diagnostic.error(
                DiagnosticCode.FLAC_CHANGE,
                at(positionBytes),
                what + " changes: a frame has " + found + ", and STREAMINFO says " + said)
            .found(found)
            .supported(said)
            .advice("split the sound where it changes, or export it again from an audio editor"));
  }

  FlacRefusal md5(String computed, String said) {
    return new FlacRefusal(
        Diagnostic.error(
                DiagnosticCode.FLAC_MD5,
                file,
                "the samples are not those that were encoded: their MD5 is "
                    + computed
                    + ", and STREAMINFO says "
                    + said)
            .found(computed)
            .supported(said)
            .advice(AGAIN));
  }

  FlacRefusal empty() {
    return new FlacRefusal(
        Diagnostic.error(DiagnosticCode.WAV_EMPTY, file, "the sound has no frames at all")
            .found("0 frames")
            .supported("at least 1 frame")
            .advice("export the sound again, or remove the asset"));
  }

  FlacRefusal tooLong() {
    return new FlacRefusal(
        Diagnostic.error(
                DiagnosticCode.WAV_LIMIT,
                file,
                "the sound has more frames than the " + Limits.SOUND_FRAMES + " that are allowed")
            .limit(Limits.SOUND_FRAMES + " frames")
            .advice("split the sound into several assets"));
  }

  FlacRefusal rate(int sampleRateHz) {
    String range = Limits.SOUND_MIN_SAMPLE_RATE_HZ + ".." + Limits.SOUND_MAX_SAMPLE_RATE_HZ + " Hz";
    return new FlacRefusal(
        Diagnostic.error(
                DiagnosticCode.WAV_LIMIT,
                file,
                "the sample rate is " + sampleRateHz + " Hz; " + range + " can be read")
            .found(sampleRateHz + " Hz")
            .limit(range)
            .advice("export the sound at 44100 or 48000 Hz"));
  }

  FlacRefusal speakers(int channels, long mask) {
    return new FlacRefusal(
        Diagnostic.error(
                DiagnosticCode.WAV_CHANNELS,
                file,
                String.format(
                    Locale.ROOT,
                    "the sound has %d channels, for speakers that papack does not know (mask 0x%x)",
                    channels,
                    mask))
            .found(Integer.toString(channels))
            .supported("1 to " + Sound.MAX_CHANNELS)
            .advice("mix the sound to stereo or mono in an audio editor"));
  }

  Diagnostic odd(List<String> oddities) {
    String all = String.join("; ", oddities);
    return Diagnostic.warning(DiagnosticCode.FLAC_ODD, file, all + "; no sample depends on that")
        .found(all)
        .advice("if the sound is fine, do nothing, or export it again to remove the warning");
  }

  Diagnostic trailing(long positionBytes) {
    long count = fileBytes - positionBytes;
    return Diagnostic.warning(
            DiagnosticCode.FLAC_TRAILING_BYTES,
            at(positionBytes),
            (count == 1 ? "the last byte is" : "the last " + count + " bytes are")
                + " behind the sound; ignored")
        .found(count == 1 ? "1 byte" : count + " bytes")
        .advice("if the sound is fine, do nothing, or export it again to remove them");
  }
}
