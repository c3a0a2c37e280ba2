package dev.papack.media.vorbis;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import java.io.Serial;

/** Carries the first fault of a file out of the decoder's depth; it never leaves the decoder. */
final class VorbisRefusal extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private static final long NOWHERE = -1;

  private final DiagnosticCode code;
  private final long offsetBytes;
  private final String message;
  private final String advice;

  private VorbisRefusal(DiagnosticCode code, long offsetBytes, String message, String advice) {
    // No trace: a refusal is an answer, and hostile files must not make it a dear one.
    super(message, null, false, false);
    this.code = code;
    this.offsetBytes = offsetBytes;
    this.message = message;
    this.advice = advice;
  }

  static VorbisRefusal of(DiagnosticCode code, String message, String advice) {
    return new VorbisRefusal(code, NOWHERE, message, advice);
  }

  static VorbisRefusal setup(String message) {
    return of(DiagnosticCode.VORBIS_HEADER, message, "export the sound again from an audio editor");
  }

  static VorbisRefusal page(long offsetBytes, String message) {
    return new VorbisRefusal(
        DiagnosticCode.OGG_PAGE,
        offsetBytes,
        message,
        "copy or export the file again; it is damaged");
  }

  static VorbisRefusal packet(long offsetBytes) {
    return new VorbisRefusal(
        DiagnosticCode.VORBIS_PACKET,
        offsetBytes,
        "a sound packet on this page uses a mode that the header does not have",
        "export the sound again from an audio editor");
  }

  static VorbisRefusal truncated(long offsetBytes) {
    return new VorbisRefusal(
        DiagnosticCode.OGG_TRUNCATED,
        offsetBytes,
        "the file ends after " + offsetBytes + " bytes, before its stream does",
        "copy or export the file again; it is not complete");
  }

  static VorbisRefusal streams(long offsetBytes, String message) {
    return new VorbisRefusal(
        DiagnosticCode.OGG_STREAMS,
        offsetBytes,
        message,
        "export each stream as a file of its own from an audio editor");
  }

  Diagnostic diagnostic(Location file) {
    Location place = offsetBytes == NOWHERE ? file : file.atByte(offsetBytes);
    return Diagnostic.error(code, place, message).advice(advice);
  }
}
