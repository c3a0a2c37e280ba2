package dev.papack.registry;

import dev.papack.asset.AssetRoot;
import dev.papack.asset.Declaration;
import dev.papack.container.AssetName;
import dev.papack.container.BankType;
import java.util.Optional;

/**
 * What a registry remembers of an asset: enough to notice when its id comes to mean another one.
 *
 * @param root where it is
 * @param name what it is called; empty until a command writes the registry that can read it
 * @param bank what it becomes, for ever; empty likewise
 */
public record RegisteredAsset(AssetRoot root, Optional<AssetName> name, Optional<BankType> bank) {
  /** Of which nothing is known but where it is. */
  public static RegisteredAsset at(AssetRoot root) {
    return new RegisteredAsset(root, Optional.empty(), Optional.empty());
  }

  /** What a declaration says at a root. */
  public static RegisteredAsset of(AssetRoot root, Declaration declaration) {
    return new RegisteredAsset(
        root, Optional.of(declaration.name()), Optional.of(declaration.settings().bankType()));
  }

  /** Whether its name and its bank are known. */
  public boolean isComplete() {
    return name.isPresent() && bank.isPresent();
  }

  /** Whether a declaration has its name, as far as that is known. */
  public boolean isNamedAs(Declaration declaration) {
    return name.isEmpty() || name.get().equals(declaration.name());
  }

  /** Whether a declaration has its bank, as far as that is known. */
  public boolean isBankOf(Declaration declaration) {
    return bank.isEmpty() || bank.get() == declaration.settings().bankType();
  }

  /** The same asset at another root. */
  public RegisteredAsset movedTo(AssetRoot to) {
    return new RegisteredAsset(to, name, bank);
  }

  private RegisteredAsset named(AssetName now) {
    return new RegisteredAsset(root, Optional.of(now), bank);
  }

  /**
   * With what is absent, and only that, as a declaration says it; as it is if the declaration
   * contradicts what is known.
   */
  public RegisteredAsset completed(Declaration declaration) {
    return isNamedAs(declaration) && isBankOf(declaration) ? filled(declaration) : this;
  }

  /** The same asset as it is declared by now; its bank never changes. */
  public RegisteredAsset declaredAs(Declaration declaration) {
    return filled(declaration).named(declaration.name());
  }

  private RegisteredAsset filled(Declaration declaration) {
    return new RegisteredAsset(
        root,
        name.or(() -> Optional.of(declaration.name())),
        bank.or(() -> Optional.of(declaration.settings().bankType())));
  }
}
