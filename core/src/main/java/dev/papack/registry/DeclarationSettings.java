package dev.papack.registry;

import dev.papack.document.KnownSettings;
import dev.papack.document.Shape;
import dev.papack.migration.Histories;
import java.util.Map;
import java.util.Optional;

/**
 * Which members of a declaration its author sets, and what each may be: all that the structure of
 * the current version has, but for what says which asset this is.
 */
public final class DeclarationSettings {
  /** What is no setting, and how it changes instead. */
  private static final Map<String, String> OTHERS =
      Map.of(
          "artifact", "leave it as it is: it says what kind of document this is",
          "schema_version", "migrate the document: that changes its version",
          "asset_id", "leave it as it is: an asset keeps its id for ever",
          "asset_root", "move the declaration together with its sources: that changes the root",
          "name", "rename the asset: that changes its name in the registry, too",
          "sources", "edit the declaration, or move the files together with it",
          "bank", "remove the asset and add its file again: a bank never changes under an id");

  /** The settings of the current version. */
  public static final KnownSettings KNOWN = known();

  private DeclarationSettings() {}

  private static KnownSettings known() {
    if (Histories.ASSET.current() instanceof Shape.VariantShape root) {
      return KnownSettings.of(root, OTHERS.keySet());
    }
    throw new IllegalStateException("a declaration has variants");
  }

  /**
   * What to do instead of setting a member.
   *
   * @return empty for a setting, and for what is no member
   */
  public static Optional<String> insteadOf(String member) {
    return Optional.ofNullable(OTHERS.get(member));
  }
}
