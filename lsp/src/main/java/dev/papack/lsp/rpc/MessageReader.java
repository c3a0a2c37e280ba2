package dev.papack.lsp.rpc;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a stream apart into messages: a header of lines, an empty line, as many bytes as it says.
 */
public final class MessageReader {
  /** A longer message is passed over: twice the longest document, with what JSON escapes of it. */
  public static final int MAX_BYTES = 64 << 20;

  private static final int MAX_HEADER_BYTES = 4_096;

  /** A line that says how long the message is; digits for a long. */
  private static final Pattern LENGTH = Pattern.compile("content-length: *([0-9]{1,18}) *");

  private final InputStream in;

  /** Of a stream that nobody else reads. */
  public MessageReader(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  /** What comes next. */
  public sealed interface Frame {
    /** The bytes of a message. */
    final class Whole implements Frame {
      private final byte[] utf8;

      private Whole(byte[] utf8) {
        this.utf8 = utf8;
      }

      /** What they say. */
      public Json.Members read() throws RpcException {
        return JsonText.read(utf8);
      }
    }

    /** A message that was passed over; the next one can be read. */
    record TooLong(long bytes) implements Frame {}

    /** Nobody can know where the next message begins. */
    record Broken(String reason) implements Frame {}

    /** The stream is at its end, between two messages. */
    record End() implements Frame {}
  }

  /**
   * Waits for the next message.
   *
   * @throws IOException if the stream fails
   */
  public Frame next() throws IOException {
    StringBuilder header = new StringBuilder();
    while (!isWhole(header)) {
      int next = in.read();
      if (next < 0) {
        return header.isEmpty() ? new Frame.End() : new Frame.Broken("the stream ends in a header");
      }
      if (header.length() == MAX_HEADER_BYTES) {
        return new Frame.Broken("a header is longer than " + MAX_HEADER_BYTES + " bytes");
      }
      header.append((char) next);
    }
    long bytes =
        header
            .toString()
            .toLowerCase(Locale.ROOT)
            .lines()
            .map(LENGTH::matcher)
            .filter(Matcher::matches)
            .mapToLong(length -> Long.parseLong(length.group(1)))
            .findFirst()
            .orElse(-1);
    if (bytes < 0) {
      return new Frame.Broken("a header says no Content-Length");
    }
    return body(bytes);
  }

  private static boolean isWhole(StringBuilder header) {
    int length = header.length();
    return length >= 4 && header.substring(length - 4).equals("\r\n\r\n");
  }

  private Frame body(long bytes) throws IOException {
    if (bytes > MAX_BYTES) {
      in.skipNBytes(bytes);
      return new Frame.TooLong(bytes);
    }
    byte[] body = in.readNBytes(Math.toIntExact(bytes));
    return body.length < bytes
        ? new Frame.Broken("the stream ends in a message")
        : new Frame.Whole(body);
  }
}
