package dev.papack.container;

/**
 * Which versions of a pack's formats are read and written.
 *
 * @param envelope prelude, header and layout: {@code envelope_version}
 * @param tiles TILES banks: their {@code bank_version}
 * @param sounds SOUNDS banks: their {@code bank_version}
 */
public record SupportedFormats(FormatWindow envelope, FormatWindow tiles, FormatWindow sounds) {
  /** What this release supports: the single place that says so. */
  public static final SupportedFormats CURRENT =
      new SupportedFormats(new FormatWindow(1, 1), new FormatWindow(1, 1), new FormatWindow(1, 1));

  /** What has a version of its own. */
  public enum Concern {
    /** Prelude, header and layout. */
    ENVELOPE("envelope"),
    /** TILES banks. */
    TILES("TILES bank"),
    /** SOUNDS banks. */
    SOUNDS("SOUNDS bank");

    private final String label;

    Concern(String label) {
      this.label = label;
    }

    /**
     * The name that messages use.
     *
     * @return a noun
     */
    public String label() {
      return label;
    }

    /**
     * The concern that a bank type is.
     *
     * @param bankType any bank type
     * @return never {@link #ENVELOPE}
     */
    public static Concern of(BankType bankType) {
      return switch (bankType) {
        case TILES -> TILES;
        case SOUNDS -> SOUNDS;
      };
    }
  }

  /**
   * The window of one concern.
   *
   * @param concern any concern
   * @return the versions that are read
   */
  public FormatWindow window(Concern concern) {
    return switch (concern) {
      case ENVELOPE -> envelope;
      case TILES -> tiles;
      case SOUNDS -> sounds;
    };
  }

  /** Refuses a version outside the window of its concern; the first test of any versioned thing. */
  void require(Concern concern, long found, long offsetBytes) throws PackException {
    FormatWindow supported = window(concern);
    if (found < supported.oldest()) {
      throw refusal(PackFault.Stage.TOO_OLD, concern, found, offsetBytes);
    }
    if (found > supported.newest()) {
      throw refusal(PackFault.Stage.TOO_NEW, concern, found, offsetBytes);
    }
  }

  private PackException refusal(
      PackFault.Stage stage, Concern concern, long found, long offsetBytes) {
    FormatWindow supported = window(concern);
    String relation = stage == PackFault.Stage.TOO_OLD ? "old" : "new";
    String message =
        concern.label()
            + " version "
            + found
            + " is too "
            + relation
            + ": this papack reads version "
            + supported;
    return new PackException(
        PackFault.of(stage, message)
            .version(new PackFault.UnsupportedVersion(concern, found, supported))
            .at(offsetBytes));
  }
}
