package dev.papack.cache;

import dev.papack.cache.BuildCache.CachedOutput;
import dev.papack.diagnostic.Diagnostic;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes the current version of the cache's file, which {@code docs/specs/build-cache.md} has. */
final class CacheWriter {
  private final CacheOutput out = new CacheOutput();

  private CacheWriter() {}

  static ByteBuffer write(BuildCache cache) {
    CacheWriter body = new CacheWriter();
    body.body(cache);
    byte[] content = body.out.toBytes();
    CacheHead head = CacheHead.of(CacheDocument.KIND.window().current(), content);
    byte[] line = head.line().getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(line.length + content.length).put(line).put(content).flip();
  }

  private void body(BuildCache cache) {
    out.text(cache.folder().inode().orElse(""));
    out.text(cache.folder().born().orElse(""));
    out.digest(cache.packId().digest());
    out.text(cache.outputVersions());
    out.number(cache.outputs().size());
    for (CachedOutput output : cache.outputs()) {
      out.longNumber(output.sizeBytes());
      out.digest(output.digest());
      out.stamp(output.stamp());
    }
    tree(cache);
    said(cache);
    AssetForm.write(cache.assets(), out);
  }

  private void tree(BuildCache cache) {
    out.flag(cache.tree().isPresent());
    if (cache.tree().isPresent()) {
      out.digest(cache.tree().get().digest());
      findings(cache.tree().get().declared());
    }
  }

  /** The findings of those assets that have any, before the assets: often nothing else is read. */
  private void said(BuildCache cache) {
    out.number(cache.assets().size());
    List<CachedAsset> assets = cache.assets();
    for (int i = 0; i < assets.size(); i++) {
      if (!assets.get(i).findings().equals(Findings.Kept.NONE)) {
        out.number(i);
        findings(assets.get(i).findings());
      }
    }
    out.number(CacheReader.NO_MORE);
  }

  private void findings(Findings findings) {
    List<String> texts = new ArrayList<>();
    if (findings instanceof Findings.Kept(List<Diagnostic> all)) {
      FindingsForm.write(all, texts::add);
    }
    out.texts(texts);
  }
}
