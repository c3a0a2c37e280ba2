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
  private static final String UPPER_HALF = "\u2580";
  private static final String LOWER_HALF = "\u2584";

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
    if (coloring != Coloring.NONE) {
      out.print(
          ESCAPE + "48;2;" + (rgb >> 16) + ";" + (rgb >> 8 & 0xFF) + ";" + (rgb & 0xFF) + "m  ");
      out.print(ESCAPE + "0m ");
    }
  }

  /**
   * Whether {@link #picture} draws.
   *
   * @return true for a terminal that shows any colour
   */
  public boolean hasPictures() {
    return coloring == Coloring.TRUE_COLORS;
  }

  /**
   * A picture, with a block of half a cell for each pixel, where there are all colours.
   *
   * @param margin the beginning of each line
   * @param picture what is drawn
   */
  public void picture(String margin, CellPicture picture) {
    if (!hasPictures()) {
      return;
    }
    for (int y = 0; y < picture.heightPixels(); y += 2) {
      print(margin);
      String before = "";
      for (int x = 0; x < picture.widthPixels(); x++) {
        int upper = picture.argb(x, y);
        int lower = y + 1 < picture.heightPixels() ? picture.argb(x, y + 1) : 0;
        String look = look(upper, lower);
        if (!look.equals(before)) {
          out.print(ESCAPE + "0" + look + "m");
          before = look;
        }
        out.print(isOpaque(upper) ? UPPER_HALF : isOpaque(lower) ? LOWER_HALF : " ");
      }
      out.print(ESCAPE + "0m\n");
    }
  }

  /** The half that is drawn is the foreground, the other one the background. */
  private static String look(int upper, int lower) {
    if (!isOpaque(upper)) {
      return isOpaque(lower) ? ";38;2;" + parts(lower) : "";
    }
    return ";38;2;" + parts(upper) + (isOpaque(lower) ? ";48;2;" + parts(lower) : "");
  }

  private static boolean isOpaque(int argb) {
    return argb < 0;
  }

  private static String parts(int argb) {
    return ((argb >> 16) & 0xFF) + ";" + ((argb >> 8) & 0xFF) + ";" + (argb & 0xFF);
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
