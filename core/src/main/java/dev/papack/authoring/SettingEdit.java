package dev.papack.authoring;

import static dev.papack.json.JsonTree.member;
import static dev.papack.json.JsonTree.object;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Outcome;
import dev.papack.document.KnownSetting;
import dev.papack.document.Shape;
import dev.papack.json.JsonBoolean;
import dev.papack.json.JsonMember;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonNull;
import dev.papack.json.JsonNumber;
import dev.papack.json.JsonObject;
import dev.papack.json.JsonReader;
import dev.papack.json.JsonTree;
import dev.papack.result.SettingChange;
import dev.papack.source.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A change of one setting in the tree of a declaration; whether the result is valid is not said.
 */
final class SettingEdit {
  private final KnownSetting setting;
  private final Optional<JsonNode> value;

  private SettingEdit(KnownSetting setting, Optional<JsonNode> value) {
    this.setting = setting;
    this.value = value;
  }

  /**
   * A change as an edit.
   *
   * @param setting the setting that it names
   */
  static SettingEdit of(KnownSetting setting, SettingChange change) {
    return new SettingEdit(
        setting,
        switch (change) {
          case SettingChange.Assign(var _, String text) -> Optional.of(value(text, setting));
          case SettingChange.Remove _ -> Optional.empty();
        });
  }

  /** What a text means: JSON, or a string without its quotes where the setting is none else. */
  private static JsonNode value(String text, KnownSetting setting) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return switch (JsonReader.parse(Snapshot.of("", bytes), Artifact.REQUEST)) {
      case Outcome.Refused<JsonNode> _ -> JsonTree.text(text);
      case Outcome.Accepted<JsonNode>(JsonNode node, var _) ->
          switch (node) {
            case JsonNumber number -> isText(setting) ? JsonTree.text(text) : number;
            case JsonBoolean _, JsonNull _ -> JsonTree.text(text);
            default -> node;
          };
    };
  }

  private static boolean isText(KnownSetting setting) {
    return setting.shapes().stream()
        .allMatch(shape ->
            switch (shape) {
              case Shape.TextShape _, Shape.ChoiceShape _, Shape.WordOrObjectShape _ -> true;
              case Shape.IntegerShape _,
                  Shape.NumberChoiceShape _,
                  Shape.ArrayShape _,
                  Shape.ObjectShape _,
                  Shape.VariantShape _ ->
                  false;
            });
  }

  /** The declaration with the change. */
  JsonObject applyTo(JsonObject declaration) {
    return edited(declaration, setting.path());
  }

  private JsonObject edited(JsonObject outer, List<String> path) {
    String name = path.getFirst();
    List<String> further = path.subList(1, path.size());
    Optional<JsonNode> old = outer.find(name);
    Optional<JsonNode> changed = further.isEmpty() ? value : edited(old, further);
    List<JsonMember> members = new ArrayList<>(outer.members());
    members.removeIf(each -> each.name().equals(name));
    changed.ifPresent(node -> members.add(member(name, node)));
    return object(members);
  }

  /**
   * The object that holds the setting. Where there is none, or a word in its place, a value makes
   * one; without its last member it is gone.
   */
  private Optional<JsonNode> edited(Optional<JsonNode> old, List<String> path) {
    if (old.isPresent() && old.get() instanceof JsonObject inner) {
      JsonObject changed = edited(inner, path);
      return changed.members().isEmpty() ? Optional.empty() : Optional.of(changed);
    }
    return value.isEmpty() ? old : Optional.of(edited(object(), path));
  }
}
