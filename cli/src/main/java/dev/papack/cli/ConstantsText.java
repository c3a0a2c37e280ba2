package dev.papack.cli;

import dev.papack.cli.ConstantGroup.Constant;
import dev.papack.cli.output.PrintableJson;
import dev.papack.json.line.JsonLine;
import dev.papack.result.AssetConstants;
import dev.papack.result.AssetConstants.RetiredName;
import dev.papack.result.AssetFrames;
import dev.papack.result.NamedAsset;
import java.util.ArrayList;
import java.util.List;

/**
 * Constants of a pack in a language. The text is fixed; of a name it takes what {@link
 * ConstantGroup#identifier} leaves, and the name of an asset itself in comments, in which no such
 * name can end anything.
 */
final class ConstantsText {
  /** Each takes up to 8 bytes of a method, which has 65,535 at most. */
  private static final int MAX_NUMBERS_OF_A_METHOD = 8_000;

  private static final int NUMBERS_OF_A_LINE = 16;

  private final AssetConstants constants;
  private final List<ConstantGroup> groups;
  private final List<Durations> durations;
  private final List<String> lines = new ArrayList<>();

  private ConstantsText(AssetConstants constants) {
    this.constants = constants;
    this.groups = ConstantGroup.of(constants.assets());
    this.durations =
        constants.assets().stream()
            .flatMap(asset ->
                asset.frames().map(AssetFrames::durationsMs).stream()
                    .filter(said -> !said.isEmpty())
                    .map(said -> new Durations(nameOf(asset), said)))
            .toList();
  }

  /** For how long each frame of an asset is shown. */
  private record Durations(String name, List<Long> milliseconds) {
    Durations {
      milliseconds = List.copyOf(milliseconds);
    }

    String identifier() {
      return ConstantGroup.identifier(name);
    }

    /** Separated by commas, some on each line. */
    List<String> rows() {
      List<String> rows = new ArrayList<>();
      int count = milliseconds.size();
      for (int from = 0; from < count; from += NUMBERS_OF_A_LINE) {
        int to = Math.min(from + NUMBERS_OF_A_LINE, count);
        String row =
            String.join(
                ", ", milliseconds.subList(from, to).stream().map(String::valueOf).toList());
        rows.add(to < count ? row + "," : row);
      }
      return rows;
    }
  }

  private static String nameOf(NamedAsset asset) {
    return asset.entry().assetName().text();
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
    for (ConstantGroup group : groups) {
      List<String> fields =
          group.constants().stream()
              .map(constant ->
                  "    public static final int " + constant.name() + " = " + constant.value() + ";")
              .toList();
      lines.addAll(JavaHolder.of(group.title(), fields));
    }
    if (!durations.isEmpty()) {
      javaClass("DurationsMs");
      durations.forEach(this::javaMethod);
      line("  }");
    }
    retired("  // ");
    line("}");
  }

  private void javaClass(String name) {
    line("");
    line("  public static final class " + name + " {");
    line("    private " + name + "() {}");
    line("");
  }

  /** Returns a new array each time: nobody can change it for others. */
  private void javaMethod(Durations durations) {
    if (durations.milliseconds().size() > MAX_NUMBERS_OF_A_METHOD) {
      line("    // " + durations.identifier() + ": more numbers than a method of Java can have");
      return;
    }
    line("    public static int[] " + durations.identifier() + "() {");
    line("      return new int[] {");
    durations.rows().forEach(row -> line("        " + row));
    line("      };");
    line("    }");
  }

  private void c() {
    line("#ifndef PAPACK_ASSETS_H");
    line("#define PAPACK_ASSETS_H");
    line("");
    head("/* ", " */");
    line("#define ASSET_PACK_ID \"" + constants.packId().hex() + "\"");
    for (ConstantGroup group : groups) {
      line("");
      for (Constant constant : group.constants()) {
        line("#define ASSET_" + group.upper() + "_" + constant.name() + " " + constant.value());
      }
    }
    if (!durations.isEmpty()) {
      line("");
      line("/* To begin an array with: static const int hero[] = ASSET_DURATIONS_MS_HERO; */");
    }
    for (Durations one : durations) {
      line("#define ASSET_DURATIONS_MS_" + one.identifier() + " { \\");
      one.rows().forEach(row -> line("    " + row + " \\"));
      line("  }");
    }
    retired("/* ", " */");
    line("");
    line("#endif");
  }

  private void rust() {
    head("// ");
    line("pub const PACK_ID: &str = \"" + constants.packId().hex() + "\";");
    for (ConstantGroup group : groups) {
      line("");
      line("pub mod " + group.lower() + " {");
      for (Constant constant : group.constants()) {
        line("    pub const " + constant.name() + ": u32 = " + constant.value() + ";");
      }
      line("}");
    }
    if (!durations.isEmpty()) {
      line("");
      line("pub mod durations_ms {");
      for (Durations one : durations) {
        int count = one.milliseconds().size();
        line("    pub const " + one.identifier() + ": [u32; " + count + "] = [");
        one.rows().forEach(row -> line("        " + row));
        line("    ];");
      }
      line("}");
    }
    retired("// ");
  }

  private void json() {
    line(
        PrintableJson.object(json ->
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
    json.put("name", nameOf(asset));
    for (ConstantGroup group : ConstantGroup.ofAssets(List.of(asset))) {
      long value = group.constants().getFirst().value();
      json.put(group.lower().equals("id") ? "asset_id" : group.lower(), value);
    }
    asset.frames().ifPresent(frames -> FramesJson.writeTimes(json, frames));
  }

  private void head(String before) {
    head(before, "");
  }

  private void head(String before, String behind) {
    line(before + "Made by papack constants for the pack whose id is below; do not edit." + behind);
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
              + ConstantGroup.identifier(retired.name())
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
