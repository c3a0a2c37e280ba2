package dev.papack.media.formats;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.media.Mark;
import dev.papack.source.SourceHead;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A file that should be a sound and is of no format that can be decoded. */
final class UnknownSound {
  /** Endings of finished sounds that are not decoded. */
  static final Set<String> ENDINGS =
      Set.of("mp3", "aif", "aiff", "m4a", "aac", "opus", "spx", "wma");

  private static final List<Stranger> STRANGERS =
      List.of(
          new Stranger(28, "OpusHead", "an Ogg Opus file"),
          new Stranger(28, "Speex   ", "an Ogg Speex file"),
          new Stranger(28, "\u007fFLAC", "a FLAC sound inside Ogg"),
          new Stranger(0, "OggS", "an Ogg file"),
          new Stranger(0, "\u00ff\u00f8", "a FLAC sound without its header"),
          new Stranger(0, "ID3", "an MP3 file"),
          new Stranger(8, "AIFF", "an AIFF file"),
          new Stranger(8, "AIFC", "an AIFF-C file"),
          new Stranger(0, "riff", "a Sony Wave64 file"),
          new Stranger(0, "caff", "a Core Audio file"),
          new Stranger(0, ".snd", "a Sun audio file"),
          new Stranger(4, "ftyp", "an MP4 or M4A file"),
          new Stranger(0, "MThd", "a MIDI file"),
          new Stranger(0, "Creative Voice File", "a Creative Voice file"),
          new Stranger(8, "AVI ", "an AVI file"),
          new Stranger(0, "PK\3\4", "a ZIP archive"),
          new Stranger(0, "\u001f\u008b", "a gzip archive"),
          new Stranger(0, "<!DOCTYPE", "a web page"),
          new Stranger(0, "\u00ff\u00fb", "an MP3 file"),
          new Stranger(0, "\u00ff\u00fa", "an MP3 file"),
          new Stranger(0, "\u00ff\u00f3", "an MP3 file"),
          new Stranger(0, "\u00ff\u00f2", "an MP3 file"),
          new Stranger(0, "\u00ff\u00f1", "an AAC file"),
          new Stranger(0, "\u00ff\u00f9", "an AAC file"),
          new Stranger(0, "ADIF", "an AAC file"),
          new Stranger(0, "wvpk", "a WavPack file"),
          new Stranger(0, "MAC ", "a Monkey's Audio file"),
          new Stranger(0, "#!AMR", "an AMR file"),
          new Stranger(0, "\u001aE\u00df\u00a3", "a Matroska or WebM file"),
          new Stranger(0, "0&\u00b2u", "a Windows Media file"));

  private static final Mark TAG = Mark.of("ID3");
  private static final int TAG_HEADER_BYTES = 10;

  private UnknownSound() {}

  /** What a file is called whose first bytes are those of a sound that is not decoded. */
  static Optional<String> nounOf(ByteBuffer bytes) {
    return isFlacBehindTag(bytes)
        ? Optional.of("a FLAC file with an ID3 tag before its beginning")
        : Stranger.nounOf(STRANGERS, bytes);
  }

  /** Tags are of MP3 files nearly always; some programs write them before FLAC as well. */
  private static boolean isFlacBehindTag(ByteBuffer bytes) {
    if (!TAG.isIn(bytes) || bytes.limit() < TAG_HEADER_BYTES) {
      return false;
    }
    int sizeBytes = 0;
    for (int i = TAG_HEADER_BYTES - 4; i < TAG_HEADER_BYTES; i++) {
      sizeBytes = (sizeBytes << 7) | (bytes.get(i) & 0x7F);
    }
    return new Mark(TAG_HEADER_BYTES + sizeBytes, "fLaC").isIn(bytes);
  }

  /** Says what it is instead, as far as that can be told, and what to do. */
  static Diagnostic fault(SourceHead file, MediaFormats formats) {
    ByteBuffer bytes = file.bytes();
    String names = MediaFormats.namesOf(formats.sounds());
    String found =
        MediaFormats.nounOf(formats.pictures(), bytes)
            .or(() -> nounOf(bytes))
            .or(() -> UnknownPicture.nounOf(bytes))
            .orElse(bytes.hasRemaining() ? "of an unknown format" : "empty");
    return Diagnostic.error(
            DiagnosticCode.MEDIA_UNKNOWN,
            file.location().atByte(0),
            "the file is not a " + names + " file: it is " + found)
        .found(found)
        .supported(names)
        .advice(
            "open the sound in an audio editor and export it as "
                + formats.sounds().getFirst().traits().name()
                + ", PCM or float");
  }
}
