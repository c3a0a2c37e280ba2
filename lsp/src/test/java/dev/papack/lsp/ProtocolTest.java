package dev.papack.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.Packer;
import dev.papack.campaign.Campaign;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is written to a server, it answers in messages or ends; it never fails. */
class ProtocolTest {
  private static final int ROUNDS = Campaign.amount(100, 20_000);
  private static final long SEED = 20_261_130;

  @TempDir private Path temporary = Path.of("");
  private Path game = Path.of("");

  private record Ended(Ending ending, String out) {}

  @BeforeEach
  void aGame() throws Exception {
    game = Games.starter(temporary);
  }

  private Ended serve(InputStream in) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LanguageServer server =
        new LanguageServer(
            in,
            out,
            new LanguageServer.Surroundings(
                folder -> Packer.create().open(folder),
                Optional.empty(),
                "1.2.3",
                new Pauses(1, 1, 0),
                System::currentTimeMillis,
                () -> false));
    Ending ending = server.run();
    return new Ended(ending, out.toString(StandardCharsets.UTF_8));
  }

  private Ended serve(String... messages) {
    StringBuilder all = new StringBuilder();
    for (String message : messages) {
      all.append(framed(message));
    }
    return serve(new ByteArrayInputStream(all.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static String framed(String message) {
    return "Content-Length: "
        + message.getBytes(StandardCharsets.UTF_8).length
        + "\r\n\r\n"
        + message;
  }

  private String initialize() {
    return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"rootUri\":\""
        + DocumentUri.of(game)
        + "\",\"capabilities\":{}}}";
  }

  private static final String SHUTDOWN =
      "{\"jsonrpc\":\"2.0\",\"id\":\"end\",\"method\":\"shutdown\"}";
  private static final String EXIT = "{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}";

  @Test
  void shutdownAndExitEndWell() {
    Ended ended = serve(initialize(), SHUTDOWN, EXIT);
    assertThat(ended.ending()).isEqualTo(Ending.SHUT_DOWN);
    assertThat(ended.out()).contains("{\"id\":\"end\",\"result\":null,\"jsonrpc\":\"2.0\"}");
  }

  @Test
  void exitWithoutShutdownIsNoGoodEnd() {
    assertThat(serve(initialize(), EXIT).ending()).isEqualTo(Ending.LEFT);
  }

  @Test
  void anEditorThatIsGoneEndsTheServer() {
    assertThat(serve(initialize()).ending()).isEqualTo(Ending.LEFT);
    assertThat(serve().ending()).isEqualTo(Ending.LEFT);
  }

  @Test
  void aProcessThatIsToEndEndsTheServerThoughItWaits() throws Exception {
    AtomicBoolean isCancelled = new AtomicBoolean();
    PipedInputStream silent = new PipedInputStream();
    PipedOutputStream _ = new PipedOutputStream(silent);
    LanguageServer server =
        new LanguageServer(
            silent,
            new ByteArrayOutputStream(),
            new LanguageServer.Surroundings(
                folder -> Packer.create().open(folder),
                Optional.empty(),
                "1.2.3",
                Pauses.USUAL,
                System::currentTimeMillis,
                () -> isCancelled.getAndSet(true)));
    assertThat(server.run()).isEqualTo(Ending.CANCELLED);
  }

  @Test
  void nothingIsAnsweredBeforeInitialize() {
    assertThat(serve("{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"textDocument/hover\"}").out())
        .contains("\"id\":7,\"error\":{\"code\":-32002");
  }

  @Test
  void nothingIsAnsweredAfterShutdown() {
    assertThat(
            serve(
                    initialize(),
                    SHUTDOWN,
                    "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"textDocument/hover\"}")
                .out())
        .contains("\"id\":7,\"error\":{\"code\":-32600");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"id\":7,\"method\":\"no/such\"} | 7 | -32601",
        "{\"id\":7,\"method\":\"initialize\"} | 7 | -32601",
        "{\"id\":7,\"method\":\"textDocument/hover\"} | 7 | -32602",
        "{\"id\":7,\"method\":\"textDocument/hover\",\"params\":[]} | 7 | -32602",
        "{\"id\":7,\"method\":\"workspace/executeCommand\",\"params\":{\"command\":\"rm\"}}"
            + " | 7 | -32602",
        "{\"id\":7} | 7 | -32600",
        "[] | null | -32600",
        "[{\"id\":7}] | null | -32600",
        "7 | null | -32600",
        "{\"id\":7, | null | -32700",
        "{} {} | null | -32700",
        "nothing | null | -32700",
      })
  void whatMakesNoSenseIsRefusedByItsNumberAndTheNextMessageIsRead(
      String message, String id, int code) {
    Ended ended = serve(initialize(), message, SHUTDOWN, EXIT);
    assertThat(ended.out()).contains("{\"id\":" + id + ",\"error\":{\"code\":" + code);
    assertThat(ended.ending()).isEqualTo(Ending.SHUT_DOWN);
  }

  @Test
  void anEmptyMessageIsRefused() {
    assertThat(serve(initialize(), "", EXIT).out()).contains("{\"code\":-32700");
  }

  @Test
  void aMessageThatIsTooDeepIsRefused() {
    assertThat(serve("[".repeat(100_000)).out()).contains("{\"code\":-32700");
  }

  @Test
  void aMessageThatIsTooLongIsPassedOver() {
    String small = framed(initialize()) + framed(SHUTDOWN) + framed(EXIT);
    long bytes = (64L << 20) + 1;
    InputStream long64 =
        new SequenceInputStream(
            new ByteArrayInputStream(
                ("Content-Length: " + bytes + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII)),
            new SequenceInputStream(
                InputStream.nullInputStream(), new ByteArrayInputStream(new byte[(int) bytes])));
    Ended ended =
        serve(
            new SequenceInputStream(
                long64, new ByteArrayInputStream(small.getBytes(StandardCharsets.UTF_8))));
    assertThat(ended.out()).contains("a message of 67108865 bytes is longer than 67108864");
    assertThat(ended.ending()).isEqualTo(Ending.SHUT_DOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 99999999999999999999\r\n\r\n{}",
        "Content-Length: -1\r\n\r\n{}",
        "Content-Length: many\r\n\r\n{}",
        "Content-Type: json\r\n\r\n{}",
        "{\"jsonrpc\":\"2.0\"}\r\n\r\n",
        "Content-Length: 20\r\n\r\n{}",
        "Content-Le",
      })
  void aStreamOfWhichNobodyKnowsWhereAMessageBeginsEndsTheServer(String bytes) {
    Ended ended = serve(new ByteArrayInputStream(bytes.getBytes(StandardCharsets.UTF_8)));
    assertThat(ended.ending()).isEqualTo(Ending.BROKEN);
    assertThat(ended.out()).contains("{\"id\":null,\"error\":{\"code\":-32700");
  }

  @Test
  void aHeaderWithoutEndEndsTheServer() {
    Ended ended =
        serve(new ByteArrayInputStream("x".repeat(10_000).getBytes(StandardCharsets.UTF_8)));
    assertThat(ended.ending()).isEqualTo(Ending.BROKEN);
  }

  @Test
  void changesThatMakeNoSenseAreLoggedAndPassedOver() {
    String uri = DocumentUri.of(game.resolve("assets/hero/asset.json"));
    Ended ended =
        serve(
            initialize(),
            "{\"method\":\"textDocument/didOpen\",\"params\":{\"textDocument\":{\"uri\":\""
                + uri
                + "\"}}}",
            "{\"method\":\"textDocument/didChange\",\"params\":{\"textDocument\":{\"uri\":\""
                + uri
                + "\"},\"contentChanges\":[7]}}",
            "{\"method\":\"textDocument/didOpen\",\"params\":7}",
            SHUTDOWN,
            EXIT);
    assertThat(ended.out()).contains("textDocument/didOpen: text is missing");
    assertThat(ended.ending()).isEqualTo(Ending.SHUT_DOWN);
  }

  /** Bytes of real messages, damaged: each run ends, and every answer is whole. */
  @Test
  void damagedMessagesBreakNothing() {
    Random random = new Random(SEED);
    String uri = DocumentUri.of(game.resolve("assets/hero/asset.json"));
    String document = "{\"textDocument\":{\"uri\":\"" + uri + "\",\"version\":1,\"text\":\"{}\"}";
    String real =
        framed(initialize())
            + framed("{\"method\":\"textDocument/didOpen\",\"params\":" + document + "}}")
            + framed(
                "{\"id\":2,\"method\":\"textDocument/completion\",\"params\":"
                    + document
                    + ",\"position\":{\"line\":0,\"character\":1}}}")
            + framed("{\"method\":\"$/cancelRequest\",\"params\":{\"id\":2}}")
            + framed(SHUTDOWN)
            + framed(EXIT);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = real.getBytes(StandardCharsets.UTF_8);
      for (int i = random.nextInt(1, 5); i > 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      Ended ended = serve(new ByteArrayInputStream(bytes));
      assertThat(ended.out()).as("round " + round).doesNotContain("bug in papack");
    }
    Campaign.report("lsp-damaged-messages", Campaign.share(ROUNDS, 20_000) + " runs: 0 failed");
  }
}
