package dev.papack.cli.output;

import dev.papack.json.line.JsonLine;
import java.util.function.Consumer;

/** JSON of which a terminal may see every character. */
public final class PrintableJson {
  private PrintableJson() {}

  /**
   * An object of ours: its kind and version come first.
   *
   * @param artifact its kind
   * @param schemaVersion the version of that kind
   * @param members puts the rest
   * @return the object, without a line break
   */
  public static String of(String artifact, int schemaVersion, Consumer<JsonLine> members) {
    return object(inner ->
        members.accept(inner.put("artifact", artifact).put("schema_version", schemaVersion)));
  }

  /**
   * An object of somebody else's format.
   *
   * @param members puts all of them
   * @return the object, without a line break
   */
  public static String object(Consumer<JsonLine> members) {
    return JsonLine.object(Printable::isPrintable, members);
  }
}
