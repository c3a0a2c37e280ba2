package dev.papack.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/**
 * The page: one file of HTML with its style, its script and its data. It loads nothing, and a
 * policy inside forbids it to. The script is made of plain modules, put one after the other.
 */
record Page(PackReport report) {
  /** Each module stands behind those that it imports. */
  static final List<String> MODULES =
      List.of(
          "text.js",
          "model.js",
          "tiles.js",
          "list.js",
          "tileview.js",
          "treemap.js",
          "sound.js",
          "overview.js",
          "asset.js",
          "assets.js",
          "preload.js",
          "findings.js",
          "change.js",
          "main.js");

  void write(OutputStream out) throws IOException {
    String style = resource("page.css");
    String script = script();
    String shell = resource("page.html");
    int data = shell.indexOf("@DATA@");
    String head =
        shell
            .substring(0, data)
            .replace("@POLICY@", policy(style, script))
            .replace("@STYLE@", style);
    out.write(utf8(head));
    data(out, "model", Chunks.encode(utf8(new ReportJson(ReportJson.Reader.PAGE).of(report))));
    int number = 0;
    for (String chunk : chunks()) {
      data(out, "chunk-" + number++, chunk);
    }
    out.write(utf8(shell.substring(data + "@DATA@\n".length()).replace("@SCRIPT@", script)));
  }

  /** A block of data is no script: browsers look at its type before they ask the policy. */
  private static void data(OutputStream out, String id, String base64) throws IOException {
    out.write(PackReport.ascii("<script type=\"text/plain\" id=\"" + id + "\">" + base64));
    out.write(PackReport.ascii("</script>\n"));
  }

  /** Those of a change are the older pack's, then the newer's. */
  private List<String> chunks() {
    return switch (report.subject()) {
      case ReportSubject.OfNothing _ -> List.of();
      case ReportSubject.OfPack(SurveyedPack pack) -> pack.chunks();
      case ReportSubject.OfLastPack(SurveyedPack pack) -> pack.chunks();
      case ReportSubject.OfChange(var _, SurveyedPack before, SurveyedPack after) -> {
        List<String> both = new ArrayList<>(before.chunks());
        both.addAll(after.chunks());
        yield both;
      }
    };
  }

  private static String policy(String style, String script) {
    return "default-src 'none'; script-src '"
        + digest(script)
        + "'; style-src '"
        + digest(style)
        + "'; img-src data:; base-uri 'none'; form-action 'none'";
  }

  private static String digest(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(utf8(text));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** All modules as one: what they import stands before them already. */
  static String script() throws IOException {
    StringBuilder script = new StringBuilder("\"use strict\";\n");
    for (String module : MODULES) {
      for (String line : resource(module).lines().toList()) {
        if (!line.startsWith("import ")) {
          script.append(line.startsWith("export ") ? line.substring("export ".length()) : line);
          script.append('\n');
        }
      }
    }
    return script.toString();
  }

  static String resource(String name) throws IOException {
    try (InputStream in = Page.class.getResourceAsStream("page/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
