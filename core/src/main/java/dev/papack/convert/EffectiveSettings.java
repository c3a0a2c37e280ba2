package dev.papack.convert;

import static dev.papack.json.JsonTree.array;
import static dev.papack.json.JsonTree.member;
import static dev.papack.json.JsonTree.object;

import dev.papack.asset.BankSettings;
import dev.papack.asset.ColorReduction;
import dev.papack.asset.Frame;
import dev.papack.asset.Gutters;
import dev.papack.asset.SoundsSettings;
import dev.papack.asset.TilesSettings;
import dev.papack.asset.TilesSettings.Palettes;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.json.JsonMember;
import dev.papack.json.JsonObject;
import dev.papack.json.JsonTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Settings as provenance records them: every one with the value in effect, said or not. */
public final class EffectiveSettings {
  private EffectiveSettings() {}

  /** The settings as an object; what neither was said nor has a default is left out. */
  public static JsonObject tree(BankSettings settings) {
    return object(
        switch (settings) {
          case TilesSettings tiles -> members(tiles);
          case SoundsSettings sounds -> members(sounds);
        });
  }

  private static List<JsonMember> members(TilesSettings tiles) {
    List<JsonMember> members = new ArrayList<>();
    members.add(member("tile_size", tiles.tileSizePixels()));
    members.add(
        switch (tiles.palettes()) {
          case Palettes.Indexed _ -> member("palettes", "indexed");
          case Palettes.Auto _ -> member("palettes", "auto");
          case Palettes.From(AssetsPath picture) ->
              member("palettes", object(member("from", picture.text())));
        });
    tiles
        .reduction()
        .ifPresent(reduction -> {
          members.add(member("colors", "reduce"));
          members.add(member("max_palettes", reduction.maxPalettes()));
          if (reduction.dither() == ColorReduction.Dither.ORDERED) {
            members.add(member("dither", "ordered"));
          }
        });
    members.add(member("fit", tiles.fit().name().toLowerCase(Locale.ROOT)));
    tiles
        .alphaThreshold()
        .ifPresent(threshold -> members.add(member("alpha_threshold", threshold)));
    if (tiles.index0() == TilesSettings.Index0.TRANSPARENT) {
      members.add(member("index_0", "transparent"));
    }
    tiles
        .transparentColor()
        .ifPresent(key -> members.add(member("transparent_color", key.toString())));
    // Left out where there are none, so that builds by older releases record the same.
    if (!tiles.gutters().equals(Gutters.NONE)) {
      members.add(member("margin", tiles.gutters().marginPixels()));
      members.add(member("spacing", tiles.gutters().spacingPixels()));
    }
    tiles.frame().ifPresent(frame -> members.add(member("frame", tree(frame))));
    if (!tiles.layers().isEmpty()) {
      members.add(member("layers", array(tiles.layers().stream().map(JsonTree::text).toList())));
    }
    tiles.tag().ifPresent(tag -> members.add(member("tag", tag)));
    return members;
  }

  private static JsonObject tree(Frame frame) {
    List<JsonMember> members = new ArrayList<>();
    members.add(member("width", frame.widthPixels()));
    members.add(member("height", frame.heightPixels()));
    frame.count().ifPresent(count -> members.add(member("count", count)));
    return object(members);
  }

  private static List<JsonMember> members(SoundsSettings sounds) {
    List<JsonMember> members = new ArrayList<>();
    sounds.sampleRateHz().ifPresent(rate -> members.add(member("sample_rate", rate)));
    sounds.channels().ifPresent(channels -> members.add(member("channels", channels)));
    members.add(
        switch (sounds.loop()) {
          case SoundsSettings.Loop.FromSource fromSource -> member("loop", "source");
          case SoundsSettings.Loop.None none -> member("loop", "none");
          case SoundsSettings.Loop.Frames frames -> member("loop", tree(frames));
        });
    return members;
  }

  private static JsonObject tree(SoundsSettings.Loop.Frames frames) {
    List<JsonMember> members = new ArrayList<>();
    members.add(member("start", frames.start()));
    members.add(member("end", frames.end()));
    // Left out where it is the default, so that builds by older releases record the same.
    if (frames.mode() != SoundsSettings.LoopMode.FORWARD) {
      members.add(member("mode", frames.mode().word()));
    }
    return object(members);
  }
}
