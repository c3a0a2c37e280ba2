package dev.papack.supported;

import dev.papack.container.BankType;
import dev.papack.document.KnownSetting;
import dev.papack.document.Shape;
import dev.papack.registry.DeclarationSettings;
import dev.papack.result.SettingDescription;
import dev.papack.result.SettingDescription.Elements;
import dev.papack.result.SettingDescription.OneOf;
import dev.papack.result.SettingDescription.Range;
import dev.papack.result.SettingDescription.Text;
import dev.papack.result.SettingDescription.Values;
import java.util.List;
import java.util.Optional;

/** Every setting of a declaration of the current version. */
public final class AllSettings {
  private AllSettings() {}

  /** In the order of the document. */
  public static List<SettingDescription> all() {
    return DeclarationSettings.KNOWN.all().stream()
        .filter(KnownSetting::hasValue)
        .map(AllSettings::of)
        .toList();
  }

  private static SettingDescription of(KnownSetting setting) {
    return new SettingDescription(
        setting.name(),
        setting.tags().stream().map(BankType::valueOf).sorted().toList(),
        setting.shapes().stream().flatMap(shape -> values(shape).stream()).toList());
  }

  private static Optional<Values> values(Shape shape) {
    return switch (shape) {
      case Shape.IntegerShape(long smallest, long largest) ->
          Optional.of(new Range(smallest, largest));
      case Shape.NumberChoiceShape(List<Integer> numbers) ->
          Optional.of(new OneOf(numbers.stream().map(String::valueOf).toList()));
      case Shape.ChoiceShape(List<String> words) -> Optional.of(new OneOf(words));
      case Shape.WordOrObjectShape either -> Optional.of(new OneOf(either.word().values()));
      case Shape.TextShape text -> Optional.of(new Text(text.description()));
      case Shape.ArrayShape array ->
          Optional.of(new Elements(array.fewestElements(), array.maxElements()));
      case Shape.ObjectShape _, Shape.VariantShape _ -> Optional.empty();
    };
  }
}
