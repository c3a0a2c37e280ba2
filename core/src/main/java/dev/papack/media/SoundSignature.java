package dev.papack.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a file that is no WAV file looks like, by its first bytes: for the message alone. */
enum SoundSignature {
  OGG("an Ogg file (Vorbis or Opus)", 0, "OggS"),
  FLAC("a FLAC file", 0, "fLaC"),
  MP3_TAGGED("an MP3 file", 0, "ID3"),
  AIFF("an AIFF file", 8, "AIFF"),
  AIFC("an AIFF-C file", 8, "AIFC"),
  W64("a Sony Wave64 file", 0, "riff"),
  CAF("a Core Audio file", 0, "caff"),
  AU("a Sun audio file", 0, ".snd"),
  MP4("an MP4 or M4A file", 4, "ftyp"),
  MIDI("a MIDI file", 0, "MThd"),
  VOC("a Creative Voice file", 0, "Creative Voice File"),
  AVI("an AVI file", 8, "AVI "),
  WEBP("a WebP picture", 8, "WEBP"),
  PNG("a PNG picture", 0, "\u0089PNG"),
  ZIP("a ZIP archive", 0, "PK\u0003\u0004"),
  GZIP("a gzip archive", 0, "\u001f\u008b"),
  HTML("a web page", 0, "<!DOCTYPE"),
  MP3_LAYER_3("an MP3 file", 0, "\u00ff\u00fb"),
  MP3_LOW_RATE("an MP3 file", 0, "\u00ff\u00f3");

  static final String EXPORT_AS_WAV =
      "open the sound in an audio editor and export it as WAV, PCM or float";

  private final String description;
  private final int offsetBytes;
  private final String latin1;

  SoundSignature(String description, int offsetBytes, String latin1) {
    this.description = description;
    this.offsetBytes = offsetBytes;
    this.latin1 = latin1;
  }

  /** The format whose mark a file bears, if any is known. */
  static Optional<SoundSignature> of(ByteBuffer file) {
    for (SoundSignature signature : values()) {
      if (signature.marks(file)) {
        return Optional.of(signature);
      }
    }
    return Optional.empty();
  }

  private boolean marks(ByteBuffer file) {
    byte[] mark = latin1.getBytes(StandardCharsets.ISO_8859_1);
    return file.limit() >= offsetBytes + mark.length
        && file.slice(offsetBytes, mark.length).equals(ByteBuffer.wrap(mark));
  }

  /** With its article: {@code a FLAC file}. */
  String description() {
    return description;
  }
}
