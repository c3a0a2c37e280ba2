package dev.papack.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code papack lsp} as an editor starts it: a process in its sandbox, on its standard streams. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "processes are signalled as on POSIX")
class LanguageServerProcessTest {
  @TempDir private Path folder = Path.of("");

  private Path game = Path.of("");
  private Optional<Process> started = Optional.empty();
  private InputStream fromServer = InputStream.nullInputStream();
  private final List<String> said = new ArrayList<>();

  @BeforeEach
  void start() throws Exception {
    game = Files.createDirectory(folder.resolve("game")).toRealPath();
    assertThat(Run.papack(game, "init").status()).isZero();
    TinyFiles.png(game.resolve("assets/sword.png"), 16, 16, (x, y) -> 0xFF102030 + x / 4);
    assertThat(Run.papack(game, "add", "assets").status()).isZero();
  }

  private void serve(String... options) throws IOException {
    List<String> command =
        new ArrayList<>(
            RealPapack.install(Files.createDirectory(folder.resolve("home")))
                .withoutScript(List.of()));
    command.add("lsp");
    command.addAll(List.of(options));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(folder.resolve("err.txt").toFile())
            .start();
    started = Optional.of(process);
    fromServer = new BufferedInputStream(process.getInputStream());
    send(
        "{\"id\":1,\"method\":\"initialize\",\"params\":{\"rootUri\":\"file://"
            + game
            + "\",\"capabilities\":{}}}");
    assertThat(await("\"id\":1,")).contains("\"name\":\"papack\"");
    send("{\"method\":\"initialized\"}");
  }

  private Process process() {
    return started.orElseThrow();
  }

  @AfterEach
  void end() {
    started.ifPresent(Process::destroyForcibly);
  }

  private void send(String message) throws IOException {
    OutputStream out = process().getOutputStream();
    out.write(
        ("Content-Length: " + message.getBytes(UTF_8).length + "\r\n\r\n" + message)
            .getBytes(UTF_8));
    out.flush();
  }

  /** Reads messages until one has some text. */
  private String await(String text) throws IOException {
    for (String message = receive(); ; message = receive()) {
      said.add(message);
      if (message.isEmpty()) {
        throw new AssertionError(said + Files.readString(folder.resolve("err.txt")));
      }
      if (message.contains(text)) {
        return message;
      }
    }
  }

  /** Nothing but messages is ever written. */
  private String receive() throws IOException {
    StringBuilder header = new StringBuilder();
    while (!header.toString().endsWith("\r\n\r\n")) {
      int next = fromServer.read();
      if (next < 0) {
        assertThat(header.toString()).isEmpty();
        return "";
      }
      header.append((char) next);
    }
    assertThat(header.toString()).matches("Content-Length: [0-9]+\r\n\r\n");
    int bytes = Integer.parseInt(header.toString().replaceAll("[^0-9]", ""));
    return new String(fromServer.readNBytes(bytes), UTF_8);
  }

  private String uri(String file) {
    return "file://" + game.resolve(file);
  }

  private void open(String file, String text) throws IOException {
    send(
        "{\"method\":\"textDocument/didOpen\",\"params\":{\"textDocument\":{\"uri\":\""
            + uri(file)
            + "\",\"version\":1,\"text\":\""
            + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")
            + "\"}}}");
  }

  private void serveAndWrite(String... options) throws Exception {
    serve(options);
    String sword = "assets/sword.asset.json";
    open(sword, Files.readString(game.resolve(sword)).replace("16", "12"));
    assertThat(await("PA2007")).contains(uri(sword));
    // Somebody else can write meanwhile.
    assertThat(Run.papack(game, "cache", "clear").status()).isZero();
    send(
        "{\"id\":2,\"method\":\"workspace/executeCommand\",\"params\":{\"command\":\"papack.run\","
            + "\"arguments\":[{\"verb\":\"BUILD\",\"arguments\":[]}]}}");
    assertThat(await("\"id\":2,")).contains("\"result\":null");
    assertThat(game.resolve("assets.pa")).isNotEmptyFile();
    send("{\"id\":3,\"method\":\"shutdown\"}");
    assertThat(await("\"id\":3,")).contains("\"result\":null");
    send("{\"method\":\"exit\"}");
    assertThat(process().waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process().exitValue()).isZero();
    assertThat(receive()).isEmpty();
    assertThat(folder.resolve("err.txt")).content().isEmpty();
  }

  @Test
  void itDiagnosesWritesAndEnds() throws Exception {
    serveAndWrite("--quiet");
  }

  @Test
  void itDoesSoWhereNothingElseMayBeWritten() throws Exception {
    Run fenced = Run.papack(game, "doctor", "--sandbox=strict");
    Assumptions.assumeTrue(fenced.status() == 0, fenced.err());
    serveAndWrite("--sandbox=strict", "--quiet");
  }

  @Test
  void aSignalEndsItThoughTheEditorSaysNothing() throws Exception {
    serve("--quiet");
    assertThat(process().toHandle().destroy()).isTrue();
    assertThat(process().waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process().exitValue()).isEqualTo(143);
    assertThat(folder.resolve("err.txt")).content().doesNotContain("at dev.papack");
  }

  @Test
  void anEditorThatDiesEndsIt() throws Exception {
    serve("--quiet");
    process().getOutputStream().close();
    assertThat(process().waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process().exitValue()).isEqualTo(1);
  }

  @Test
  void aStreamThatIsNoProtocolEndsItWithoutATrace() throws Exception {
    serve("--quiet");
    process().getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(UTF_8));
    process().getOutputStream().flush();
    assertThat(await("\"id\":null")).contains("-32700");
    assertThat(process().waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process().exitValue()).isEqualTo(1);
    assertThat(folder.resolve("err.txt")).content().isEmpty();
  }
}
