package dev.papack.conformance;

import dev.papack.CancelledException;
import dev.papack.Migrated;
import dev.papack.Observer;
import dev.papack.PackListing;
import dev.papack.Packer;
import dev.papack.Session;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What papack says of one file.
 *
 * @param code of the diagnostic that decides; empty if the file is valid
 */
record Judgement(Optional<String> code) {
  private static final String EMPTY_INDEX =
      """
      {"artifact": "index", "schema_version": 2, "assets": [], "retired": []}
      """;

  /** Judges a file of the kit in an empty folder, by its suffix. */
  static Judgement of(String file, Content content, Path folder) throws IOException {
    if (file.endsWith(".pa")) {
      return of(pack(content, folder));
    }
    Path assets = Files.createDirectories(folder.resolve("assets"));
    Path index = assets.resolve("index.json");
    Files.writeString(index, EMPTY_INDEX);
    Path document = file.endsWith(".index.json") ? index : assets.resolve("x.asset.json");
    Outcome<Session> session = Packer.create().open(folder);
    Files.write(document, content.toBytes());
    return of(
        switch (session) {
          case Outcome.Refused<Session>(List<Diagnostic> faults) ->
              throw new IOException(faults.toString());
          case Outcome.Accepted<Session>(Session opened, List<Diagnostic> notes) ->
              migrated(opened, document);
        });
  }

  private static Outcome<PackListing> pack(Content content, Path folder) throws IOException {
    Path pack = folder.resolve("assets.pa");
    Files.write(pack, content.toBytes());
    return Packer.create().verify(pack);
  }

  private static Outcome<Migrated> migrated(Session session, Path document) throws IOException {
    try {
      return session.planMigration(List.of(document), _ -> {}, Observer.NONE);
    } catch (CancelledException e) {
      throw new IllegalStateException("nobody cancelled", e);
    }
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
