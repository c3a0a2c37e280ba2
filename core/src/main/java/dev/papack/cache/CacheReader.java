package dev.papack.cache;

import dev.papack.asset.Asset;
import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import dev.papack.asset.BankSettings;
import dev.papack.asset.DeclarationPlace;
import dev.papack.bank.Bank;
import dev.papack.cache.BuildCache.CachedOutput;
import dev.papack.cache.BuildCache.KnownTree;
import dev.papack.cache.CachedAsset.CachedFile;
import dev.papack.cache.CachedAsset.DeclaredIn;
import dev.papack.container.AssetName;
import dev.papack.container.BankMetadata;
import dev.papack.container.BankType;
import dev.papack.container.PackId;
import dev.papack.container.Sha256;
import dev.papack.container.SoundsMetadata;
import dev.papack.container.TilesMetadata;
import dev.papack.convert.ConversionKey.KeyedSource;
import dev.papack.convert.RecordedKey;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.RelativePath;
import dev.papack.disk.FileStamp;
import dev.papack.disk.FolderId;
import dev.papack.media.Animation;
import dev.papack.media.AnimationTag;
import dev.papack.media.AnimationTag.Direction;
import dev.papack.media.PictureSize;
import dev.papack.media.Slice;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads version 1 of what follows the first line. The bytes are untrusted: every count is held
 * against what is left of them before memory is taken for it.
 */
final class CacheReader {
  static final int NO_SLOT = -1;

  /** Stands behind the last of the assets that have findings. */
  static final int NO_MORE = -1;

  private static final int OUTPUTS = 4;
  private static final int DIGEST_BYTES = 32;

  /** The least that a text, a file and an asset take. */
  private static final int MIN_TEXT_BYTES = 4;

  private static final int MIN_FILE_BYTES = 49;
  private static final int MIN_ASSET_BYTES = 100;

  private static final char REPLACEMENT = '\uFFFD';

  private static final List<String> NO_FINDINGS = List.of("0");

  private final ByteBuffer in;

  private CacheReader(ByteBuffer in) {
    this.in = in;
  }

  /** Something that no build has written. */
  private static final class Defect extends Exception {
    private static final long serialVersionUID = 1L;

    Defect(String message) {
      super(message);
    }
  }

  /** What the bytes say; empty if no build has written them. */
  static Optional<BuildCache> read(ByteBuffer body) {
    return read(body, CacheReader::body);
  }

  /** The beginning of what the bytes say; empty also if that does not say everything. */
  static Optional<CacheBeginning> readBeginning(ByteBuffer body) {
    return read(body, CacheReader::beginning);
  }

  @FunctionalInterface
  private interface Part<T> {
    T read(CacheReader reader) throws Defect, CharacterCodingException;
  }

  private static <T> Optional<T> read(ByteBuffer body, Part<T> part) {
    try {
      return Optional.of(part.read(new CacheReader(body.duplicate())));
    } catch (Defect
        | BufferUnderflowException
        | IllegalArgumentException
        | CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private CacheBeginning beginning() throws Defect, CharacterCodingException {
    FolderId folder = new FolderId(optionalText(), optionalText());
    PackId packId = new PackId(digest());
    String outputVersions = text();
    require(in.getInt() == OUTPUTS, "outputs");
    List<CachedOutput> outputs = new ArrayList<>();
    for (int i = 0; i < OUTPUTS; i++) {
      outputs.add(new CachedOutput(size(), digest(), stamp()));
    }
    Optional<KnownTree> tree = tree();
    int assetCount = count(MIN_ASSET_BYTES);
    return new CacheBeginning(
        folder, packId, outputVersions, outputs, tree, assetCount, said(assetCount));
  }

  private Optional<KnownTree> tree() throws Defect, CharacterCodingException {
    if (!flag()) {
      return Optional.empty();
    }
    Sha256 digest = digest();
    if (findings() instanceof Findings.Kept declared) {
      return Optional.of(new KnownTree(digest, declared));
    }
    throw new Defect("findings");
  }

  /** By the numbers of their assets. */
  private SortedMap<Integer, Findings> said(int assetCount)
      throws Defect, CharacterCodingException {
    SortedMap<Integer, Findings> said = new TreeMap<>();
    for (int last = NO_MORE, index = in.getInt(); index != NO_MORE; index = in.getInt()) {
      require(index > last && index < assetCount, "number of an asset");
      said.put(index, findings());
      last = index;
    }
    return said;
  }

  private BuildCache body() throws Defect, CharacterCodingException {
    CacheBeginning beginning = beginning();
    List<String> settings = table();
    List<String> formats = table();
    List<BankSettings> declared = declaredSettings();
    List<CachedAsset> assets = new ArrayList<>(beginning.assetCount());
    Set<Integer> ids = new HashSet<>();
    for (int i = 0; i < beginning.assetCount(); i++) {
      CachedAsset asset =
          asset(settings, formats, declared, beginning.said().getOrDefault(i, Findings.Kept.NONE));
      require(ids.add(asset.asset().id().value()), "an id twice");
      assets.add(asset);
    }
    require(!in.hasRemaining(), "bytes behind the end");
    return beginning.with(assets);
  }

  /** Each in the declaration of an asset that means nothing else. */
  private List<BankSettings> declaredSettings() throws Defect, CharacterCodingException {
    List<BankSettings> settings = new ArrayList<>();
    for (String text : table()) {
      settings.add(SettingsText.read(text).orElseThrow(() -> new Defect("settings")));
    }
    return settings;
  }

  private CachedAsset asset(
      List<String> settings, List<String> formats, List<BankSettings> declared, Findings findings)
      throws Defect, CharacterCodingException {
    AssetId id = new AssetId(in.getInt());
    AssetName name = new AssetName(text());
    DeclarationPlace place =
        new DeclarationPlace(
            new AssetRoot(AssetsPath.of(text())), DeclarationPlace.Form.valueOf(text()));
    DeclaredIn declaration = new DeclaredIn(in.getInt(), stamp());
    BankSettings declaredSettings = of(declared);
    int slot = in.getInt();
    require(slot >= NO_SLOT, "slot");
    int bankVersion = in.getInt();
    String codec = text();
    int converterVersion = in.getInt();
    int reductionVersion = in.getInt();
    String setting = of(settings);
    Sha256 keyDigest = digest();
    BankMetadata metadata = metadata();
    Sha256 slice = digest();
    long startBytes = size();
    Optional<Bank.Frames> frames = frames();
    List<AssetsPath> sourcePaths = new ArrayList<>();
    for (String source : table()) {
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
    int fileCount = count(MIN_FILE_BYTES);
    require(!sourcePaths.isEmpty() && asset.files().size() == fileCount, "files");
    List<CachedFile> files = new ArrayList<>(fileCount);
    List<KeyedSource> sources = new ArrayList<>(fileCount);
    for (int i = 0; i < fileCount; i++) {
      long sizeBytes = size();
      sources.add(new KeyedSource(digest(), of(formats), in.getInt()));
      files.add(new CachedFile(sizeBytes, stamp()));
    }
    return new CachedAsset(
        asset,
        declaration,
        new RecordedKey(
            metadata.bankType(),
            bankVersion,
            codec,
            converterVersion,
            reductionVersion,
            setting,
            sources),
        keyDigest,
        metadata,
        slice,
        startBytes,
        frames,
        files,
        findings);
  }

  /** No texts stand for findings that are not kept. */
  private Findings findings() throws Defect, CharacterCodingException {
    List<String> texts = table();
    if (texts.isEmpty()) {
      return new Findings.NotKept();
    }
    if (texts.equals(NO_FINDINGS)) {
      return Findings.Kept.NONE;
    }
    Iterator<String> next = texts.iterator();
    try {
      Findings.Kept findings =
          new Findings.Kept(
              FindingsForm.read(() -> {
                if (!next.hasNext()) {
                  throw new FindingsForm.UnknownForm();
                }
                return next.next();
              }));
      require(!next.hasNext(), "texts behind the findings");
      return findings;
    } catch (FindingsForm.UnknownForm e) {
      throw new Defect("findings");
    }
  }

  private Optional<Bank.Frames> frames() throws Defect, CharacterCodingException {
    long count = in.getLong();
    int tiles = in.getInt();
    require(count >= 0 && tiles >= 0 && (count == 0) == (tiles == 0), "frames");
    Optional<Animation> animation = animation();
    require(animation.isEmpty() || animation.get().frameCount() == count, "frames");
    return count == 0 ? Optional.empty() : Optional.of(new Bank.Frames(count, tiles, animation));
  }

  private Optional<Animation> animation() throws Defect, CharacterCodingException {
    int frames = count(Integer.BYTES);
    if (frames == 0) {
      return Optional.empty();
    }
    PictureSize size = new PictureSize(in.getInt(), in.getInt());
    List<Integer> durationsMs = new ArrayList<>(frames);
    for (int i = 0; i < frames; i++) {
      durationsMs.add(in.getInt());
    }
    int tagCount = count(4 * Integer.BYTES);
    List<AnimationTag> tags = new ArrayList<>(tagCount);
    for (int i = 0; i < tagCount; i++) {
      tags.add(new AnimationTag(text(), in.getInt(), in.getInt(), Direction.valueOf(text())));
    }
    int sliceCount = count(3 * Integer.BYTES);
    List<Slice> slices = new ArrayList<>(sliceCount);
    for (int i = 0; i < sliceCount; i++) {
      slices.add(slice());
    }
    return Optional.of(new Animation(size, durationsMs, tags, slices));
  }

  private Slice slice() throws Defect, CharacterCodingException {
    String name = text();
    int last = in.getInt();
    int keyCount = count(Integer.BYTES);
    List<Slice.Key> keys = new ArrayList<>(keyCount);
    for (int i = 0; i < keyCount; i++) {
      int frame = in.getInt();
      Slice.Area area = area();
      Optional<Slice.Area> center = in.getInt() == 0 ? Optional.empty() : Optional.of(area());
      Optional<Slice.Pivot> pivot =
          in.getInt() == 0
              ? Optional.empty()
              : Optional.of(new Slice.Pivot(in.getInt(), in.getInt()));
      keys.add(new Slice.Key(frame, area, center, pivot));
    }
    return new Slice(name, last, keys);
  }

  private Slice.Area area() {
    return new Slice.Area(in.getInt(), in.getInt(), in.getLong(), in.getLong());
  }

  private BankMetadata metadata() throws CharacterCodingException, Defect {
    return switch (BankType.valueOf(text())) {
      case TILES -> new TilesMetadata(in.getInt(), in.getInt(), in.getInt(), in.getInt());
      case SOUNDS -> {
        int channels = in.getInt();
        long frameCount = in.getLong();
        long start = in.getLong();
        long end = in.getLong();
        yield new SoundsMetadata(
            channels,
            frameCount,
            end == 0 ? Optional.empty() : Optional.of(new SoundsMetadata.Loop(start, end)),
            in.getInt());
      }
    };
  }

  private Optional<FileStamp> stamp() throws Defect {
    return flag()
        ? Optional.of(
            new FileStamp(in.getLong(), in.getLong(), in.getLong(), in.getLong(), in.getLong()))
        : Optional.empty();
  }

  private boolean flag() throws Defect {
    int flag = in.get();
    require(flag == 0 || flag == 1, "flag");
    return flag == 1;
  }

  private List<String> table() throws Defect, CharacterCodingException {
    int count = count(MIN_TEXT_BYTES);
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(text());
    }
    return texts;
  }

  private <T> T of(List<T> table) throws Defect {
    int number = in.getInt();
    require(number >= 0 && number < table.size(), "number of a text");
    return table.get(number);
  }

  private int count(int minBytesOfEach) throws Defect {
    int count = in.getInt();
    require(count >= 0 && count <= in.remaining() / minBytesOfEach, "count");
    return count;
  }

  private long size() throws Defect {
    long size = in.getLong();
    require(size >= 0, "size");
    return size;
  }

  private Sha256 digest() throws Defect {
    require(in.remaining() >= DIGEST_BYTES, "digest");
    return new Sha256(in.getLong(), in.getLong(), in.getLong(), in.getLong());
  }

  private Optional<String> optionalText() throws Defect, CharacterCodingException {
    String text = text();
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private String text() throws Defect, CharacterCodingException {
    byte[] encoded = new byte[count(1)];
    in.get(encoded);
    String text = new String(encoded, StandardCharsets.UTF_8);
    // This decoder is quick, and puts this character in the place of what is no UTF-8.
    return text.indexOf(REPLACEMENT) < 0
        ? text
        : StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(encoded)).toString();
  }

  private static void require(boolean holds, String what) throws Defect {
    if (!holds) {
      throw new Defect(what);
    }
  }
}
