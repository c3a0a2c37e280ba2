package dev.papack.processes;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** A workspace in a folder. */
public record Game(Path folder) {
  private static final List<String> PUBLISHED =
      List.of(
          "assets.pa",
          "build/asset_table.json",
          "build/preload.json",
          "build/asset_table_metadata.json");

  /** A workspace with a few assets and a published pack. */
  public static Game create(Path folder) throws IOException {
    Game game = new Game(folder);
    Program.run("init", folder.toString()).expect(0);
    for (String name : List.of("bush", "hero", "tree")) {
      game.draw(name, name.hashCode());
    }
    game.papack("add", folder.resolve("assets").toString()).expect(0);
    game.papack("build").expect(0);
    return game;
  }

  public Program.Ended papack(String... arguments) {
    return Program.run(command(arguments));
  }

  /** The command that does something in this workspace and answers in lines of JSON. */
  List<String> command(String... arguments) {
    List<String> all = new java.util.ArrayList<>(List.of(arguments));
    all.addAll(List.of("-C", folder.toString(), "--format", "json", "--quiet"));
    return Program.command(all.toArray(String[]::new));
  }

  /** A picture of one tile and one colour. */
  public void draw(String name, int rgb) throws IOException {
    BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 256; i++) {
      image.setRGB(i % 16, i / 16, rgb);
    }
    Path file = folder.resolve("assets").resolve(name + ".png");
    // ImageIO must not be seen half way through by a build.
    Path half = folder.resolve(name + ".half");
    if (!ImageIO.write(image, "png", half.toFile())) {
      throw new IOException("no PNG writer");
    }
    Files.move(half, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
  }

  /** Writes the declarations and the registry as version 1 had them. */
  void age() throws IOException {
    for (String name : authored().keySet()) {
      if (name.endsWith(".json")) {
        Path file = folder.resolve(name);
        Files.writeString(
            file,
            Files.readString(file)
                .replace("\"schema_version\": 3", "\"schema_version\": 1")
                .replaceAll("(\\{\"asset_id\": \\d+, \"root\": \"[^\"]*\")[^}]*", "$1")
                .replaceAll("\"sources\": \\[(.*)\\]", "\"source\": $1"));
      }
    }
  }

  /** Whether a publication is committed and not completed. */
  boolean isDecided() {
    return Files.exists(folder.resolve(".papack/journal.json"))
        || Files.exists(folder.resolve(".papack/journal.back"));
  }

  /** The four published files, as Latin-1 text; those that are missing are not in it. */
  public Map<String, String> published() throws IOException {
    return published(folder);
  }

  /** Those of an output folder. */
  static Map<String, String> published(Path output) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    for (String name : PUBLISHED) {
      if (Files.exists(output.resolve(name))) {
        files.put(name, read(output.resolve(name)));
      }
    }
    return files;
  }

  /** Everything below {@code assets/}. */
  Map<String, String> authored() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(folder.resolve("assets"))) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString(), read(file));
      }
    }
    return files;
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }

  /** Copies all of it, control data too, to a folder that is not there yet. */
  public Game copyTo(Path other) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : found.toList()) {
        Files.copy(file, other.resolve(folder.relativize(file).toString()));
      }
    }
    return new Game(other);
  }
}
