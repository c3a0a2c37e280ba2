package dev.papack.media.formats;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.source.SourceHead;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A file that should be a picture and is of no format that can be decoded. */
final class UnknownPicture {
  /** Endings of finished pictures that are not decoded: art that its author means to see. */
  static final Set<String> ENDINGS =
      Set.of("jpg", "jpeg", "bmp", "webp", "tga", "tif", "tiff", "qoi");

  private static final List<Stranger> STRANGERS =
      List.of(
          new Stranger(0, "\u00ff\u00d8\u00ff", "a JPEG picture"),
          new Stranger(8, "WEBP", "a WebP picture"),
          new Stranger(4, "ftyp", "an AVIF or HEIF picture"),
          new Stranger(0, "BM", "a BMP picture"),
          new Stranger(0, "II*\0", "a TIFF picture"),
          new Stranger(0, "MM\0*", "a TIFF picture"),
          new Stranger(0, "II+\0", "a TIFF picture"),
          new Stranger(0, "MM\0+", "a TIFF picture"),
          new Stranger(4, "JXL ", "a JPEG XL picture"),
          new Stranger(4, "jP  ", "a JPEG 2000 picture"),
          new Stranger(0, "\0\0\1\0", "an icon file"),
          new Stranger(0, "DDS ", "a DDS texture"),
          new Stranger(0, "qoif", "a QOI picture"),
          new Stranger(0, "8BPS", "a Photoshop document"),
          new Stranger(0, "gimp xcf", "a GIMP document"),
          new Stranger(0, "\u008aMNG", "an MNG animation"),
          new Stranger(0, "PK\3\4", "a ZIP archive (Krita and OpenRaster documents are)"),
          new Stranger(0, "<", "a text file such as SVG or a web page"));

  private UnknownPicture() {}

  /** What a file is called whose first bytes are those of a picture that is not decoded. */
  static Optional<String> nounOf(ByteBuffer bytes) {
    return Stranger.nounOf(STRANGERS, bytes);
  }

  /** Says what it is instead, as far as that can be told, and what to do. */
  static Diagnostic fault(SourceHead file, MediaFormats formats) {
    ByteBuffer bytes = file.bytes();
    Location start = file.location().atByte(0);
    String names = MediaFormats.namesOf(formats.pictures());
    String advised = formats.pictures().getFirst().traits().name();
    if (!bytes.hasRemaining()) {
      return Diagnostic.error(DiagnosticCode.MEDIA_UNKNOWN, start, "the file is empty")
          .supported(names)
          .advice(
              "copy or download the file again; if that changes nothing, export the picture again"
                  + " as "
                  + advised);
    }
    Optional<String> noun =
        MediaFormats.nounOf(formats.sounds(), bytes).or(() -> Stranger.nounOf(STRANGERS, bytes));
    Diagnostic fault =
        Diagnostic.error(
                DiagnosticCode.MEDIA_UNKNOWN,
                start,
                "the file is not a "
                    + names
                    + ": "
                    + noun.map("it looks like "::concat)
                        .orElse("papack does not know its first bytes"))
            .supported(names)
            .advice(
                "open it in a picture editor and export it as "
                    + advised
                    + "; renaming the file is not enough");
    return noun.map(fault::found).orElse(fault);
  }
}
