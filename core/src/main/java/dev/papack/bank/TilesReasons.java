package dev.papack.bank;

import dev.papack.asset.Gutters;
import dev.papack.asset.TilesRequest;
import dev.papack.asset.TilesSettings;
import dev.papack.asset.TilesSettings.Fit;
import dev.papack.asset.TilesSettings.Index0;
import dev.papack.asset.TilesSettings.Palettes;
import dev.papack.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why each setting was chosen that the author did not say, in words.
 *
 * @param sheets at least one
 * @param request what the author said
 * @param partialAlpha the pixel for which a threshold was chosen, if one was
 * @param backdrop what the first sheet's index 0 looks like, if it is a background
 */
record TilesReasons(
    List<Sheet> sheets,
    TilesRequest request,
    Optional<Diagnostic> partialAlpha,
    Optional<Backdrop> backdrop) {
  /** Copies the list. */
  TilesReasons {
    sheets = List.copyOf(sheets);
  }

  /**
   * The reasons for settings that work.
   *
   * @param cut what the sheets were taken for
   * @param bank what they make with the settings
   * @param refusals of each other way to cut the sheets that was tried before, one
   * @param ofCut what was tried before of this cut
   */
  List<String> of(
      SheetCut cut,
      TilesSettings chosen,
      Bank bank,
      List<RefusedSettings> refusals,
      List<RefusedSettings> ofCut) {
    List<String> reasons = new ArrayList<>(cut.reasons());
    String sides =
        sheets.size() == 1
            ? sheets.getFirst().picture().widthPixels()
                + "x"
                + sheets.getFirst().picture().heightPixels()
            : "all of " + sheets.size() + " sheets";
    int size = chosen.tileSizePixels();
    boolean isPlain =
        cut.frame().isEmpty() && bank.frames().isEmpty() && cut.gutters().equals(Gutters.NONE);
    if (isPlain && request.tileSizePixels().isEmpty()) {
      String relation = divides(size) ? " divides " : " does not divide ";
      reasons.add("tile_size " + size + relation + sides + otherSizes(size, refusals));
    }
    bank.frames()
        .filter(_ -> request.tileSizePixels().isEmpty())
        .ifPresent(frames ->
            reasons.add(
                "tile_size "
                    + size
                    + ", so that each of "
                    + frames.count()
                    + " frames becomes "
                    + frames.tiles()
                    + (frames.tiles() == 1 ? " tile" : " tiles")));
    if (request.fit().isEmpty() && chosen.fit() == Fit.PAD) {
      reasons.add("fit \"pad\", as " + size + " does not divide " + sides);
    }
    if (request.palettes().isEmpty()) {
      reasons.add(palettesReason(chosen, ofCut));
    }
    if (request.index0().isEmpty() && chosen.index0() == Index0.TRANSPARENT) {
      reasons.add("index_0 \"transparent\", as " + backdrop.orElseThrow().inWords());
    }
    partialAlpha.ifPresent(fault ->
        reasons.add(
            "alpha_threshold "
                + chosen.alphaThreshold().orElseThrow()
                + ", as "
                + fault.message()));
    return reasons;
  }

  /** Why the sizes before this one were not taken: what the last try with each said. */
  private static String otherSizes(int chosen, List<RefusedSettings> refusals) {
    Map<Integer, String> faults = new LinkedHashMap<>();
    for (RefusedSettings refusal : refusals) {
      faults.put(refusal.settings().tileSizePixels(), refusal.firstFault());
    }
    faults.remove(chosen);
    StringBuilder text = new StringBuilder();
    faults.forEach((size, fault) -> text.append("; with ").append(size).append(", ").append(fault));
    return text.toString();
  }

  private String palettesReason(TilesSettings chosen, List<RefusedSettings> ofCut) {
    return switch (chosen.palettes()) {
      case Palettes.Indexed _ ->
          "palettes \"indexed\", as the picture has a palette that can be kept";
      case Palettes.Auto _ when chosen.reduction().isPresent() ->
          "palettes \"auto\", as only computed palettes get fewer colours";
      case Palettes.Auto _ ->
          "palettes \"auto\", as "
              + (ofCut.isEmpty() ? "the picture has no palette" : ofCut.getFirst().firstFault());
      case Palettes.From _ -> throw new IllegalStateException("only an author says " + chosen);
    };
  }

  private boolean divides(int tileSize) {
    return sheets.stream()
        .map(Sheet::picture)
        .allMatch(picture ->
            picture.widthPixels() % tileSize == 0 && picture.heightPixels() % tileSize == 0);
  }
}
