package dev.papack.container;

import java.util.Optional;

/** What the slice of an asset holds. */
public enum BankType {
  /** Pictures: tiles, palettes and the palette of each tile. */
  TILES,
  /** Sound: 16-bit PCM. */
  SOUNDS;

  /** Finds a bank type by what the header calls it: exactly its name. */
  static Optional<BankType> find(String name) {
    for (BankType type : values()) {
      if (type.name().equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
