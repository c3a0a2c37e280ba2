package dev.papack.publish;

import java.util.List;

/** What a publication does where the folder of a file is not there. */
enum MissingFolders {
  /** Files move: a file that is new in its place comes with its folder. */
  ARE_MADE,
  /** No file moves: a folder that is gone was removed by somebody. */
  ARE_FAULTS;

  /**
   * That of a publication. Asked once for all its files, which may be many.
   *
   * @param replacements all of them
   */
  static MissingFolders of(List<? extends Replacement> replacements) {
    return replacements.stream().anyMatch(Replacement.Departure.class::isInstance)
        ? ARE_MADE
        : ARE_FAULTS;
  }

  /** Whether those of a file are made. */
  boolean areMadeFor(Replacement replacement) {
    return switch (replacement) {
      case Replacement.Derived _ -> true;
      case Replacement.Authored authored ->
          switch (this) {
            case ARE_MADE -> authored.isNew();
            case ARE_FAULTS -> false;
          };
    };
  }

  /**
   * Whether the folder of a file is gone; that of a file which moves there is made, and a document
   * that moves and changes is a new one there.
   */
  boolean isFault(Replacement.Authored authored, Occupant now) {
    return now instanceof Occupant.NoFolder && !areMadeFor(authored);
  }
}
