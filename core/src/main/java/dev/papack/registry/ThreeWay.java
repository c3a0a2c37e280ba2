package dev.papack.registry;

import java.util.Optional;

/**
 * One value in three versions of a workspace, each of which may lack it.
 *
 * @param base in the common ancestor
 * @param ours on the side that the other is merged into
 * @param theirs on the other side
 */
record ThreeWay(Optional<String> base, Optional<String> ours, Optional<String> theirs) {
  /** Longer values are cut in messages. */
  private static final int MAX_SHOWN_CHARS = 80;

  /** The side that a merge follows. */
  enum Winner {
    /** Only ours changed it, or neither did, or both did the same. */
    OURS,
    /** Only theirs changed it. */
    THEIRS,
    /** Both changed it, differently: somebody has to decide. */
    NEITHER
  }

  Winner winner() {
    if (ours.equals(theirs) || theirs.equals(base)) {
      return Winner.OURS;
    }
    return ours.equals(base) ? Winner.THEIRS : Winner.NEITHER;
  }

  /** The value of the side that a merge follows; that of ours where it follows neither. */
  Optional<String> settled() {
    return winner() == Winner.THEIRS ? theirs : ours;
  }

  /** The winner where there is no common ancestor: then nobody knows who changed what. */
  Winner winnerWithoutBase() {
    return ours.equals(theirs) ? Winner.OURS : Winner.NEITHER;
  }

  /** The rest of a sentence that begins with the name of the value. */
  String inWords() {
    return "is "
        + shown(base)
        + " in the base, "
        + shown(ours)
        + " in ours and "
        + shown(theirs)
        + " in theirs";
  }

  /** A value as a message has it. */
  static String shown(Optional<String> value) {
    if (value.isEmpty()) {
      return "absent";
    }
    String text = value.get();
    if (text.length() <= MAX_SHOWN_CHARS) {
      return text;
    }
    int end = Character.isLowSurrogate(text.charAt(MAX_SHOWN_CHARS)) ? 1 : 0;
    return text.substring(0, MAX_SHOWN_CHARS - end) + "...";
  }
}
