package dev.papack.media.png;

import dev.papack.media.DecodedPicture;
import dev.papack.media.FormatLimit;
import dev.papack.media.FormatLimit.Unit;
import dev.papack.media.FormatTraits;
import dev.papack.media.PictureFormat;
import dev.papack.source.Limits;
import java.util.List;
import java.util.Set;

/** PNG as one of the formats that papack decodes. */
public final class Png {
  /** The format. */
  public static final PictureFormat FORMAT =
      new PictureFormat(
          new FormatTraits(
              "PNG",
              "a PNG picture",
              List.of("png"),
              1,
              List.of(
                  new FormatLimit("PNG side", Limits.PNG_SIDE_PIXELS, Unit.PIXELS),
                  new FormatLimit("PNG area", Limits.PNG_PIXELS, Unit.PIXELS),
                  new FormatLimit("PNG chunks", Limits.PNG_CHUNKS, Unit.COUNT)),
              PngDecoder.MEMORY),
          PngSignature::likenessOf,
          bytes -> PngDecoder.extentOf(bytes.head()),
          Set.of(),
          (content, rule, _) -> PngDecoder.decode(content, rule).map(DecodedPicture::still));

  private Png() {}
}
