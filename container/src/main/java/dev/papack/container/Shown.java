package dev.papack.container;

/** How text from a header appears in a message: a header may hold one string of 64 MiB. */
final class Shown {
  private static final int MAX_CHARACTERS = 64;

  private Shown() {}

  static String clipped(String text) {
    return text.length() <= MAX_CHARACTERS ? text : text.substring(0, MAX_CHARACTERS) + "...";
  }
}
