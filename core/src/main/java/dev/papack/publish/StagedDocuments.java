package dev.papack.publish;

import dev.papack.asset.DeclarationPlace;
import dev.papack.container.Sha256;
import dev.papack.diagnostic.Done;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.FolderId;
import dev.papack.disk.WritableDirectory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The authored documents that a publication changes, and the files that it moves, so far. */
final class StagedDocuments {
  private final WritableDirectory workspace;
  private final Staging staging;
  private final List<Replacement.Declaration> declarations = new ArrayList<>();
  private Optional<Replacement.Registry> registry = Optional.empty();
  private Optional<Replacement.IgnoreList> ignores = Optional.empty();
  private final List<Replacement.Move> moves = new ArrayList<>();

  StagedDocuments(WritableDirectory workspace, Staging staging) {
    this.workspace = workspace;
    this.staging = staging;
  }

  /** Stages a change, or refuses it if its text would be too long to be read back. */
  Outcome<Done> stage(DocumentChange change) throws IOException {
    return switch (change) {
      case DocumentChange.OfRegistry(Optional<Sha256> before, String after) -> {
        StagedContent content = staging.write(Replacement.Registry.STAGED, after);
        registry = Optional.of(new Replacement.Registry(before, content));
        yield withinLimit(change, content);
      }
      case DocumentChange.OfIgnoreList(Optional<Sha256> before, String after) -> {
        StagedContent content = staging.write(Replacement.IgnoreList.STAGED, after);
        ignores = Optional.of(new Replacement.IgnoreList(before, content));
        yield withinLimit(change, content);
      }
      case DocumentChange.OfDeclaration(
              DeclarationPlace place,
              Optional<Sha256> before,
              Optional<String> after) -> {
        Replacement.Declaration deleted =
            new Replacement.Declaration(declarations.size(), place, before, Optional.empty());
        if (after.isEmpty()) {
          declarations.add(deleted);
          yield Outcome.done();
        }
        StagedContent content = staging.write(deleted.staged(), after.get());
        declarations.add(
            new Replacement.Declaration(deleted.number(), place, before, Optional.of(content)));
        yield withinLimit(change, content);
      }
    };
  }

  /** Takes up a file that gets another path, or refuses it if it is no longer there. */
  Outcome<Done> stageMove(FileMove move) throws IOException {
    Optional<StagedContent> content =
        Occupant.of(workspace, move.from().inWorkspace().names()).whole();
    content.ifPresent(found -> moves.add(new Replacement.Move(moves.size(), move, found)));
    return content.isPresent()
        ? Outcome.done()
        : Outcome.refused(Replacing.changed(move.from().inWorkspace().text()));
  }

  /** All of it, to be decided together. */
  JournalRecord.OfDocuments record(FolderId folder) {
    return new JournalRecord.OfDocuments(folder, declarations, registry, ignores, moves);
  }

  private static Outcome<Done> withinLimit(DocumentChange change, StagedContent content) {
    return content.sizeBytes() <= change.maxBytes()
        ? Outcome.done()
        : Outcome.refused(
            StagedContent.tooLarge(change.file().text(), content.sizeBytes(), change.maxBytes()));
  }
}
