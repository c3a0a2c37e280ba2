package dev.papack.cli;

import dev.papack.cli.output.TextOutput;
import dev.papack.json.line.JsonLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Which papack this is, and what runs it.
 *
 * @param version of papack
 * @param commit what it was built from; empty where it was built outside of git
 * @param javaVersion of the running JDK
 * @param javaVendor who made it
 */
record Release(
    String version, Optional<SourceCommit> commit, String javaVersion, String javaVendor) {
  /**
   * This build, as Maven wrote it into the jar.
   *
   * @param javaVersion of the running JDK
   * @param javaVendor who made it
   */
  static Release ofThisBuild(String javaVersion, String javaVendor) {
    return new Release(
        resource("version.txt")
            .orElseThrow(() -> new IllegalStateException("the jar lacks its version")),
        resource("commit.txt").flatMap(SourceCommit::parse),
        javaVersion,
        javaVendor);
  }

  private static Optional<String> resource(String name) {
    try (InputStream in = Release.class.getResourceAsStream(name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For people, and for those who ask them. */
  void print(TextOutput out) {
    out.line(
        "papack "
            + version
            + " ("
            + commit.map(SourceCommit::abbreviated).orElse("unknown commit")
            + ")");
    out.line("Java " + javaVersion + " (" + javaVendor + ")");
  }

  /** For programs: members of the result object. */
  void write(JsonLine json) {
    json.put("papack", version);
    commit.ifPresent(one -> json.putObject("commit", one::write));
    json.putObject("java", java -> java.put("version", javaVersion).put("vendor", javaVendor));
  }
}
