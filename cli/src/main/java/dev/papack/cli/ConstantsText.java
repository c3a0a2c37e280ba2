package dev.papack.cli;

import dev.papack.cli.output.JsonLine;
import dev.papack.container.SoundsMetadata;
import dev.papack.container.TilesMetadata;
import dev.papack.result.AssetConstants;
import dev.papack.result.AssetConstants.RetiredName;
import dev.papack.result.NamedAsset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Constants of a pack in a language. The text is fixed; of a name it takes what {@link #identifier}
 * leaves, and the name itself in comments, in which no name can end anything.
 */
final class ConstantsText {
  private final AssetConstants constants;
  private final List<String> lines = new ArrayList<>();

  private ConstantsText(AssetConstants constants) {
    this.constants = constants;
  }

  /** What is told of assets that have it; each is a group of its own, so that no two collide. */
  private enum Group {
    ID,
    SLOT,
    TILES,
    FRAMES;

    OptionalLong of(NamedAsset asset) {
      return switch (this) {
        case ID -> OptionalLong.of(asset.entry().assetId());
        case SLOT ->
            asset.slot().isPresent()
                ? OptionalLong.of(asset.slot().getAsInt())
                : OptionalLong.empty();
        case TILES ->
            switch (asset.entry().metadata()) {
              case TilesMetadata tiles -> OptionalLong.of(tiles.tileCount());
              case SoundsMetadata _ -> OptionalLong.empty();
            };
        case FRAMES ->
            asset.frameCount() > 0 ? OptionalLong.of(asset.frameCount()) : OptionalLong.empty();
      };
    }

    String lower() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** As a class of Java is called. */
    String title() {
      return name().charAt(0) + lower().substring(1);
    }
  }

  /**
   * The name of a constant: upper case, {@code _} for what separates words. It is none in some
   * language if it begins with a digit, or is only {@code _}: then another {@code _} comes first.
   */
  static String identifier(String name) {
    String plain = name.toUpperCase(Locale.ROOT).replaceAll("[./-]", "_");
    boolean isNone = Character.isDigit(plain.charAt(0)) || plain.equals("_");
    return isNone ? "_" + plain : plain;
  }

  /** The lines of a file. */
  static List<String> of(AssetConstants constants, ConstantsLanguage language) {
    ConstantsText text = new ConstantsText(constants);
    switch (language) {
      case JAVA -> text.java();
      case C -> text.c();
      case RUST -> text.rust();
      case JSON -> text.json();
    }
    return List.copyOf(text.lines);
  }

  private void java() {
    head("// ");
    line("public final class Assets {");
    line("  public static final String PACK_ID =");
    line("      \"" + constants.packId().hex() + "\";");
    line("");
    line("  private Assets() {}");
    for (Group group : groups()) {
      int begin = lines.size();
      each(group, (name, value) -> "    public static final int " + name + " = " + value + ";");
      List<String> fields = lines.subList(begin, lines.size());
      List<String> holder = JavaHolder.of(group.title(), fields);
      fields.clear();
      lines.addAll(holder);
    }
    retired("  // ");
    line("}");
  }

  private void c() {
    line("#ifndef PAPACK_ASSETS_H");
    line("#define PAPACK_ASSETS_H");
    line("");
    head("/* ", " */");
    line("#define ASSET_PACK_ID \"" + constants.packId().hex() + "\"");
    for (Group group : groups()) {
      line("");
      each(group, (name, value) -> "#define ASSET_" + group + "_" + name + " " + value);
    }
    retired("/* ", " */");
    line("");
    line("#endif");
  }

  private void rust() {
    head("// ");
    line("pub const PACK_ID: &str = \"" + constants.packId().hex() + "\";");
    for (Group group : groups()) {
      line("");
      line("pub mod " + group.lower() + " {");
      each(group, (name, value) -> "    pub const " + name + ": u32 = " + value + ";");
      line("}");
    }
    retired("// ");
  }

  private void json() {
    line(
        JsonLine.object(json ->
            json.put("constants_version", 1)
                .put("pack_id", constants.packId().hex())
                .putObjects("assets", constants.assets(), ConstantsText::write)
                .putObjects(
                    "retired",
                    constants.retired(),
                    (inner, retired) ->
                        inner.put("name", retired.name()).put("asset_id", retired.assetId()))));
  }

  private static void write(JsonLine json, NamedAsset asset) {
    json.put("name", asset.entry().assetName().text());
    for (Group group : Group.values()) {
      group
          .of(asset)
          .ifPresent(value -> json.put(group == Group.ID ? "asset_id" : group.lower(), value));
    }
  }

  /** A constant. */
  @FunctionalInterface
  private interface Form {
    String of(String name, long value);
  }

  /** Those that some asset has. */
  private List<Group> groups() {
    return Arrays.stream(Group.values())
        .filter(group -> constants.assets().stream().anyMatch(asset -> group.of(asset).isPresent()))
        .toList();
  }

  private void each(Group group, Form form) {
    for (NamedAsset asset : constants.assets()) {
      group
          .of(asset)
          .ifPresent(value -> line(form.of(identifier(asset.entry().assetName().text()), value)));
    }
  }

  private void head(String before) {
    head(before, "");
  }

  private void head(String before, String behind) {
    line(
        before
            + "Made by papack constants; do not edit. PACK_ID is that of the pack it is for."
            + behind);
  }

  private void retired(String before) {
    retired(before, "");
  }

  private void retired(String before, String behind) {
    if (!constants.retired().isEmpty()) {
      line("");
    }
    for (RetiredName retired : constants.retired()) {
      line(
          before
              + "retired: "
              + identifier(retired.name())
              + " was "
              + retired.name()
              + ", id "
              + retired.assetId()
              + behind);
    }
  }

  private void line(String text) {
    lines.add(text);
  }
}
