package dev.papack.registry;

import dev.papack.diagnostic.Location;
import dev.papack.json.JsonNode;
import dev.papack.json.StableForm;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The settings of an asset as a declaration has them, to be compared.
 *
 * @param declaration where they are
 * @param texts the values in one line
 */
record AssetSettings(
    Optional<LocatedDeclaration> declaration, SequencedMap<Setting, String> texts) {
  /** Members that say which document this is, and nothing of the asset. */
  private static final Set<String> OF_THE_DOCUMENT =
      Set.of("artifact", "schema_version", "asset_id");

  /** Copies the map. */
  AssetSettings {
    texts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(texts));
  }

  static AssetSettings none() {
    return new AssetSettings(Optional.empty(), new LinkedHashMap<>());
  }

  static AssetSettings of(LocatedDeclaration declaration) {
    SequencedMap<Setting, String> texts = new LinkedHashMap<>();
    Setting.allOf(declaration.document().tree())
        .forEach((setting, value) -> {
          if (!OF_THE_DOCUMENT.contains(setting.toString())) {
            texts.put(setting, StableForm.inOneLine(value));
          }
        });
    return new AssetSettings(Optional.of(declaration), texts);
  }

  Optional<String> find(Setting setting) {
    return Optional.ofNullable(texts.get(setting));
  }

  Location placeOf(Setting setting) {
    LocatedDeclaration file = declaration.orElseThrow();
    JsonNode value = Setting.allOf(file.document().tree()).get(setting);
    return value == null ? file.document().location() : file.document().placeOf(value);
  }
}
