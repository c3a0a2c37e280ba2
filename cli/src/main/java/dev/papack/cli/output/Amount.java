package dev.papack.cli.output;

import java.util.Locale;

/** Sizes and counts as people read them. */
public final class Amount {
  private static final String[] UNITS = {"KiB", "MiB", "GiB", "TiB"};

  private Amount() {}

  /**
   * A size with its unit.
   *
   * @param bytes at least 0
   * @return whole bytes below 1,024, else one decimal of a binary unit
   */
  public static String bytes(long bytes) {
    if (bytes < 1_024) {
      return bytes + " B";
    }
    double size = bytes / 1024.0;
    int unit = 0;
    while (size >= 1_024 && unit < UNITS.length - 1) {
      size /= 1_024;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", size, UNITS[unit]);
  }

  /**
   * How much a size grew or shrank.
   *
   * @param fromBytes at least 0
   * @param toBytes at least 0
   * @return with a sign and a unit; {@code 0 B} for none
   */
  public static String growth(long fromBytes, long toBytes) {
    String sign = toBytes > fromBytes ? "+" : toBytes < fromBytes ? "-" : "";
    return sign + bytes(Math.abs(toBytes - fromBytes));
  }

  /**
   * A part of a whole.
   *
   * @param part at least 0
   * @param whole at least the part
   * @return with one decimal and a percent sign
   */
  public static String share(long part, long whole) {
    return String.format(Locale.ROOT, "%.1f %%", whole == 0 ? 0.0 : 100.0 * part / whole);
  }

  /**
   * A number of things.
   *
   * @param count how many
   * @param noun one of them; several end in s
   * @return such as {@code 1 error} and {@code 2 errors}
   */
  public static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
