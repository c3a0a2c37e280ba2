package dev.papack.media.gif;

import dev.papack.media.FormatLimit;
import dev.papack.media.FormatLimit.Unit;
import dev.papack.media.FormatTraits;
import dev.papack.media.PictureFormat;
import dev.papack.media.PictureFormat.Feature;
import dev.papack.source.Limits;
import java.util.List;
import java.util.Set;

/** GIF as one of the formats that papack decodes. */
public final class Gif {
  /** The format. */
  public static final PictureFormat FORMAT =
      new PictureFormat(
          new FormatTraits(
              "GIF",
              "a GIF picture",
              List.of("gif"),
              1,
              List.of(
                  new FormatLimit("GIF side", Limits.PNG_SIDE_PIXELS, Unit.PIXELS),
                  new FormatLimit("GIF screen", Limits.CANVAS_PIXELS, Unit.PIXELS),
                  new FormatLimit("GIF area of all frames", Limits.PNG_PIXELS, Unit.PIXELS),
                  new FormatLimit("GIF frames", Limits.FRAMES, Unit.COUNT)),
              GifDecoder.MEMORY),
          GifSignature::likenessOf,
          GifDecoder::extentOf,
          Set.of(Feature.FRAMES),
          (content, rule, _) -> GifDecoder.decode(content, rule));

  private Gif() {}
}
