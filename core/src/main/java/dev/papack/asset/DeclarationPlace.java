package dev.papack.asset;

import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.RelativePath;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the declaration of an asset root is.
 *
 * @param root the root it declares
 * @param form from inside or from beside
 */
public record DeclarationPlace(AssetRoot root, Form form) {
  /** The name of a declaration from inside, and the end of the name of one from beside. */
  public static final String FILE = "asset.json";

  private static final String BESIDE_END = "." + FILE;

  /** The two ways to declare a root. */
  public enum Form {
    /** {@code a/hero/asset.json}; the sources are inside {@code a/hero}. */
    INSIDE,
    /** {@code a/hero.asset.json}; the sources are beside it, in {@code a}. */
    BESIDE
  }

  /**
   * The place that a file is, if its name is that of a declaration.
   *
   * @param file a path below {@code assets/}
   * @return empty for every other file, and for an {@code asset.json} directly in {@code assets/},
   *     which has no root to declare
   */
  public static Optional<DeclarationPlace> of(AssetsPath file) {
    String name = file.name().text();
    if (name.equals(FILE)) {
      return file.parent().map(folder -> new DeclarationPlace(new AssetRoot(folder), Form.INSIDE));
    }
    if (!name.endsWith(BESIDE_END) || name.length() == BESIDE_END.length()) {
      return Optional.empty();
    }
    String stem = name.substring(0, name.length() - BESIDE_END.length());
    if (FileName.faultOf(stem).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        new DeclarationPlace(
            new AssetRoot(AssetsPath.in(file.parent(), RelativePath.of(new FileName(stem)))),
            Form.BESIDE));
  }

  /**
   * Whether a file is called as declarations are.
   *
   * @param path any path, with {@code /} between names
   * @return true if its last name is that of a declaration
   */
  public static boolean isNamedSo(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.equals(FILE) || name.endsWith(BESIDE_END);
  }

  /**
   * The declaration's own path.
   *
   * @return below {@code assets/}
   */
  public AssetsPath file() {
    return switch (form) {
      case INSIDE -> root.path().resolve(new FileName(FILE));
      case BESIDE ->
          AssetsPath.in(
              root.path().parent(), RelativePath.of(new FileName(root.path().name() + BESIDE_END)));
    };
  }

  /**
   * Where a source is.
   *
   * @param source relative to the declaration's folder
   * @return below {@code assets/}
   */
  public AssetsPath resolve(RelativePath source) {
    return AssetsPath.in(folder(), source);
  }

  /**
   * How this declaration names a file.
   *
   * @param file below {@code assets/}
   * @return what {@link #resolve} leads back to the file; empty if it is outside of the folder
   */
  public Optional<RelativePath> relativize(AssetsPath file) {
    return folder().map(file::below).orElse(Optional.of(file.below()));
  }

  /**
   * The folder that sources are relative to.
   *
   * @return below {@code assets/}; empty for {@code assets/} itself
   */
  public Optional<AssetsPath> folder() {
    return switch (form) {
      case INSIDE -> Optional.of(root.path());
      case BESIDE -> root.path().parent();
    };
  }

  /**
   * The place of a declaration that is to be written.
   *
   * @param root the root it will declare
   * @param form from inside or from beside
   * @return empty if the declaration's path would be too long
   */
  public static Optional<DeclarationPlace> find(AssetRoot root, Form form) {
    String file =
        switch (form) {
          case INSIDE -> root + "/" + FILE;
          case BESIDE -> root + BESIDE_END;
        };
    return RelativePath.faultOf(file).isEmpty()
        ? Optional.of(new DeclarationPlace(root, form))
        : Optional.empty();
  }

  /**
   * The places that a declaration of this root can have.
   *
   * @param root any root
   * @return one for each form whose path is not too long
   */
  public static List<DeclarationPlace> allOf(AssetRoot root) {
    return Stream.of(Form.values()).flatMap(form -> find(root, form).stream()).toList();
  }
}
