package dev.papack.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.Campaign;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that are cancelled at random moments: nothing is half-done, and the server goes on. */
class CancellationTest {
  private static final int ROUNDS = Campaign.amount(60, 1_000);
  private static final long SEED = 20_261_130;
  private static final String HERO = "assets/hero/asset.json";

  @TempDir private Path temporary = Path.of("");

  @Test
  void aServerWhoseRequestsAreCancelledAnswersTheNext() throws Exception {
    Path game = Games.starter(temporary);
    SortedMap<String, String> documents = documents(game);
    Random random = new Random(SEED);
    int cancelled = 0;
    try (Editor editor = new Editor(game)) {
      editor.open(HERO, Files.readString(game.resolve(HERO)));
      for (int round = 0; round < ROUNDS; round++) {
        CompletableFuture<?> asked = ask(editor, random, round);
        if (random.nextInt(4) == 0) {
          // A new edit calls off what is being judged.
          editor.type(HERO, 0, 0, " ");
          editor.type(HERO, 0, 1, "");
        }
        long nanos = random.nextLong(1 << random.nextInt(8, 26));
        for (long end = System.nanoTime() + nanos; System.nanoTime() < end; ) {
          Thread.onSpinWait();
        }
        asked.cancel(true);
        cancelled += asked.isCancelled() ? 1 : 0;
        assertThat(isEnded(asked)).isTrue();
      }
      assertThat(editor.faults()).isEmpty();
      assertThat(editor.log).isEmpty();
      // A build writes no document; it is published whole or not at all.
      assertThat(documents(game)).isEqualTo(documents);
    }
    Campaign.report(
        "lsp-cancellations",
        Campaign.share(ROUNDS, 1_000) + " requests, " + cancelled + " cancelled: 0 faults");
  }

  private static boolean isEnded(CompletableFuture<?> asked) throws InterruptedException {
    try {
      var _ = asked.get();
    } catch (CancellationException | ExecutionException e) {
      return asked.isDone();
    }
    return true;
  }

  private static CompletableFuture<?> ask(Editor editor, Random random, int round) {
    TextDocumentService documents = editor.server.getTextDocumentService();
    Position position = new Position(random.nextInt(15), random.nextInt(20));
    return switch (round % 6) {
      case 0 -> documents.hover(new HoverParams(editor.named(HERO), position));
      case 1 -> documents.completion(new CompletionParams(editor.named(HERO), position));
      case 2 -> documents.definition(new DefinitionParams(editor.named(HERO), position));
      case 3 ->
          documents.codeAction(
              new CodeActionParams(
                  editor.named(HERO),
                  new Range(new Position(0, 0), position),
                  new CodeActionContext(List.of())));
      case 4 ->
          documents.rename(
              new RenameParams(editor.named(HERO), editor.at(HERO, "\"hero\"", 2), "knight"));
      default -> {
        editor.saved(HERO);
        yield editor
            .server
            .getWorkspaceService()
            .executeCommand(
                new ExecuteCommandParams(
                    "papack.run", List.of(Map.of("verb", "BUILD", "arguments", List.of()))));
      }
    };
  }

  private static SortedMap<String, String> documents(Path game) throws Exception {
    SortedMap<String, String> documents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(game.resolve("assets"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".json")).toList()) {
        documents.put(game.relativize(file).toString(), Files.readString(file));
      }
    }
    return documents;
  }
}
