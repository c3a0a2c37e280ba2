package dev.papack.diagnostic;

/** The stage of trust that refused; the first digit of every code. */
public enum Stage {
  /** Bytes that are not strict JSON text. */
  PARSE(1),
  /** JSON that has not the structure of its declared version. */
  STRUCTURE(2),
  /** Ids, names, references, slots and limits. */
  MEANING(3),
  /** Versions outside the support window. */
  VERSION(4),
  /** Migrations that are pending or failed. */
  MIGRATION(5),
  /** Pictures and sounds, and what their settings ask of them. */
  MEDIA(6),
  /** Packing and publication. */
  PUBLICATION(7),
  /** The pack and its companions as read back. */
  PACK(8),
  /** Files, locks, space and permissions. */
  ENVIRONMENT(9);

  private final int digit;

  Stage(int digit) {
    this.digit = digit;
  }

  /**
   * The first digit of this stage's codes.
   *
   * @return 1 to 9
   */
  public int digit() {
    return digit;
  }

  static Stage ofNumber(int number) {
    for (Stage stage : values()) {
      if (stage.digit == number / 1000) {
        return stage;
      }
    }
    throw new IllegalArgumentException("no stage has the number " + number);
  }
}
