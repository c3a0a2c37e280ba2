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

  /** Whether nothing is there before. */
  default boolean isNew() {
    return old() == Old.NOTHING;
  }

  /** Whether the file goes from there. */
  default boolean leaves() {
    return after().isEmpty();
  }

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

  /** An authored file: replaced only if it still is what it was when it was read. */
  sealed interface Authored extends Replacement {
    /** The digest of what is there; empty for a new file. */
    Optional<Sha256> before();

    /** The file. */
    AssetsPath file();

    @Override
    default Old old() {
      return before().isPresent() ? Old.KEPT : Old.NOTHING;
    }

    @Override
    default List<FileName> names() {
      return file().inWorkspace().names();
    }
  }

  /** An authored document. */
  sealed interface Document extends Authored {
    /** How long it may be. */
    long maxBytes();
  }

  /**
   * A file that moves. It is a new file at its target first, and no longer at its source last, so
   * that its content is at one of the two places at every moment, and kept besides.
   *
   * @param number its place among the moves of the publication, from 0
   * @param path from where to where
   * @param content what is in it
   */
  record Move(int number, FileMove path, StagedContent content) {
    Arrival arrival() {
      return new Arrival(this);
    }

    Departure departure() {
      return new Departure(this);
    }
  }

  /** The target of a move. Folders that are missing on the way are made. */
  record Arrival(Move move) implements Authored {
    @Override
    public AssetsPath file() {
      return move.path().to();
    }

    @Override
    public Optional<Sha256> before() {
      return Optional.empty();
    }

    @Override
    public Optional<StagedContent> after() {
      return Optional.of(move.content());
    }

    @Override
    public FileName staged() {
      return new FileName("move-" + move.number());
    }
  }

  /** The source of a move, once all targets and documents are in their places. */
  record Departure(Move move) implements Authored {
    @Override
    public AssetsPath file() {
      return move.path().from();
    }

    @Override
    public Optional<Sha256> before() {
      return Optional.of(move.content().digest());
    }

    @Override
    public Optional<StagedContent> after() {
      return Optional.empty();
    }

    @Override
    public FileName staged() {
      return new FileName("moved-" + move.number());
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
      implements Document {
    @Override
    public AssetsPath file() {
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

  /** An authored document that is written and never deleted. */
  sealed interface Lasting extends Document {
    /** What it becomes. */
    StagedContent content();

    @Override
    default Optional<StagedContent> after() {
      return Optional.of(content());
    }
  }

  /** The registry. It is never deleted. */
  record Registry(Optional<Sha256> before, StagedContent content) implements Lasting {
    /** Beside the numbers of the declarations. */
    static final FileName STAGED = new FileName("index");

    @Override
    public AssetsPath file() {
      return AssetsPath.INDEX;
    }

    @Override
    public long maxBytes() {
      return Limits.INDEX_BYTES;
    }

    @Override
    public FileName staged() {
      return STAGED;
    }
  }

  /** The list of what is ignored. It is never deleted. */
  record IgnoreList(Optional<Sha256> before, StagedContent content) implements Lasting {
    /** Beside the numbers of the declarations. */
    static final FileName STAGED = new FileName("ignore");

    @Override
    public AssetsPath file() {
      return AssetsPath.IGNORE;
    }

    @Override
    public long maxBytes() {
      return Limits.IGNORE_BYTES;
    }

    @Override
    public FileName staged() {
      return STAGED;
    }
  }
}
