package dev.papack.media;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.source.SourceHead;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The short text that Git LFS leaves in place of a file that was not fetched (its specification:
 * {@code docs/spec.md} of the git-lfs project).
 */
public final class LfsPointer {
  /** Pointers have fewer bytes than 1,024. */
  public static final int MAX_BYTES = 1_023;

  private static final String BEGINNING = "version https://git-lfs.";
  private static final Pattern SIZE = Pattern.compile("(?m)^size (\\d{1,18})$");

  private LfsPointer() {}

  /** The fault of a source that is a pointer. */
  public static Optional<Diagnostic> find(SourceHead file) {
    ByteBuffer bytes = file.bytes();
    byte[] head = new byte[Math.min(MAX_BYTES, bytes.remaining())];
    bytes.get(head);
    String text = new String(head, StandardCharsets.ISO_8859_1);
    if (!text.startsWith(BEGINNING)) {
      return Optional.empty();
    }
    Matcher size = SIZE.matcher(text);
    String whole = size.find() ? " (" + size.group(1) + " bytes)" : "";
    return Optional.of(
        Diagnostic.error(
                DiagnosticCode.LFS_POINTER,
                file.location().atByte(0),
                "\""
                    + file.path()
                    + "\" is a Git LFS pointer: the file itself"
                    + whole
                    + " was not fetched")
            .advice("run git lfs pull to fetch it"));
  }
}
