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
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.DiskException;
import dev.papack.inspect.Companions;
import dev.papack.inspect.DiskPackBytes;
import dev.papack.json.RowDocument;
import dev.papack.publish.PackSlot;
import dev.papack.publish.Publication;
import dev.papack.publish.Spool;
import dev.papack.publish.StagedFile;
import dev.papack.source.Limits;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
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
   * @param pack where the slices are that stay the same; open until the pack is written
   */
  void replaceStored(List<StoredAsset> all, Optional<PublishedPack> pack) {
    stored.clear();
    stored.addAll(all);
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
   * Writes the pack and its companions to their staged files.
   *
   * @return the identity of the pack; or that a companion is longer than its readers accept
   */
  Outcome<PackId> write(Header header) throws IOException {
    for (PackSlot slot : PackSlot.values()) {
      files.put(slot, publication.stage(slot));
    }
    return writeCompanions(writePack(header), header);
  }

  private PackId writePack(Header header) throws IOException {
    // The table and what was stored have one order: by id.
    Iterator<StoredAsset> next = stored.iterator();
    try {
      return PackWriter.write(header, _ -> open(next.next()), channel(file(PackSlot.PACK)));
    } catch (PackException e) {
      if (published.isPresent()) {
        throw new DiskException(
            DiskException.Trouble.CHANGED,
            publication.output().shown(PackSlot.PACK),
            "the published pack changed while its slices were copied");
      }
      throw new IllegalStateException("a bank of ours breaks the format", e);
    }
  }

  private Outcome<PackId> writeCompanions(PackId packId, Header header) throws IOException {
    Map<PackSlot, RowDocument> companions = new EnumMap<>(PackSlot.class);
    companions.put(PackSlot.ASSET_TABLE, Companions.assetTable(packId, header));
    companions.put(PackSlot.PRELOAD, Companions.preload(packId, header));
    companions.put(
        PackSlot.ASSET_TABLE_METADATA, Companions.metadata(packId, header, this::provenance));
    for (Map.Entry<PackSlot, RowDocument> companion : companions.entrySet()) {
      PackSlot slot = companion.getKey();
      try (Writer text =
          new OutputStreamWriter(
              Channels.newOutputStream(channel(file(slot))), StandardCharsets.UTF_8)) {
        companion.getValue().writeTo(text);
      }
      if (file(slot).sizeBytes() > Limits.COMPANION_BYTES) {
        return Outcome.refused(
            tooLarge(
                slot.path()
                    + " would have "
                    + file(slot).sizeBytes()
                    + " bytes; at most "
                    + Limits.COMPANION_BYTES
                    + " are allowed"));
      }
    }
    return Outcome.of(packId);
  }

  /** Reads the staged pack back to its last digest, by several threads. */
  void verify(PackId packId, int threads) throws IOException {
    StagedFile pack = file(PackSlot.PACK);
    try {
      PackReader reader =
          PackReader.open(new DiskPackBytes(pack, publication.output().shown(PackSlot.PACK)));
      reader.verify(threads);
      if (!reader.packId().equals(packId)) {
        throw new IOException(
            "the staged pack does not read back as it was written: the disk may be failing");
      }
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

  private ReadableByteChannel open(StoredAsset asset) {
    Reading file =
        switch (asset.sliceFile()) {
          case SPOOL -> spool.orElseThrow()::read;
          case PUBLISHED_PACK -> published.orElseThrow().file()::read;
        };
    return new Stretch(
        file, asset.startBytes(), asset.startBytes() + asset.metadata().sliceBytes());
  }

  private static WritableByteChannel channel(StagedFile file) {
    return new WritableByteChannel() {
      @Override
      public int write(ByteBuffer bytes) throws IOException {
        int count = bytes.remaining();
        file.append(bytes);
        return count;
      }

      @Override
      public boolean isOpen() {
        return true;
      }

      @Override
      public void close() {}
    };
  }

  /** A file that is read where one wants. */
  @FunctionalInterface
  private interface Reading {
    int read(long positionBytes, ByteBuffer into) throws IOException;
  }

  /** A stretch of a file; the file itself stays open. */
  private static final class Stretch implements ReadableByteChannel {
    private final Reading file;
    private final long endBytes;
    private long positionBytes;

    Stretch(Reading file, long startBytes, long endBytes) {
      this.file = file;
      this.positionBytes = startBytes;
      this.endBytes = endBytes;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
      if (positionBytes == endBytes) {
        return -1;
      }
      int wanted = (int) Math.min(into.remaining(), endBytes - positionBytes);
      int count = file.read(positionBytes, into.slice(into.position(), wanted));
      if (count < 0) {
        throw new IOException("a file ends too early that slices are copied from");
      }
      into.position(into.position() + count);
      positionBytes += count;
      return count;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
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
