package dev.papack.convert;

import dev.papack.asset.BankSettings;
import dev.papack.asset.SoundsSettings;
import dev.papack.asset.TilesSettings;
import dev.papack.bank.reduction.TileReduction;
import dev.papack.container.Sha256;
import dev.papack.container.SupportedFormats;
import dev.papack.container.SupportedFormats.Concern;
import dev.papack.media.FormatTraits;
import java.util.List;

/**
 * Everything that a bank depends on: equal keys mean equal banks, whatever the asset is called,
 * wherever it is, and whoever builds it. Nothing else reaches decoding and encoding, but for the
 * paths that their messages name.
 *
 * @param sources what it is made from, in the declaration's order; at least one
 * @param settings how
 * @param bankVersion the layout of the bank
 * @param converterVersion {@link #CONVERTER_VERSION} of whoever made it
 * @param reductionVersion {@link TileReduction#VERSION} of whoever made it where the settings
 *     reduce colours, and 0 elsewhere: what is not reduced does not depend on it
 * @param <S> the settings of one bank type
 */
public record ConversionKey<S extends BankSettings>(
    List<KeyedSource> sources,
    S settings,
    int bankVersion,
    int converterVersion,
    int reductionVersion) {
  /**
   * Raised whenever pictures or sounds that are decoded as before, with the same settings, become
   * another bank than before, or a file is taken for another format than before. What decoders
   * change has {@link FormatTraits#decoderVersion}.
   */
  public static final int CONVERTER_VERSION = 2;

  /**
   * What a bank depends on of one source.
   *
   * @param digest of all its bytes
   * @param format the name of the format that it is decoded as
   * @param decoderVersion that of the decoder
   */
  public record KeyedSource(Sha256 digest, String format, int decoderVersion) {
    /** A source as this release decodes it. */
    static KeyedSource of(Sha256 digest, FormatTraits format) {
      return new KeyedSource(digest, format.name(), format.decoderVersion());
    }
  }

  /**
   * Copies the sources.
   *
   * @throws IllegalArgumentException if there are none
   */
  public ConversionKey {
    sources = List.copyOf(sources);
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("no sources");
    }
  }

  /** The key of what this release makes. */
  static <S extends BankSettings> ConversionKey<S> of(List<KeyedSource> sources, S settings) {
    int bankVersion = SupportedFormats.CURRENT.window(Concern.of(settings.bankType())).newest();
    return new ConversionKey<>(
        sources, settings, bankVersion, CONVERTER_VERSION, reductionVersion(settings));
  }

  private static int reductionVersion(BankSettings settings) {
    return switch (settings) {
      case TilesSettings tiles -> tiles.reduction().isPresent() ? TileReduction.VERSION : 0;
      case SoundsSettings _ -> 0;
    };
  }
}
