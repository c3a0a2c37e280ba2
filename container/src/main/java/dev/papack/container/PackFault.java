package dev.papack.container;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is wrong with the bytes of a pack. Of several faults the one of the earliest stage is
 * reported.
 *
 * @param stage which check failed
 * @param message one sentence, with the values
 * @param found the number or name that was found
 * @param expected what would have been accepted, or the limit that was passed
 * @param offsetBytes the position in the file, from 0, where there is one
 * @param version the version behind {@link Stage#TOO_OLD} and {@link Stage#TOO_NEW}
 */
public record PackFault(
    Stage stage,
    String message,
    Optional<String> found,
    Optional<String> expected,
    OptionalLong offsetBytes,
    Optional<UnsupportedVersion> version) {

  /** The kinds of fault. The specification orders them: what a reader checks first comes first. */
  public enum Stage {
    /** The magic is missing: some other file, or one that passed through a text conversion. */
    NOT_A_PACK,
    /** The first 16 bytes contradict their checksum. */
    DAMAGED,
    /** A version below the support window. */
    TOO_OLD,
    /** A version above the support window. */
    TOO_NEW,
    /** The file ends too early. */
    TRUNCATED,
    /** A length, depth or count is outside its limit. */
    LIMIT,
    /** The file goes on where it should end. */
    EXTENDED,
    /** The bytes between header and payload region are not zero. */
    HEADER_PADDING,
    /** Prelude and header contradict their digest. */
    HEADER_DIGEST,
    /** The header is not in the one form that its grammar allows. */
    HEADER_FORM,
    /** A member of the header is missing, unknown or of the wrong type. */
    STRUCTURE,
    /** A value of the header or in a bank contradicts a rule. */
    MEANING,
    /** The bytes between two slices are not zero. */
    PAYLOAD_PADDING,
    /** The bytes of a slice contradict their digest. */
    SLICE_DIGEST
  }

  /**
   * A version outside its support window.
   *
   * @param concern what has this version
   * @param found the version, 1 to 4,294,967,295 for the envelope, else to 2^53-1
   * @param supported the versions that are read
   */
  public record UnsupportedVersion(
      SupportedFormats.Concern concern, long found, FormatWindow supported) {}

  static PackFault of(Stage stage, String message) {
    return new PackFault(
        stage, message, Optional.empty(), Optional.empty(), OptionalLong.empty(), Optional.empty());
  }

  static PackFault of(MeaningException refusal) {
    return of(Stage.MEANING, String.valueOf(refusal.getMessage()))
        .values(refusal.found(), refusal.expected());
  }

  PackFault values(String foundValue, String expectedValue) {
    return new PackFault(
        stage, message, Optional.of(foundValue), Optional.of(expectedValue), offsetBytes, version);
  }

  PackFault at(long positionBytes) {
    return new PackFault(stage, message, found, expected, OptionalLong.of(positionBytes), version);
  }

  PackFault version(UnsupportedVersion unsupported) {
    return new PackFault(
        stage,
        message,
        Optional.of(Long.toString(unsupported.found())),
        Optional.of(unsupported.supported().toString()),
        offsetBytes,
        Optional.of(unsupported));
  }
}
