package dev.papack.bank;

import dev.papack.asset.TilesRequest;
import dev.papack.asset.TilesSettings;
import dev.papack.asset.TilesSettings.Index0;
import dev.papack.asset.TilesSettings.Palettes;
import dev.papack.diagnostic.Argument;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.IndexedPicture;
import dev.papack.media.PictureSize;
import dev.papack.media.PixelRule;
import dev.papack.media.TruecolorPicture;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Settings for sheets whose author did not say them all: the first that encode. */
public final class TilesSettingsChoice {
  private static final int ALPHA_THRESHOLD = 128;

  /** Whose palettes, and what becomes of an opaque entry 0. */
  private record Coloring(Palettes palettes, Index0 index0) {}

  private final List<Sheet> sheets;
  private final Sheet sheet;
  private final TilesRequest request;
  private final Optional<ImposedPalettes> imposed;
  private final Optional<Diagnostic> partialAlpha;
  private final Optional<Backdrop> backdrop;

  private TilesSettingsChoice(
      List<Sheet> sheets,
      TilesRequest request,
      Optional<ImposedPalettes> imposed,
      Optional<Diagnostic> partialAlpha) {
    this.sheets = List.copyOf(sheets);
    this.sheet = sheets.getFirst();
    this.request = request;
    this.imposed = imposed;
    this.partialAlpha = partialAlpha;
    this.backdrop = Backdrop.of(sheet.picture());
  }

  /** Decodes the sheets once more. */
  @FunctionalInterface
  public interface Decoder {
    /** The same sheets by another rule. */
    List<Sheet> decode(PixelRule rule) throws IOException;
  }

  /** By which rule a picture is to be decoded before settings for it are chosen. */
  public static PixelRule ruleOf(TilesRequest request) {
    return withKey(
        request.alphaThreshold().isPresent()
            ? PixelRule.threshold(request.alphaThreshold().getAsInt())
            : PixelRule.STRICT,
        request);
  }

  private static PixelRule withKey(PixelRule rule, TilesRequest request) {
    return request.sheets().transparentColor().map(key -> rule.withKey(key.rgb())).orElse(rule);
  }

  /**
   * How much memory choosing takes at most, besides the pictures: what encoding takes that is cut
   * in the way that takes most.
   *
   * @param sheets how large they are
   * @param path the file of the first
   */
  public static long neededBytes(List<PictureSize> sheets, String path, TilesRequest request) {
    return SheetCuts.sizes(request)
        .mapToLong(size ->
            TilesEncoder.neededBytes(
                sheets.stream()
                    .mapToLong(sheet -> SheetCuts.tilesAtMost(sheet, path, size, request))
                    .sum(),
                size,
                request.sheets().reduction()))
        .max()
        .orElseThrow();
  }

  /**
   * Tries the ways to cut the sheets, the best first: frames whose size the file's name ends in, if
   * the pixels agree; cells between gutters; tile sizes 16, 8, 32 that divide both sides; then the
   * others with padding. For each, the sheet's own palettes if it has them, with its entry 0
   * transparent where that is the background; then computed ones. An alpha threshold of 128 is set
   * where alpha is partial. What the author said is never changed.
   *
   * <p>Refused if nothing encodes, with the faults of the way that comes first and a note that
   * names its settings: it is what would have been chosen. Encodes the sheets at most nine times.
   *
   * @param sheets decoded by {@link #ruleOf} the request, at least one; they become one bank
   * @param decoder is asked where an alpha threshold is set
   * @param imposed the palettes that the request takes from another picture, if it does
   * @param request what the author said
   */
  public static Outcome<Choice<TilesSettings>> choose(
      List<Sheet> sheets, Decoder decoder, Optional<ImposedPalettes> imposed, TilesRequest request)
      throws IOException {
    Optional<Diagnostic> partialAlpha =
        request.alphaThreshold().isPresent()
            ? Optional.empty()
            : sheets.stream()
                .flatMap(sheet -> SheetChecks.partialAlpha(sheet).stream())
                .findFirst();
    List<Sheet> decided =
        partialAlpha.isPresent()
            ? decoder.decode(withKey(PixelRule.threshold(ALPHA_THRESHOLD), request))
            : sheets;
    return new TilesSettingsChoice(decided, request, imposed, partialAlpha).choose();
  }

  private Outcome<Choice<TilesSettings>> choose() throws IOException {
    List<RefusedSettings> refusals = new ArrayList<>();
    List<Coloring> colorings = colorings();
    for (SheetCut cut : SheetCuts.of(sheets, request)) {
      List<RefusedSettings> ofCut = new ArrayList<>();
      for (Coloring coloring : colorings) {
        TilesSettings settings = settings(cut, coloring);
        EncodingAttempt attempt = TilesEncoder.attempt(sheets, imposed, settings);
        switch (attempt.outcome()) {
          case Outcome.Accepted<Bank>(Bank bank, List<Diagnostic> notes) -> {
            return new Outcome.Accepted<>(
                new Choice<>(
                    settings,
                    new TilesReasons(sheets, request, partialAlpha, backdrop)
                        .of(cut, settings, bank, refusals, ofCut)),
                withIndex0(settings, ofCut, notes));
          }
          case Outcome.Refused<Bank>(List<Diagnostic> faults) ->
              ofCut.add(new RefusedSettings(settings, faults, attempt.obstacle()));
        }
      }
      refusals.add(ofCut.getFirst().isOfIndex0() ? ofCut.getFirst() : ofCut.getLast());
    }
    return refused(refusals.getFirst());
  }

  /** What became of an opaque index 0, where the author did not say it. */
  private List<Diagnostic> withIndex0(
      TilesSettings chosen, List<RefusedSettings> ofCut, List<Diagnostic> notes) {
    List<Diagnostic> all = new ArrayList<>(notes);
    if (request.index0().isEmpty() && chosen.index0() == Index0.TRANSPARENT) {
      all.add(backdrop.orElseThrow().note(sheet.location()));
    }
    if (request.index0().isEmpty()
        && chosen.palettes().equals(Palettes.AUTO)
        && !ofCut.isEmpty()
        && ofCut.getFirst().isOfIndex0()) {
      all.add(visible(ofCut.getFirst()));
    }
    return all;
  }

  private Diagnostic visible(RefusedSettings indexed) {
    return SettingFix.add(
        Diagnostic.note(
            DiagnosticCode.INDEX_0_VISIBLE,
            sheet.location(),
            "index 0 of the picture stays visible, and its palette is not kept, as "
                + indexed.firstFault()),
        "if index 0 is the background, make it transparent and keep the palette",
        new Argument.OfSetting("palettes", "indexed"),
        new Argument.OfSetting("index_0", "transparent"));
  }

  private TilesSettings settings(SheetCut cut, Coloring coloring) {
    OptionalInt threshold =
        partialAlpha.isPresent() ? OptionalInt.of(ALPHA_THRESHOLD) : request.alphaThreshold();
    return new TilesSettings(
        cut.tileSizePixels(),
        coloring.palettes(),
        request.sheets().reduction(),
        cut.fit(),
        threshold,
        coloring.index0(),
        request.sheets().transparentColor(),
        cut.gutters(),
        cut.frame(),
        request.sheets().layers(),
        request.sheets().tag());
  }

  /** What to try, the best first. */
  private List<Coloring> colorings() {
    // Of files that are named together, those without a palette have no index 0.
    Index0 said =
        sheets.stream().anyMatch(one -> one.picture() instanceof TruecolorPicture)
            ? Index0.AS_DECLARED
            : request.index0().orElse(Index0.AS_DECLARED);
    if (request.palettes().isPresent()) {
      return List.of(new Coloring(request.palettes().get(), said));
    }
    if (request.sheets().reduction().isPresent()) {
      return List.of(new Coloring(Palettes.AUTO, said));
    }
    return switch (sheet.picture()) {
      case TruecolorPicture _ -> List.of(new Coloring(Palettes.AUTO, said));
      case IndexedPicture _ ->
          backdrop.isPresent() && request.index0().isEmpty()
              ? List.of(
                  new Coloring(Palettes.INDEXED, said),
                  new Coloring(Palettes.INDEXED, Index0.TRANSPARENT),
                  new Coloring(Palettes.AUTO, said))
              : List.of(new Coloring(Palettes.INDEXED, said), new Coloring(Palettes.AUTO, said));
    };
  }

  private Outcome<Choice<TilesSettings>> refused(RefusedSettings refusal) {
    TilesSettings settings = refusal.settings();
    List<Diagnostic> diagnostics =
        new ArrayList<>(refusal.diagnostics().stream().map(SettingFix::ofUndeclared).toList());
    diagnostics.add(
        Diagnostic.note(
                DiagnosticCode.SETTINGS_CHOSEN,
                sheet.location(),
                "no settings work for this picture; the errors are those with tile_size "
                    + settings.tileSizePixels()
                    + ", palettes "
                    + word(settings.palettes())
                    + (settings.frame().isPresent()
                        ? ", frames of " + settings.frame().get()
                        : ", fit \"" + settings.fit().name().toLowerCase(Locale.ROOT) + "\""))
            .advice("fix the picture")
            .fix(Fix.request("or choose other settings", Fix.RequestChange.SETTINGS)));
    return new Outcome.Refused<>(diagnostics);
  }

  private static String word(Palettes palettes) {
    return switch (palettes) {
      case Palettes.Indexed _ -> "\"indexed\"";
      case Palettes.Auto _ -> "\"auto\"";
      case Palettes.From(AssetsPath picture) -> "from " + picture;
    };
  }
}
