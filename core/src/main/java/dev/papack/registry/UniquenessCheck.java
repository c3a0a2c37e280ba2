package dev.papack.registry;

import dev.papack.asset.AssetRoot;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether every name and every preload slot has one owner. */
final class UniquenessCheck {
  private final Map<String, LocatedDeclaration> nameOwners = new HashMap<>();
  private final Map<PreloadSlot, LocatedDeclaration> slotOwners = new HashMap<>();
  private final List<Diagnostic> faults = new ArrayList<>();

  private UniquenessCheck() {}

  /**
   * Every name and slot that is claimed again. What the registry agrees with was there first.
   *
   * @param agreed the declarations that the registry agrees with
   * @param all these and the rest
   */
  static List<Diagnostic> faultsOf(
      Collection<LocatedDeclaration> agreed, Collection<LocatedDeclaration> all) {
    UniquenessCheck check = new UniquenessCheck();
    Set<AssetRoot> first = new HashSet<>();
    for (LocatedDeclaration declaration : byRoot(agreed)) {
      first.add(declaration.place().root());
      check.check(declaration);
    }
    for (LocatedDeclaration declaration : byRoot(all)) {
      if (!first.contains(declaration.place().root())) {
        check.check(declaration);
      }
    }
    return check.faults;
  }

  private void check(LocatedDeclaration declaration) {
    checkName(declaration);
    checkSlot(declaration);
  }

  private static List<LocatedDeclaration> byRoot(Collection<LocatedDeclaration> declarations) {
    return declarations.stream()
        .sorted(Comparator.comparing(declaration -> declaration.place().root()))
        .toList();
  }

  private void checkName(LocatedDeclaration declaration) {
    String name = declaration.declaration().name().text();
    LocatedDeclaration owner = nameOwners.putIfAbsent(name, declaration);
    if (owner != null) {
      faults.add(
          Diagnostic.error(
                  DiagnosticCode.NAME_TAKEN,
                  declaration.placeOf("name"),
                  "the name \""
                      + name
                      + "\" already belongs to the asset \""
                      + owner.place().root()
                      + "\"")
              .found(name)
              .related(owner.placeOf("name"), "the other asset of this name")
              .advice("give one of the two a different name"));
    }
  }

  private void checkSlot(LocatedDeclaration declaration) {
    PreloadSlot.of(declaration.declaration())
        .ifPresent(slot -> {
          LocatedDeclaration owner = slotOwners.putIfAbsent(slot, declaration);
          if (owner != null) {
            faults.add(
                Diagnostic.error(
                        DiagnosticCode.SLOT_TAKEN,
                        declaration.placeOf("preload"),
                        "the " + slot + " already belongs to \"" + owner.place().root() + "\"")
                    .found(String.valueOf(slot.number()))
                    .related(owner.placeOf("preload"), "the other asset in this slot")
                    .advice("choose another slot from 0 to 255"));
          }
        });
  }
}
