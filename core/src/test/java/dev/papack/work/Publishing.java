package dev.papack.work;

import dev.papack.asset.DeclarationPlace;
import dev.papack.container.Sha256;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.MemoryDisk;
import dev.papack.disk.TestDisk;
import dev.papack.disk.WritableDirectory;
import dev.papack.publish.DocumentChange;
import dev.papack.publish.Operation;
import dev.papack.publish.Publication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** Publishes many documents: how many operations of the disk that takes. */
public enum Publishing implements IntUnaryOperator {
  /** Every second one is new; all have folders of their own. */
  DOCUMENTS;

  private static final Path GAME = Path.of("/game");

  @Override
  public int applyAsInt(int documents) {
    MemoryDisk disk = new MemoryDisk().write("game/assets/index.json", "index");
    List<DocumentChange> changes = new ArrayList<>();
    changes.add(new DocumentChange.OfRegistry(digest("index"), "index 2"));
    for (int i = 0; i < documents; i++) {
      String path = "folder" + i + "/a.asset.json";
      disk.write("game/assets/folder" + i + "/a.png", "picture");
      boolean isNew = i % 2 == 0;
      if (!isNew) {
        disk.write("game/assets/" + path, "before");
      }
      changes.add(
          new DocumentChange.OfDeclaration(
              DeclarationPlace.of(AssetsPath.of(path)).orElseThrow(),
              isNew ? Optional.empty() : digest("before"),
              Optional.of("after")));
    }
    TestDisk counted = TestDisk.healthy(disk);
    try (WritableDirectory workspace = counted.openForWriting(GAME, "");
        Publication publication = begin(workspace)) {
      if (!publication.publishDocuments(changes).equals(Outcome.of(changes.size()))) {
        throw new AssertionError("not all were published");
      }
      return counted.operations();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Sha256> digest(String text) {
    return Optional.of(Sha256.of(StandardCharsets.UTF_8.encode(text)));
  }

  private static Publication begin(WritableDirectory workspace) throws IOException {
    if (Publication.begin(workspace, Operation.ADD)
        instanceof Outcome.Accepted<Publication>(Publication publication, var _)) {
      return publication;
    }
    throw new AssertionError("refused");
  }
}
