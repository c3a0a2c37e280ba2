import dev.papack.asset.DeclarationPlace;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.migration.Histories;
import dev.papack.migration.Migration;
import dev.papack.registry.DeclarationDocument;
import dev.papack.source.Snapshot;
import dev.papack.diagnostic.Outcome;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** How many {@code asset.json} one thread reads in a second: strict parse, gate, structure and meaning. */
final class DocumentBenchmark {
  private static final int ROUNDS = 15;
  private static final int DOCUMENTS = 50_000;

  public static void main(String[] arguments) {
    byte[][] texts = new byte[64][];
    for (int i = 0; i < texts.length; i++) {
      texts[i] =
          """
          {
            "artifact": "asset",
            "schema_version": 3,
            "asset_id": %d,
            "name": "sprites/hero_%d",
            "sources": ["hero_%d.png"],
            "bank": "TILES",
            "tiles": {
              "tile_size": 16,
              "palettes": "auto"
            },
            "preload": {
              "slot": %d
            }
          }
          """
              .formatted(1_000_000 + i * 7919, i, i, i)
              .getBytes(StandardCharsets.UTF_8);
    }
    DeclarationPlace place =
        DeclarationPlace.of(AssetsPath.of("sprites/hero.asset.json")).orElseThrow();
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    double[] rates = new double[ROUNDS];
    long allocated = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      long cpu = threads.getCurrentThreadCpuTime();
      int accepted = 0;
      for (int i = 0; i < DOCUMENTS; i++) {
        Snapshot snapshot = Snapshot.of("sprites/hero.asset.json", texts[i % texts.length].clone());
        if (Migration.read(snapshot, Histories.ASSET)
                .flatMap(document -> DeclarationDocument.read(document, place))
            instanceof Outcome.Accepted<?>) {
          accepted++;
        }
      }
      if (accepted != DOCUMENTS) {
        throw new IllegalStateException("refused " + (DOCUMENTS - accepted));
      }
      rates[round] = DOCUMENTS * 1e9 / (threads.getCurrentThreadCpuTime() - cpu);
      allocated = (threads.getCurrentThreadAllocatedBytes() - before) / DOCUMENTS;
    }
    double[] warm = Arrays.copyOfRange(rates, ROUNDS / 3, ROUNDS);
    Arrays.sort(warm);
    System.out.printf(
        "asset.json: %,.0f a second of processor time (median of %d rounds of %,d; %,.0f to %,.0f), %,d bytes"
            + " allocated each%n",
        warm[warm.length / 2], warm.length, DOCUMENTS, warm[0], warm[warm.length - 1], allocated);
  }
}
