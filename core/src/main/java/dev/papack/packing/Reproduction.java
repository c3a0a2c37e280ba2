package dev.papack.packing;

import dev.papack.asset.Asset;
import dev.papack.container.BankMetadata;
import dev.papack.container.Sha256;
import dev.papack.container.SoundsMetadata;
import dev.papack.container.TilesMetadata;
import dev.papack.convert.Conversion;
import dev.papack.convert.ConvertedAsset;
import dev.papack.convert.Recipes;
import dev.papack.convert.SourceFile;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.Verb;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A second build from nothing, of which only the digests are kept: is it the first again? */
final class Reproduction {
  private final Conversion conversion;
  private final Recipes recipes = new Recipes();

  Reproduction(Conversion conversion) {
    this.conversion = conversion;
  }

  /** Converts an asset, whatever the last build knows of it. */
  Outcome<StoredAsset> make(Asset asset) throws IOException {
    return conversion.convert(asset, this::digested);
  }

  private Outcome<StoredAsset> digested(ConvertedAsset converted) throws IOException {
    try (DigestOutputStream digest =
        new DigestOutputStream(OutputStream.nullOutputStream(), Sha256.newMessageDigest())) {
      List<Diagnostic> found = converted.bank().writeTo(digest);
      return new Outcome.Accepted<>(
          StoredAsset.converted(converted, recipes, Sha256.finish(digest.getMessageDigest()), 0),
          found);
    }
  }

  /** The first difference, by asset and field. */
  static Optional<Diagnostic> findDifference(List<StoredAsset> first, List<StoredAsset> second) {
    for (int i = 0; i < first.size(); i++) {
      Map<String, String> before = fields(first.get(i));
      Map<String, String> after = fields(second.get(i));
      for (Map.Entry<String, String> field : before.entrySet()) {
        String again = Objects.requireNonNullElse(after.get(field.getKey()), "");
        if (!field.getValue().equals(again)) {
          return Optional.of(difference(first.get(i).asset(), field.getKey(), field, again));
        }
      }
    }
    return Optional.empty();
  }

  private static Diagnostic difference(
      Asset asset, String name, Map.Entry<String, String> field, String again) {
    return Diagnostic.error(
            DiagnosticCode.BUILD_NOT_REPRODUCIBLE,
            Location.of(Artifact.ASSET, asset.place().file()),
            "a second build from nothing differs: asset \""
                + asset.name()
                + "\" has another "
                + name)
        .found(again)
        .supported(field.getValue())
        .fix(
            Fix.likely(
                "clear the cache and build again; if they differ still, report a bug",
                Fix.run(Verb.CLEAR_CACHE)));
  }

  /** What the published files say of an asset, in the order in which it is compared. */
  private static Map<String, String> fields(StoredAsset asset) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (SourceFile file : asset.sources()) {
      fields.put("digest of source " + file.path(), file.digest().hex());
    }
    for (SourceFile file : asset.references()) {
      fields.put("digest of palette picture " + file.path(), file.digest().hex());
    }
    add(asset.metadata(), fields);
    fields.put("frames", asset.frames().toString());
    fields.put("slice digest", asset.digest().hex());
    fields.put("key", asset.key().digest().hex());
    return fields;
  }

  private static void add(BankMetadata metadata, Map<String, String> fields) {
    fields.put("bank_type", metadata.bankType().name());
    switch (metadata) {
      case TilesMetadata tiles -> {
        fields.put("tile_size", String.valueOf(tiles.tileSize()));
        fields.put("tile_count", String.valueOf(tiles.tileCount()));
        fields.put("palette_count", String.valueOf(tiles.paletteCount()));
        fields.put("columns", String.valueOf(tiles.columns()));
      }
      case SoundsMetadata sounds -> {
        fields.put("channels", String.valueOf(sounds.channels()));
        fields.put("frame_count", String.valueOf(sounds.frameCount()));
        fields.put("sample_rate", String.valueOf(sounds.sampleRateHz()));
        fields.put("loop", sounds.loop().toString());
      }
    }
  }
}
