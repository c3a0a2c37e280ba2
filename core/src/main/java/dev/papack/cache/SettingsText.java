package dev.papack.cache;

import dev.papack.asset.AssetRoot;
import dev.papack.asset.BankSettings;
import dev.papack.asset.Declaration;
import dev.papack.asset.DeclarationPlace;
import dev.papack.container.AssetName;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.RelativePath;
import dev.papack.migration.Histories;
import dev.papack.migration.Migration;
import dev.papack.registry.DeclarationDocument;
import dev.papack.registry.LocatedDeclaration;
import dev.papack.source.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Settings as a declaration has them: the text of one that says nothing else. So the cache keeps
 * every setting that a declaration can have, and reads them with the same care.
 */
final class SettingsText {
  private static final DeclarationPlace PLACE =
      new DeclarationPlace(new AssetRoot(AssetsPath.of("a")), DeclarationPlace.Form.BESIDE);
  private static final AssetName NAME = new AssetName("a");
  private static final List<RelativePath> SOURCES = List.of(RelativePath.of("a"));

  private SettingsText() {}

  static String of(BankSettings settings) {
    return DeclarationDocument.textOf(
        new Declaration(Optional.empty(), NAME, SOURCES, settings, OptionalInt.empty()));
  }

  /** Empty for a text that no build has written. */
  static Optional<BankSettings> read(String text) {
    Snapshot snapshot = Snapshot.of(PLACE.file().text(), text.getBytes(StandardCharsets.UTF_8));
    return Migration.read(snapshot, Histories.ASSET)
                .flatMap(document -> DeclarationDocument.read(document, PLACE))
            instanceof Outcome.Accepted<LocatedDeclaration>(LocatedDeclaration located, var _)
        ? Optional.of(located.declaration().settings())
        : Optional.empty();
  }
}
