package dev.papack.convert;

import dev.papack.bank.reduction.TileReduction;
import dev.papack.container.BankType;
import dev.papack.container.SupportedFormats;
import dev.papack.container.SupportedFormats.Concern;
import dev.papack.media.MediaFormat;
import dev.papack.media.formats.MediaFormats;
import java.util.List;

/**
 * Everything that a bank depends on besides the bytes of its files. Most assets of a workspace have
 * an equal one.
 *
 * @param bankType what the sources become
 * @param bankVersion the layout of the bank
 * @param codec how its slice is packed
 * @param converterVersion that of the code that encodes
 * @param reductionVersion that of the code that reduces colours; 0 where none are reduced
 * @param settings the effective settings, in the stable form
 * @param decoders of the sources in the declaration's order, then of the files that the settings
 *     name
 */
public record Recipe(
    BankType bankType,
    int bankVersion,
    String codec,
    int converterVersion,
    int reductionVersion,
    String settings,
    List<Decoder> decoders) {
  /** The only codec there is: the slice as it is. */
  public static final String CODEC = "NONE";

  /**
   * What decodes a file.
   *
   * @param format the name of the format that the file is taken for
   * @param version that of the decoder
   */
  public record Decoder(String format, int version) {
    /** Whether this release has the same one. */
    boolean isCurrent() {
      for (MediaFormat known : MediaFormats.SUPPORTED.all()) {
        if (known.traits().name().equals(format)) {
          return known.traits().decoderVersion() == version;
        }
      }
      return false;
    }
  }

  /** Copies the decoders. */
  public Recipe {
    decoders = List.copyOf(decoders);
  }

  /** Whether this release would make the same bank of the same files and settings. */
  public boolean isCurrent() {
    return bankVersion == SupportedFormats.CURRENT.window(Concern.of(bankType)).newest()
        && codec.equals(CODEC)
        && converterVersion == ConversionKey.CONVERTER_VERSION
        && (reductionVersion == 0 || reductionVersion == TileReduction.VERSION)
        && decoders.stream().allMatch(Decoder::isCurrent);
  }
}
