package dev.papack.result;

/** What becomes of one setting of a declaration. */
public sealed interface SettingChange {
  /**
   * Which setting.
   *
   * @return its name: names of members with dots between them, such as {@code sounds.loop.start}
   */
  String setting();

  /**
   * It gets a value.
   *
   * @param setting its name; {@code tiles.} and {@code sounds.} may be left out
   * @param value as in JSON, where the quotes of a string may be left out
   */
  record Assign(String setting, String value) implements SettingChange {}

  /**
   * It is left out, where it may be.
   *
   * @param setting its name; {@code tiles.} and {@code sounds.} may be left out
   */
  record Remove(String setting) implements SettingChange {}
}
