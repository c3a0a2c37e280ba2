package dev.papack.lsp;

import dev.papack.container.BankMetadata;
import dev.papack.container.SoundsMetadata;
import dev.papack.container.TilesMetadata;
import dev.papack.result.DescribedPlace;
import dev.papack.result.DescribedPlace.BuiltBank;
import dev.papack.result.SettingDescription;
import java.util.ArrayList;
import java.util.List;

/** What is at a place, in Markdown. */
final class HoverText {
  /** ASCII punctuation, but for what our own members have in their names. */
  private static final String MARKUP = "[!-~&&[^A-Za-z0-9_.$-]]";

  private HoverText() {}

  static String of(DescribedPlace place) {
    List<String> parts = new ArrayList<>();
    List<String> names = place.path().stream().filter(name -> !name.equals("*")).toList();
    parts.add("**" + escaped(String.join(".", names)) + "**");
    place.documentation().ifPresent(parts::add);
    place.values().forEach(values -> parts.add(values(values)));
    place.asset().ifPresent(built -> parts.add(built(built)));
    return String.join("\n\n", parts);
  }

  /** A member may have any name, and none is a link or a picture that an editor would fetch. */
  private static String escaped(String name) {
    return name.replaceAll(MARKUP, "\\\\$0").replaceAll("(?U)[\\p{Cntrl}\\p{Cf}]", "?");
  }

  private static String values(SettingDescription.Values values) {
    return switch (values) {
      case SettingDescription.OneOf(List<String> words) ->
          "One of `" + String.join("`, `", words) + "`.";
      case SettingDescription.Range(long smallest, long largest) ->
          "A whole number from " + smallest + " to " + largest + ".";
      case SettingDescription.Text(String description) -> "Text: " + description + ".";
      case SettingDescription.Elements(int fewest, int most) ->
          "A list of " + fewest + " to " + most + " elements.";
    };
  }

  private static String built(BuiltBank built) {
    return "In the last build `" + built.name() + "` became " + numbers(built.bank()) + ".";
  }

  private static String numbers(BankMetadata bank) {
    return switch (bank) {
      case TilesMetadata tiles ->
          counted(tiles.tileCount(), "tile")
              + " of "
              + tiles.tileSize()
              + "x"
              + tiles.tileSize()
              + " pixels in "
              + counted(tiles.columns(), "column")
              + ", with "
              + counted(tiles.paletteCount(), "palette")
              + ": "
              + counted(tiles.sliceBytes(), "byte");
      case SoundsMetadata sounds ->
          counted(sounds.frameCount(), "frame")
              + " at "
              + sounds.sampleRateHz()
              + " Hz in "
              + counted(sounds.channels(), "channel")
              + ": "
              + counted(sounds.sliceBytes(), "byte");
    };
  }

  private static String counted(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
