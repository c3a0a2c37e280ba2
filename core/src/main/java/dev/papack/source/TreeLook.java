package dev.papack.source;

import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.RelativePath;
import dev.papack.disk.FileStamp;
import dev.papack.disk.ReadableDirectory;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the file system says of everything under {@code assets/}, for who looked before: whether
 * documents changed, and otherwise which of the files.
 *
 * @param tree of everything
 * @param documents of the names of all files and folders, and the stamps of documents alone: if two
 *     are equal, the same files are there and every document is what it was
 * @param stamps of all files
 */
public record TreeLook(TreeStamp tree, TreeStamp documents, FileStamps stamps) {
  /**
   * Looks as {@link TreeStamp#of} does.
   *
   * @param assets the folder {@code assets/}
   * @param isDocument which files are documents
   * @return empty as there, and if there is no document
   */
  public static Optional<TreeLook> at(ReadableDirectory assets, Predicate<AssetsPath> isDocument)
      throws IOException {
    return StampWalk.through(assets, () -> new Noted(isDocument)).flatMap(Noted::look);
  }

  private static final class Noted implements StampWalk.Noting<Noted> {
    private final StampWalk.Digested tree = new StampWalk.Digested();
    private final StampWalk.Digested documents = new StampWalk.Digested();
    private final Map<AssetsPath, FileStamp> files = new HashMap<>();
    private final Predicate<AssetsPath> isDocument;

    Noted(Predicate<AssetsPath> isDocument) {
      this.isDocument = isDocument;
    }

    @Override
    public void entries(int count) {
      tree.entries(count);
      documents.entries(count);
    }

    @Override
    public void folder(FileName name) {
      tree.folder(name);
      documents.folder(name);
    }

    @Override
    public void file(Optional<AssetsPath> folder, FileName name, FileStamp stamp) {
      AssetsPath file = AssetsPath.in(folder, RelativePath.of(name));
      files.put(file, stamp);
      tree.file(folder, name, stamp);
      if (isDocument.test(file)) {
        documents.file(folder, name, stamp);
      } else {
        documents.file(name);
      }
    }

    @Override
    public void add(Noted inner) {
      tree.add(inner.tree);
      documents.add(inner.documents);
      files.putAll(inner.files);
    }

    Optional<TreeLook> look() {
      Optional<TreeStamp> all = tree.stamp();
      Optional<TreeStamp> ofDocuments = documents.stamp();
      return all.isEmpty() || ofDocuments.isEmpty()
          ? Optional.empty()
          : Optional.of(new TreeLook(all.get(), ofDocuments.get(), new FileStamps.Mapped(files)));
    }
  }
}
