package dev.papack.lsp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Files as editors name them: {@code file:} URIs (RFC 8089). */
final class DocumentUri {
  private static final String SCHEME = "file:";
  private static final String AUTHORITY = "//";
  private static final String LOCAL = "localhost";
  private static final String PLAIN = "-._~/";

  private DocumentUri() {}

  /** The path that a URI names; empty for one of a file elsewhere, or of no file. */
  static Optional<Path> path(String uri) {
    if (!startsWith(uri, SCHEME)) {
      return Optional.empty();
    }
    String rest = uri.substring(SCHEME.length());
    String local = rest.startsWith(AUTHORITY) ? withoutHost(rest) : rest;
    Optional<String> decoded = local.startsWith("/") ? decode(local) : Optional.empty();
    try {
      return decoded.map(DocumentUri::withoutSlashBeforeDrive).map(Path::of);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Schemes and hosts have no case. */
  private static boolean startsWith(String text, String beginning) {
    return text.regionMatches(true, 0, beginning, 0, beginning.length());
  }

  private static String withoutHost(String rest) {
    String hosted = rest.substring(AUTHORITY.length());
    return startsWith(hosted, LOCAL) ? hosted.substring(LOCAL.length()) : hosted;
  }

  private static String withoutSlashBeforeDrive(String path) {
    return path.matches("/[A-Za-z]:(/.*)?") ? path.substring(1) : path;
  }

  private static Optional<String> decode(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < utf8.length; i++) {
      if (utf8[i] != '%') {
        bytes.write(utf8[i]);
        continue;
      }
      if (i + 2 >= utf8.length) {
        return Optional.empty();
      }
      int high = Character.digit(utf8[i + 1], 16);
      int low = Character.digit(utf8[i + 2], 16);
      if (high < 0 || low < 0) {
        return Optional.empty();
      }
      bytes.write(high * 16 + low);
      i += 2;
    }
    return Optional.of(bytes.toString(StandardCharsets.UTF_8));
  }

  /** The URI of an absolute path. */
  static String of(Path path) {
    StringBuilder uri = new StringBuilder(SCHEME).append(AUTHORITY);
    String text = path.toString().replace('\\', '/');
    if (!text.startsWith("/")) {
      uri.append('/');
    }
    for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
      int c = unit & 0xff;
      if (c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
        uri.append((char) c);
      } else {
        uri.append('%').append(hex(c >> 4)).append(hex(c & 15));
      }
    }
    return uri.toString();
  }

  private static char hex(int digit) {
    return "0123456789ABCDEF".charAt(digit);
  }
}
