package dev.papack.inspect;

import dev.papack.comparison.PackComparison;
import dev.papack.container.AssetName;
import dev.papack.container.BankMetadata;
import dev.papack.container.Header;
import dev.papack.container.PackBytes;
import dev.papack.container.PackException;
import dev.papack.container.PackReader;
import dev.papack.container.PackWriter;
import dev.papack.container.PreloadItem;
import dev.papack.container.Sha256;
import dev.papack.container.UnplacedEntry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** A pack of a test, changed by hand before it is written. */
final class DraftPack {
  private final SortedMap<Integer, Asset> assets = new TreeMap<>();
  private final SortedMap<Integer, Integer> slots = new TreeMap<>();

  private record Asset(String name, BankMetadata metadata, ByteBuffer slice) {}

  DraftPack copy() {
    DraftPack copy = new DraftPack();
    copy.assets.putAll(assets);
    copy.slots.putAll(slots);
    return copy;
  }

  /** Adds an asset or changes what it holds; an asset that is there keeps its name. */
  DraftPack with(int id, DraftTiles tiles) {
    return with(id, tiles.metadata(), tiles.slice());
  }

  DraftPack with(int id, DraftSounds sounds) {
    return with(id, sounds.metadata(), sounds.slice());
  }

  private DraftPack with(int id, BankMetadata metadata, byte[] slice) {
    Asset old = assets.get(id);
    String name = old == null ? "asset/" + id : old.name();
    assets.put(id, new Asset(name, metadata, ByteBuffer.wrap(slice)));
    return this;
  }

  DraftPack named(int id, String name) {
    assets.computeIfPresent(id, (_, old) -> new Asset(name, old.metadata(), old.slice()));
    return this;
  }

  DraftPack without(int id) {
    assets.remove(id);
    slots.remove(id);
    return this;
  }

  DraftPack inSlot(int id, int slot) {
    slots.put(id, slot);
    return this;
  }

  DraftPack inNoSlot(int id) {
    slots.remove(id);
    return this;
  }

  boolean has(int id) {
    return assets.containsKey(id);
  }

  OptionalInt slotOf(int id) {
    Integer slot = slots.get(id);
    return slot == null ? OptionalInt.empty() : OptionalInt.of(slot);
  }

  /** How this pack differs from an older one; both are read as they would be from files. */
  PackComparison since(DraftPack older) {
    try {
      return PackDifference.of(older.verified(), verified());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (PackException e) {
      throw new IllegalStateException(e);
    }
  }

  VerifiedPack verified() throws IOException, PackException {
    return VerifiedPack.of(PackReader.open(PackBytes.of(bytes())), "a pack of a test", 1);
  }

  /** The file. */
  byte[] bytes() {
    List<UnplacedEntry> entries = new ArrayList<>();
    List<PreloadItem> preload = new ArrayList<>();
    assets.forEach((id, asset) ->
        entries.add(
            new UnplacedEntry(
                id, new AssetName(asset.name()), asset.metadata(), Sha256.of(asset.slice()))));
    slots.forEach(
        (id, slot) -> preload.add(new PreloadItem(id, asset(id).metadata().bankType(), slot)));
    ByteArrayOutputStream pack = new ByteArrayOutputStream();
    try {
      PackWriter.write(
          Header.layOut(entries, preload),
          entry ->
              Channels.newChannel(new ByteArrayInputStream(asset(entry.assetId()).slice().array())),
          Channels.newChannel(pack));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (PackException e) {
      throw new IllegalStateException(e);
    }
    return pack.toByteArray();
  }

  private Asset asset(int id) {
    Asset asset = assets.get(id);
    if (asset == null) {
      throw new IllegalStateException("no asset " + id);
    }
    return asset;
  }
}
