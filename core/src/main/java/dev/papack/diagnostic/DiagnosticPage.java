package dev.papack.diagnostic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The page that explains a code: what it means, an example, what to do.
 *
 * @param code the code
 * @param markdown the page; its first line is its title
 */
public record DiagnosticPage(DiagnosticCode code, String markdown) {
  /**
   * Reads the page of a code from the program itself.
   *
   * @param code any code
   * @return its page; every code has one, so that empty is a defect of this program
   */
  public static Optional<DiagnosticPage> find(DiagnosticCode code) {
    String name = "pages/" + code.id() + ".md";
    try (InputStream in = DiagnosticPage.class.getResourceAsStream(name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(
              new DiagnosticPage(code, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("the page " + name + " cannot be read", e);
    }
  }

  /**
   * The title.
   *
   * @return the first line, without the mark of a heading
   */
  public String title() {
    String first = markdown.lines().findFirst().orElse("");
    return first.startsWith("# ") ? first.substring(2) : first;
  }
}
