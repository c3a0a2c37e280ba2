package dev.papack.inspect;

import static dev.papack.json.JsonTree.array;
import static dev.papack.json.JsonTree.member;
import static dev.papack.json.JsonTree.object;

import dev.papack.bank.Bank;
import dev.papack.json.JsonMember;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonObject;
import dev.papack.json.JsonTree;
import dev.papack.media.Animation;
import dev.papack.media.AnimationTag;
import dev.papack.media.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The frames of a bank as {@code asset_table_metadata.json} has them. */
final class FramesForm {
  private FramesForm() {}

  static JsonObject tree(Bank.Frames frames) {
    List<JsonMember> members = new ArrayList<>();
    members.add(member("count", frames.count()));
    members.add(member("tiles", frames.tiles()));
    frames.animation().ifPresent(animation -> members.addAll(members(animation)));
    return object(members);
  }

  private static List<JsonMember> members(Animation animation) {
    List<JsonMember> members = new ArrayList<>();
    members.add(
        member(
            "durations_ms",
            array(animation.durationsMs().stream().map(JsonTree::number).toList())));
    if (!animation.tags().isEmpty()) {
      members.add(member("tags", array(animation.tags().stream().map(FramesForm::tree).toList())));
    }
    if (!animation.slices().isEmpty()) {
      members.add(
          member("slices", array(animation.slices().stream().map(FramesForm::tree).toList())));
    }
    return members;
  }

  private static JsonNode tree(AnimationTag tag) {
    return object(
        member("name", tag.name()),
        member("from", tag.first()),
        member("to", tag.last()),
        member("direction", tag.direction().name().toLowerCase(Locale.ROOT)));
  }

  private static JsonNode tree(Slice slice) {
    return object(
        member("name", slice.name()),
        member("to", slice.last()),
        member("keys", array(slice.keys().stream().map(FramesForm::tree).toList())));
  }

  private static JsonNode tree(Slice.Key key) {
    List<JsonMember> members = new ArrayList<>();
    members.add(member("frame", key.frame()));
    members.addAll(members(key.area()));
    key.center().ifPresent(center -> members.add(member("center", object(members(center)))));
    key.pivot()
        .ifPresent(pivot ->
            members.add(member("pivot", object(member("x", pivot.x()), member("y", pivot.y())))));
    return object(members);
  }

  private static List<JsonMember> members(Slice.Area area) {
    return List.of(
        member("x", area.x()),
        member("y", area.y()),
        member("width", area.widthPixels()),
        member("height", area.heightPixels()));
  }
}
