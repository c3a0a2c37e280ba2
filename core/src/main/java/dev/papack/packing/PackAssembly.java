package dev.papack.packing;

import dev.papack.container.Header;
import dev.papack.container.MeaningException;
import dev.papack.container.PackException;
import dev.papack.container.PackId;
import dev.papack.container.PackReader;
import dev.papack.container.PackWriter;
import dev.papack.container.Sha256;
import dev.papack.convert.ConvertedAsset;
import dev.papack.convert.Recipes;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Done;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.inspect.Companions;
import dev.papack.inspect.DiskPackBytes;
import dev.papack.json.RowDocument;
import dev.papack.publish.PackSlot;
import dev.papack.publish.Publication;
import dev.papack.publish.Spool;
import dev.papack.publish.StagedFile;
import dev.papack.source.InOrder;
import dev.papack.source.Limits;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A pack in the making. New banks go to a spool file as they come, since the header, which precedes
 * them in the pack, needs the digest of each; so none is ever in memory here. Nothing is staged
 * before there is something to write.
 */
final class PackAssembly {
  /** The files beside the pack, in the order in which they are written. */
  private static final List<PackSlot> COMPANIONS =
      List.of(PackSlot.ASSET_TABLE, PackSlot.PRELOAD, PackSlot.ASSET_TABLE_METADATA);

  private final Publication publication;
  private final Recipes recipes = new Recipes();
  private final Map<PackSlot, StagedFile> files = new EnumMap<>(PackSlot.class);
  private Optional<Spool> spool = Optional.empty();
  private Optional<PublishedPack> published = Optional.empty();
  private final List<StoredAsset> stored = new ArrayList<>();

  PackAssembly(Publication publication) {
    this.publication = publication;
  }

  /** Puts a bank into the spool; several threads may do so at once. */
  Outcome<StoredAsset> store(ConvertedAsset converted) throws IOException {
    Spool into = spool();
    long start = into.reserve(converted.bank().metadata().sliceBytes());
    try (SpoolStream stretch = new SpoolStream(into, start)) {
      List<Diagnostic> found = converted.bank().writeTo(stretch);
      return new Outcome.Accepted<>(
          StoredAsset.converted(converted, recipes, stretch.digest(), start), found);
    }
  }

  /** Made for the first bank: a build that converts nothing has none. */
  private synchronized Spool spool() throws IOException {
    if (spool.isEmpty()) {
      spool = Optional.of(publication.stageSpool());
    }
    return spool.get();
  }

  /** Takes the next asset; ids ascend. */
  void add(StoredAsset next) {
    stored.add(next);
  }

  /** Those taken so far. */
  List<StoredAsset> stored() {
    return List.copyOf(stored);
  }

  /**
   * Takes all assets, as they were confirmed, in place of those before.
   *
   * @param all in the same order
   */
  void replaceStored(List<StoredAsset> all) {
    stored.clear();
    stored.addAll(all);
  }

  /**
   * Where the slices are that stay the same.
   *
   * @param pack open until the pack is written
   */
  void copyFrom(Optional<PublishedPack> pack) {
    published = pack;
  }

  /** The header of all that was added, or why no pack can hold it. */
  Outcome<Header> layOut() {
    try {
      return Outcome.of(
          Header.layOut(
              stored.stream().map(StoredAsset::entry).toList(),
              stored.stream().flatMap(each -> each.preload().stream()).toList()));
    } catch (MeaningException e) {
      return Outcome.refused(tooLarge(String.valueOf(e.getMessage())));
    }
  }

  /**
   * Writes the pack to its staged file. Slices are held against their digests on their way.
   *
   * @return the identity of the pack; empty if a slice that stays the same is not in the published
   *     pack: then what was written is no pack
   */
  Optional<PackId> writePack(Header header) throws IOException {
    files.put(PackSlot.PACK, publication.stage(PackSlot.PACK));
    // The table and what was stored have one order: by id.
    Iterator<StoredAsset> next = stored.iterator();
    Map<SliceFile, ReadAhead> slices = sliceFiles();
    try (LargePieces out = new LargePieces(file(PackSlot.PACK))) {
      PackId packId = PackWriter.write(header, _ -> slice(next.next(), slices), out);
      out.flush();
      return Optional.of(packId);
    } catch (PackException e) {
      if (published.isPresent()) {
        return Optional.empty();
      }
      throw new IllegalStateException("a bank of ours breaks the format", e);
    }
  }

  /**
   * Reads the staged pack back to its last digest, and writes its companions meanwhile.
   *
   * @return refused if a companion is longer than its readers accept
   */
  Outcome<PackId> complete(PackId packId, Header header, int threads) throws IOException {
    for (PackSlot slot : COMPANIONS) {
      files.put(slot, publication.stage(slot));
    }
    List<InOrder.Work<Outcome<Done>>> work = new ArrayList<>();
    for (PackSlot slot : COMPANIONS) {
      work.add(() -> writeCompanion(slot, packId, header));
    }
    work.add(() -> verify(packId, threads));
    List<Diagnostic> faults = new ArrayList<>();
    try (InOrder<Outcome<Done>> results = new InOrder<>(threads, work.iterator())) {
      while (results.hasNext()) {
        faults.addAll(results.next().diagnostics());
      }
    }
    return faults.isEmpty() ? Outcome.of(packId) : new Outcome.Refused<>(faults);
  }

  private Outcome<Done> writeCompanion(PackSlot slot, PackId packId, Header header)
      throws IOException {
    StagedFile file = file(slot);
    try (LargePieces pieces = new LargePieces(file)) {
      OutputStream out = Channels.newOutputStream(pieces);
      switch (slot) {
        case ASSET_TABLE -> write(Companions.assetTable(packId, header), out);
        case PRELOAD -> write(Companions.preload(packId, header), out);
        case ASSET_TABLE_METADATA ->
            Companions.writeMetadata(packId, header, this::provenance, out);
        case PACK -> throw new IllegalArgumentException("the pack is no companion");
      }
      pieces.flush();
    }
    return file.sizeBytes() > Limits.COMPANION_BYTES
        ? Outcome.refused(
            tooLarge(
                slot.path()
                    + " would have "
                    + file.sizeBytes()
                    + " bytes; at most "
                    + Limits.COMPANION_BYTES
                    + " are allowed"))
        : Outcome.done();
  }

  private static void write(RowDocument companion, OutputStream out) throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    companion.writeTo(text);
    text.flush();
  }

  private Outcome<Done> verify(PackId packId, int threads) throws IOException {
    StagedFile pack = file(PackSlot.PACK);
    try {
      PackReader reader =
          PackReader.open(new DiskPackBytes(pack, publication.output().shown(PackSlot.PACK)));
      reader.verify(threads);
      if (!reader.packId().equals(packId)) {
        throw new IOException(
            "the staged pack does not read back as it was written: the disk may be failing");
      }
      return Outcome.done();
    } catch (PackException e) {
      throw new IOException("the staged pack reads back damaged: the disk may be failing", e);
    }
  }

  private StagedFile file(PackSlot slot) {
    return Objects.requireNonNull(files.get(slot));
  }

  long packBytes() {
    return file(PackSlot.PACK).sizeBytes();
  }

  private Diagnostic tooLarge(String message) {
    return Diagnostic.error(
            DiagnosticCode.PACK_TOO_LARGE,
            Location.of(Artifact.PACK, publication.output().shown(PackSlot.PACK)),
            message)
        .advice("split the workspace: a pack cannot contain more");
  }

  private Companions.Provenance provenance(int index) {
    StoredAsset asset = stored.get(index);
    return new Companions.Provenance(
        asset.asset(), asset.sources(), asset.references(), asset.frames());
  }

  /** Where the slices are, for reading one after the other. */
  private Map<SliceFile, ReadAhead> sliceFiles() {
    Map<SliceFile, ReadAhead> all = new EnumMap<>(SliceFile.class);
    spool.ifPresent(file -> all.put(SliceFile.SPOOL, new ReadAhead(file::read)));
    published.ifPresent(
        pack -> all.put(SliceFile.PUBLISHED_PACK, new ReadAhead(pack.file()::read)));
    return all;
  }

  private static ReadableByteChannel slice(StoredAsset asset, Map<SliceFile, ReadAhead> files) {
    return Objects.requireNonNull(files.get(asset.sliceFile()))
        .stretch(asset.startBytes(), asset.metadata().sliceBytes());
  }

  /** Writes a stretch of the spool file from its beginning on. */
  private static final class SpoolStream extends OutputStream {
    private final Spool spool;
    private final MessageDigest digest = Sha256.newMessageDigest();
    private long positionBytes;

    SpoolStream(Spool spool, long startBytes) {
      this.spool = spool;
      this.positionBytes = startBytes;
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      digest.update(bytes, offset, length);
      spool.write(positionBytes, ByteBuffer.wrap(bytes, offset, length));
      positionBytes += length;
    }

    Sha256 digest() {
      return Sha256.finish(digest);
    }
  }
}
