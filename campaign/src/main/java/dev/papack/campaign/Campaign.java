package dev.papack.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The run that a measuring test is part of. */
public enum Campaign {
  /** {@code ./verify}: a sample of everything. */
  DAILY,
  /** {@code ./verify --long}: everything, but a sample of what takes a quarter of an hour. */
  LONG,
  /** Everything in full, for a class or two at a time. */
  FULL;

  /** The run that this process belongs to, which {@code papack.campaign} names. */
  public static Campaign current() {
    return valueOf(System.getProperty("papack.campaign", "daily").toUpperCase(Locale.ROOT));
  }

  /** How many rounds, steps, states or seconds a test takes in this run. */
  public static int amount(int daily, int inLong) {
    return amount(daily, inLong, inLong);
  }

  /** The same of a test that would take too much of a long run. */
  public static int amount(int daily, int inLong, int inFull) {
    return switch (current()) {
      case DAILY -> daily;
      case LONG -> inLong;
      case FULL -> inFull;
    };
  }

  /** Says how much of the whole this run did, such as {@code 250 of 20,000}. */
  public static String share(long done, long whole) {
    return String.format(Locale.ROOT, "%,d of %,d", done, whole);
  }

  /**
   * Keeps a figure for the end of the run, where {@code ./verify} prints them all.
   *
   * @param name of the measurement: lower case, digits and hyphens; measured again, it replaces
   * @param figures what was counted, on one line, such as {@code 1,204 points: 0 torn, 0 mixed}
   */
  public static void report(String name, String figures) {
    if (!name.matches("[a-z0-9-]+") || figures.lines().count() != 1) {
      throw new IllegalArgumentException(name + ": " + figures);
    }
    Path folder = Path.of(System.getProperty("papack.home", ""), "target", "figures");
    String line = name + ": " + figures;
    System.out.println(line);
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(name + ".txt"), line + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
