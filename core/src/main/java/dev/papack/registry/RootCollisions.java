package dev.papack.registry;

import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import dev.papack.diagnostic.Argument;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Verb;
import dev.papack.source.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Registered roots that some platforms cannot tell from another one. Where both have a declaration
 * the files collide, and that is reported of them; this is about roots that are in the registry
 * only, which a checkout on such a platform leaves behind.
 */
public final class RootCollisions {
  private final DeclaredWorkspace workspace;
  private final Claims claims;

  private RootCollisions(DeclaredWorkspace workspace) {
    this.workspace = workspace;
    this.claims = workspace.claims();
  }

  /** One fault for each root that is gone and collides with one that is not, or is before it. */
  public static List<Diagnostic> of(DeclaredWorkspace workspace) {
    return new RootCollisions(workspace).faults();
  }

  private List<Diagnostic> faults() {
    LocatedRegistry located = workspace.registry();
    Map<String, AssetRoot> spellings = new HashMap<>();
    Map<AssetRoot, Supplier<Location>> places = new HashMap<>();
    claims
        .declarations()
        .forEach((root, declaration) -> {
          spellings.put(Spelling.folded(root.toString()), root);
          places.put(root, declaration.document()::location);
        });
    List<Diagnostic> faults = new ArrayList<>();
    located
        .registry()
        .roots()
        .forEach((id, root) -> {
          if (isGone(id, root)) {
            places.put(root, () -> located.placeOf(id));
            AssetRoot other = spellings.putIfAbsent(Spelling.folded(root.toString()), root);
            if (other != null) {
              faults.add(
                  collision(
                      id,
                      root,
                      other,
                      places.getOrDefault(other, () -> located.placeOf(id)).get()));
            }
          }
        });
    return faults;
  }

  private boolean isGone(AssetId id, AssetRoot root) {
    return claims.of(id).isEmpty()
        && !claims.declarations().containsKey(root)
        && !workspace.isUnreadable(root);
  }

  private Diagnostic collision(AssetId id, AssetRoot root, AssetRoot other, Location place) {
    return Diagnostic.error(
            DiagnosticCode.PATH_COLLISION,
            workspace.registry().placeOf(id),
            "the roots \"" + root + "\" and \"" + other + "\" are the same name on some platforms")
        .found(root.toString())
        .related(place, "the other spelling")
        .fix(
            Fix.manual(
                "if \"" + root + "\" no longer exists, retire its id",
                Fix.run(Verb.REMOVE, new Argument.OfId(id.value()))));
  }
}
