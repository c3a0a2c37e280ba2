import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A keystroke through the whole server: WORKSPACE PROGRAM [ARGUMENT...]. Someone types into one declaration, each key
 * once the server has said what is wrong after the one before. Counted is the processor time of the server's process,
 * all threads together, as Linux has it; what a later key calls off is counted, too.
 */
final class KeystrokeBenchmark {
  private static final int WARM_UP = 300;
  private static final int KEYSTROKES = 300;

  private final Process server;
  private final InputStream in;
  private final OutputStream out;

  private KeystrokeBenchmark(List<String> command) throws IOException {
    server = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    in = new BufferedInputStream(server.getInputStream());
    out = server.getOutputStream();
  }

  public static void main(String[] arguments) throws Exception {
    Path workspace = Path.of(arguments[0]).toRealPath();
    List<String> command = new ArrayList<>(Arrays.asList(arguments).subList(1, arguments.length));
    command.addAll(List.of("lsp", workspace.toString()));
    Path declaration;
    try (Stream<Path> files = Files.walk(workspace.resolve("assets"))) {
      declaration =
          files.filter(file -> file.toString().endsWith(".asset.json")).sorted().skip(7).findFirst().orElseThrow();
    }
    KeystrokeBenchmark editor = new KeystrokeBenchmark(command);
    try {
      editor.type(declaration.toUri().toString(), Files.readString(declaration));
    } finally {
      editor.server.destroy();
    }
  }

  private void type(String uri, String text) throws IOException, InterruptedException {
    send("{\"id\":1,\"method\":\"initialize\",\"params\":{\"capabilities\":{}}}");
    await("\"id\":1,");
    send("{\"method\":\"initialized\"}");
    send(
        "{\"method\":\"textDocument/didOpen\",\"params\":{\"textDocument\":{\"uri\":\"" + uri
            + "\",\"version\":0,\"text\":" + quoted(text) + "}}}");
    settle();
    double[] millis = new double[KEYSTROKES];
    for (int i = -WARM_UP; i < KEYSTROKES; i++) {
      int at = Math.floorMod(i * 7, text.length());
      int version = i + WARM_UP + 1;
      String typed = text.substring(0, at) + "x" + text.substring(at);
      long before = processorNanos();
      send(
          "{\"method\":\"textDocument/didChange\",\"params\":{\"textDocument\":{\"uri\":\"" + uri
              + "\",\"version\":" + version + "},\"contentChanges\":[{\"text\":" + quoted(typed) + "}]}}");
      await("\"version\":" + version + "}");
      if (i >= 0) {
        millis[i] = (processorNanos() - before) / 1e6;
      }
    }
    Arrays.sort(millis);
    System.out.printf(
        Locale.ROOT,
        "keystroke through the server, processor time: median %.1f ms, p95 %.1f ms, worst %.1f ms (%d keystrokes)%n",
        millis[KEYSTROKES / 2],
        millis[KEYSTROKES * 95 / 100],
        millis[KEYSTROKES - 1],
        KEYSTROKES);
  }

  /** Of all threads that are there. */
  private long processorNanos() throws IOException {
    long sum = 0;
    try (Stream<Path> threads = Files.list(Path.of("/proc/" + server.pid() + "/task"))) {
      for (Path thread : threads.toList()) {
        try {
          sum += Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ")[0]);
        } catch (IOException e) {
          // It has ended meanwhile.
        }
      }
    }
    return sum;
  }

  private void send(String message) throws IOException {
    byte[] body = message.getBytes(StandardCharsets.UTF_8);
    out.write(("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    out.write(body);
    out.flush();
  }

  /** Waits until the server has judged everything and is at rest: it uses no processor for a while. */
  private void settle() throws IOException, InterruptedException {
    int quiet = 0;
    for (long before = processorNanos(); quiet < 20; ) {
      while (in.available() > 0) {
        in.read();
      }
      Thread.sleep(100);
      long now = processorNanos();
      quiet = now - before < 5_000_000 ? quiet + 1 : 0;
      before = now;
    }
  }

  /** Reads messages until one has some text. */
  private void await(String wanted) throws IOException {
    String message;
    do {
      StringBuilder header = new StringBuilder();
      while (!header.toString().endsWith("\r\n\r\n")) {
        int next = in.read();
        if (next < 0) {
          throw new IOException("the server has ended: " + header);
        }
        header.append((char) next);
      }
      int bytes = Integer.parseInt(header.toString().replaceAll("[^0-9]", ""));
      message = new String(in.readNBytes(bytes), StandardCharsets.UTF_8);
    } while (!message.contains(wanted));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
