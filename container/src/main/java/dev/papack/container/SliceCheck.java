package dev.papack.container;

import dev.papack.container.PackFault.Stage;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Optional;

/** Rows 11 and 12 of the reading order for one slice, whose bytes come along piece by piece. */
final class SliceCheck {
  private final Entry entry;
  private final long startBytes;
  private final MessageDigest digest;
  private final BankContents contents;

  /**
   * The slice of an entry that begins at a position of the file.
   *
   * @param digest a fresh one, or one that another check has ended
   */
  SliceCheck(Entry entry, long startBytes, MessageDigest digest) {
    this.entry = entry;
    this.startBytes = startBytes;
    this.digest = digest;
    this.contents = new BankContents(entry.metadata());
  }

  /** The next bytes: the remaining ones of a piece, which it does not move. */
  void accept(ByteBuffer piece) {
    contents.accept(piece);
    digest.update(piece.duplicate());
  }

  /** Row 11, after the last byte, once. */
  Optional<PackFault> digestFault() {
    Sha256 found = Sha256.finish(digest);
    return found.equals(entry.sha256())
        ? Optional.empty()
        : Optional.of(
            PackFault.of(
                    Stage.SLICE_DIGEST, "the bytes of " + label(entry) + " do not match its digest")
                .values(found.hex(), entry.sha256().hex())
                .at(startBytes));
  }

  /** Row 12, after the last byte. */
  Optional<PackFault> contentsFault() {
    return contents
        .fault()
        .map(fault ->
            PackFault.of(Stage.MEANING, "in " + label(entry) + ", " + fault.message())
                .values(fault.found(), fault.expected())
                .at(startBytes + fault.offsetBytes()));
  }

  /** Both rows, after the last byte, once. */
  void requireSound() throws PackException {
    Optional<PackFault> fault = digestFault().or(this::contentsFault);
    if (fault.isPresent()) {
      throw new PackException(fault.get());
    }
  }

  static String label(Entry entry) {
    return "asset " + entry.assetId() + " (" + entry.assetName() + ")";
  }
}
