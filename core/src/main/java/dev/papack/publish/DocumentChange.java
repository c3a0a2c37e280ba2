package dev.papack.publish;

import dev.papack.asset.DeclarationPlace;
import dev.papack.container.Sha256;
import dev.papack.diagnostic.RelativePath;
import dev.papack.source.Limits;
import java.util.Optional;

/**
 * A change to an authored document.
 *
 * @param file the registry or a declaration, below {@code assets/}
 * @param before the digest of the file as it was read; empty if there was none
 * @param after its new text in the stable form; empty to delete it
 */
public record DocumentChange(RelativePath file, Optional<Sha256> before, Optional<String> after) {
  /** How long the file may become: readers accept no more. */
  long mostBytes() {
    return DeclarationPlace.of(file).isPresent() ? Limits.DECLARATION_BYTES : Limits.INDEX_BYTES;
  }
}
