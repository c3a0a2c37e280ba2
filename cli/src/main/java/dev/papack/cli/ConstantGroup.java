package dev.papack.cli;

import dev.papack.container.SoundsMetadata;
import dev.papack.container.TilesMetadata;
import dev.papack.result.AssetFrames;
import dev.papack.result.AssetFrames.Direction;
import dev.papack.result.AssetFrames.Tag;
import dev.papack.result.NamedAsset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Constants of one kind. Each group has a class, module or prefix of its own, so that constants of
 * different groups never collide.
 *
 * @param words what it tells, in lower case
 * @param constants by the name of the asset; none if no asset has any
 */
record ConstantGroup(List<String> words, List<Constant> constants) {
  /** Copies the lists. */
  ConstantGroup {
    words = List.copyOf(words);
    constants = List.copyOf(constants);
  }

  /**
   * A constant.
   *
   * @param name an {@link #identifier}
   * @param of what it belongs to, as its author wrote it
   * @param value 0 or more
   */
  record Constant(String name, String of, long value) {}

  /** All groups that have a constant. */
  static List<ConstantGroup> of(List<NamedAsset> assets) {
    return Stream.concat(
            ofAssets(assets).stream(),
            Stream.of(
                ofTags("tag first", assets, Tag::first),
                ofTags("tag last", assets, Tag::last),
                ofTags("tag direction", assets, tag -> tag.direction().number()),
                directions(assets)))
        .filter(group -> !group.constants().isEmpty())
        .toList();
  }

  /** Those with a number of each asset that has one. */
  static List<ConstantGroup> ofAssets(List<NamedAsset> assets) {
    return Stream.of(
            ofAssets("id", assets, asset -> OptionalLong.of(asset.entry().assetId())),
            ofAssets("slot", assets, ConstantGroup::slot),
            ofAssets("tiles", assets, ConstantGroup::tiles),
            ofAssets("frames", assets, ConstantGroup::frames))
        .filter(group -> !group.constants().isEmpty())
        .toList();
  }

  private static ConstantGroup ofAssets(
      String words, List<NamedAsset> assets, Function<NamedAsset, OptionalLong> number) {
    return group(
        words,
        assets.stream()
            .flatMap(asset ->
                number.apply(asset).stream()
                    .mapToObj(
                        value -> new Constant(identifier(nameOf(asset)), nameOf(asset), value))));
  }

  private static ConstantGroup ofTags(
      String words, List<NamedAsset> assets, ToLongFunction<Tag> number) {
    return group(
        words,
        assets.stream()
            .flatMap(asset ->
                tags(asset)
                    .map(tag ->
                        new Constant(
                            identifier(nameOf(asset) + "/" + tag.name()),
                            "tag " + tag.name() + " of " + nameOf(asset),
                            number.applyAsLong(tag)))));
  }

  /** What the numbers of directions mean, if there are tags. */
  private static ConstantGroup directions(List<NamedAsset> assets) {
    return group(
        "direction",
        assets.stream().flatMap(ConstantGroup::tags).findAny().stream()
            .flatMap(_ -> Arrays.stream(Direction.values()))
            .map(
                direction -> new Constant(direction.name(), direction.name(), direction.number())));
  }

  private static ConstantGroup group(String words, Stream<Constant> constants) {
    return new ConstantGroup(List.of(words.split(" ")), constants.toList());
  }

  private static String nameOf(NamedAsset asset) {
    return asset.entry().assetName().text();
  }

  private static OptionalLong slot(NamedAsset asset) {
    return asset.slot().isPresent()
        ? OptionalLong.of(asset.slot().getAsInt())
        : OptionalLong.empty();
  }

  private static OptionalLong tiles(NamedAsset asset) {
    return switch (asset.entry().metadata()) {
      case TilesMetadata tiles -> OptionalLong.of(tiles.tileCount());
      case SoundsMetadata _ -> OptionalLong.empty();
    };
  }

  private static OptionalLong frames(NamedAsset asset) {
    return asset.frames().stream().mapToLong(AssetFrames::count).findAny();
  }

  private static Stream<Tag> tags(NamedAsset asset) {
    return asset.frames().stream().flatMap(frames -> frames.tags().stream());
  }

  /**
   * The name of a constant: ASCII letters in upper case, digits, {@code U} and the number of every
   * other character beyond ASCII, and {@code _} for the rest. It is none in some language if it
   * begins with a digit, or is only {@code _}: then another {@code _} comes first.
   */
  static String identifier(String name) {
    StringBuilder plain = new StringBuilder();
    name.codePoints()
        .forEach(character -> {
          if (character > 0x7F) {
            plain.append(String.format(Locale.ROOT, "U%04X", character));
          } else if (Character.isLetterOrDigit(character)) {
            plain.appendCodePoint(Character.toUpperCase(character));
          } else {
            plain.append('_');
          }
        });
    boolean isNone = Character.isDigit(plain.charAt(0)) || plain.toString().equals("_");
    return isNone ? "_" + plain : plain.toString();
  }

  /** As constants begin: {@code TAG_FIRST}. */
  String upper() {
    return String.join("_", words).toUpperCase(Locale.ROOT);
  }

  /** As a module or a member is called: {@code tag_first}. */
  String lower() {
    return String.join("_", words);
  }

  /** As a class is called: {@code TagFirst}. */
  String title() {
    StringBuilder title = new StringBuilder();
    for (String word : words) {
      title.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
    }
    return title.toString();
  }
}
