package dev.papack.packing;

import dev.papack.asset.Asset;
import dev.papack.asset.BankSettings;
import dev.papack.cache.CachedAsset;
import dev.papack.cache.Unchanged;
import dev.papack.container.AssetName;
import dev.papack.convert.EffectiveSettings;
import dev.papack.convert.PublishedAsset;
import dev.papack.convert.SourceFile;
import dev.papack.inspect.PublishedBuild;
import dev.papack.json.StableForm;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** An asset as it is published, for whoever compares it with what is declared. */
sealed interface Recorded {
  AssetName name();

  String root();

  OptionalInt preloadSlot();

  boolean hasSettings(BankSettings settings);

  /** Whether it was made from these files, so far as they can be told without reading them. */
  boolean hasFilesOf(Asset asset);

  boolean hasFiles(List<SourceFile> sources, List<SourceFile> references);

  /** As the companion of the pack says. */
  record InCompanion(PublishedAsset asset) implements Recorded {
    @Override
    public AssetName name() {
      return asset.name();
    }

    @Override
    public String root() {
      return asset.root();
    }

    @Override
    public OptionalInt preloadSlot() {
      return asset.preloadSlot();
    }

    @Override
    public boolean hasSettings(BankSettings settings) {
      return asset.settings().equals(StableForm.write(EffectiveSettings.tree(settings)));
    }

    @Override
    public boolean hasFilesOf(Asset declared) {
      return false;
    }

    @Override
    public boolean hasFiles(List<SourceFile> sources, List<SourceFile> references) {
      return asset.sources().equals(PublishedBuild.form(sources))
          && asset.references().equals(PublishedBuild.form(references));
    }
  }

  /** As the cache remembers, which belongs to the published pack. */
  record InCache(CachedAsset asset, Unchanged unchanged) implements Recorded {
    @Override
    public AssetName name() {
      return asset.asset().name();
    }

    @Override
    public String root() {
      return asset.asset().place().root().toString();
    }

    @Override
    public OptionalInt preloadSlot() {
      return asset.asset().preloadSlot();
    }

    @Override
    public boolean hasSettings(BankSettings settings) {
      return unchanged.hasSettings(asset, settings);
    }

    @Override
    public boolean hasFilesOf(Asset declared) {
      return unchanged.hasFilesByStamp(declared, asset);
    }

    @Override
    public boolean hasFiles(List<SourceFile> sources, List<SourceFile> references) {
      return sources.size() == asset.asset().sources().size()
          && Stream.concat(sources.stream(), references.stream())
              .toList()
              .equals(asset.sourceFiles());
    }
  }
}
