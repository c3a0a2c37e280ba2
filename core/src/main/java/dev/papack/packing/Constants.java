package dev.papack.packing;

import dev.papack.asset.AssetId;
import dev.papack.container.Entry;
import dev.papack.container.PreloadItem;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.ReadableDirectory;
import dev.papack.inspect.PublishedBuild;
import dev.papack.inspect.PublishedPack;
import dev.papack.publish.WorkspaceFolders;
import dev.papack.registry.IndexDocument;
import dev.papack.registry.LocatedRegistry;
import dev.papack.registry.RetiredAsset;
import dev.papack.result.AssetConstants;
import dev.papack.result.AssetConstants.RetiredName;
import dev.papack.result.AssetFrames;
import dev.papack.result.NamedAsset;
import dev.papack.result.PackListing;
import dev.papack.source.FileReader;
import dev.papack.source.Limits;
import dev.papack.workspace.AssetsFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;

/** What the published pack and the registry tell the code of a game. */
public final class Constants {
  private Constants() {}

  /** Refused if the pack, its companions or the registry have a fault. */
  public static Outcome<AssetConstants> of(WorkspaceFolders folders) throws IOException {
    return new PublishedPack(folders)
        .inspectSet()
        .then(listing ->
            AssetsFolder.within(folders.workspace(), Constants::registry)
                .then(registry ->
                    Outcome.of(
                        of(
                            listing,
                            PublishedBuild.frames(folders.output()),
                            registry.registry().retired()))));
  }

  private static Outcome<LocatedRegistry> registry(ReadableDirectory assets) throws IOException {
    return FileReader.read(assets, AssetsPath.INDEX, Limits.INDEX_BYTES, Artifact.INDEX)
        .flatMap(IndexDocument::read);
  }

  private static AssetConstants of(
      PackListing listing,
      Map<Integer, AssetFrames> frames,
      SortedMap<AssetId, RetiredAsset> retired) {
    Map<Integer, Integer> slots = new HashMap<>();
    for (PreloadItem item : listing.header().preload()) {
      slots.put(item.assetId(), item.slot());
    }
    List<NamedAsset> assets = new ArrayList<>();
    for (Entry entry : listing.header().assetTable()) {
      Integer slot = slots.get(entry.assetId());
      assets.add(
          new NamedAsset(
              entry,
              slot == null ? OptionalInt.empty() : OptionalInt.of(slot),
              Optional.ofNullable(frames.get(entry.assetId()))));
    }
    assets.sort(Comparator.comparing(asset -> asset.entry().assetName().text()));
    List<RetiredName> names = new ArrayList<>();
    retired.forEach((id, asset) ->
        asset.name().ifPresent(name -> names.add(new RetiredName(name.text(), id.value()))));
    names.sort(Comparator.comparing(RetiredName::name).thenComparingInt(RetiredName::assetId));
    return new AssetConstants(listing.packId(), assets, names);
  }
}
