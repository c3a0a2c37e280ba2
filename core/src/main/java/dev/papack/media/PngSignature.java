package dev.papack.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.source.Snapshot;
import java.nio.ByteBuffer;
import java.util.List;

/** The eight bytes that every PNG begins with, and what a file without them seems to be instead. */
final class PngSignature {
  static final int LENGTH_BYTES = 8;

  private static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";
  private static final String SAVE_AS_PNG =
      "open it in a picture editor and export it as PNG; a new file name alone changes nothing";
  private static final int HEAD_BYTES = 32;

  /**
   * A kind of file that is met under the name of a PNG.
   *
   * @param offsetBytes where its mark lies
   * @param mark its bytes, one per character
   * @param description the rest of a sentence that begins with "it looks like"
   * @param help what to do about it
   */
  private record Lookalike(int offsetBytes, String mark, String description, String help) {
    Lookalike(int offsetBytes, String mark, String description) {
      this(offsetBytes, mark, description, SAVE_AS_PNG);
    }

    boolean matches(String head) {
      return head.startsWith(mark, offsetBytes);
    }
  }

  private static final String AS_BINARY =
      "copy the original again as a binary file (in .gitattributes: *.png binary)";

  private static final List<Lookalike> LOOKALIKES =
      List.of(
          new Lookalike(0, "\u0089PNG", "a PNG damaged by a copy in text mode", AS_BINARY),
          new Lookalike(0, "\tPNG", "a PNG whose eighth bits were lost on the way", AS_BINARY),
          new Lookalike(0, "\u00c2\u0089PNG", "a PNG that was converted to UTF-8", AS_BINARY),
          new Lookalike(0, "\u00ef\u00bf\u00bdPNG", "a PNG that was converted to UTF-8", AS_BINARY),
          new Lookalike(0, "\u00ff\u00d8\u00ff", "a JPEG picture"),
          new Lookalike(0, "GIF8", "a GIF picture"),
          new Lookalike(8, "WEBP", "a WebP picture"),
          new Lookalike(4, "ftyp", "an AVIF or HEIF picture"),
          new Lookalike(0, "BM", "a BMP picture"),
          new Lookalike(0, "II*\0", "a TIFF picture"),
          new Lookalike(0, "MM\0*", "a TIFF picture"),
          new Lookalike(0, "\0\0\1\0", "an icon file"),
          new Lookalike(0, "DDS ", "a DDS texture"),
          new Lookalike(0, "qoif", "a QOI picture"),
          new Lookalike(0, "8BPS", "a Photoshop document"),
          new Lookalike(0, "gimp xcf", "a GIMP document"),
          new Lookalike(4, "\u00e0\u00a5", "an Aseprite document"),
          new Lookalike(0, "\u008aMNG", "an MNG animation"),
          new Lookalike(0, "PK\3\4", "a ZIP archive (Krita and OpenRaster documents are)"),
          new Lookalike(0, "<", "a text file such as SVG or a web page"));

  private PngSignature() {}

  /** Refuses a file that does not begin with the signature, naming what it looks like. */
  static void require(Snapshot snapshot) throws PngRefusal {
    ByteBuffer bytes = snapshot.bytes();
    byte[] start = new byte[Math.min(HEAD_BYTES, bytes.remaining())];
    bytes.get(start);
    String head = new String(start, ISO_8859_1);
    if (head.startsWith(SIGNATURE)) {
      return;
    }
    Location location = Location.of(Artifact.SOURCE, snapshot.path()).atByte(0);
    if (head.isEmpty()) {
      throw new PngRefusal(
          Diagnostic.error(DiagnosticCode.MEDIA_UNKNOWN, location, "the file is empty")
              .supported("PNG")
              .help(PngRefusal.COPY_AGAIN));
    }
    if (SIGNATURE.startsWith(head)) {
      throw new PngRefusal(
          Diagnostic.error(
                  DiagnosticCode.PNG_TRUNCATED,
                  location,
                  "the PNG ends after " + head.length() + " bytes, inside its signature")
              .help(PngRefusal.COPY_AGAIN));
    }
    throw new PngRefusal(LfsPointer.find(snapshot).orElseGet(() -> unknown(head, location)));
  }

  private static Diagnostic unknown(String head, Location location) {
    for (Lookalike lookalike : LOOKALIKES) {
      if (lookalike.matches(head)) {
        return Diagnostic.error(
                DiagnosticCode.MEDIA_UNKNOWN,
                location,
                "the file is no PNG: it looks like " + lookalike.description())
            .found(lookalike.description())
            .supported("PNG")
            .help(lookalike.help());
      }
    }
    return Diagnostic.error(
            DiagnosticCode.MEDIA_UNKNOWN,
            location,
            "the file is no PNG: its first bytes are none that papack knows")
        .supported("PNG")
        .help(SAVE_AS_PNG);
  }
}
