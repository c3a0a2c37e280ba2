package dev.papack.conformance.document;

import dev.papack.conformance.Content;
import dev.papack.conformance.Draft;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.UnaryOperator;

/** A document in the making: text of which each character is a byte. */
final class DocumentDraft implements Draft {
  private static final String ASSET = ".asset.json";
  private static final String INDEX = ".index.json";
  private static final String IGNORE = ".ignore.json";
  private static final String BUDGETS = ".budgets.json";

  private final String suffix;
  private String text;

  private DocumentDraft(String suffix, String text) {
    this.suffix = suffix;
    this.text = text;
  }

  static DocumentDraft tiles() {
    return new DocumentDraft(
        ASSET,
        """
        {
          "artifact": "asset",
          "schema_version": 2,
          "asset_id": 1839203411,
          "name": "sprites/hero",
          "sources": ["hero.png"],
          "bank": "TILES",
          "tiles": { "tile_size": 16, "palettes": "auto" },
          "preload": { "slot": 0 }
        }
        """);
  }

  static DocumentDraft indexedTiles() {
    return new DocumentDraft(
        ASSET,
        """
        {
          "artifact": "asset",
          "schema_version": 2,
          "asset_id": 77120394,
          "name": "sprites/imp",
          "sources": ["imp.png"],
          "bank": "TILES",
          "tiles": { "tile_size": 8, "palettes": "indexed", "fit": "pad", "alpha_threshold": 128, "index_0": "transparent" }
        }
        """);
  }

  static DocumentDraft sounds() {
    return new DocumentDraft(
        ASSET,
        """
        {
          "artifact": "asset",
          "schema_version": 2,
          "asset_id": 204871,
          "name": "music/theme",
          "sources": ["theme.wav"],
          "bank": "SOUNDS",
          "sounds": { "sample_rate": 22050, "channels": 1, "loop": { "start": 0, "end": 44100 } }
        }
        """);
  }

  static DocumentDraft tilesVersion3() {
    return new DocumentDraft(
        ASSET,
        """
        {
          "artifact": "asset",
          "schema_version": 3,
          "$schema": "asset-3.schema.json",
          "asset_id": 1839203411,
          "name": "sprites/hero",
          "sources": ["hero.png"],
          "bank": "TILES",
          "tiles": {
            "tile_size": 16,
            "palettes": "auto"
          },
          "preload": {
            "slot": 0
          }
        }
        """);
  }

  static DocumentDraft framesVersion3() {
    return new DocumentDraft(
        ASSET,
        """
        {
          "artifact": "asset",
          "schema_version": 3,
          "asset_id": 77120394,
          "name": "sprites/imp",
          "sources": ["imp.png"],
          "bank": "TILES",
          "tiles": {
            "tile_size": 8,
            "palettes": { "from": "palettes/imp.png" },
            "index_0": "transparent",
            "transparent_color": "#ff00ff",
            "margin": 1,
            "spacing": 2,
            "frame": { "width": 24, "height": 40, "count": 3 },
            "layers": ["body"],
            "tag": "walk"
          }
        }
        """);
  }

  static DocumentDraft reducedVersion3() {
    return new DocumentDraft(
        ASSET,
        """
        {
          "artifact": "asset",
          "schema_version": 3,
          "asset_id": 77120394,
          "name": "backdrops/sky",
          "sources": ["sky.png"],
          "bank": "TILES",
          "tiles": {
            "tile_size": 16,
            "palettes": "auto",
            "colors": "reduce", "max_palettes": 8, "dither": "ordered"
          }
        }
        """);
  }

  static DocumentDraft soundsVersion3() {
    return new DocumentDraft(
        ASSET,
        """
        {
          "artifact": "asset",
          "schema_version": 3,
          "asset_id": 204871,
          "name": "music/theme",
          "sources": ["theme.wav"],
          "bank": "SOUNDS",
          "sounds": {
            "sample_rate": 22050,
            "channels": 1,
            "loop": { "start": 0, "end": 44100 }
          }
        }
        """);
  }

  static DocumentDraft tilesVersion1() {
    return new DocumentDraft(
        ASSET,
        """
        {
          "artifact": "asset",
          "schema_version": 1,
          "asset_id": 1839203411,
          "name": "sprites/hero",
          "source": "hero.png",
          "bank": "TILES",
          "tiles": { "tile_size": 16, "palettes": "auto" }
        }
        """);
  }

  static DocumentDraft soundsVersion1() {
    return new DocumentDraft(
        ASSET,
        """
        {
          "artifact": "asset",
          "schema_version": 1,
          "name": "music/theme",
          "source": "theme.wav",
          "bank": "SOUNDS",
          "sounds": { "loop": "none" }
        }
        """);
  }

  static DocumentDraft index() {
    return new DocumentDraft(
        INDEX,
        """
        {
          "artifact": "index",
          "schema_version": 2,
          "assets": [
            {"asset_id": 204871, "root": "music/theme"},
            {"asset_id": 1839203411, "root": "sprites/hero"}
          ],
          "retired": [
            {"asset_id": 77120394, "name": "sprites/imp", "root": "sprites/imp"}
          ]
        }
        """);
  }

  static DocumentDraft indexVersion3() {
    return new DocumentDraft(
        INDEX,
        """
        {
          "artifact": "index",
          "schema_version": 3,
          "assets": [
            {"asset_id": 204871, "root": "music/theme", "name": "music/theme", "bank": "SOUNDS"},
            {"asset_id": 1839203411, "root": "sprites/hero", "name": "sprites/hero", "bank": "TILES"}
          ],
          "retired": [
            {"asset_id": 77120394, "name": "sprites/imp", "root": "sprites/imp"}
          ]
        }
        """);
  }

  static DocumentDraft indexVersion1() {
    return new DocumentDraft(
        INDEX,
        """
        {
          "artifact": "index",
          "schema_version": 1,
          "assets": [
            {"asset_id": 204871, "root": "music/theme"}
          ],
          "retired": [77120394]
        }
        """);
  }

  static DocumentDraft ignore() {
    return new DocumentDraft(
        IGNORE,
        """
        {
          "artifact": "ignore",
          "schema_version": 1,
          "$schema": "ignore-1.schema.json",
          "ignore": ["**/*.psd", "raw/**"]
        }
        """);
  }

  static DocumentDraft budgets() {
    return new DocumentDraft(
        BUDGETS,
        """
        {
          "artifact": "budgets",
          "schema_version": 1,
          "$schema": "budgets-1.schema.json",
          "budgets": [
            {"measure": "bytes", "limit": 4194304},
            {"measure": "tiles", "limit": 512, "set": "preload", "names": "sprites/**"}
          ]
        }
        """);
  }

  /** Bytes in hexadecimal digits as a text of such characters. */
  static String bytes(String hex) {
    return new String(HexFormat.of().parseHex(hex.replace(" ", "")), StandardCharsets.ISO_8859_1);
  }

  /** The UTF-8 of a text as a text of such characters. */
  static String utf8(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /** Changes all of it. */
  DocumentDraft text(UnaryOperator<String> edit) {
    text = edit.apply(text);
    return this;
  }

  /** Replaces all of it. */
  DocumentDraft text(String whole) {
    text = whole;
    return this;
  }

  /** Replaces a part that is there exactly once. */
  DocumentDraft edit(String from, String to) {
    int at = text.indexOf(from);
    if (at < 0 || text.indexOf(from, at + 1) >= 0) {
      throw new IllegalArgumentException(from + " is not exactly once in " + text);
    }
    return text(text.substring(0, at) + to + text.substring(at + from.length()));
  }

  /** Adds members at the end of the root. */
  DocumentDraft member(String json) {
    int end = text.lastIndexOf("\n}");
    return text(text.substring(0, end) + ",\n  " + json + text.substring(end));
  }

  /** Replaces the one source of the asset: what stands between the quotes. */
  DocumentDraft source(String inQuotes) {
    return edit("hero.png", inQuotes);
  }

  @Override
  public String folder() {
    return "documents";
  }

  @Override
  public String suffix() {
    return suffix;
  }

  @Override
  public Content content() {
    return Content.ofLatin1(text);
  }
}
