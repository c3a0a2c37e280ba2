package dev.papack.cache;

import dev.papack.asset.Asset;
import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import dev.papack.asset.BankSettings;
import dev.papack.asset.DeclarationPlace;
import dev.papack.bank.Bank;
import dev.papack.cache.CacheInput.Defect;
import dev.papack.cache.CachedAsset.DeclaredIn;
import dev.papack.container.AssetName;
import dev.papack.container.BankMetadata;
import dev.papack.container.Sha256;
import dev.papack.convert.FileContents;
import dev.papack.convert.Recipe;
import dev.papack.convert.Recipe.Decoder;
import dev.papack.convert.Recipes;
import dev.papack.convert.SourceFile;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.RelativePath;
import dev.papack.disk.FileStamp;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntFunction;

/** How a cache has its assets: tables of what many have in common, then one asset after another. */
final class AssetForm {
  /** The least that an asset takes. */
  static final int MIN_ASSET_BYTES = 100;

  private static final int MIN_FILE_BYTES = 49;
  private static final int NO_SLOT = -1;

  private AssetForm() {}

  /** The numbers under which assets name what is in the tables. */
  private static final class Numbers {
    private final Map<String, Integer> settings = new HashMap<>();
    private final Map<String, Integer> formats = new HashMap<>();
    private final Map<BankSettings, Integer> declared = new LinkedHashMap<>();

    Numbers(List<CachedAsset> assets) {
      assets.stream()
          .map(asset -> asset.asset().settings())
          .distinct()
          .forEach(each -> declared.put(each, declared.size()));
      // Most assets share one recipe.
      assets.stream()
          .map(CachedAsset::recipe)
          .distinct()
          .forEach(recipe -> {
            settings.putIfAbsent(recipe.settings(), settings.size());
            recipe
                .decoders()
                .forEach(decoder -> formats.putIfAbsent(decoder.format(), formats.size()));
          });
    }
  }

  static void write(List<CachedAsset> assets, CacheOutput out) {
    Numbers numbers = new Numbers(assets);
    out.table(numbers.settings);
    out.table(numbers.formats);
    out.texts(numbers.declared.keySet().stream().map(SettingsText::of).toList());
    for (CachedAsset asset : assets) {
      writeDeclaration(asset, numbers, out);
      writeBank(asset, numbers, out);
    }
  }

  private static void writeDeclaration(CachedAsset cached, Numbers numbers, CacheOutput out) {
    Asset asset = cached.asset();
    out.number(asset.id().value());
    out.text(asset.name().text());
    out.text(asset.place().root().toString());
    out.text(asset.place().form().name());
    out.number(cached.declaration().version());
    out.stamp(cached.declaration().stamp());
    out.number(numbers.declared.getOrDefault(asset.settings(), 0));
    out.number(asset.preloadSlot().orElse(NO_SLOT));
  }

  private static void writeBank(CachedAsset asset, Numbers numbers, CacheOutput out) {
    out.number(asset.recipe().bankVersion());
    out.text(asset.recipe().codec());
    out.number(asset.recipe().converterVersion());
    out.number(asset.recipe().reductionVersion());
    out.number(numbers.settings.getOrDefault(asset.recipe().settings(), 0));
    out.digest(asset.keyDigest());
    MetadataForm.write(asset.metadata(), out);
    out.digest(asset.slice());
    out.longNumber(asset.startBytes());
    MetadataForm.writeFrames(asset.frames(), out);
    out.number(asset.asset().sources().size());
    for (AssetsPath source : asset.asset().sources()) {
      out.text(asset.asset().place().relativize(source).orElseThrow().text());
    }
    out.number(asset.contents().count());
    for (int i = 0; i < asset.contents().count(); i++) {
      Decoder decoder = asset.recipe().decoders().get(i);
      out.longNumber(asset.contents().sizeBytes(i));
      out.digest(asset.contents().digest(i));
      out.number(numbers.formats.getOrDefault(decoder.format(), 0));
      out.number(decoder.version());
      out.stamp(asset.stamps().get(i));
    }
  }

  /** What is in the tables; settings as a declaration has them that means nothing else. */
  private record Tables(
      List<String> settings, List<String> formats, List<BankSettings> declared, Recipes recipes) {
    /** Copies the lists. */
    private Tables {
      settings = List.copyOf(settings);
      formats = List.copyOf(formats);
      declared = List.copyOf(declared);
    }

    static Tables read(CacheInput in) throws Defect, CharacterCodingException {
      List<String> settings = in.texts();
      List<String> formats = in.texts();
      List<BankSettings> declared = new ArrayList<>();
      for (String text : in.texts()) {
        declared.add(SettingsText.read(text).orElseThrow(() -> new Defect("settings")));
      }
      return new Tables(settings, formats, declared, new Recipes());
    }
  }

  /**
   * Reads what {@link #write} has written.
   *
   * @param count how many assets there are
   * @param findings those of an asset, by its number
   */
  static List<CachedAsset> read(int count, IntFunction<Findings> findings, CacheInput in)
      throws Defect, CharacterCodingException {
    Tables tables = Tables.read(in);
    List<CachedAsset> assets = new ArrayList<>(count);
    Set<Integer> ids = new HashSet<>();
    for (int i = 0; i < count; i++) {
      CachedAsset asset = read(tables, findings.apply(i), in);
      CacheInput.require(ids.add(asset.asset().id().value()), "an id twice");
      assets.add(asset);
    }
    return assets;
  }

  private static CachedAsset read(Tables tables, Findings findings, CacheInput in)
      throws Defect, CharacterCodingException {
    AssetId id = new AssetId(in.number());
    AssetName name = new AssetName(in.text());
    DeclarationPlace place =
        new DeclarationPlace(
            new AssetRoot(AssetsPath.of(in.text())), DeclarationPlace.Form.valueOf(in.text()));
    DeclaredIn declaration = new DeclaredIn(in.number(), in.stamp());
    BankSettings declaredSettings = in.of(tables.declared());
    int slot = in.number();
    CacheInput.require(slot >= NO_SLOT, "slot");
    int bankVersion = in.number();
    String codec = in.text();
    int converterVersion = in.number();
    int reductionVersion = in.number();
    String setting = in.of(tables.settings());
    Sha256 keyDigest = in.digest();
    BankMetadata metadata = MetadataForm.read(in);
    Sha256 slice = in.digest();
    long startBytes = in.size();
    Optional<Bank.Frames> frames = MetadataForm.readFrames(in);
    List<AssetsPath> sourcePaths = new ArrayList<>();
    for (String source : in.texts()) {
      sourcePaths.add(place.resolve(RelativePath.of(source)));
    }
    Asset asset =
        new Asset(
            id,
            name,
            place,
            sourcePaths,
            declaredSettings,
            slot == NO_SLOT ? OptionalInt.empty() : OptionalInt.of(slot));
    int fileCount = in.count(MIN_FILE_BYTES);
    List<AssetsPath> paths = asset.files();
    CacheInput.require(!sourcePaths.isEmpty() && paths.size() == fileCount, "files");
    List<SourceFile> files = new ArrayList<>(fileCount);
    List<Decoder> decoders = new ArrayList<>(fileCount);
    List<Optional<FileStamp>> stamps = new ArrayList<>(fileCount);
    for (AssetsPath path : paths) {
      files.add(new SourceFile(path, in.size(), in.digest()));
      decoders.add(new Decoder(in.of(tables.formats()), in.number()));
      stamps.add(in.stamp());
    }
    return new CachedAsset(
        asset,
        declaration,
        tables
            .recipes()
            .same(
                new Recipe(
                    metadata.bankType(),
                    bankVersion,
                    codec,
                    converterVersion,
                    reductionVersion,
                    setting,
                    decoders)),
        keyDigest,
        metadata,
        slice,
        startBytes,
        frames,
        FileContents.of(files),
        stamps,
        findings);
  }
}
