package dev.papack.bank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.asset.TilesRequest;
import dev.papack.asset.TilesSettings;
import dev.papack.asset.TilesSettings.Fit;
import dev.papack.asset.TilesSettings.Index0;
import dev.papack.asset.TilesSettings.Palettes;
import dev.papack.container.TilesMetadata;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.ArgbPicture;
import dev.papack.media.PixelRule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Encoded pictures, taken apart as the contract describes them. */
public final class Banks {
  private Banks() {}

  static TilesSettings auto(int tileSizePixels) {
    return new TilesSettings(
        tileSizePixels, Palettes.AUTO, Fit.EXACT, OptionalInt.empty(), Index0.AS_DECLARED);
  }

  static TilesSettings indexed(int tileSizePixels, Fit fit, Index0 index0) {
    return new TilesSettings(tileSizePixels, Palettes.INDEXED, fit, OptionalInt.empty(), index0);
  }

  /** The bank of a sheet of 8x8 tiles with computed palettes. */
  static Bank encoded(ArgbPicture picture) {
    return encoded(picture, auto(8));
  }

  static Bank encoded(ArgbPicture picture, TilesSettings settings) {
    return encoded(
        List.of(new TestSheet(Location.of(Artifact.SOURCE, "a.png"), picture)), settings);
  }

  static Bank encoded(List<TestSheet> sheets, TilesSettings settings) {
    Outcome<Bank> outcome = encode(sheets, settings);
    assertThat(outcome.diagnostics()).isEmpty();
    return ((Outcome.Accepted<Bank>) outcome).value();
  }

  static List<Diagnostic> refused(ArgbPicture picture, TilesSettings settings) {
    return refused(
        List.of(new TestSheet(Location.of(Artifact.SOURCE, "a.png"), picture)), settings);
  }

  static List<Diagnostic> refused(List<TestSheet> sheets, TilesSettings settings) {
    Outcome<Bank> outcome = encode(sheets, settings);
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return outcome.diagnostics();
  }

  static Outcome<Bank> encode(List<TestSheet> sheets, TilesSettings settings) {
    return encode(sheets, Optional.empty(), settings);
  }

  static Outcome<Bank> encode(
      List<TestSheet> sheets, Optional<ArgbPicture> palettes, TilesSettings settings) {
    try {
      return TilesEncoder.encode(
          sheets.stream().map(sheet -> sheet.decoded(settings)).toList(),
          palettes.map(Banks::imposed),
          settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ImposedPalettes imposed(ArgbPicture picture) {
    Sheet sheet =
        new Sheet(Location.of(Artifact.SOURCE, "palettes.png"), picture.decoded(PixelRule.STRICT));
    return ((Outcome.Accepted<ImposedPalettes>) ImposedPalettes.of(sheet)).value();
  }

  /** Fails where a bank is not as the specification says. */
  static void assertLaw(
      Bank bank, List<ArgbPicture> sheets, Optional<ArgbPicture> palettes, TilesSettings settings) {
    TilesMetadata metadata = (TilesMetadata) bank.metadata();
    new TilesLaw(settings, sheets, palettes)
        .assertHolds(
            payload(bank), metadata.columns(), metadata.paletteCount(), metadata.tileCount());
  }

  /** Fails where a bank of fewer colours is not as the specification says. */
  static void assertReduced(Bank bank, List<ArgbPicture> sheets, TilesSettings settings) {
    TilesMetadata metadata = (TilesMetadata) bank.metadata();
    new TilesLaw(settings, sheets, Optional.empty())
        .assertHoldsReduced(
            payload(bank), metadata.columns(), metadata.paletteCount(), metadata.tileCount());
  }

  static Outcome<Choice<TilesSettings>> choose(
      Location location, ArgbPicture picture, TilesRequest request) {
    try {
      return TilesSettingsChoice.choose(
          List.of(new Sheet(location, picture.decoded(TilesSettingsChoice.ruleOf(request)))),
          rule -> List.of(new Sheet(location, picture.decoded(rule))),
          Optional.empty(),
          request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The slice of a bank. */
  public static ByteBuffer payload(Bank bank) {
    ByteArrayOutputStream slice = new ByteArrayOutputStream();
    try {
      bank.writeTo(slice);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ByteBuffer.wrap(slice.toByteArray());
  }

  /** What a slice shows. */
  static ArgbPicture shown(ByteBuffer payload, TilesMetadata metadata) {
    return ArgbPicture.of(new TilesDecoder(payload, metadata));
  }

  /** The sixteen colours of a palette. */
  static int[] palette(Bank bank, int palette) {
    TilesMetadata metadata = (TilesMetadata) bank.metadata();
    ByteBuffer slice = payload(bank).order(ByteOrder.LITTLE_ENDIAN);
    int[] colors = new int[16];
    int start = metadata.tileCount() * metadata.tileSize() * metadata.tileSize() / 2;
    Arrays.setAll(
        colors, entry -> Short.toUnsignedInt(slice.getShort(start + palette * 32 + entry * 2)));
    return colors;
  }

  /** The palette of each tile. */
  static int[] tilePalettes(Bank bank) {
    int[] palettes = new int[((TilesMetadata) bank.metadata()).tileCount()];
    ByteBuffer slice = payload(bank);
    int start = slice.limit() - palettes.length;
    Arrays.setAll(palettes, tile -> slice.get(start + tile));
    return palettes;
  }
}
