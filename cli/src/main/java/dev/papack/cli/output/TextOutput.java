package dev.papack.cli.output;

import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Lines of text for people. Whatever is handed over is escaped: only this class ends lines and
 * writes escape sequences.
 */
public final class TextOutput {
  private static final String ESCAPE = "\u001b[";

  private final Delivery delivery;
  private final PrintWriter out;
  private final Coloring coloring;

  /**
   * Text on a stream.
   *
   * @param destination where it goes
   * @param coloring whether it has colours
   */
  public TextOutput(Destination destination, Coloring coloring) {
    this.delivery = new Delivery(destination.stream());
    this.out =
        new PrintWriter(
            new BufferedWriter(new OutputStreamWriter(delivery, StandardCharsets.UTF_8)));
    this.coloring = coloring;
  }

  /**
   * A piece of a line.
   *
   * @param text any text
   * @return this
   */
  public TextOutput print(String text) {
    out.print(Printable.escape(text));
    return this;
  }

  /**
   * A piece of a line.
   *
   * @param style what it is
   * @param text any text
   * @return this
   */
  public TextOutput print(Style style, String text) {
    if (coloring == Coloring.NONE || style == Style.PLAIN) {
      return print(text);
    }
    out.print(ESCAPE + style.parameters() + "m");
    print(text);
    out.print(ESCAPE + "0m");
    return this;
  }

  /**
   * A patch of a colour, where there are colours.
   *
   * @param rgb 0xRRGGBB
   */
  void swatch(int rgb) {
    if (coloring == Coloring.COLORS) {
      out.print(
          ESCAPE + "48;2;" + (rgb >> 16) + ";" + (rgb >> 8 & 0xFF) + ";" + (rgb & 0xFF) + "m  ");
      out.print(ESCAPE + "0m ");
    }
  }

  /** Ends the line. */
  public void endLine() {
    out.print('\n');
  }

  /**
   * A whole line.
   *
   * @param text any text
   */
  public void line(String text) {
    print(text).endLine();
  }

  /**
   * Several lines of our own: a page of the documentation, a script.
   *
   * @param text lines, each ended by a line feed
   */
  public void lines(String text) {
    text.lines().forEach(this::line);
  }

  /** Goes back to the beginning of the line and clears it; for terminals. */
  void rewind() {
    out.print("\r" + ESCAPE + "K");
  }

  /** Hands everything on. */
  public void flush() {
    out.flush();
  }

  /**
   * Hands everything on, and says what became of it.
   *
   * @return how all output so far arrived
   */
  public Arrival finish() {
    out.flush();
    return delivery.arrival();
  }
}
