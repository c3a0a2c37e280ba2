package dev.papack.conformance;

import dev.papack.Packer;
import dev.papack.Session;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.progress.CancelledException;
import dev.papack.result.Effect;
import dev.papack.result.PackListing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What papack says of one file.
 *
 * @param code of the diagnostic that comes first; empty if the file is valid
 */
record Judgement(Optional<String> code) {
  private static final String EMPTY_INDEX =
      """
      {"artifact": "index", "schema_version": 2, "assets": [], "retired": []}
      """;

  /**
   * Judges a file by itself, as its suffix says.
   *
   * @param file a name
   * @param bytes its content
   * @param folder to write it to; what an earlier call left there is replaced
   */
  static Judgement of(String file, byte[] bytes, Path folder) throws IOException {
    try {
      return file.endsWith(".pa") ? ofPack(bytes, folder) : ofDocument(file, bytes, folder);
    } catch (CancelledException e) {
      throw new IllegalStateException("nobody cancelled", e);
    }
  }

  private static Judgement ofPack(byte[] bytes, Path folder)
      throws IOException, CancelledException {
    Path pack = folder.resolve("assets.pa");
    Files.write(pack, bytes);
    Outcome<PackListing> outcome = Packer.create().verify(pack);
    return of(outcome);
  }

  /**
   * A dry run of a migration judges each named document, and nothing that several mean together.
   */
  private static Judgement ofDocument(String file, byte[] bytes, Path folder)
      throws IOException, CancelledException {
    Path assets = Files.createDirectories(folder.resolve("assets"));
    Path index = assets.resolve("index.json");
    Path ignore = assets.resolve("ignore.json");
    Path budgets = assets.resolve("budgets.json");
    Path document =
        file.endsWith(".index.json")
            ? index
            : file.endsWith(".ignore.json")
                ? ignore
                : file.endsWith(".budgets.json") ? budgets : assets.resolve("x.asset.json");
    Files.deleteIfExists(ignore);
    Files.deleteIfExists(budgets);
    Files.writeString(index, EMPTY_INDEX);
    Outcome<Session> session = Packer.create().open(folder);
    Files.write(document, bytes);
    return of(
        switch (session) {
          case Outcome.Refused<Session>(List<Diagnostic> faults) ->
              throw new IllegalStateException("no workspace: " + faults);
          case Outcome.Accepted<Session>(Session opened, List<Diagnostic> notes) ->
              opened.migrate(List.of(document), Effect.SHOW, _ -> {});
        });
  }

  private static Judgement of(Outcome<?> outcome) {
    return new Judgement(
        switch (outcome) {
          case Outcome.Accepted<?> accepted -> Optional.empty();
          case Outcome.Refused<?>(List<Diagnostic> faults) ->
              Optional.of(faults.getFirst().code().id());
        });
  }
}
