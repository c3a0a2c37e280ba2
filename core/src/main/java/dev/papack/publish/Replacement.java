package dev.papack.publish;

import dev.papack.asset.DeclarationPlace;
import dev.papack.container.Sha256;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.FileName;
import dev.papack.source.Limits;
import java.util.List;
import java.util.Optional;

/** One file that a publication changes, and how. */
sealed interface Replacement {
  /** The way to the file from the workspace on. */
  List<FileName> names();

  /** The way to its folder. */
  default List<FileName> folder() {
    return names().subList(0, names().size() - 1);
  }

  /** What the file becomes; empty if it is to go. */
  Optional<StagedContent> after();

  /** Where its content is staged. */
  FileName staged();

  /** The file, as messages name it. */
  default String displayPath() {
    return String.join("/", names().stream().map(FileName::text).toList());
  }

  /** Whether there was a file before, which is kept until all is done. */
  Old old();

  /** What was there before. */
  enum Old {
    NOTHING,
    KEPT
  }

  /** One of the four derived files: whatever stands there is replaced. */
  record Derived(PackSlot slot, StagedContent content, Old old) implements Replacement {
    @Override
    public List<FileName> names() {
      return slot.path().names();
    }

    @Override
    public Optional<StagedContent> after() {
      return Optional.of(content);
    }

    @Override
    public FileName staged() {
      return slot.staged();
    }
  }

  /** An authored document: replaced only if it still is what it was when it was read. */
  sealed interface Authored extends Replacement {
    /** The digest of what is there; empty for a new file. */
    Optional<Sha256> before();

    /** The document. */
    AssetsPath document();

    /** How long it may be. */
    long maxBytes();

    @Override
    default Old old() {
      return before().isPresent() ? Old.KEPT : Old.NOTHING;
    }

    @Override
    default List<FileName> names() {
      return document().inWorkspace().names();
    }
  }

  /**
   * A declaration.
   *
   * @param number its place among the declarations of the publication, from 0
   * @param place the root it declares, and from where
   */
  record Declaration(
      int number, DeclarationPlace place, Optional<Sha256> before, Optional<StagedContent> after)
      implements Authored {
    @Override
    public AssetsPath document() {
      return place.file();
    }

    @Override
    public long maxBytes() {
      return Limits.DECLARATION_BYTES;
    }

    @Override
    public FileName staged() {
      return new FileName(String.valueOf(number));
    }
  }

  /** The registry. It is never deleted. */
  record Registry(Optional<Sha256> before, StagedContent content) implements Authored {
    /** Beside the numbers of the declarations. */
    static final FileName STAGED = new FileName("index");

    @Override
    public AssetsPath document() {
      return AssetsPath.INDEX;
    }

    @Override
    public long maxBytes() {
      return Limits.INDEX_BYTES;
    }

    @Override
    public Optional<StagedContent> after() {
      return Optional.of(content);
    }

    @Override
    public FileName staged() {
      return STAGED;
    }
  }

  /** The list of what is ignored. It is never deleted. */
  record IgnoreList(Optional<Sha256> before, StagedContent content) implements Authored {
    /** Beside the numbers of the declarations. */
    static final FileName STAGED = new FileName("ignore");

    @Override
    public AssetsPath document() {
      return AssetsPath.IGNORE;
    }

    @Override
    public long maxBytes() {
      return Limits.IGNORE_BYTES;
    }

    @Override
    public Optional<StagedContent> after() {
      return Optional.of(content);
    }

    @Override
    public FileName staged() {
      return STAGED;
    }
  }
}
