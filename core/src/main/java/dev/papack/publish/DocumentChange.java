package dev.papack.publish;

import dev.papack.asset.DeclarationPlace;
import dev.papack.container.Sha256;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.source.Limits;
import java.util.Optional;

/** A change to an authored document. */
public sealed interface DocumentChange {
  /** The document, below {@code assets/}. */
  AssetsPath file();

  /** Its new text in the stable form; empty if it is deleted. */
  Optional<String> text();

  /** How long it may become: readers accept no more. */
  long maxBytes();

  /**
   * A declaration is written or deleted.
   *
   * @param place where it is
   * @param before the digest of the file as it was read; empty if there was none
   * @param after its new text in the stable form; empty to delete it
   */
  record OfDeclaration(DeclarationPlace place, Optional<Sha256> before, Optional<String> after)
      implements DocumentChange {
    @Override
    public AssetsPath file() {
      return place.file();
    }

    @Override
    public Optional<String> text() {
      return after;
    }

    @Override
    public long maxBytes() {
      return Limits.DECLARATION_BYTES;
    }
  }

  /**
   * The list of what is ignored is written. It is never deleted.
   *
   * @param before the digest of the file as it was read; empty if there was none
   * @param after its new text in the stable form
   */
  record OfIgnoreList(Optional<Sha256> before, String after) implements DocumentChange {
    @Override
    public AssetsPath file() {
      return AssetsPath.IGNORE;
    }

    @Override
    public Optional<String> text() {
      return Optional.of(after);
    }

    @Override
    public long maxBytes() {
      return Limits.IGNORE_BYTES;
    }
  }

  /**
   * The registry is written.
   *
   * @param before the digest of the file as it was read; empty if there was none
   * @param after its new text in the stable form
   */
  record OfRegistry(Optional<Sha256> before, String after) implements DocumentChange {
    @Override
    public AssetsPath file() {
      return AssetsPath.INDEX;
    }

    @Override
    public Optional<String> text() {
      return Optional.of(after);
    }

    @Override
    public long maxBytes() {
      return Limits.INDEX_BYTES;
    }
  }
}
