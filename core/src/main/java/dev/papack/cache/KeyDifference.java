package dev.papack.cache;

import dev.papack.container.BankType;
import dev.papack.convert.Recipe;
import dev.papack.convert.Recipe.Decoder;
import dev.papack.convert.RecordedKey;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Outcome;
import dev.papack.json.JsonMember;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonObject;
import dev.papack.json.JsonReader;
import dev.papack.json.StableForm;
import dev.papack.result.BuildReason;
import dev.papack.result.BuildReason.Kind;
import dev.papack.source.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** How two keys differ, in the words of declarations. Pure; nothing is decided by it. */
public final class KeyDifference {
  private KeyDifference() {}

  /**
   * Everything that differs.
   *
   * @param before the key of the last build
   * @param after the key of this one
   * @param paths of the files of {@code after}, in its order
   * @return nothing if the keys are equal
   */
  public static List<BuildReason> of(RecordedKey before, RecordedKey after, List<String> paths) {
    List<BuildReason> reasons = new ArrayList<>();
    addSources(before, after, paths, reasons);
    Recipe old = before.recipe();
    Recipe current = after.recipe();
    Map<String, String> oldValues = values(old);
    Map<String, String> currentValues = values(current);
    TreeSet<String> names = new TreeSet<>(oldValues.keySet());
    names.addAll(currentValues.keySet());
    for (String name : names) {
      addIfOther(
          Kind.SETTING,
          name,
          Optional.ofNullable(oldValues.get(name)),
          Optional.ofNullable(currentValues.get(name)),
          reasons);
    }
    addVersion("bank", old.bankVersion(), current.bankVersion(), reasons);
    addVersion("converter", old.converterVersion(), current.converterVersion(), reasons);
    // Whether colours are reduced at all is a setting.
    if (old.reductionVersion() != 0 && current.reductionVersion() != 0) {
      addVersion("reduction", old.reductionVersion(), current.reductionVersion(), reasons);
    }
    addIfOther(
        Kind.VERSION, "codec", Optional.of(old.codec()), Optional.of(current.codec()), reasons);
    return reasons;
  }

  private static void addSources(
      RecordedKey before, RecordedKey after, List<String> paths, List<BuildReason> reasons) {
    if (before.digests().size() != after.digests().size()) {
      reasons.add(
          new BuildReason(
              Kind.SOURCES,
              "",
              Optional.of(String.valueOf(before.digests().size())),
              Optional.of(String.valueOf(after.digests().size()))));
      return;
    }
    for (int i = 0; i < after.digests().size(); i++) {
      if (!before.digests().get(i).equals(after.digests().get(i))) {
        reasons.add(BuildReason.of(Kind.SOURCE_BYTES, paths.get(i)));
      } else {
        addIfOther(
            Kind.VERSION,
            "decoder of " + paths.get(i),
            Optional.of(text(before.recipe().decoders().get(i))),
            Optional.of(text(after.recipe().decoders().get(i))),
            reasons);
      }
    }
  }

  private static String text(Decoder decoder) {
    return decoder.format() + " " + decoder.version();
  }

  private static void addVersion(String name, int before, int after, List<BuildReason> reasons) {
    addIfOther(
        Kind.VERSION,
        name,
        Optional.of(String.valueOf(before)),
        Optional.of(String.valueOf(after)),
        reasons);
  }

  private static void addIfOther(
      Kind kind,
      String name,
      Optional<String> before,
      Optional<String> after,
      List<BuildReason> reasons) {
    if (!before.equals(after)) {
      reasons.add(new BuildReason(kind, name, before, after));
    }
  }

  /** The settings by their names in declarations, with their values as text. */
  private static Map<String, String> values(Recipe recipe) {
    Map<String, String> values = new TreeMap<>();
    values.put("bank", recipe.bankType().name());
    if (JsonReader.parse(
            Snapshot.of("settings", recipe.settings().getBytes(StandardCharsets.UTF_8)),
            Artifact.BUILD_CACHE)
        instanceof Outcome.Accepted<JsonNode>(JsonObject tree, var _)) {
      collect(prefix(recipe.bankType()), tree, values);
    }
    return values;
  }

  private static String prefix(BankType type) {
    return type.name().toLowerCase(Locale.ROOT) + ".";
  }

  private static void collect(String prefix, JsonObject tree, Map<String, String> values) {
    for (JsonMember member : tree.members()) {
      if (member.value() instanceof JsonObject inner) {
        collect(prefix + member.name() + ".", inner, values);
      } else {
        values.put(
            prefix + member.name(),
            StableForm.write(member.value()).strip().replaceAll("\\s+", " "));
      }
    }
  }
}
