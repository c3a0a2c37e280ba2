package dev.papack.bank;

import dev.papack.container.BankMetadata;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.media.Animation;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * One asset as the pack holds it: the numbers that describe its slice, and the bytes of the slice,
 * which are made when they are asked for.
 */
public final class Bank {
  private final BankMetadata metadata;
  private final Optional<Frames> frames;
  private final Judgement judgement;
  private final TellingSlice slice;

  /**
   * The frames of a bank: frame k begins at tile k * {@link #tiles}.
   *
   * @param count of all sheets together, at least 1
   * @param tiles of each, at least 1
   * @param animation what the files say of them, if they are those of files
   */
  public record Frames(long count, int tiles, Optional<Animation> animation) {}

  /** The bytes of a slice. */
  @FunctionalInterface
  public interface Slice {
    /**
     * Writes all of them, as many as the numbers say, and always the same.
     *
     * @param out left open
     */
    void writeTo(OutputStream out) throws IOException;
  }

  /** The bytes of a slice that show something which is not known before they are made. */
  @FunctionalInterface
  public interface TellingSlice {
    /**
     * Writes all of them, as {@link Slice} does.
     *
     * @return warnings and notes
     */
    List<Diagnostic> writeTo(OutputStream out) throws IOException;
  }

  /** When it is known what is to be said of a slice. */
  private enum Judgement {
    NOTHING_TO_SAY,
    ONCE_WRITTEN
  }

  /**
   * A bank of which everything is known.
   *
   * @param metadata the numbers of the slice
   * @param slice makes its bytes
   */
  public Bank(BankMetadata metadata, Slice slice) {
    this(
        metadata,
        Optional.empty(),
        Judgement.NOTHING_TO_SAY,
        out -> {
          slice.writeTo(out);
          return List.of();
        });
  }

  private Bank(
      BankMetadata metadata, Optional<Frames> frames, Judgement judgement, TellingSlice slice) {
    this.metadata = metadata;
    this.frames = frames;
    this.judgement = judgement;
    this.slice = slice;
  }

  /** A bank of which more is known once its slice is written. */
  public static Bank telling(BankMetadata metadata, TellingSlice slice) {
    return new Bank(metadata, Optional.empty(), Judgement.ONCE_WRITTEN, slice);
  }

  /** The same bank, of sheets that were cut into frames. */
  Bank with(Frames ofSheets) {
    return new Bank(metadata, Optional.of(ofSheets), judgement, slice);
  }

  /** The frames that its sheets were cut into, if they were. */
  public Optional<Frames> frames() {
    return frames;
  }

  /** The numbers. */
  public BankMetadata metadata() {
    return metadata;
  }

  /**
   * Writes the slice, in pieces of up to 64 KiB. What the bank was made from has to be there still:
   * an open folder, if its source is too large to be kept in memory.
   *
   * @param out left open
   * @return what the finished slice shows: warnings and notes
   * @throws IOException as {@code out} does, or if the source can no longer be read
   */
  public List<Diagnostic> writeTo(OutputStream out) throws IOException {
    Counting counting = new Counting(out);
    List<Diagnostic> found = slice.writeTo(counting);
    if (counting.count != metadata.sliceBytes()) {
      throw new IllegalStateException(counting.count + " bytes for " + metadata);
    }
    return found;
  }

  /**
   * What the finished slice would show, for whoever does not write it. Makes the slice only if
   * something may come of it.
   *
   * @return as {@link #writeTo}
   * @throws IOException if the source can no longer be read
   */
  public List<Diagnostic> judge() throws IOException {
    return switch (judgement) {
      case NOTHING_TO_SAY -> List.of();
      case ONCE_WRITTEN -> writeTo(OutputStream.nullOutputStream());
    };
  }

  private static final class Counting extends FilterOutputStream {
    private long count;

    Counting(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int value) throws IOException {
      out.write(value);
      count++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      count += length;
    }
  }
}
