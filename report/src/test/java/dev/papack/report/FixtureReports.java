package dev.papack.report;

import dev.papack.comparison.Breach;
import dev.papack.comparison.BreakingRule;
import dev.papack.comparison.ComparedPack;
import dev.papack.comparison.ContentChange;
import dev.papack.comparison.PackComparison;
import dev.papack.comparison.Share;
import dev.papack.container.BankType;
import dev.papack.container.Entry;
import dev.papack.container.PackException;
import dev.papack.container.SoundsMetadata;
import dev.papack.container.TilesMetadata;
import dev.papack.diagnostic.PixelRectangle;
import dev.papack.report.ShownFinding.Place;
import dev.papack.report.ShownFinding.ShownFix;
import dev.papack.report.ShownFinding.ShownPicture;
import dev.papack.report.SurveyedPack.Slices;
import dev.papack.result.AssetFrames;
import dev.papack.result.AssetFrames.Direction;
import dev.papack.result.PicturePart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** Reports of every kind, for tests. */
final class FixtureReports {
  static final String MARKUP = "<img src=x onerror=\"document.title='caught'\"></script><script>";
  static final String TURNED = "a\u202egnp.exe\u202c\u2066b\u0000\u001b[31m";

  /** The longest name that an asset can have. */
  static final String LONGEST = "long/" + "w".repeat(123);

  private FixtureReports() {}

  static ReportHead head(String command) {
    return new ReportHead("0.1.0", command, 0, "success");
  }

  static PackReport of(ReportSubject subject, List<ShownFinding> findings) {
    return new PackReport(head("inspect"), findings, 0, subject);
  }

  /** Nothing in it. */
  static PackReport empty(Slices slices) throws IOException, PackException {
    return of(new ReportSubject.OfPack(new FixturePack().survey(slices)), List.of());
  }

  /** No pack at all. */
  static PackReport nothing() {
    return of(new ReportSubject.OfNothing(), List.of());
  }

  /** One tile. */
  static PackReport one(Slices slices) throws IOException, PackException {
    return of(
        new ReportSubject.OfPack(
            new FixturePack()
                .add(
                    7,
                    "one",
                    new TilesMetadata(1, 1, 1, 8),
                    FixturePack.drawnTiles(new TilesMetadata(1, 1, 1, 8), new Random(1)))
                .survey(slices)),
        List.of());
  }

  /** A bit of everything, with hostile names wherever a name may be. */
  static FixturePack variedPack() {
    Random random = new Random(5);
    FixturePack pack = new FixturePack();
    TilesMetadata frames = new TilesMetadata(2, 2, 24, 8);
    byte[] slice = FixturePack.drawnTiles(frames, random);
    // Tile 1 shows what tile 0 shows, tile 2 its mirror image, tile 3 nothing.
    System.arraycopy(slice, 0, slice, 32, 32);
    for (int row = 0; row < 8; row++) {
      for (int pair = 0; pair < 4; pair++) {
        byte mirrored = slice[row * 4 + 3 - pair];
        slice[64 + row * 4 + pair] = (byte) (((mirrored & 0xF) << 4) | ((mirrored >>> 4) & 0xF));
      }
    }
    java.util.Arrays.fill(slice, 96, 128, (byte) 0);
    int palettes = frames.pixelBytes() + frames.paletteBytes();
    slice[palettes] = 1;
    slice[palettes + 1] = 1;
    slice[palettes + 2] = 1;
    pack.add(10, "sprites/hero", frames, slice)
        .preload(10, BankType.TILES, 0)
        .record(
            10,
            List.of("assets/" + MARKUP + ".aseprite", "assets/" + TURNED),
            Optional.of(
                new AssetFrames(
                    10,
                    6,
                    4,
                    List.of(100L, 50L, 0L, 200L, 80L, 120L),
                    List.of(
                        new AssetFrames.Tag(MARKUP, 0, 2, Direction.PING_PONG),
                        new AssetFrames.Tag(TURNED, 3, 5, Direction.REVERSE)),
                    List.of())));
    TilesMetadata large = new TilesMetadata(40, 8, 900, 16);
    pack.add(11, LONGEST, large, FixturePack.drawnTiles(large, random))
        .preload(11, BankType.TILES, 9);
    TilesMetadata wide = new TilesMetadata(12, 1, 20, 32);
    byte[] same = FixturePack.drawnTiles(wide, random);
    pack.add(12, "tiles/same-1", wide, same).add(13, "tiles/same-2", wide, same);
    SoundsMetadata sound =
        new SoundsMetadata(2, 22_050, Optional.of(new SoundsMetadata.Loop(2_000, 20_000)), 44_100);
    pack.add(14, "sounds/theme", sound, FixturePack.tone(sound)).preload(14, BankType.SOUNDS, 3);
    SoundsMetadata beep = new SoundsMetadata(1, 900, Optional.empty(), 22_050);
    return pack.add(15, "sounds/beep", beep, FixturePack.tone(beep));
  }

  static PackReport varied(Slices slices) throws IOException, PackException {
    return of(new ReportSubject.OfPack(variedPack().survey(slices)), findings());
  }

  static List<ShownFinding> findings() {
    List<Integer> argb = new ArrayList<>();
    for (int pixel = 0; pixel < 24 * 24; pixel++) {
      argb.add(0xFF000000 | ((pixel * 7_919) & 0xFFFFFF));
    }
    PicturePart part = new PicturePart(new PixelRectangle(8, 0, 24, 24), argb);
    List<ShownFinding> findings = new ArrayList<>();
    findings.add(
        new ShownFinding(
            "PA6055",
            "error",
            "tile 1 (column 1, row 0) uses 17 colours, 2 too many",
            new Place("assets/" + MARKUP + ".png", OptionalInt.empty(), OptionalInt.empty()),
            Optional.of("#040404, #7c0c04, #6c1c04, #5c2c04"),
            Optional.empty(),
            Optional.of("15"),
            List.of(
                new ShownFix(
                    "merge colours: the nearest are #7c0c04 and #6c1c04", Optional.empty()),
                new ShownFix(
                    "or have papack reduce the colours",
                    Optional.of("papack set 'colors=reduce' 'assets/" + MARKUP + ".png'"))),
            List.of(),
            Optional.of(new ShownPicture(part, 16, 8, 8, 8))));
    findings.add(
        new ShownFinding(
            "PA2001",
            "warning",
            "unknown member \"" + MARKUP + "\"",
            new Place("assets/" + TURNED, OptionalInt.of(3), OptionalInt.of(5)),
            Optional.of(TURNED),
            Optional.of(MARKUP),
            Optional.empty(),
            List.of(),
            List.of(
                new ShownFinding.Related(
                    new Place("assets/index.json", OptionalInt.of(1), OptionalInt.of(1)), MARKUP)),
            Optional.empty()));
    return findings;
  }

  /** Each asset has 40 tiles of 8 pixels. */
  static PackReport large(Slices slices, int assetCount) throws IOException, PackException {
    Random random = new Random(9);
    FixturePack pack = new FixturePack();
    TilesMetadata tiles = new TilesMetadata(8, 2, 40, 8);
    for (int asset = 1; asset <= assetCount; asset++) {
      pack.add(
          asset,
          "folder_" + asset % 37 + "/group_" + asset % 211 + "/asset_" + asset,
          tiles,
          FixturePack.drawnTiles(tiles, random));
    }
    List<ShownFinding> findings = new ArrayList<>();
    for (int round = 0; round < 500; round++) {
      findings.addAll(findings());
    }
    return of(new ReportSubject.OfPack(pack.survey(slices)), findings);
  }

  /** Two packs: a tile, a palette, a sound, names and slots changed. */
  static PackReport change(Slices slices) throws IOException, PackException {
    TilesMetadata tiles = new TilesMetadata(4, 2, 16, 8);
    byte[] old = FixturePack.drawnTiles(tiles, new Random(3));
    byte[] now = old.clone();
    now[5] ^= 0x33;
    now[40] ^= 0x11;
    now[tiles.pixelBytes() + 6] ^= 0x55;
    SoundsMetadata sound = new SoundsMetadata(1, 4_000, Optional.empty(), 22_050);
    byte[] tone = FixturePack.tone(sound);
    byte[] quiet = tone.clone();
    java.util.Arrays.fill(quiet, 4_000, 8_000, (byte) 0);
    TilesMetadata one = new TilesMetadata(1, 1, 1, 8);
    byte[] single = FixturePack.drawnTiles(one, new Random(4));
    FixturePack before =
        new FixturePack()
            .add(1, "sprites/hero", tiles, old)
            .add(2, "sounds/beep", sound, tone)
            .add(3, "tiles/gone", one, single);
    FixturePack after =
        new FixturePack()
            .add(1, "sprites/hero", tiles, now)
            .add(2, "sounds/beep", sound, quiet)
            .add(4, "tiles/new", one, single);
    SurveyedPack older = before.survey(slices);
    SurveyedPack newer = after.survey(slices);
    Entry removed = older.listing().header().find(3).orElseThrow();
    Entry added = newer.listing().header().find(4).orElseThrow();
    PackComparison comparison =
        new PackComparison(
            side(older),
            side(newer),
            List.of(removed),
            List.of(added),
            List.of(),
            List.of(),
            List.of(
                new ContentChange.TilesChanged(
                    older.listing().header().find(1).orElseThrow(),
                    newer.listing().header().find(1).orElseThrow(),
                    new Share(2, 16),
                    new Share(1, 2)),
                new ContentChange.SoundsChanged(
                    older.listing().header().find(2).orElseThrow(),
                    newer.listing().header().find(2).orElseThrow(),
                    new Share(2_000, 4_000))),
            List.of(
                new Breach(
                    BreakingRule.ASSET_REMOVED,
                    3,
                    removed.assetName(),
                    "asset 3 (tiles/gone) was removed")));
    return new PackReport(
        head("diff"), findings(), 0, new ReportSubject.OfChange(comparison, older, newer));
  }

  private static ComparedPack side(SurveyedPack pack) {
    return new ComparedPack(
        pack.listing().packId(),
        pack.listing().header().assetTable().size(),
        0,
        0,
        pack.listing().fileBytes());
  }
}
