package dev.papack.schema;

import dev.papack.document.Shape;
import dev.papack.result.SettingDescription.Elements;
import dev.papack.result.SettingDescription.OneOf;
import dev.papack.result.SettingDescription.Range;
import dev.papack.result.SettingDescription.Text;
import dev.papack.result.SettingDescription.Values;
import java.util.List;
import java.util.Optional;

/** What a structure allows, in words and numbers. */
public final class SettingValues {
  private SettingValues() {}

  /** Empty for what is made of other members alone. */
  public static Optional<Values> of(Shape shape) {
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
