package dev.papack.json;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A document whose root has one long list. Its elements are made when they are written, one at a
 * time: the trees of all of them would take many times the memory of the text.
 *
 * @param before the members before the list
 * @param name of the member that is the list
 * @param rows its elements, made anew each time
 * @param after the members after the list
 */
public record RowDocument(
    List<JsonMember> before,
    String name,
    Supplier<Stream<JsonObject>> rows,
    List<JsonMember> after) {
  /** Copies the lists. */
  public RowDocument {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /**
   * Writes the text that {@link StableForm#write} gives for the same document.
   *
   * @param out gets it piece by piece, and is not closed
   */
  public void writeTo(Writer out) throws IOException {
    writeTo(out, List::of);
  }

  /** Members of which nothing is known before everything else is written. */
  @FunctionalInterface
  public interface Last {
    /** Makes them, once all before them was given to the writer. */
    List<JsonMember> members() throws IOException;
  }

  /**
   * Writes the same with more members at its end.
   *
   * @param out as of {@link #writeTo(Writer)}
   */
  public void writeTo(Writer out, Last last) throws IOException {
    StableForm.writeRows(this, out, last);
  }

  /** The whole text, for a document that is known to be small, or is needed whole. */
  public String text() {
    StringWriter out = new StringWriter();
    try {
      writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException("a StringWriter does not fail", e);
    }
    return out.toString();
  }
}
