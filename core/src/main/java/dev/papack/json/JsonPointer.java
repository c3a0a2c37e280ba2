package dev.papack.json;

/**
 * The way from a document's root to one of its values (RFC 6901).
 *
 * @param text empty for the root, else a {@code /} before each step
 */
public record JsonPointer(String text) {
  /** The whole document. */
  public static final JsonPointer ROOT = new JsonPointer("");

  /**
   * Refuses what is no pointer.
   *
   * @throws IllegalArgumentException unless empty or beginning with a slash
   */
  public JsonPointer {
    if (!text.isEmpty() && !text.startsWith("/")) {
      throw new IllegalArgumentException("a JSON pointer is empty or begins with a slash");
    }
  }

  /**
   * One step into an object.
   *
   * @param name a member's name, unescaped
   * @return the longer pointer
   */
  public JsonPointer member(String name) {
    return new JsonPointer(text + "/" + name.replace("~", "~0").replace("/", "~1"));
  }

  /**
   * One step into an array.
   *
   * @param index from 0
   * @return the longer pointer
   * @throws IllegalArgumentException for a negative index
   */
  public JsonPointer index(int index) {
    if (index < 0) {
      throw new IllegalArgumentException("an array has no index " + index);
    }
    return new JsonPointer(text + "/" + index);
  }

  @Override
  public String toString() {
    return text;
  }
}
