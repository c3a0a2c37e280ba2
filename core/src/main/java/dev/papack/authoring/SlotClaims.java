package dev.papack.authoring;

import dev.papack.asset.AssetRoot;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.registry.DeclaredWorkspace;
import dev.papack.registry.LocatedDeclaration;
import dev.papack.registry.PreloadSlot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Whether declarations that change would claim a preload slot that another one has. */
final class SlotClaims {
  private final DeclaredWorkspace workspace;

  SlotClaims(DeclaredWorkspace workspace) {
    this.workspace = workspace;
  }

  /** An error for each new claim of a slot that is taken. */
  List<Diagnostic> faultsOf(List<LocatedDeclaration> changed) {
    Map<AssetRoot, LocatedDeclaration> all = new TreeMap<>(workspace.scan().declarations());
    changed.forEach(declaration -> all.put(declaration.place().root(), declaration));
    Map<PreloadSlot, List<LocatedDeclaration>> claims = new HashMap<>();
    for (LocatedDeclaration declaration : all.values()) {
      PreloadSlot.of(declaration.declaration())
          .ifPresent(slot -> claims.computeIfAbsent(slot, _ -> new ArrayList<>()).add(declaration));
    }
    List<Diagnostic> faults = new ArrayList<>();
    for (LocatedDeclaration declaration : changed) {
      Optional<PreloadSlot> slot = PreloadSlot.of(declaration.declaration());
      if (slot.isPresent() && !slot.equals(slotBefore(declaration))) {
        claims.getOrDefault(slot.get(), List.of()).stream()
            .filter(other -> !other.place().equals(declaration.place()))
            .findFirst()
            .map(other -> taken(declaration, slot.get(), other))
            .ifPresent(faults::add);
      }
    }
    return faults;
  }

  private Optional<PreloadSlot> slotBefore(LocatedDeclaration declaration) {
    return Optional.ofNullable(workspace.scan().declarations().get(declaration.place().root()))
        .flatMap(before -> PreloadSlot.of(before.declaration()));
  }

  private static Diagnostic taken(
      LocatedDeclaration declaration, PreloadSlot slot, LocatedDeclaration other) {
    return Diagnostic.error(
            DiagnosticCode.SLOT_TAKEN,
            Location.of(Artifact.ASSET, declaration.place().file()),
            "the " + slot + " belongs to \"" + other.place().root() + "\"")
        .found(String.valueOf(slot.number()))
        .related(Location.of(Artifact.ASSET, other.place().file()), "the other asset")
        .advice("choose another slot from 0 to 255");
  }
}
