package dev.papack.conformance.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** An object of the header in the making: members in order, each value as JSON. */
final class ObjectDraft {
  private final SortedMap<String, String> members = new TreeMap<>();

  ObjectDraft json(String member, String value) {
    members.put(member, value);
    return this;
  }

  ObjectDraft number(String member, long value) {
    return json(member, Long.toString(value));
  }

  ObjectDraft text(String member, String value) {
    return json(member, "\"" + value + "\"");
  }

  ObjectDraft without(String member) {
    members.remove(member);
    return this;
  }

  String render() {
    List<String> parts = new ArrayList<>();
    for (Map.Entry<String, String> member : members.entrySet()) {
      parts.add("\"" + member.getKey() + "\":" + member.getValue());
    }
    return "{" + String.join(",", parts) + "}";
  }
}
