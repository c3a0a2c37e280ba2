package dev.papack.cli.output;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A stream that knows what became of what was written to it. */
final class Delivery extends FilterOutputStream {
  private Arrival arrival = Arrival.WHOLE;

  Delivery(OutputStream stream) {
    super(stream);
  }

  /** What became of the output so far. */
  Arrival arrival() {
    return arrival;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      throw noted(e);
    }
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void flush() throws IOException {
    try {
      out.flush();
    } catch (IOException e) {
      throw noted(e);
    }
  }

  /** Java has no type for a reader that has left; the words of the system are the only sign. */
  private IOException noted(IOException failure) {
    String reason = String.valueOf(failure.getMessage());
    boolean isClosedPipe =
        reason.contains("Broken pipe") || reason.contains("The pipe is being closed");
    arrival = isClosedPipe ? Arrival.READER_LEFT : Arrival.LOST;
    return failure;
  }
}
