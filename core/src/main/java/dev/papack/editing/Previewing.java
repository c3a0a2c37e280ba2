package dev.papack.editing;

import dev.papack.bank.TilesDecoder;
import dev.papack.container.TilesMetadata;
import dev.papack.convert.ConvertedAsset;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.PixelRectangle;
import dev.papack.result.Preview;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** Shows a part of what an asset becomes. */
record Previewing(long draft, Preview.Part part) {
  /** Empty for a sound, and for a part that is not in the picture. */
  Outcome<Optional<Preview>> show(ConvertedAsset converted) throws IOException {
    if (!(converted.bank().metadata() instanceof TilesMetadata tiles)) {
      return Outcome.of(Optional.empty());
    }
    ByteArrayOutputStream slice = new ByteArrayOutputStream(Math.toIntExact(tiles.sliceBytes()));
    List<Diagnostic> found = converted.bank().writeTo(slice);
    TilesDecoder picture = new TilesDecoder(ByteBuffer.wrap(slice.toByteArray()), tiles);
    return new Outcome.Accepted<>(
        shown(picture, tiles).map(shown -> preview(picture, shown)), found);
  }

  private Optional<PixelRectangle> shown(TilesDecoder picture, TilesMetadata tiles) {
    int width = picture.widthPixels();
    int height = picture.heightPixels();
    return switch (part) {
      case Preview.Part.All _ ->
          Optional.of(
              new PixelRectangle(
                  0,
                  0,
                  Math.min(width, Preview.MAX_PIXELS),
                  Math.clamp(Preview.MAX_PIXELS / width, 1, height)));
      case Preview.Part.Tile(int index) ->
          index < 0 || index >= tiles.tileCount()
              ? Optional.empty()
              : Optional.of(
                  new PixelRectangle(
                      index % tiles.columns() * tiles.tileSize(),
                      index / tiles.columns() * tiles.tileSize(),
                      tiles.tileSize(),
                      tiles.tileSize()));
      case Preview.Part.Rectangle(PixelRectangle pixels) ->
          pixels.x() >= width || pixels.y() >= height
              ? Optional.empty()
              : Optional.of(
                  new PixelRectangle(
                      pixels.x(),
                      pixels.y(),
                      Math.min(pixels.width(), width - pixels.x()),
                      Math.min(pixels.height(), height - pixels.y())));
    };
  }

  private Preview preview(TilesDecoder picture, PixelRectangle shown) {
    int[] row = new int[picture.widthPixels()];
    int[] argb = new int[shown.width() * shown.height()];
    for (int y = 0; y < shown.height(); y++) {
      picture.copyRow(shown.y() + y, row);
      System.arraycopy(row, shown.x(), argb, y * shown.width(), shown.width());
    }
    return new Preview(draft, picture.widthPixels(), picture.heightPixels(), shown, argb);
  }
}
