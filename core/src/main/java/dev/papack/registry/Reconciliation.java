package dev.papack.registry;

import dev.papack.asset.Asset;
import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import dev.papack.asset.Declaration;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Registry and declarations held against each other. An id must stand in both places and mean the
 * same root; a root that moved is followed, a copy is not.
 *
 * @param assets those on which both places agree, ascending by id
 * @param diagnostics the rest, and the moves
 */
public record Reconciliation(List<Asset> assets, List<Diagnostic> diagnostics) {
  public Reconciliation {
    assets = List.copyOf(assets);
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * Reconciles a workspace.
   *
   * @param registry the registry
   * @param declarations one for each root at most
   * @param brokenRoots roots whose declaration exists but could not be read: nothing is concluded
   *     from them
   */
  public static Reconciliation of(
      LocatedRegistry registry,
      Collection<LocatedDeclaration> declarations,
      Set<AssetRoot> brokenRoots) {
    Work work = new Work(registry, declarations, brokenRoots);
    work.judgeDeclarations();
    work.judgeRegistry();
    work.judgeNames();
    work.judgeSlots();
    return new Reconciliation(
        work.assets.stream().sorted(Comparator.comparing(Asset::id)).toList(),
        work.diagnostics.stream().sorted().toList());
  }

  private static final class Work {
    private final LocatedRegistry located;
    private final Registry registry;
    private final SortedMap<AssetRoot, LocatedDeclaration> byRoot = new TreeMap<>();
    private final SortedMap<AssetId, List<LocatedDeclaration>> byId = new TreeMap<>();
    private final Map<AssetRoot, AssetId> registeredRoots = new HashMap<>();
    private final Set<AssetRoot> brokenRoots;
    private final List<Asset> assets = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    Work(
        LocatedRegistry located,
        Collection<LocatedDeclaration> declarations,
        Set<AssetRoot> brokenRoots) {
      this.located = located;
      this.registry = located.registry();
      this.brokenRoots = brokenRoots;
      registry.assets().forEach((id, root) -> registeredRoots.put(root, id));
      for (LocatedDeclaration declaration : declarations) {
        byRoot.put(declaration.place().root(), declaration);
      }
      for (LocatedDeclaration declaration : byRoot.values()) {
        declaration
            .declaration()
            .id()
            .ifPresent(id -> byId.computeIfAbsent(id, key -> new ArrayList<>()).add(declaration));
      }
    }

    void judgeDeclarations() {
      for (LocatedDeclaration declaration : byRoot.values()) {
        Optional<AssetId> id = declaration.declaration().id();
        if (id.isPresent()) {
          judge(declaration, id.get());
        } else {
          judgeWithoutId(declaration);
        }
      }
    }

    private void judgeWithoutId(LocatedDeclaration declaration) {
      AssetRoot root = declaration.place().root();
      Optional<AssetId> registered = Optional.ofNullable(registeredRoots.get(root));
      Diagnostic fault =
          Diagnostic.error(
              DiagnosticCode.ID_MISSING,
              declaration.document().location(),
              "the declaration of \"" + root + "\" has no asset_id");
      diagnostics.add(
          registered
              .map(id ->
                  fault
                      .supported(id.toString())
                      .related(located.placeOf(id), "the registry knows this root as " + id)
                      .help("papack add " + argument(declaration) + " writes it back"))
              .orElseGet(
                  () -> fault.help("papack add " + argument(declaration) + " gives it one")));
    }

    private void judge(LocatedDeclaration declaration, AssetId id) {
      AssetRoot root = declaration.place().root();
      Optional<AssetRoot> home = Optional.ofNullable(registry.assets().get(id));
      Optional<AssetId> registered = Optional.ofNullable(registeredRoots.get(root));
      if (registry.retired().contains(id)) {
        diagnostics.add(
            Diagnostic.error(
                    DiagnosticCode.ID_RETIRED,
                    declaration.placeOf("asset_id"),
                    "the id "
                        + id
                        + " of \""
                        + root
                        + "\" is retired: it meant an asset that was"
                        + " removed, and is never used again")
                .found(id.toString())
                .related(located.placeOf(id), "retired here")
                .help("papack add " + argument(declaration) + " gives this asset a new id"));
      } else if (home.isPresent() && home.get().equals(root)) {
        accept(declaration, id);
      } else if (registered.isPresent()) {
        diagnostics.add(mismatch(declaration, id, registered.get()));
      } else if (home.isPresent() && isDeclaredAt(home.get(), id)) {
        diagnostics.add(
            copy(declaration, id, placeOfId(home.get()), "the registered root of this id"));
      } else if (others(declaration, id).findFirst().isPresent()) {
        LocatedDeclaration other = others(declaration, id).findFirst().orElseThrow();
        diagnostics.add(
            copy(declaration, id, other.placeOf("asset_id"), "another root with this id"));
      } else if (home.isPresent() && brokenRoots.contains(home.get())) {
        // The registered root may well hold this id; its own fault has been reported.
      } else if (home.isPresent()) {
        judgeMove(declaration, id, home.get());
      } else {
        diagnostics.add(
            Diagnostic.error(
                    DiagnosticCode.ROOT_UNREGISTERED,
                    declaration.placeOf("asset_id"),
                    "\"" + root + "\" is declared as " + id + ", which the registry does not know")
                .found(id.toString())
                .related(located.file(), "the registry")
                .help("papack add " + argument(declaration) + " registers it"));
      }
    }

    private void judgeMove(LocatedDeclaration declaration, AssetId id, AssetRoot home) {
      if (byRoot.containsKey(home)) {
        // The old root lives on under another id: the registry line is what contradicts.
        diagnostics.add(copy(declaration, id, located.placeOf(id), "registered for " + home));
        return;
      }
      diagnostics.add(
          Diagnostic.warning(
                  DiagnosticCode.ROOT_MOVED,
                  declaration.placeOf("asset_id"),
                  "the asset "
                      + id
                      + " moved from \""
                      + home
                      + "\" to \""
                      + declaration.place().root()
                      + "\"")
              .found(declaration.place().root().toString())
              .supported(home.toString())
              .related(located.placeOf(id), "the registry still has the old root")
              .help("papack add " + argument(declaration) + " writes the move down"));
      accept(declaration, id);
    }

    private Diagnostic copy(
        LocatedDeclaration declaration, AssetId id, Location other, String whatIsThere) {
      return Diagnostic.error(
              DiagnosticCode.ID_IN_TWO_PLACES,
              declaration.placeOf("asset_id"),
              "the id "
                  + id
                  + " of \""
                  + declaration.place().root()
                  + "\" belongs to another root: a copy needs an id of its own")
          .found(id.toString())
          .related(other, whatIsThere)
          .help("papack add " + argument(declaration) + " gives the copy its own id");
    }

    private Diagnostic mismatch(
        LocatedDeclaration declaration, AssetId declared, AssetId registered) {
      return Diagnostic.error(
              DiagnosticCode.ID_MISMATCH,
              declaration.placeOf("asset_id"),
              "\""
                  + declaration.place().root()
                  + "\" is declared as "
                  + declared
                  + " and registered as "
                  + registered)
          .found(declared.toString())
          .supported(registered.toString())
          .related(located.placeOf(registered), "registered here")
          .help(
              "restore one of the two files from version control: the id that a released pack has"
                  + " is the right one");
    }

    private Stream<LocatedDeclaration> others(LocatedDeclaration declaration, AssetId id) {
      return byId.getOrDefault(id, List.of()).stream()
          .filter(other -> !other.place().equals(declaration.place()));
    }

    private boolean isDeclaredAt(AssetRoot root, AssetId id) {
      LocatedDeclaration declaration = byRoot.get(root);
      return declaration != null && declaration.declaration().id().filter(id::equals).isPresent();
    }

    private Location placeOfId(AssetRoot root) {
      return Optional.ofNullable(byRoot.get(root))
          .map(declaration -> declaration.placeOf("asset_id"))
          .orElse(located.file());
    }

    private void accept(LocatedDeclaration located, AssetId id) {
      Declaration declaration = located.declaration();
      assets.add(
          new Asset(
              id,
              declaration.name(),
              located.place(),
              declaration.sources().stream().map(located.place()::resolve).toList(),
              declaration.settings(),
              declaration.preloadSlot()));
    }

    /** A registered root that is gone, unless its id was found elsewhere and judged there. */
    void judgeRegistry() {
      registry
          .assets()
          .forEach((id, root) -> {
            if (!byRoot.containsKey(root) && !brokenRoots.contains(root) && !byId.containsKey(id)) {
              diagnostics.add(
                  Diagnostic.error(
                          DiagnosticCode.ROOT_GONE,
                          located.placeOf(id),
                          "the registered root \""
                              + root
                              + "\" of "
                              + id
                              + " has no declaration any more")
                      .found(root.toString())
                      .help("restore its declaration, or retire the id with papack remove " + id));
            }
          });
    }

    void judgeNames() {
      Map<String, LocatedDeclaration> owners = new HashMap<>();
      for (LocatedDeclaration declaration : byRoot.values()) {
        String name = declaration.declaration().name().text();
        LocatedDeclaration owner = owners.putIfAbsent(name, declaration);
        if (owner != null) {
          diagnostics.add(
              Diagnostic.error(
                      DiagnosticCode.NAME_TAKEN,
                      declaration.placeOf("name"),
                      "the name \""
                          + name
                          + "\" belongs to the asset \""
                          + owner.place().root()
                          + "\" already")
                  .found(name)
                  .related(owner.placeOf("name"), "the other asset of this name")
                  .help("give one of the two another name"));
        }
      }
    }

    void judgeSlots() {
      Map<String, LocatedDeclaration> owners = new HashMap<>();
      for (LocatedDeclaration declaration : byRoot.values()) {
        declaration
            .declaration()
            .preloadSlot()
            .ifPresent(slot -> {
              String bank = declaration.declaration().settings().bankType().name();
              LocatedDeclaration owner = owners.putIfAbsent(bank + " " + slot, declaration);
              if (owner != null) {
                diagnostics.add(
                    Diagnostic.error(
                            DiagnosticCode.SLOT_TAKEN,
                            declaration.placeOf("preload"),
                            "the "
                                + bank
                                + " preload slot "
                                + slot
                                + " belongs to \""
                                + owner.place().root()
                                + "\"")
                        .found(String.valueOf(slot))
                        .related(owner.placeOf("preload"), "the other asset in this slot")
                        .help("choose another slot from 0 to 255"));
              }
            });
      }
    }

    private static String argument(LocatedDeclaration declaration) {
      return declaration.document().location().path();
    }
  }
}
