package dev.papack.convert;

import dev.papack.asset.Asset;
import dev.papack.asset.BankSettings;
import dev.papack.asset.SoundsSettings;
import dev.papack.asset.TilesSettings;
import dev.papack.bank.Bank;
import dev.papack.bank.SoundsEncoder;
import dev.papack.bank.TilesEncoder;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.ReadableDirectory;
import dev.papack.media.MediaFormat;
import dev.papack.media.formats.MediaFormats;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * One asset from its sources to its bank: read, key, decode, encode. Each step gets what the one
 * before it made, and none but the first opens a file for a reason of its own.
 */
public final class Conversion {
  /** How many bytes of an asset's sources are kept between reading and decoding several. */
  private static final long MOST_KEPT_BYTES = 64 << 20;

  private static final MediaFormats FORMATS = MediaFormats.SUPPORTED;

  private final SourceReading reading;

  /** Converts sources below {@code assets}, which stays open until the last conversion. */
  public Conversion(ReadableDirectory assets) {
    this(assets, MOST_KEPT_BYTES);
  }

  Conversion(ReadableDirectory assets, long mostKeptBytes) {
    this.reading = new SourceReading(assets, mostKeptBytes);
  }

  /**
   * Makes pictures or sounds of sources.
   *
   * @param <F> the formats of these
   * @param <D> what an encoder takes
   */
  @FunctionalInterface
  private interface Decoder<F extends MediaFormat, D> {
    Outcome<D> decode(List<Outcome<Source<F>>> sources) throws IOException;
  }

  /**
   * Makes a bank.
   *
   * @param <D> of this
   * @param <S> with settings of this type
   */
  @FunctionalInterface
  private interface Encoder<D, S extends BankSettings> {
    Outcome<Bank> encode(D decoded, S settings);
  }

  /** Reads, decodes and encodes; the machine's trouble is thrown. */
  public Outcome<ConvertedAsset> convert(Asset asset) throws IOException {
    return switch (asset.settings()) {
      case TilesSettings tiles ->
          convert(asset, tiles, FORMATS::pictureFormat, Decoding::sheets, TilesEncoder::encode);
      case SoundsSettings sounds ->
          convert(
              asset,
              sounds,
              FORMATS::soundFormat,
              Decoding::recording,
              (recording, settings) ->
                  SoundsEncoder.encode(recording.location(), recording.sound(), settings));
    };
  }

  private <S extends BankSettings, F extends MediaFormat, D> Outcome<ConvertedAsset> convert(
      Asset asset,
      S settings,
      SourceReading.Recognition<F> recognition,
      Decoder<F, D> decoder,
      Encoder<D, S> encoder)
      throws IOException {
    List<Outcome<Source<F>>> read = reading.readAll(asset.sources(), recognition);
    Optional<List<Source<F>>> sources = Source.allOf(read);
    if (sources.isEmpty()) {
      // There will be no bank; the sources that could be read may have faults of their own.
      return new Outcome.Refused<>(decoder.decode(read).diagnostics());
    }
    ConversionKey<S> key =
        ConversionKey.of(sources.get().stream().map(Source::keyed).toList(), settings);
    List<SourceFile> files = sources.get().stream().map(Source::file).toList();
    return decoder
        .decode(read)
        .flatMap(decoded -> encoder.encode(decoded, key.settings()))
        .map(bank -> new ConvertedAsset(asset, files, key, bank));
  }
}
