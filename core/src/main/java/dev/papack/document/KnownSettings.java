package dev.papack.document;

import dev.papack.document.Shape.ChoiceShape;
import dev.papack.document.Shape.Member;
import dev.papack.document.Shape.ObjectShape;
import dev.papack.document.Shape.VariantShape;
import dev.papack.document.Shape.WordOrObjectShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Every setting of a document whose root has variants, derived from its structure: the one place
 * that knows which there are and what each may be.
 */
public final class KnownSettings {
  private final SequencedMap<String, SequencedMap<List<String>, KnownSetting>> byTag;
  private final Map<String, Set<String>> groups = new LinkedHashMap<>();

  private KnownSettings(
      SequencedMap<String, SequencedMap<List<String>, KnownSetting>> byTag, VariantShape root) {
    this.byTag = byTag;
    root.variants()
        .forEach((tag, members) -> {
          Set<String> own = new TreeSet<>();
          members.stream().filter(KnownSettings::isGroup).map(Member::name).forEach(own::add);
          groups.put(tag, own);
        });
  }

  /**
   * The settings of a structure.
   *
   * @param root the structure
   * @param others members of the root that are no settings; its tag is none either
   */
  public static KnownSettings of(VariantShape root, Set<String> others) {
    SequencedMap<String, SequencedMap<List<String>, KnownSetting>> byTag = new LinkedHashMap<>();
    root.variants()
        .forEach((tag, members) -> {
          SequencedMap<List<String>, KnownSetting> settings = new LinkedHashMap<>();
          List<Member> all = new ArrayList<>(root.common());
          all.addAll(members);
          all.stream()
              .filter(member -> !others.contains(member.name()))
              .forEach(member -> enter(member, List.of(), new TreeSet<>(Set.of(tag)), settings));
          byTag.put(tag, settings);
        });
    return new KnownSettings(byTag, root);
  }

  private static boolean isGroup(Member member) {
    return member.shape() instanceof ObjectShape || member.shape() instanceof VariantShape;
  }

  private static void enter(
      Member member,
      List<String> outer,
      SortedSet<String> tags,
      SequencedMap<List<String>, KnownSetting> settings) {
    List<String> path = new ArrayList<>(outer);
    path.add(member.name());
    settings.merge(
        List.copyOf(path),
        new KnownSetting(path, tags, List.of(member.shape()), member.presence()),
        KnownSettings::both);
    for (Member inner : membersOf(member.shape())) {
      enter(inner, path, tags, settings);
    }
  }

  private static List<Member> membersOf(Shape shape) {
    return switch (shape) {
      case ObjectShape object -> object.members();
      case WordOrObjectShape either -> either.object().members();
      case VariantShape variant -> {
        List<Member> members = new ArrayList<>(variant.common());
        members.add(
            Member.required(
                variant.tag(), new ChoiceShape(List.copyOf(variant.variants().keySet()))));
        variant.variants().values().forEach(members::addAll);
        yield members;
      }
      case Shape.IntegerShape _,
          Shape.TextShape _,
          ChoiceShape _,
          Shape.NumberChoiceShape _,
          Shape.ArrayShape _ ->
          List.of();
    };
  }

  private static KnownSetting both(KnownSetting first, KnownSetting second) {
    SortedSet<String> tags = new TreeSet<>(first.tags());
    tags.addAll(second.tags());
    List<Shape> shapes = new ArrayList<>(first.shapes());
    second.shapes().stream().filter(shape -> !shapes.contains(shape)).forEach(shapes::add);
    return new KnownSetting(first.path(), tags, shapes, first.presence());
  }

  /**
   * The setting of a name in one variant: its whole path, or the path within the group that only
   * this variant has, such as {@code tile_size} for {@code tiles.tile_size}.
   *
   * @param tag a variant of the root
   * @param name names with dots between them
   */
  public Optional<KnownSetting> find(String tag, String name) {
    SequencedMap<List<String>, KnownSetting> settings = Objects.requireNonNull(byTag.get(tag));
    List<String> path = List.of(name.split("\\.", -1));
    Optional<KnownSetting> whole = Optional.ofNullable(settings.get(path));
    return whole.or(() ->
        Objects.requireNonNull(groups.get(tag)).stream()
            .map(group -> {
              List<String> longer = new ArrayList<>(List.of(group));
              longer.addAll(path);
              return settings.get(longer);
            })
            .filter(Objects::nonNull)
            .findFirst());
  }

  /** The variants that have a setting of this name. */
  public List<String> tagsWith(String name) {
    return byTag.keySet().stream().filter(tag -> find(tag, name).isPresent()).toList();
  }

  /** Every setting, in the order of the document, each once. */
  public List<KnownSetting> all() {
    SequencedMap<List<String>, KnownSetting> all = new LinkedHashMap<>();
    byTag
        .values()
        .forEach(settings ->
            settings.forEach((path, setting) -> all.merge(path, setting, KnownSettings::both)));
    return List.copyOf(all.values());
  }

  /** The names that an author can write: whole, and without the group. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    Set<String> outer = new TreeSet<>();
    groups.values().forEach(outer::addAll);
    for (KnownSetting setting : all()) {
      names.add(setting.name());
      if (setting.path().size() > 1 && outer.contains(setting.path().getFirst())) {
        names.add(String.join(".", setting.path().subList(1, setting.path().size())));
      }
    }
    return Collections.unmodifiableList(names);
  }
}
