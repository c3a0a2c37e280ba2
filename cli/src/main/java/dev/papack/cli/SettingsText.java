package dev.papack.cli;

import dev.papack.asset.Asset;
import dev.papack.asset.BankSettings;
import dev.papack.asset.ColorReduction;
import dev.papack.asset.ColorReduction.Dither;
import dev.papack.asset.Frame;
import dev.papack.asset.SoundsSettings;
import dev.papack.asset.SoundsSettings.Loop;
import dev.papack.asset.SoundsSettings.LoopMode;
import dev.papack.asset.TilesSettings;
import dev.papack.asset.TilesSettings.Fit;
import dev.papack.asset.TilesSettings.Index0;
import dev.papack.asset.TilesSettings.Palettes;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.json.line.JsonLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** The settings of an asset, in the words of its declaration. */
final class SettingsText {
  private SettingsText() {}

  /** For one cell of a table; default values are left out. */
  static String of(BankSettings settings, OptionalInt preloadSlot) {
    List<String> parts = new ArrayList<>();
    switch (settings) {
      case TilesSettings tiles -> {
        parts.add("tile_size " + tiles.tileSizePixels());
        parts.add("palettes " + palettes(tiles.palettes()));
        tiles
            .reduction()
            .ifPresent(how -> {
              parts.add("colors reduce");
              parts.add("max_palettes " + how.maxPalettes());
              if (how.dither() == Dither.ORDERED) {
                parts.add("dither ordered");
              }
            });
        if (tiles.fit() == Fit.PAD) {
          parts.add("fit pad");
        }
        tiles.alphaThreshold().ifPresent(alpha -> parts.add("alpha_threshold " + alpha));
        if (tiles.index0() == Index0.TRANSPARENT) {
          parts.add("index_0 transparent");
        }
        tiles.transparentColor().ifPresent(key -> parts.add("transparent_color " + key));
        if (tiles.gutters().marginPixels() > 0) {
          parts.add("margin " + tiles.gutters().marginPixels());
        }
        if (tiles.gutters().spacingPixels() > 0) {
          parts.add("spacing " + tiles.gutters().spacingPixels());
        }
        tiles.frame().ifPresent(frame -> parts.add("frame " + text(frame)));
        if (!tiles.layers().isEmpty()) {
          parts.add("layers " + String.join(" + ", tiles.layers()));
        }
        tiles.tag().ifPresent(tag -> parts.add("tag " + tag));
      }
      case SoundsSettings sounds -> {
        sounds.sampleRateHz().ifPresent(rate -> parts.add("sample_rate " + rate));
        sounds.channels().ifPresent(channels -> parts.add("channels " + channels));
        switch (sounds.loop()) {
          case Loop.FromSource fromSource -> {}
          case Loop.None none -> parts.add("loop none");
          case Loop.Frames frames -> parts.add("loop " + text(frames));
        }
      }
    }
    preloadSlot.ifPresent(slot -> parts.add("preload slot " + slot));
    return String.join(", ", parts);
  }

  /** An asset as members of an object. */
  static void write(JsonLine json, Asset asset) {
    json.put("asset_id", asset.id().value())
        .put("name", asset.name().text())
        .put("root", asset.place().root().toString())
        .put("declaration", asset.place().file().inWorkspace().text())
        .putStrings(
            "sources",
            asset.sources().stream().map(source -> source.inWorkspace().text()).toList());
    write(json, asset.settings(), asset.preloadSlot());
  }

  /** The settings as members of an object, as in a declaration. */
  static void write(JsonLine json, BankSettings settings, OptionalInt preloadSlot) {
    json.put("bank", settings.bankType().name());
    switch (settings) {
      case TilesSettings tiles -> json.putObject("tiles", inner -> write(inner, tiles));
      case SoundsSettings sounds -> json.putObject("sounds", inner -> write(inner, sounds));
    }
    preloadSlot.ifPresent(slot -> json.putObject("preload", inner -> inner.put("slot", slot)));
  }

  private static void write(JsonLine json, TilesSettings tiles) {
    json.put("tile_size", tiles.tileSizePixels());
    switch (tiles.palettes()) {
      case Palettes.Indexed _ -> json.put("palettes", "indexed");
      case Palettes.Auto _ -> json.put("palettes", "auto");
      case Palettes.From(AssetsPath picture) ->
          json.putObject("palettes", inner -> inner.put("from", picture.text()));
    }
    tiles.reduction().ifPresent(how -> write(json, how));
    json.put("fit", word(tiles.fit()));
    tiles.alphaThreshold().ifPresent(alpha -> json.put("alpha_threshold", alpha));
    if (tiles.index0() == Index0.TRANSPARENT) {
      json.put("index_0", "transparent");
    }
    tiles.transparentColor().ifPresent(key -> json.put("transparent_color", key.toString()));
    if (tiles.gutters().marginPixels() > 0) {
      json.put("margin", tiles.gutters().marginPixels());
    }
    if (tiles.gutters().spacingPixels() > 0) {
      json.put("spacing", tiles.gutters().spacingPixels());
    }
    tiles.frame().ifPresent(frame -> json.putObject("frame", inner -> write(inner, frame)));
    if (!tiles.layers().isEmpty()) {
      json.putStrings("layers", tiles.layers());
    }
    tiles.tag().ifPresent(tag -> json.put("tag", tag));
  }

  private static void write(JsonLine json, ColorReduction how) {
    json.put("colors", "reduce").put("max_palettes", how.maxPalettes());
    if (how.dither() == Dither.ORDERED) {
      json.put("dither", "ordered");
    }
  }

  private static void write(JsonLine json, Frame frame) {
    json.put("width", frame.widthPixels()).put("height", frame.heightPixels());
    frame.count().ifPresent(count -> json.put("count", count));
  }

  private static String text(Frame frame) {
    return frame.count().isPresent() ? frame + " x " + frame.count().getAsInt() : frame.toString();
  }

  private static String palettes(Palettes palettes) {
    return switch (palettes) {
      case Palettes.Indexed _ -> "indexed";
      case Palettes.Auto _ -> "auto";
      case Palettes.From(AssetsPath picture) -> "from " + picture.inWorkspace().text();
    };
  }

  private static void write(JsonLine json, SoundsSettings sounds) {
    sounds.sampleRateHz().ifPresent(rate -> json.put("sample_rate", rate));
    sounds.channels().ifPresent(channels -> json.put("channels", channels));
    switch (sounds.loop()) {
      case Loop.FromSource fromSource -> {}
      case Loop.None none -> json.put("loop", "none");
      case Loop.Frames frames -> json.putObject("loop", inner -> write(inner, frames));
    }
  }

  private static void write(JsonLine json, Loop.Frames frames) {
    json.put("start", frames.start()).put("end", frames.end());
    if (frames.mode() != LoopMode.FORWARD) {
      json.put("mode", frames.mode().word());
    }
  }

  private static String text(Loop.Frames frames) {
    String range = frames.start() + ".." + frames.end();
    return frames.mode() == LoopMode.FORWARD ? range : range + " " + frames.mode().word();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
