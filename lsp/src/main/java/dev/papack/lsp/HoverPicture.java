package dev.papack.lsp;

import dev.papack.Draft;
import dev.papack.Packer;
import dev.papack.asset.Asset;
import dev.papack.container.TilesMetadata;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.PixelRectangle;
import dev.papack.progress.CancelledException;
import dev.papack.result.DescribedPlace;
import dev.papack.result.DescribedPlace.BuiltBank;
import dev.papack.result.Inventory;
import dev.papack.result.Preview;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;

/** The picture that an asset becomes, as far as it is small: whoever points at it does not wait. */
final class HoverPicture {
  private static final long MAX_SLICE_BYTES = 64 << 10;
  private static final PixelRectangle SHOWN = new PixelRectangle(0, 0, 256, 256);

  private HoverPicture() {}

  /** A link in Markdown that holds the picture. */
  static Optional<String> of(Draft draft, DescribedPlace place)
      throws IOException, CancelledException {
    Optional<String> name =
        place
            .asset()
            .filter(built -> built.bank() instanceof TilesMetadata)
            .filter(built -> built.bank().sliceBytes() <= MAX_SLICE_BYTES)
            .map(BuiltBank::name);
    if (name.isEmpty()
        || !(draft.list() instanceof Outcome.Accepted<Inventory>(Inventory inventory, var _))) {
      return Optional.empty();
    }
    Optional<Asset> asset =
        inventory.assets().stream().filter(one -> one.name().text().equals(name.get())).findFirst();
    return asset.isPresent()
            && draft.preview(asset.get().id(), new Preview.Part.Rectangle(SHOWN))
                instanceof Outcome.Accepted<Optional<Preview>>(Optional<Preview> preview, var _)
        ? preview
            .map(Packer::png)
            .map(png -> Base64.getEncoder().encodeToString(png))
            .map(text -> "![" + name.get() + "](data:image/png;base64," + text + ")")
        : Optional.empty();
  }
}
