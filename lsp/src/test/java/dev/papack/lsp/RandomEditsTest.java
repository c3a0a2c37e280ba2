package dev.papack.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.Packer;
import dev.papack.Session;
import dev.papack.campaign.Campaign;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.TextRange;
import dev.papack.diagnostic.WorkspacePath;
import dev.papack.result.Drift;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.lsp4j.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random edits of documents, some of them undone: whenever the server has said everything, it has
 * said what a check says of the same texts once they are saved.
 */
class RandomEditsTest {
  private static final int EDITS = Campaign.amount(40, 10_000);
  private static final long SEED = 20_261_130;
  private static final List<String> DOCUMENTS =
      List.of(
          "assets/ground.asset.json",
          "assets/sprites/hero/asset.json",
          "assets/index.json",
          "assets/budgets.json");

  private static final List<String> PIECES =
      List.of(
          "\"",
          ",",
          "{",
          "}",
          "[",
          "]",
          ":",
          "\n",
          "\r\n",
          "7",
          "12",
          "-",
          "x",
          "\\",
          "hero",
          "\ud83d\ude00",
          "\u00e9",
          " ",
          "null",
          "\"fit\": \"pad\",",
          "\"name\"",
          "ground.png",
          "\t",
          "\"slot\": 300,",
          "5150");

  @TempDir private Path temporary = Path.of("");

  /** An edit that can be taken back. */
  private record Edit(String file, int start, String before, String after) {
    Edit undone() {
      return new Edit(file, start, /* before= */ after, /* after= */ before);
    }
  }

  @Test
  void whatIsSaidIsWhatACheckOfTheSavedTextSays() throws Exception {
    Path game = Games.golden("check-small-game", temporary);
    Path saved = Games.copy(game, temporary.resolve("saved"));
    Session session = ((Outcome.Accepted<Session>) Packer.create().open(saved)).value();
    Random random = new Random(SEED);
    Deque<Edit> done = new ArrayDeque<>();
    int withFaults = 0;
    try (Editor editor = new Editor(game)) {
      for (String file : DOCUMENTS) {
        editor.open(
            file,
            Files.exists(game.resolve(file))
                ? Files.readString(game.resolve(file))
                : "{\n  \"artifact\": \"budgets\",\n  \"schema_version\": 1,\n  \"budgets\": []\n}\n");
        Files.writeString(saved.resolve(file), editor.text(file));
      }
      for (int i = 0; i < EDITS; i++) {
        // Now and then everything is taken back: most of two faults at once is the first alone.
        int undone = random.nextInt(4) == 0 ? done.size() : random.nextInt(3) == 0 ? 1 : 0;
        for (int left = Math.min(undone, done.size()); left > 0; left--) {
          Edit edit = done.pop();
          type(editor, saved, edit.undone());
        }
        if (undone == 0) {
          done.push(edit(editor, saved, random));
        }
        SortedSet<String> expected = expected(session);
        assertThat(said(editor)).as("edit " + i + ": " + done).isEqualTo(expected);
        withFaults += expected.isEmpty() ? 0 : 1;
      }
    }
    Campaign.report(
        "lsp-random-edits",
        Campaign.share(EDITS, 10_000)
            + " edits, "
            + withFaults
            + " with findings: 0 differ from check");
  }

  private static Edit edit(Editor editor, Path saved, Random random) throws Exception {
    String file = DOCUMENTS.get(random.nextInt(DOCUMENTS.size()));
    String text = editor.text(file);
    int start = whole(text, random.nextInt(text.length() + 1));
    int end =
        switch (random.nextInt(3)) {
          case 0 -> start;
          case 1 -> Math.min(text.length(), start + 1);
          default -> Math.min(text.length(), start + random.nextInt(12));
        };
    String before = text.substring(start, Math.max(start, whole(text, end)));
    String after =
        before.isEmpty() || random.nextBoolean() ? PIECES.get(random.nextInt(PIECES.size())) : "";
    Edit edit = new Edit(file, start, before, after);
    type(editor, saved, edit);
    return edit;
  }

  /** An editor places no cursor inside of a character, or of the end of a line. */
  private static int whole(String text, int at) {
    boolean isInside =
        at > 0
            && at < text.length()
            && (Character.isLowSurrogate(text.charAt(at))
                || (text.charAt(at) == '\n' && text.charAt(at - 1) == '\r'));
    return isInside ? at - 1 : at;
  }

  private static void type(Editor editor, Path saved, Edit edit) throws Exception {
    editor.type(edit.file(), edit.start(), edit.start() + edit.before().length(), edit.after());
    Files.writeString(saved.resolve(edit.file()), editor.text(edit.file()));
  }

  private static SortedSet<String> expected(Session session) throws Exception {
    SortedSet<String> expected = new TreeSet<>();
    for (Diagnostic diagnostic : session.check(Drift.TOLERATED).diagnostics()) {
      String place =
          diagnostic
              .location()
              .file()
              .filter(file -> DOCUMENTS.contains(file.text()))
              .map(WorkspacePath::text)
              .map(file ->
                  file
                      + " "
                      + diagnostic
                          .location()
                          .text()
                          .map(RandomEditsTest::inWords)
                          .orElse("0:0-0:0"))
              .orElse("elsewhere");
      expected.add(place + " " + diagnostic.code().id() + " " + diagnostic.message());
    }
    return expected;
  }

  private static String inWords(TextRange range) {
    return (range.line() - 1)
        + ":"
        + (range.column() - 1)
        + "-"
        + (range.endLine() - 1)
        + ":"
        + (range.endColumn() - 1);
  }

  private static SortedSet<String> said(Editor editor) throws Exception {
    SortedSet<String> said = new TreeSet<>();
    editor
        .settled()
        .forEach((uri, all) -> {
          String file = uri.substring(editor.uri("").length() + 1);
          all.forEach(one -> {
            // What was typed may break a line in a message; advice follows in lines of its own.
            String message = one.getMessage().getLeft().split("\nfix: ", 2)[0];
            List<String> words = new ArrayList<>(List.of(message.split(": ", 2)));
            boolean isMoved = words.getFirst().startsWith("assets/") && words.size() == 2;
            boolean isDocument = DOCUMENTS.contains(file) && !isMoved;
            said.add(
                (isDocument ? file + " " + inWords(one.getRange()) : "elsewhere")
                    + " "
                    + one.getCode().getLeft()
                    + " "
                    + (isMoved ? words.getLast() : message));
          });
        });
    return said;
  }

  private static String inWords(Range range) {
    return range.getStart().getLine()
        + ":"
        + range.getStart().getCharacter()
        + "-"
        + range.getEnd().getLine()
        + ":"
        + range.getEnd().getCharacter();
  }
}
