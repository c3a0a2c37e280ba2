package dev.papack.convert;

import dev.papack.asset.BankSettings;
import dev.papack.convert.Recipe.Decoder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Recipes and the settings in them, each kept once: most assets of a workspace have the same, and a
 * build keeps one for each asset. Several threads may ask at once.
 */
public final class Recipes {
  private final Map<BankSettings, String> forms = new ConcurrentHashMap<>();
  private final Map<Recipe, Recipe> recipes = new ConcurrentHashMap<>();

  /** The form of settings, as {@link RecordedKey#settingsOf} makes it. */
  public String formOf(BankSettings settings) {
    return forms.computeIfAbsent(settings, RecordedKey::settingsOf);
  }

  /** The recipe that a key has. */
  public Recipe of(ConversionKey<?> key) {
    return same(
        new Recipe(
            key.settings().bankType(),
            key.bankVersion(),
            Recipe.CODEC,
            key.converterVersion(),
            key.reductionVersion(),
            formOf(key.settings()),
            key.sources().stream()
                .map(source -> new Decoder(source.format(), source.decoderVersion()))
                .toList()));
  }

  /** The one that is kept of equal recipes. */
  public Recipe same(Recipe recipe) {
    return recipes.computeIfAbsent(recipe, first -> first);
  }
}
