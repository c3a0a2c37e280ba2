package dev.papack.benchmarks;

import dev.papack.asset.DeclarationPlace;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.migration.Histories;
import dev.papack.migration.Migration;
import dev.papack.registry.DeclarationDocument;
import dev.papack.source.Snapshot;
import java.nio.charset.StandardCharsets;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** An {@code asset.json}: strict parse, gate, structure and meaning. */
@State(Scope.Benchmark)
public class DeclarationKernel {
  private static final byte[] TEXT =
      """
      {
        "artifact": "asset",
        "schema_version": 3,
        "asset_id": 1007919,
        "name": "sprites/hero",
        "sources": ["hero.png"],
        "bank": "TILES",
        "tiles": {
          "tile_size": 16,
          "palettes": "auto"
        },
        "preload": {
          "slot": 3
        }
      }
      """
          .getBytes(StandardCharsets.UTF_8);

  private final DeclarationPlace place =
      DeclarationPlace.of(AssetsPath.of("sprites/hero.asset.json")).orElseThrow();

  /** Reads it. */
  @Benchmark
  public Object read() {
    Snapshot snapshot = Snapshot.of("sprites/hero.asset.json", TEXT.clone());
    return Accepted.valueOf(
        Migration.read(snapshot, Histories.ASSET)
            .flatMap(document -> DeclarationDocument.read(document, place)));
  }
}
