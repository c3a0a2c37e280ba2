package dev.papack.registry;

/** Makes patterns of names for tests. */
public final class NameForms {
  private NameForms() {}

  public static NameForm of(String text) {
    return NameForm.of(text);
  }
}
