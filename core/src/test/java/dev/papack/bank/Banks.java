package dev.papack.bank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.asset.TilesSettings;
import dev.papack.asset.TilesSettings.Fit;
import dev.papack.asset.TilesSettings.Index0;
import dev.papack.asset.TilesSettings.Palettes;
import dev.papack.container.TilesMetadata;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.Picture;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** Encoded pictures, taken apart as the contract describes them. */
final class Banks {
  private Banks() {}

  static TilesSettings auto(int tileSizePixels) {
    return new TilesSettings(
        tileSizePixels, Palettes.AUTO, Fit.EXACT, OptionalInt.empty(), Index0.AS_DECLARED);
  }

  static TilesSettings indexed(int tileSizePixels, Fit fit, Index0 index0) {
    return new TilesSettings(tileSizePixels, Palettes.INDEXED, fit, OptionalInt.empty(), index0);
  }

  /** The bank of a sheet of 8x8 tiles with computed palettes. */
  static Bank encoded(Picture picture) {
    return encoded(picture, auto(8));
  }

  static Bank encoded(Picture picture, TilesSettings settings) {
    return encoded(List.of(new Sheet(Location.of(Artifact.SOURCE, "a.png"), picture)), settings);
  }

  static Bank encoded(List<Sheet> sheets, TilesSettings settings) {
    Outcome<Bank> outcome = TilesEncoder.encode(sheets, settings);
    assertThat(outcome.diagnostics()).isEmpty();
    return ((Outcome.Accepted<Bank>) outcome).value();
  }

  static List<Diagnostic> refused(Picture picture, TilesSettings settings) {
    return refused(List.of(new Sheet(Location.of(Artifact.SOURCE, "a.png"), picture)), settings);
  }

  static List<Diagnostic> refused(List<Sheet> sheets, TilesSettings settings) {
    Outcome<Bank> outcome = TilesEncoder.encode(sheets, settings);
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return outcome.diagnostics();
  }

  /** The sixteen colours of a palette. */
  static int[] palette(Bank bank, int palette) {
    TilesMetadata metadata = (TilesMetadata) bank.metadata();
    ByteBuffer slice = bank.payload().order(ByteOrder.LITTLE_ENDIAN);
    int[] colors = new int[16];
    int start = metadata.tileCount() * metadata.tileSize() * metadata.tileSize() / 2;
    Arrays.setAll(
        colors, entry -> Short.toUnsignedInt(slice.getShort(start + palette * 32 + entry * 2)));
    return colors;
  }

  /** The palette of each tile. */
  static int[] tilePalettes(Bank bank) {
    int[] palettes = new int[((TilesMetadata) bank.metadata()).tileCount()];
    ByteBuffer slice = bank.payload();
    int start = slice.limit() - palettes.length;
    Arrays.setAll(palettes, tile -> slice.get(start + tile));
    return palettes;
  }
}
