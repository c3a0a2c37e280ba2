package dev.papack.media.aseprite;

import dev.papack.media.FormatLimit;
import dev.papack.media.FormatLimit.Unit;
import dev.papack.media.FormatTraits;
import dev.papack.media.PictureFormat;
import dev.papack.media.PictureFormat.Feature;
import dev.papack.source.Limits;
import java.util.List;
import java.util.Set;

/** Aseprite's documents as one of the formats that papack decodes. */
public final class Aseprite {
  /** The format. */
  public static final PictureFormat FORMAT =
      new PictureFormat(
          new FormatTraits(
              "Aseprite",
              "an Aseprite document",
              List.of("aseprite", "ase"),
              1,
              List.of(
                  new FormatLimit("Aseprite side", Limits.PNG_SIDE_PIXELS, Unit.PIXELS),
                  new FormatLimit("Aseprite canvas", Limits.CANVAS_PIXELS, Unit.PIXELS),
                  new FormatLimit("Aseprite area of all frames", Limits.PNG_PIXELS, Unit.PIXELS),
                  new FormatLimit(
                      "Aseprite area of all tiles", SpriteLimits.TILESET_PIXELS, Unit.PIXELS),
                  new FormatLimit(
                      "Aseprite pixels of all cels", SpriteLimits.DRAWN_PIXELS, Unit.PIXELS),
                  new FormatLimit("Aseprite layers", SpriteLimits.LAYERS, Unit.COUNT),
                  new FormatLimit("Aseprite cels", SpriteLimits.CELS, Unit.COUNT),
                  new FormatLimit(
                      "Aseprite tags, slices and their keys", SpriteLimits.NAMED, Unit.COUNT),
                  new FormatLimit(
                      "Aseprite bytes of all names", SpriteLimits.NAME_BYTES, Unit.COUNT)),
              AsepriteDecoder.MEMORY),
          AsepriteSignature::likenessOf,
          AsepriteDecoder::extentOf,
          Set.of(Feature.FRAMES, Feature.LAYERS, Feature.TAGS),
          AsepriteDecoder::decode);

  private Aseprite() {}
}
