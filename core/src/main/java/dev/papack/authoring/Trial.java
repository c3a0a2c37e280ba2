package dev.papack.authoring;

import dev.papack.asset.Asset;
import dev.papack.asset.AssetId;
import dev.papack.convert.Conversion;
import dev.papack.convert.MemoryBudget;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.ReadableDirectory;
import dev.papack.registry.DeclaredWorkspace;
import dev.papack.registry.LocatedDeclaration;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is asked of a declaration before the registry has it as it is. */
@FunctionalInterface
public interface Trial {
  /** Nothing: whoever only makes ids agree decodes no source. */
  Trial NONE = (declaration, known) -> List.of();

  /** Any: none has been drawn yet, and no bank depends on it. */
  AssetId ANY_ID = new AssetId(1);

  /**
   * Why a build would refuse it.
   *
   * @param known its faults that registering it would not fix
   * @return errors, the known ones included; none if it may be registered
   */
  List<Diagnostic> faultsOf(LocatedDeclaration declaration, List<Diagnostic> known)
      throws IOException;

  /** The same, where the answer about some declarations is known already, by their files. */
  default Trial knowing(Map<AssetsPath, List<Diagnostic>> faults) {
    return (located, known) -> {
      List<Diagnostic> answer = faults.get(located.place().file());
      if (answer == null) {
        return faultsOf(located, known);
      }
      List<Diagnostic> all = new ArrayList<>(known);
      all.addAll(answer);
      return all;
    };
  }

  /** That a build would accept it: what is known of it, and its sources, decoded and encoded. */
  static Trial byBuilding(
      ReadableDirectory assets, DeclaredWorkspace workspace, MemoryBudget memory) {
    Conversion conversion = new Conversion(assets, memory);
    return (located, known) -> {
      List<Diagnostic> faults = new ArrayList<>(known);
      List<AssetsPath> sources =
          located.declaration().sources().stream().map(located.place()::resolve).toList();
      Asset asset =
          new Asset(
              ANY_ID,
              located.declaration().name(),
              located.place(),
              sources,
              located.declaration().settings(),
              located.declaration().preloadSlot());
      if (workspace.tree().files().containsAll(asset.files())) {
        conversion.convert(asset, _ -> Outcome.of(asset)).diagnostics().stream()
            .filter(Diagnostic::isError)
            .forEach(faults::add);
      }
      return faults;
    };
  }
}
