package dev.papack.cache;

import dev.papack.cache.BuildCache.CachedOutput;
import dev.papack.cache.BuildCache.KnownTree;
import dev.papack.cache.CacheInput.Defect;
import dev.papack.container.PackId;
import dev.papack.container.Sha256;
import dev.papack.disk.FolderId;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads version 1 of what follows the first line, which {@link CacheWriter} writes. The bytes are
 * untrusted.
 */
final class CacheReader {
  /** Stands behind the last of the assets that have findings. */
  static final int NO_MORE = -1;

  private static final int OUTPUTS = 4;
  private static final List<String> NO_FINDINGS = List.of("0");

  private final CacheInput in;

  private CacheReader(CacheInput in) {
    this.in = in;
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
      return Optional.of(part.read(new CacheReader(new CacheInput(body.duplicate()))));
    } catch (Defect
        | BufferUnderflowException
        | IllegalArgumentException
        | CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private CacheBeginning beginning() throws Defect, CharacterCodingException {
    FolderId folder = new FolderId(in.optionalText(), in.optionalText());
    PackId packId = new PackId(in.digest());
    String outputVersions = in.text();
    CacheInput.require(in.number() == OUTPUTS, "outputs");
    List<CachedOutput> outputs = new ArrayList<>();
    for (int i = 0; i < OUTPUTS; i++) {
      outputs.add(new CachedOutput(in.size(), in.digest(), in.stamp()));
    }
    Optional<KnownTree> tree = tree();
    int assetCount = in.count(AssetForm.MIN_ASSET_BYTES);
    return new CacheBeginning(
        folder, packId, outputVersions, outputs, tree, assetCount, said(assetCount));
  }

  private Optional<KnownTree> tree() throws Defect, CharacterCodingException {
    if (!in.flag()) {
      return Optional.empty();
    }
    Sha256 digest = in.digest();
    if (findings() instanceof Findings.Kept declared) {
      return Optional.of(new KnownTree(digest, declared));
    }
    throw new Defect("findings");
  }

  /** By the numbers of their assets. */
  private SortedMap<Integer, Findings> said(int assetCount)
      throws Defect, CharacterCodingException {
    SortedMap<Integer, Findings> said = new TreeMap<>();
    for (int last = NO_MORE, index = in.number(); index != NO_MORE; index = in.number()) {
      CacheInput.require(index > last && index < assetCount, "number of an asset");
      said.put(index, findings());
      last = index;
    }
    return said;
  }

  private BuildCache body() throws Defect, CharacterCodingException {
    CacheBeginning beginning = beginning();
    List<CachedAsset> assets =
        AssetForm.read(
            beginning.assetCount(),
            asset -> beginning.said().getOrDefault(asset, Findings.Kept.NONE),
            in);
    CacheInput.require(in.isAtEnd(), "bytes behind the end");
    return beginning.with(assets);
  }

  /** No texts stand for findings that are not kept. */
  private Findings findings() throws Defect, CharacterCodingException {
    List<String> texts = in.texts();
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
      CacheInput.require(!next.hasNext(), "texts behind the findings");
      return findings;
    } catch (FindingsForm.UnknownForm e) {
      throw new Defect("findings");
    }
  }
}
