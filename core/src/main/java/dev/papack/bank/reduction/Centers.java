package dev.papack.bank.reduction;

/** Where a colour of a palette may be. */
@FunctionalInterface
interface Centers {
  /**
   * The allowed colour that is nearest to a mean.
   *
   * @param mean a packed {@link Oklab} colour
   */
  long nearest(long mean);

  /** Everywhere. */
  static Centers anywhere() {
    return mean -> mean;
  }

  /** At colours that a console can show. */
  static Centers of(ConsoleColors console) {
    return mean -> console.oklab(console.nearest(mean));
  }
}
