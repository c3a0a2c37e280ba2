package dev.papack.fuzz;

import dev.papack.asset.AssetRoot;
import dev.papack.asset.Declaration;
import dev.papack.asset.DeclarationPlace;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Outcome;
import dev.papack.migration.CurrentDocument;
import dev.papack.migration.Histories;
import dev.papack.migration.Migration;
import dev.papack.registry.DeclarationDocument;
import dev.papack.registry.IndexDocument;
import dev.papack.registry.LocatedDeclaration;
import dev.papack.registry.LocatedRegistry;
import dev.papack.registry.Registry;
import java.util.Optional;

/** The two authored kinds: what they mean, written and read again, means the same. */
final class AuthoredTargets {
  private static final DeclarationPlace PLACE =
      new DeclarationPlace(new AssetRoot(AssetsPath.of("a/b")), DeclarationPlace.Form.INSIDE);

  private AuthoredTargets() {}

  static void checkAsset(byte[] input) {
    Optional<Declaration> declaration =
        DocumentTarget.check(input, Histories.ASSET)
            .flatMap(document -> Results.accepted(declaration(document)));
    if (declaration.isPresent()) {
      String text = DeclarationDocument.textOf(declaration.get());
      CurrentDocument again =
          Results.value(Migration.read(DocumentTarget.snapshot(text), Histories.ASSET));
      Results.require(
          Results.value(declaration(again)).equals(declaration.get()),
          "a declaration reads back the same");
    }
  }

  private static Outcome<Declaration> declaration(CurrentDocument document) {
    return DeclarationDocument.read(document, PLACE).map(LocatedDeclaration::declaration);
  }

  static void checkIndex(byte[] input) {
    Optional<Registry> registry =
        DocumentTarget.check(input, Histories.INDEX)
            .flatMap(document -> Results.accepted(IndexDocument.read(document)))
            .map(LocatedRegistry::registry);
    if (registry.isPresent()) {
      String text = IndexDocument.textOf(registry.get());
      Registry again = Results.value(IndexDocument.read(DocumentTarget.snapshot(text))).registry();
      Results.require(again.equals(registry.get()), "a registry reads back the same");
    }
  }
}
