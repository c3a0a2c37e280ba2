package dev.papack.media.png;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.media.Likeness;
import dev.papack.media.Mark;
import dev.papack.source.SourceHead;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * The eight bytes that every PNG begins with. They were chosen so that a file that was mistaken for
 * text on its way shows how.
 */
final class PngSignature {
  static final int LENGTH_BYTES = 8;

  private static final String TEXT = "\u0089PNG\r\n\u001a\n";
  private static final Mark WHOLE = Mark.of(TEXT);
  private static final Mark BEGINNING = Mark.of(TEXT.substring(0, 4));

  /**
   * What became of a signature.
   *
   * @param mark what a file begins with now
   * @param description the rest of a sentence that begins with "it looks like"
   */
  private record Damage(Mark mark, String description) {
    Damage(String latin1, String description) {
      this(Mark.of(latin1), description);
    }
  }

  private static final List<Damage> DAMAGES =
      List.of(
          new Damage(BEGINNING, "a PNG damaged by a copy in text mode"),
          new Damage("\tPNG", "a PNG whose eighth bits were lost on the way"),
          new Damage("\u00c2\u0089PNG", "a PNG that was converted to UTF-8"),
          new Damage("\u00ef\u00bf\u00bdPNG", "a PNG that was converted to UTF-8"));

  private PngSignature() {}

  /** Whether a file has the beginning of the signature, or what damage makes of it. */
  static Likeness likenessOf(ByteBuffer bytes) {
    if (BEGINNING.isIn(bytes)) {
      return Likeness.OWN;
    }
    return isCutOff(bytes) || damageOf(bytes).isPresent() ? Likeness.AKIN : Likeness.OTHER;
  }

  /** Refuses a file that does not begin with the signature. */
  static void require(SourceHead head) throws PngRefusal {
    ByteBuffer bytes = head.bytes();
    if (WHOLE.isIn(bytes)) {
      return;
    }
    Location location = head.location().atByte(0);
    if (isCutOff(bytes)) {
      throw new PngRefusal(
          Diagnostic.error(
                  DiagnosticCode.PNG_TRUNCATED,
                  location,
                  "the PNG ends after " + bytes.limit() + " bytes, inside its signature")
              .advice(PngRefusal.COPY_AGAIN));
    }
    throw new PngRefusal(
        damageOf(bytes).map(damage -> damaged(damage, location)).orElseGet(() -> noPng(location)));
  }

  /** Whether the file ends within the signature; an empty one says nothing. */
  private static boolean isCutOff(ByteBuffer bytes) {
    if (!bytes.hasRemaining() || bytes.limit() >= LENGTH_BYTES) {
      return false;
    }
    byte[] all = new byte[bytes.limit()];
    bytes.get(0, all);
    return TEXT.startsWith(new String(all, ISO_8859_1));
  }

  private static Optional<Damage> damageOf(ByteBuffer bytes) {
    return DAMAGES.stream().filter(damage -> damage.mark().isIn(bytes)).findFirst();
  }

  private static Diagnostic damaged(Damage damage, Location location) {
    return Diagnostic.error(
            DiagnosticCode.MEDIA_UNKNOWN,
            location,
            "the file is not a valid PNG: it looks like " + damage.description())
        .found(damage.description())
        .supported("PNG")
        .advice("copy the original again as a binary file (in .gitattributes: *.png binary)");
  }

  /** What it is instead is for whoever knows the other formats. */
  private static Diagnostic noPng(Location location) {
    return Diagnostic.error(DiagnosticCode.MEDIA_UNKNOWN, location, "the file is not a PNG")
        .supported("PNG")
        .advice(PngRefusal.EXPORT_AGAIN);
  }
}
