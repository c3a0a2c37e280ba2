package dev.papack.migration;

import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.WorkspacePath;
import dev.papack.document.Gate;
import dev.papack.document.Kind;
import dev.papack.document.VersionedDocument;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonObject;
import dev.papack.json.JsonPointer;
import dev.papack.source.Snapshot;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A document whose tree has the structure of its kind's current version. Places are those of the
 * original file. Only migration makes one.
 */
public final class CurrentDocument {
  private final Kind kind;
  private final int declaredVersion;
  private final Content content;

  /**
   * What was read and what it became.
   *
   * @param original as the file has it
   * @param current of the current version
   */
  record Trees(JsonObject original, JsonObject current) {}

  /** What is kept of the file; what is not kept is made again whenever it is asked for. */
  private sealed interface Content {
    Location location();

    Trees trees();
  }

  /** Everything. */
  private record Whole(Location location, Trees trees) implements Content {}

  /** The text, and where it is. The trees would take many times its memory. */
  private record LocatedText(Location location, History history) implements Content {
    @Override
    public Trees trees() {
      return Migration.again(Snapshot.again(location), history);
    }
  }

  /**
   * The text alone, of which a workspace has up to 131,072.
   *
   * @param bytes gives it, whenever it is asked for
   */
  private record Text(Supplier<byte[]> bytes, Supplier<AssetsPath> file, History history)
      implements Content {
    @Override
    public Location location() {
      Snapshot snapshot = snapshot();
      return snapshot.location(history.kind().artifact()).in(snapshot.text());
    }

    @Override
    public Trees trees() {
      return Migration.again(snapshot(), history);
    }

    private Snapshot snapshot() {
      WorkspacePath path = file.get().inWorkspace();
      return Snapshot.of(path.text(), bytes.get()).in(path);
    }
  }

  /** Nothing: the file is read again, and is what it was when it was read before. */
  private record Unread(Supplier<Snapshot> file, History history) implements Content {
    @Override
    public Location location() {
      Snapshot snapshot = file.get();
      return snapshot.location(history.kind().artifact()).in(snapshot.text());
    }

    @Override
    public Trees trees() {
      return Migration.again(file.get(), history);
    }
  }

  private CurrentDocument(Kind kind, int declaredVersion, Content content) {
    this.kind = kind;
    this.declaredVersion = declaredVersion;
    this.content = content;
  }

  /** A document that keeps its trees. */
  static CurrentDocument of(VersionedDocument original, JsonObject current) {
    return new CurrentDocument(
        original.kind(),
        original.version(),
        new Whole(original.location(), new Trees(original.tree(), current)));
  }

  /**
   * The same document without its trees.
   *
   * @param history of its kind
   */
  public CurrentDocument withoutTrees(History history) {
    return new CurrentDocument(kind, declaredVersion, new LocatedText(location(), history));
  }

  /**
   * The same document without its trees and its place.
   *
   * @param history of its kind
   * @param file tells which file of the workspace it is, whenever that is asked for
   */
  public CurrentDocument withoutTrees(History history, Supplier<AssetsPath> file) {
    byte[] bytes = bytes();
    return new CurrentDocument(kind, declaredVersion, new Text(() -> bytes, file, history));
  }

  /**
   * The same document without anything, if somebody else can give its text at any time.
   *
   * @param history of its kind
   * @param file as above
   * @param text gives a text; asked now, too
   * @return empty if the document has another text
   */
  public Optional<CurrentDocument> withoutText(
      History history, Supplier<AssetsPath> file, Supplier<String> text) {
    Supplier<byte[]> bytes = () -> text.get().getBytes(StandardCharsets.UTF_8);
    return Arrays.equals(bytes.get(), bytes())
        ? Optional.of(new CurrentDocument(kind, declaredVersion, new Text(bytes, file, history)))
        : Optional.empty();
  }

  private byte[] bytes() {
    ByteBuffer text = location().document().orElseThrow().bytes();
    byte[] bytes = new byte[text.remaining()];
    text.get(bytes);
    return bytes;
  }

  /**
   * A document that was read before and is known to be the same.
   *
   * @param history of its kind
   * @param declaredVersion the version that the file declares
   * @param file reads it whenever something of it is asked for
   */
  public static CurrentDocument unread(
      History history, int declaredVersion, Supplier<Snapshot> file) {
    return new CurrentDocument(history.kind(), declaredVersion, new Unread(file, history));
  }

  Trees trees() {
    return content.trees();
  }

  public Kind kind() {
    return kind;
  }

  public JsonObject tree() {
    return trees().current();
  }

  /** The file. */
  public Location location() {
    return content.location();
  }

  /**
   * Where a value of the tree comes from.
   *
   * @param node a value of {@link #tree()}
   * @return its line, column and pointer in the file as its author wrote it
   */
  public Location placeOf(JsonNode node) {
    return location().at(node.range()).at(JsonPointer.to(trees().original(), node.range()).text());
  }

  /** Where the file says its version. */
  public Location placeOfVersion() {
    return placeOf(trees().original().find(Gate.SCHEMA_VERSION).orElseThrow());
  }

  /** Whether the file itself is still of an older version: its migration is pending. */
  public boolean isPending() {
    return declaredVersion < kind.window().current();
  }

  /** The version that the file declares. */
  public int declaredVersion() {
    return declaredVersion;
  }
}
