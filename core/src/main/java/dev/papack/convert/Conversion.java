package dev.papack.convert;

import dev.papack.asset.Asset;
import dev.papack.asset.BankSettings;
import dev.papack.asset.SoundsSettings;
import dev.papack.asset.TilesSettings;
import dev.papack.bank.Bank;
import dev.papack.bank.TilesEncoder;
import dev.papack.bank.sounds.SoundsEncoder;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.OutOfMemoryException;
import dev.papack.disk.ReadableDirectory;
import dev.papack.media.MediaFormat;
import dev.papack.media.PictureFormat;
import dev.papack.media.SoundFormat;
import dev.papack.media.formats.MediaFormats;
import dev.papack.source.SourceHead;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One asset from its sources to its bank: begin, wait for memory, read, key, decode, encode. Each
 * step gets what the one before it made, and none but the first opens a file for a reason of its
 * own.
 */
public final class Conversion {
  private static final MediaFormats FORMATS = MediaFormats.SUPPORTED;

  /** A source up to this size is kept in memory while its asset is converted. */
  public static final int MAX_KEPT_BYTES = 1 << 20;

  private final ReadableDirectory assets;
  private final MemoryBudget memory;
  private final long mostKeptBytes;

  /** Converts sources below {@code assets}, which stays open until the last conversion. */
  public Conversion(ReadableDirectory assets, MemoryBudget memory) {
    this(assets, memory, MAX_KEPT_BYTES);
  }

  Conversion(ReadableDirectory assets, MemoryBudget memory, long mostKeptBytes) {
    this.assets = assets;
    this.memory = memory;
    this.mostKeptBytes = mostKeptBytes;
  }

  /**
   * Makes something of a bank as long as its sources are there.
   *
   * @param <T> what is left of it
   */
  @FunctionalInterface
  public interface BankUse<T> {
    /**
     * Uses it, on some thread; neither the asset's pictures nor its bank may be kept.
     *
     * @return what is left of it, with what was found in its slice
     */
    Outcome<T> use(ConvertedAsset converted) throws IOException;
  }

  /**
   * The files of an asset, as they were read.
   *
   * @param sources in the declaration's order
   * @param references those that the settings name, in their order
   * @param <F> formats of one medium
   */
  private record Files<F extends MediaFormat>(
      List<Outcome<Source<F>>> sources, List<Outcome<Source<F>>> references) {
    /** Copies the lists. */
    private Files {
      sources = List.copyOf(sources);
      references = List.copyOf(references);
    }

    static <F extends MediaFormat> Files<F> of(List<Outcome<Source<F>>> all, int sourceCount) {
      return new Files<>(all.subList(0, sourceCount), all.subList(sourceCount, all.size()));
    }
  }

  /**
   * What the assets of one bank type have in common.
   *
   * @param <F> the formats of their sources
   * @param <D> what these are decoded to
   * @param <S> their settings
   */
  private interface Kind<F extends MediaFormat, D, S extends BankSettings> {
    Outcome<F> recognize(SourceHead head);

    /** What encoding takes, besides what decoding does. */
    long neededBytes(List<BegunSource<F>> sources, S settings);

    Outcome<D> decode(Files<F> files, S settings) throws IOException;

    Outcome<Bank> encode(D decoded, S settings) throws IOException;
  }

  /**
   * Reads, decodes, encodes, and has the bank used.
   *
   * @return what is left of the bank, or every fault
   * @throws OutOfMemoryException naming the asset
   * @throws IOException if the machine fails in another way
   */
  public <T> Outcome<T> convert(Asset asset, BankUse<T> use) throws IOException {
    return switch (asset.settings()) {
      case TilesSettings tiles -> convert(asset, tiles, new Tiles(), use);
      case SoundsSettings sounds -> convert(asset, sounds, new Sounds(), use);
    };
  }

  private <F extends MediaFormat, D, S extends BankSettings, T> Outcome<T> convert(
      Asset asset, S settings, Kind<F, D, S> kind, BankUse<T> use) throws IOException {
    BegunSource.Keeping keeping =
        asset.files().size() == 1 ? BegunSource.Keeping.OPEN : BegunSource.Keeping.CLOSED;
    List<Outcome<BegunSource<F>>> begun = new ArrayList<>();
    for (AssetsPath path : asset.files()) {
      begun.add(BegunSource.begin(assets, path, kind::recognize, keeping));
    }
    List<BegunSource<F>> whole = new ArrayList<>();
    for (Outcome<BegunSource<F>> source : begun) {
      if (source instanceof Outcome.Accepted<BegunSource<F>>(BegunSource<F> one, var _)) {
        whole.add(one);
      }
    }
    try {
      return memory.within(
          new OutOfMemoryException.Need(asset.name().text(), neededBytes(whole, settings, kind)),
          () -> convert(asset, settings, kind, readAll(begun), use));
    } finally {
      for (BegunSource<F> source : whole) {
        source.close();
      }
    }
  }

  private <F extends MediaFormat, S extends BankSettings> long neededBytes(
      List<BegunSource<F>> sources, S settings, Kind<F, ?, S> kind) {
    long neededBytes = kind.neededBytes(sources, settings);
    long keptBytes = 0;
    for (BegunSource<F> source : sources) {
      neededBytes += source.extent().neededBytes();
      keptBytes += source.sizeBytes();
    }
    return neededBytes + Math.min(keptBytes, mostKeptBytes);
  }

  private <F extends MediaFormat> List<Outcome<Source<F>>> readAll(
      List<Outcome<BegunSource<F>>> begun) throws IOException {
    List<Outcome<Source<F>>> all = new ArrayList<>();
    long keptBytes = 0;
    for (Outcome<BegunSource<F>> source : begun) {
      switch (source) {
        case Outcome.Refused<BegunSource<F>>(var faults) -> all.add(new Outcome.Refused<>(faults));
        case Outcome.Accepted<BegunSource<F>>(BegunSource<F> one, var notes) -> {
          long stillKept = mostKeptBytes - keptBytes;
          keptBytes += one.sizeBytes() <= stillKept ? one.sizeBytes() : 0;
          all.add(new Outcome.Accepted<>(one.read(stillKept), notes));
        }
      }
    }
    return all;
  }

  private static <F extends MediaFormat, D, S extends BankSettings, T> Outcome<T> convert(
      Asset asset, S settings, Kind<F, D, S> kind, List<Outcome<Source<F>>> read, BankUse<T> use)
      throws IOException {
    int sourceCount = asset.sources().size();
    Files<F> split = Files.of(read, sourceCount);
    Optional<List<Source<F>>> sources = Source.allOf(read);
    if (sources.isEmpty()) {
      // There will be no bank; the sources that could be read may have faults of their own.
      return new Outcome.Refused<>(kind.decode(split, settings).diagnostics());
    }
    ConversionKey<S> key =
        ConversionKey.of(sources.get().stream().map(Source::keyed).toList(), settings);
    List<SourceFile> files = sources.get().stream().map(Source::file).toList();
    return kind.decode(split, key.settings())
        .then(decoded -> kind.encode(decoded, key.settings()))
        .then(bank ->
            use.use(
                new ConvertedAsset(
                    asset,
                    files.subList(0, sourceCount),
                    files.subList(sourceCount, files.size()),
                    key,
                    bank)));
  }

  private static final class Tiles
      implements Kind<PictureFormat, Decoding.TilesInput, TilesSettings> {
    @Override
    public Outcome<PictureFormat> recognize(SourceHead head) {
      return FORMATS.pictureFormat(head);
    }

    @Override
    public long neededBytes(List<BegunSource<PictureFormat>> sources, TilesSettings settings) {
      return TilesEncoder.neededBytes(
          sources.stream().flatMap(source -> source.extent().pictures().stream()).toList(),
          settings);
    }

    @Override
    public Outcome<Decoding.TilesInput> decode(Files<PictureFormat> files, TilesSettings settings)
        throws IOException {
      return Decoding.tilesInput(files.sources(), files.references(), settings);
    }

    @Override
    public Outcome<Bank> encode(Decoding.TilesInput pictures, TilesSettings settings)
        throws IOException {
      return TilesEncoder.encode(pictures.sheets(), pictures.palettes(), settings);
    }
  }

  private static final class Sounds
      implements Kind<SoundFormat, Decoding.Recording, SoundsSettings> {
    @Override
    public Outcome<SoundFormat> recognize(SourceHead head) {
      return FORMATS.soundFormat(head);
    }

    @Override
    public long neededBytes(List<BegunSource<SoundFormat>> sources, SoundsSettings settings) {
      return SoundsEncoder.neededBytes(settings);
    }

    @Override
    public Outcome<Decoding.Recording> decode(Files<SoundFormat> files, SoundsSettings settings)
        throws IOException {
      return Decoding.recording(files.sources());
    }

    @Override
    public Outcome<Bank> encode(Decoding.Recording recording, SoundsSettings settings) {
      return SoundsEncoder.encode(recording.location(), recording.sound(), settings);
    }
  }
}
