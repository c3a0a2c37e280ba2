package dev.papack;

import dev.papack.asset.AssetId;
import dev.papack.disk.MemoryDisk;
import dev.papack.media.png.PngFile;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What authors do to assets behind the packer's back: each a picture with its declaration beside
 * it. Every picture has a colour of its own, by which it is told where an id went.
 */
final class AuthorsHand {
  private static final Pattern ID = Pattern.compile("\"asset_id\": (\\d+)");

  private final MemoryDisk disk;
  private final Random random;
  private int pictures;

  AuthorsHand(MemoryDisk disk, Random random) {
    this.disk = disk;
    this.random = random;
  }

  /** A picture that no declaration names yet. */
  String draw() {
    String path = folder() + "p" + pictures + ".png";
    disk.write(path, PngFile.filled(8, 8, 0xFF000000 | ++pictures));
    return "draw " + path;
  }

  String forgetId(String declaration) {
    disk.write(declaration, disk.text(declaration).replaceFirst(" *\"asset_id\": \\d+,\n", ""));
    return "forget the id in " + declaration;
  }

  /** The declarations that claim the id of one, itself included. */
  List<String> claimants(String declaration) {
    Matcher id = ID.matcher(disk.has(declaration) ? disk.text(declaration) : "");
    if (!id.find()) {
      return List.of();
    }
    String claim = id.group() + ",";
    return paths(".asset.json").stream().filter(path -> disk.text(path).contains(claim)).toList();
  }

  Optional<AssetId> claimOf(String declaration) {
    Matcher id = ID.matcher(disk.text(declaration));
    return id.find() ? Optional.of(new AssetId(Integer.parseInt(id.group(1)))) : Optional.empty();
  }

  /** The ids of all declarations, as often as they are claimed. */
  List<AssetId> claims() {
    return paths(".asset.json").stream().map(this::claimOf).flatMap(Optional::stream).toList();
  }

  /** Takes over every document in its form of version 1, as an old branch has it. */
  void age() {
    for (String path : paths(".json")) {
      String text = disk.text(path);
      int retired = path.endsWith("index.json") ? text.indexOf("\"retired\"") : text.length();
      disk.write(
          path,
          (text.substring(0, retired)
                  + text.substring(retired).replaceAll("\\{\"asset_id\": (\\d+)[^}]*\\}", "$1"))
              .replace("\"schema_version\": 3", "\"schema_version\": 1")
              .replaceAll("(\\{\"asset_id\": \\d+, \"root\": \"[^\"]*\")[^}]*", "$1")
              .replaceAll("\"sources\": \\[(.*)\\]", "\"source\": $1"));
    }
  }

  boolean isRegisteredHere(String declaration) {
    Matcher id = ID.matcher(disk.text(declaration));
    String root = stem(declaration).substring("game/assets/".length());
    return id.find()
        && disk.text("game/assets/index.json")
            .contains(id.group() + ", \"root\": \"" + root + "\"");
  }

  /** Whether the registry and one declaration alone say so. */
  boolean isSettled(String declaration) {
    return claimants(declaration).size() == 1 && isRegisteredHere(declaration);
  }

  /** Whether the registry has the original of a copy. */
  boolean isPureCopy(String declaration) {
    return claimants(declaration).stream()
        .anyMatch(other -> !other.equals(declaration) && isRegisteredHere(other));
  }

  String moveBoth(String declaration) {
    String source = sourceOf(declaration);
    String to = folder() + "m" + ++pictures;
    if (!disk.has(source)) {
      return "nothing";
    }
    disk.move(source, to + ".png");
    disk.write(to + ".asset.json", renamed(declaration, to));
    disk.delete(declaration);
    return "move " + declaration + " to " + to;
  }

  String copyBoth(String declaration) {
    String source = sourceOf(declaration);
    String to = folder() + "c" + ++pictures;
    if (!disk.has(source)) {
      return "nothing";
    }
    // The copy's picture is another one: so that it is seen if it ever gets the original's id.
    disk.write(to + ".png", PngFile.filled(8, 8, 0xFF000000 | pictures));
    disk.write(
        to + ".asset.json",
        renamed(declaration, to)
            .replaceFirst("\"name\": \"[^\"]+\"", "\"name\": \"copy" + pictures + "\""));
    return "copy " + declaration + " to " + to;
  }

  /** Two assets change places, each with its declaration and its picture. */
  String swap(String one, String other) {
    String source = sourceOf(one);
    String otherSource = sourceOf(other);
    if (one.equals(other)
        || claimants(one).size() != 1
        || claimants(other).size() != 1
        || !disk.has(source)
        || !disk.has(otherSource)) {
      return "nothing";
    }
    byte[] picture = disk.read(source);
    disk.write(source, disk.read(otherSource)).write(otherSource, picture);
    String text = renamed(one, stem(other));
    disk.write(one, renamed(other, stem(one))).write(other, text);
    return "swap " + one + " and " + other;
  }

  String renamed(String declaration, String stem) {
    return disk.text(declaration)
        .replaceFirst(
            "\"sources\": \\[\"[^\"]+\"",
            "\"sources\": [\"" + stem.substring(stem.lastIndexOf('/') + 1) + ".png\"");
  }

  static String stem(String declaration) {
    return declaration.substring(0, declaration.length() - ".asset.json".length());
  }

  static String sourceOf(String declaration) {
    return stem(declaration) + ".png";
  }

  String folder() {
    return "game/assets/" + List.of("", "a/", "b/", "a/c/").get(random.nextInt(4));
  }

  List<String> paths(String end) {
    return disk.files("game/assets").keySet().stream().filter(path -> path.endsWith(end)).toList();
  }

  <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
