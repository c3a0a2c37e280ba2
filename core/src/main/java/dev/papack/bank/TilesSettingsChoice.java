package dev.papack.bank;

import dev.papack.asset.TilesRequest;
import dev.papack.asset.TilesSettings;
import dev.papack.asset.TilesSettings.Fit;
import dev.papack.asset.TilesSettings.Index0;
import dev.papack.asset.TilesSettings.Palettes;
import dev.papack.container.TilesMetadata;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.IndexedPicture;
import dev.papack.media.Picture;
import dev.papack.media.PixelRule;
import dev.papack.media.TruecolorPicture;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Settings for a sheet whose author did not say them all: the first that encode. */
public final class TilesSettingsChoice {
  private static final List<Integer> TILE_SIZES = List.of(16, 8, 32);
  private static final int ALPHA_THRESHOLD = 128;

  private record Cut(int tileSizePixels, Fit fit) {}

  private record Refusal(TilesSettings settings, List<Diagnostic> diagnostics) {
    /** Copies the list. */
    private Refusal {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  private final Sheet sheet;
  private final TilesRequest request;
  private final Optional<Diagnostic> partialAlpha;

  private TilesSettingsChoice(
      Sheet sheet, TilesRequest request, Optional<Diagnostic> partialAlpha) {
    this.sheet = sheet;
    this.request = request;
    this.partialAlpha = partialAlpha;
  }

  /** Decodes the picture once more. */
  @FunctionalInterface
  public interface Decoder {
    /** The same picture by another rule. */
    Picture decode(PixelRule rule) throws IOException;
  }

  /** By which rule a picture is to be decoded before settings for it are chosen. */
  public static PixelRule ruleOf(TilesRequest request) {
    return request.alphaThreshold().isPresent()
        ? PixelRule.threshold(request.alphaThreshold().getAsInt())
        : PixelRule.STRICT;
  }

  /**
   * How much memory choosing takes at most, besides the picture: what encoding takes with the
   * smallest tiles that are tried.
   *
   * @param pixels of the picture
   */
  public static long neededBytes(long pixels, TilesRequest request) {
    return TilesEncoder.neededBytes(
        pixels, request.tileSizePixels().orElse(Collections.min(TILE_SIZES)));
  }

  /**
   * Tries tile sizes 16, 8, 32: first those that divide both sides, then the others with padding;
   * for each, the sheet's own palette where it has one of at most 16 entries, then computed ones.
   * An alpha threshold of 128 is set where alpha is partial. What the author said is never changed.
   *
   * <p>Refused if nothing encodes, with the faults of the tile size that comes first and a note
   * that names its settings: it is what would have been chosen. Encodes the sheet at most six
   * times.
   *
   * @param location where the picture came from, for messages
   * @param picture decoded by {@link #ruleOf} the request
   * @param decoder is asked where an alpha threshold is set
   * @param request what the author said
   */
  public static Outcome<Choice<TilesSettings>> choose(
      Location location, Picture picture, Decoder decoder, TilesRequest request)
      throws IOException {
    Sheet sheet = new Sheet(location, picture);
    Optional<Diagnostic> partialAlpha =
        request.alphaThreshold().isPresent() ? Optional.empty() : SheetChecks.partialAlpha(sheet);
    Sheet decided =
        partialAlpha.isPresent()
            ? new Sheet(location, decoder.decode(PixelRule.threshold(ALPHA_THRESHOLD)))
            : sheet;
    return new TilesSettingsChoice(decided, request, partialAlpha).choose();
  }

  private Outcome<Choice<TilesSettings>> choose() throws IOException {
    List<Refusal> refusals = new ArrayList<>();
    List<Palettes> palettes = palettes();
    for (Cut cut : cuts()) {
      for (Palettes source : palettes) {
        TilesSettings settings = settings(cut, source);
        switch (TilesEncoder.encode(List.of(sheet), settings)) {
          case Outcome.Accepted<Bank>(Bank _, List<Diagnostic> notes) -> {
            return new Outcome.Accepted<>(
                new Choice<>(settings, reasons(settings, refusals)), notes);
          }
          case Outcome.Refused<Bank>(List<Diagnostic> faults) ->
              refusals.add(new Refusal(settings, faults));
        }
      }
    }
    return refused(refusals.get(palettes.size() - 1));
  }

  private TilesSettings settings(Cut cut, Palettes palettes) {
    OptionalInt threshold =
        partialAlpha.isPresent() ? OptionalInt.of(ALPHA_THRESHOLD) : request.alphaThreshold();
    Index0 index0 =
        switch (palettes) {
          case INDEXED -> request.index0().orElse(Index0.AS_DECLARED);
          case AUTO -> Index0.AS_DECLARED;
        };
    return new TilesSettings(cut.tileSizePixels(), palettes, cut.fit(), threshold, index0);
  }

  private List<Cut> cuts() {
    List<Integer> sizes =
        request.tileSizePixels().isPresent()
            ? List.of(request.tileSizePixels().getAsInt())
            : TILE_SIZES;
    Stream<Cut> dividing =
        sizes.stream()
            .filter(this::divides)
            .map(size -> new Cut(size, request.fit().orElse(Fit.EXACT)));
    Stream<Cut> others =
        sizes.stream()
            .filter(size -> !divides(size))
            .map(size -> new Cut(size, request.fit().orElse(Fit.PAD)));
    return Stream.concat(dividing, others).toList();
  }

  private boolean divides(int tileSize) {
    return sheet.picture().widthPixels() % tileSize == 0
        && sheet.picture().heightPixels() % tileSize == 0;
  }

  /** What to try, the best first. */
  private List<Palettes> palettes() {
    if (request.palettes().isPresent()) {
      return List.of(request.palettes().get());
    }
    return switch (sheet.picture()) {
      case IndexedPicture picture when picture.paletteSize() <= TilesMetadata.PALETTE_ENTRIES ->
          List.of(Palettes.INDEXED, Palettes.AUTO);
      case IndexedPicture _ -> List.of(Palettes.AUTO);
      case TruecolorPicture _ -> List.of(Palettes.AUTO);
    };
  }

  private List<String> reasons(TilesSettings chosen, List<Refusal> refusals) {
    List<String> reasons = new ArrayList<>();
    String sides = sheet.picture().widthPixels() + "x" + sheet.picture().heightPixels();
    int size = chosen.tileSizePixels();
    if (request.tileSizePixels().isEmpty()) {
      String relation = divides(size) ? " divides " : " does not divide ";
      reasons.add("tile_size " + size + relation + sides + otherSizes(size, refusals));
    }
    if (request.fit().isEmpty() && chosen.fit() == Fit.PAD) {
      reasons.add("fit \"pad\", as " + size + " does not divide " + sides);
    }
    if (request.palettes().isEmpty()) {
      reasons.add(palettesReason(chosen, refusals));
    }
    partialAlpha.ifPresent(
        fault -> reasons.add("alpha_threshold " + ALPHA_THRESHOLD + ", as " + fault.message()));
    return reasons;
  }

  /** Why the sizes before this one were not taken: what the last try with each said. */
  private static String otherSizes(int chosen, List<Refusal> refusals) {
    Map<Integer, String> faults = new LinkedHashMap<>();
    for (Refusal refusal : refusals) {
      faults.put(refusal.settings().tileSizePixels(), firstFault(refusal));
    }
    faults.remove(chosen);
    StringBuilder text = new StringBuilder();
    faults.forEach((size, fault) -> text.append("; with ").append(size).append(", ").append(fault));
    return text.toString();
  }

  private String palettesReason(TilesSettings chosen, List<Refusal> refusals) {
    return switch (chosen.palettes()) {
      case INDEXED -> "palettes \"indexed\", as the picture has a palette that can be kept";
      case AUTO ->
          "palettes \"auto\", as "
              + switch (sheet.picture()) {
                case TruecolorPicture _ -> "the picture has no palette";
                case IndexedPicture picture
                    when picture.paletteSize() > TilesMetadata.PALETTE_ENTRIES ->
                    "the picture's palette has " + picture.paletteSize() + " entries";
                // With few enough entries the palette was tried right before.
                case IndexedPicture _ -> firstFault(refusals.getLast());
              };
    };
  }

  private static String firstFault(Refusal refusal) {
    return refusal.diagnostics().stream()
        .filter(Diagnostic::isError)
        .map(Diagnostic::message)
        .findFirst()
        .orElseThrow();
  }

  private Outcome<Choice<TilesSettings>> refused(Refusal refusal) {
    TilesSettings settings = refusal.settings();
    List<Diagnostic> diagnostics = new ArrayList<>(refusal.diagnostics());
    diagnostics.add(
        Diagnostic.note(
                DiagnosticCode.SETTINGS_CHOSEN,
                sheet.location(),
                "no settings work for this picture; the errors are those with tile_size "
                    + settings.tileSizePixels()
                    + ", palettes "
                    + lower(settings.palettes())
                    + ", fit "
                    + lower(settings.fit()))
            .advice("fix the picture")
            .fix(Fix.request("or choose other settings", Fix.RequestChange.SETTINGS)));
    return new Outcome.Refused<>(diagnostics);
  }

  private static String lower(Enum<?> value) {
    return "\"" + value.name().toLowerCase(Locale.ROOT) + "\"";
  }
}
