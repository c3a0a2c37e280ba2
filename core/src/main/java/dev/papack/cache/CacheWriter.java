package dev.papack.cache;

import dev.papack.asset.Asset;
import dev.papack.asset.BankSettings;
import dev.papack.bank.Bank;
import dev.papack.cache.BuildCache.CachedOutput;
import dev.papack.cache.CachedAsset.CachedFile;
import dev.papack.container.BankMetadata;
import dev.papack.container.Sha256;
import dev.papack.container.SoundsMetadata;
import dev.papack.container.TilesMetadata;
import dev.papack.convert.ConversionKey.KeyedSource;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.RelativePath;
import dev.papack.disk.FileStamp;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the current version of the cache's file, which {@code docs/specs/build-cache.md} has. */
final class CacheWriter {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  private CacheWriter() {}

  static ByteBuffer write(BuildCache cache) {
    CacheWriter body = new CacheWriter();
    try {
      body.body(cache);
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes every byte", e);
    }
    byte[] content = body.bytes.toByteArray();
    CacheHead head = CacheHead.of(CacheDocument.KIND.window().current(), content);
    byte[] line = head.line().getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(line.length + content.length).put(line).put(content).flip();
  }

  private void body(BuildCache cache) throws IOException {
    text(cache.folder().inode().orElse(""));
    text(cache.folder().born().orElse(""));
    out.write(cache.packId().digest().toBytes());
    text(cache.outputVersions());
    out.writeInt(cache.outputs().size());
    for (CachedOutput output : cache.outputs()) {
      out.writeLong(output.sizeBytes());
      out.write(output.digest().toBytes());
      stamp(output.stamp());
    }
    tree(cache);
    said(cache);
    Map<String, Integer> settings = new HashMap<>();
    Map<String, Integer> formats = new HashMap<>();
    Map<BankSettings, Integer> declared = new LinkedHashMap<>();
    for (CachedAsset asset : cache.assets()) {
      declared.putIfAbsent(asset.asset().settings(), declared.size());
      settings.putIfAbsent(asset.key().settings(), settings.size());
      for (KeyedSource source : asset.key().sources()) {
        formats.putIfAbsent(source.format(), formats.size());
      }
    }
    table(settings);
    table(formats);
    texts(declared.keySet().stream().map(SettingsText::of).toList());
    for (CachedAsset asset : cache.assets()) {
      declaration(asset, declared);
      asset(asset, settings, formats);
    }
  }

  private void tree(BuildCache cache) throws IOException {
    out.writeBoolean(cache.tree().isPresent());
    if (cache.tree().isPresent()) {
      digest(cache.tree().get().digest());
      findings(cache.tree().get().declared());
    }
  }

  /** The findings of those assets that have any, before the assets: often nothing else is read. */
  private void said(BuildCache cache) throws IOException {
    out.writeInt(cache.assets().size());
    List<CachedAsset> assets = cache.assets();
    for (int i = 0; i < assets.size(); i++) {
      if (!assets.get(i).findings().equals(Findings.Kept.NONE)) {
        out.writeInt(i);
        findings(assets.get(i).findings());
      }
    }
    out.writeInt(CacheReader.NO_MORE);
  }

  private void declaration(CachedAsset cached, Map<BankSettings, Integer> declared)
      throws IOException {
    Asset asset = cached.asset();
    out.writeInt(asset.id().value());
    text(asset.name().text());
    text(asset.place().root().toString());
    text(asset.place().form().name());
    out.writeInt(cached.declaration().version());
    stamp(cached.declaration().stamp());
    out.writeInt(declared.getOrDefault(asset.settings(), 0));
    out.writeInt(asset.preloadSlot().orElse(CacheReader.NO_SLOT));
  }

  private void asset(CachedAsset asset, Map<String, Integer> settings, Map<String, Integer> formats)
      throws IOException {
    out.writeInt(asset.key().bankVersion());
    text(asset.key().codec());
    out.writeInt(asset.key().converterVersion());
    out.writeInt(asset.key().reductionVersion());
    out.writeInt(settings.getOrDefault(asset.key().settings(), 0));
    out.write(asset.keyDigest().toBytes());
    metadata(asset.metadata());
    digest(asset.slice());
    out.writeLong(asset.startBytes());
    out.writeLong(asset.frames().map(Bank.Frames::count).orElse(0L));
    out.writeInt(asset.frames().map(Bank.Frames::tiles).orElse(0));
    AnimationForm.write(asset.frames().flatMap(Bank.Frames::animation), this::text, out);
    texts(asset.declared().declaration().sources().stream().map(RelativePath::text).toList());
    out.writeInt(asset.files().size());
    for (int i = 0; i < asset.files().size(); i++) {
      CachedFile file = asset.files().get(i);
      KeyedSource source = asset.key().sources().get(i);
      out.writeLong(file.sizeBytes());
      digest(source.digest());
      out.writeInt(formats.getOrDefault(source.format(), 0));
      out.writeInt(source.decoderVersion());
      stamp(file.stamp());
    }
  }

  private void findings(Findings findings) throws IOException {
    List<String> texts = new ArrayList<>();
    if (findings instanceof Findings.Kept(List<Diagnostic> all)) {
      FindingsForm.write(all, texts::add);
    }
    texts(texts);
  }

  private void metadata(BankMetadata metadata) throws IOException {
    text(metadata.bankType().name());
    switch (metadata) {
      case TilesMetadata tiles -> {
        out.writeInt(tiles.columns());
        out.writeInt(tiles.paletteCount());
        out.writeInt(tiles.tileCount());
        out.writeInt(tiles.tileSize());
      }
      case SoundsMetadata sounds -> {
        out.writeInt(sounds.channels());
        out.writeLong(sounds.frameCount());
        out.writeLong(sounds.loop().map(SoundsMetadata.Loop::start).orElse(0L));
        out.writeLong(sounds.loop().map(SoundsMetadata.Loop::end).orElse(0L));
        out.writeInt(sounds.sampleRateHz());
      }
    }
  }

  private void stamp(Optional<FileStamp> stamp) throws IOException {
    out.writeBoolean(stamp.isPresent());
    if (stamp.isPresent()) {
      FileStamp told = stamp.get();
      out.writeLong(told.sizeBytes());
      out.writeLong(told.modifiedNanos());
      out.writeLong(told.changedNanos());
      out.writeLong(told.device());
      out.writeLong(told.inode());
    }
  }

  private void table(Map<String, Integer> numbers) throws IOException {
    String[] texts = new String[numbers.size()];
    numbers.forEach((text, number) -> texts[number] = text);
    texts(List.of(texts));
  }

  private void texts(List<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      text(text);
    }
  }

  private void digest(Sha256 digest) throws IOException {
    out.write(digest.toBytes());
  }

  private void text(String text) throws IOException {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(encoded.length);
    out.write(encoded);
  }
}
