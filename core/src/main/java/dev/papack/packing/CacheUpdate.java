package dev.papack.packing;

import dev.papack.asset.Asset;
import dev.papack.cache.BuildCache;
import dev.papack.cache.BuildCache.CachedOutput;
import dev.papack.cache.BuildCache.KnownTree;
import dev.papack.cache.CacheDocument;
import dev.papack.cache.CacheMemory;
import dev.papack.cache.CacheRoom;
import dev.papack.cache.CachedAsset;
import dev.papack.cache.CachedAsset.DeclaredIn;
import dev.papack.cache.OutputVersions;
import dev.papack.container.Entry;
import dev.papack.container.Header;
import dev.papack.container.PackId;
import dev.papack.convert.RecordedKey;
import dev.papack.convert.SourceFile;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.disk.DiskException;
import dev.papack.disk.FileStamp;
import dev.papack.packing.StoredAsset.Known;
import dev.papack.publish.CacheFile;
import dev.papack.publish.OutputFolder;
import dev.papack.publish.Publication;
import dev.papack.publish.PublishedFile;
import dev.papack.source.TreeStamp;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Remembers a build for the next one, once its pack is published. */
final class CacheUpdate {
  /** Clocks of most file systems tick every 1 to 10 milliseconds. */
  private static final int MAX_LOOKS = 15;

  private static final long PAUSE_MILLISECONDS = 1;

  private final OutputFolder output;
  private final Publication publication;
  private final Optional<TreeStamp> tree;
  private final DeclaredAssets declared;
  private final Optional<FileStamp> begunAt;
  private final Prior prior;
  private final CacheRoom room;
  private final Optional<CacheMemory> memory;

  /**
   * Of one build.
   *
   * @param tree all its files, from before any was read
   * @param declared its assets, with stamps from before any file was read
   * @param begunAt a clock from before that
   * @param memory of a process that stays
   */
  CacheUpdate(
      OutputFolder output,
      Publication publication,
      Optional<TreeStamp> tree,
      DeclaredAssets declared,
      Optional<FileStamp> begunAt,
      Prior prior,
      CacheRoom room,
      Optional<CacheMemory> memory) {
    this.output = output;
    this.publication = publication;
    this.tree = tree;
    this.declared = declared;
    this.begunAt = begunAt;
    this.prior = prior;
    this.room = room;
    this.memory = memory;
  }

  /** After a publication. Never fails: what was published is published. */
  Optional<Diagnostic> afterPublication(PackId packId, Header header, List<StoredAsset> stored) {
    if (room == CacheRoom.TOO_LITTLE) {
      return Optional.empty();
    }
    return written(() -> {
      long payloadBytes = publication.published().getFirst().sizeBytes() - header.payloadBytes();
      List<CachedAsset> assets = new ArrayList<>();
      for (int i = 0; i < stored.size(); i++) {
        Entry entry = header.assetTable().get(i);
        assets.add(
            cached(stored.get(i), declared.declaredIn(i), payloadBytes + entry.offsetBytes()));
      }
      write(cache(packId, publishedOutputs(), assets));
    });
  }

  /** After a build that changed nothing: writes only if more can be trusted than before. */
  Optional<Diagnostic> withoutPublication(List<StoredAsset> stored) {
    return written(() -> {
      BuildCache before = prior.cache().orElseThrow();
      List<CachedAsset> assets = new ArrayList<>();
      for (int i = 0; i < stored.size(); i++) {
        assets.add(
            cached(stored.get(i), declared.declaredIn(i), before.assets().get(i).startBytes()));
      }
      List<CachedOutput> outputs = prior.outputs().renewed(before.outputs(), begunAt);
      BuildCache now = cache(before.packId(), outputs, assets);
      if (!now.equals(before)) {
        write(now);
      }
    });
  }

  private void write(BuildCache cache) throws IOException {
    ByteBuffer bytes = CacheDocument.write(cache);
    publication.writeCache(bytes.duplicate());
    memory.ifPresent(known -> known.keep(bytes, cache));
  }

  private interface Writing {
    void write() throws IOException;
  }

  private Optional<Diagnostic> written(Writing writing) {
    try {
      writing.write();
      return Optional.empty();
    } catch (IOException e) {
      // A cancelled build says so by itself.
      return e instanceof DiskException trouble
              && trouble.trouble() == DiskException.Trouble.INTERRUPTED
          ? Optional.empty()
          : Optional.of(
              Diagnostic.warning(
                      DiagnosticCode.CACHE_NOT_WRITTEN,
                      Location.of(Artifact.BUILD_CACHE, CacheFile.shownIn(output)),
                      "the cache could not be written, so the next build starts from nothing: "
                          + e.getMessage())
                  .advice("make sure that papack can write to the folder .papack"));
    }
  }

  private BuildCache cache(PackId packId, List<CachedOutput> outputs, List<CachedAsset> assets)
      throws IOException {
    return new BuildCache(
        publication.folder(),
        packId,
        OutputVersions.current(),
        outputs,
        tree.filter(this::isOfWhatWasRead)
            .filter(_ -> declared.others().isEmpty())
            .flatMap(now -> KnownTree.of(now.digest(), declared.ofDocuments())),
        assets);
  }

  /**
   * A file that came or went between the look at all files and their reading, and goes or comes
   * again later, would not show.
   */
  private boolean isOfWhatWasRead(TreeStamp all) {
    return begunAt.filter(all::isOlderThan).isPresent() && all.files().equals(declared.seen());
  }

  private CachedAsset cached(StoredAsset stored, DeclaredIn declaredIn, long startBytes) {
    Optional<CachedAsset> before =
        Optional.ofNullable(prior.byId().get(stored.asset().id().value()));
    if (before.isPresent() && isAsBefore(stored, declaredIn, before.get())) {
      return before.get().startingAt(stored.asset(), startBytes);
    }
    List<Optional<FileStamp>> stamps = new ArrayList<>();
    for (SourceFile file : stored.files()) {
      stamps.add(stamp(file, stamps.size(), before));
    }
    RecordedKey key = stored.key();
    return new CachedAsset(
        stored.asset(),
        declaration(stored.asset(), declaredIn, before),
        stored.recipe(),
        before
            .filter(known -> known.key().equals(key))
            .map(CachedAsset::keyDigest)
            .orElseGet(key::digest),
        stored.metadata(),
        stored.digest(),
        startBytes,
        stored.frames(),
        stored.contents(),
        stamps,
        stored.findings());
  }

  /** What most assets are: nothing of them changed, and all of it was trusted already. */
  private static boolean isAsBefore(StoredAsset stored, DeclaredIn declaredIn, CachedAsset before) {
    return stored.known() == Known.BY_STAMP
        && before.declaration().equals(declaredIn)
        && before.asset().equals(stored.asset());
  }

  /** What was trusted stays trusted; a clock that was set back does not change it. */
  private DeclaredIn declaration(Asset asset, DeclaredIn declaredIn, Optional<CachedAsset> before) {
    boolean isKnown =
        before
            .filter(known ->
                known.asset().place().equals(asset.place())
                    && known.declaration().equals(declaredIn))
            .isPresent();
    return new DeclaredIn(
        declaredIn.version(),
        declaredIn
            .stamp()
            .filter(stamp -> isKnown || begunAt.filter(stamp::isOlderThan).isPresent()));
  }

  private Optional<FileStamp> stamp(SourceFile file, int index, Optional<CachedAsset> before) {
    Optional<FileStamp> now = declared.stamps().find(file.path());
    boolean isKnown =
        now.isPresent()
            && before
                .filter(known ->
                    known.stamps().size() > index
                        && known.asset().files().get(index).equals(file.path())
                        && known.contents().digest(index).equals(file.digest())
                        && known.stamps().get(index).equals(now))
                .isPresent();
    return now.filter(stamp ->
        stamp.sizeBytes() == file.sizeBytes()
            && (isKnown || begunAt.filter(stamp::isOlderThan).isPresent()));
  }

  /**
   * The new files, each with a stamp if every later change of it would show: the clock has to tick
   * once between the publication and the stamp.
   */
  private List<CachedOutput> publishedOutputs() throws IOException {
    List<CachedOutput> outputs = List.of();
    for (int look = 1; look <= MAX_LOOKS; look++) {
      Optional<FileStamp> clock = publication.clock();
      outputs = new ArrayList<>();
      for (PublishedFile file : publication.published()) {
        Optional<FileStamp> stamp = clock.isEmpty() ? Optional.empty() : file.slot().stamp(output);
        outputs.add(
            new CachedOutput(
                file.sizeBytes(),
                file.digest(),
                stamp.filter(now -> isAsStaged(now, file) && now.isOlderThan(clock.get()))));
      }
      if (clock.isEmpty() || outputs.stream().allMatch(one -> one.stamp().isPresent())) {
        break;
      }
      pause();
    }
    return outputs;
  }

  /** What a program wrote between the renaming and this moment is not ours. */
  private static boolean isAsStaged(FileStamp now, PublishedFile file) {
    return file.staged()
        .filter(staged ->
            staged.sizeBytes() == now.sizeBytes() && staged.modifiedNanos() == now.modifiedNanos())
        .isPresent();
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
