package dev.papack.json;

import dev.papack.diagnostic.TextRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An object or array whose closing bracket has not been read. */
sealed interface OpenContainer {
  int startOffset();

  void add(JsonNode value);

  JsonNode close(TextRange range);

  /** An array. */
  final class OpenArray implements OpenContainer {
    private final int startOffset;
    private final List<JsonNode> elements = new ArrayList<>();

    OpenArray(int startOffset) {
      this.startOffset = startOffset;
    }

    @Override
    public int startOffset() {
      return startOffset;
    }

    @Override
    public void add(JsonNode value) {
      elements.add(value);
    }

    @Override
    public JsonNode close(TextRange range) {
      return new JsonArray(elements, range);
    }
  }

  /** An object. Of a doubled name the first member counts, until all is refused. */
  final class OpenObject implements OpenContainer {
    /** So many names are found sooner by looking through them. */
    private static final int FEW = 12;

    private final int startOffset;
    private final List<JsonMember> members = new ArrayList<>();

    /** Where each name is, once there are too many to look through. */
    private final Map<String, TextRange> names = new HashMap<>();

    private Optional<PendingName> pending = Optional.empty();

    private record PendingName(String name, TextRange range) {}

    OpenObject(int startOffset) {
      this.startOffset = startOffset;
    }

    /** Takes the name of the value to come; answers where the same name is already. */
    Optional<TextRange> name(String name, TextRange range) {
      Optional<TextRange> first = find(name, range);
      pending = first.isPresent() ? Optional.empty() : Optional.of(new PendingName(name, range));
      return first;
    }

    private Optional<TextRange> find(String name, TextRange range) {
      if (members.size() >= FEW) {
        if (names.isEmpty()) {
          members.forEach(member -> names.put(member.name(), member.nameRange()));
        }
        return Optional.ofNullable(names.putIfAbsent(name, range));
      }
      for (JsonMember member : members) {
        if (member.name().equals(name)) {
          return Optional.of(member.nameRange());
        }
      }
      return Optional.empty();
    }

    @Override
    public int startOffset() {
      return startOffset;
    }

    @Override
    public void add(JsonNode value) {
      pending.ifPresent(name -> members.add(new JsonMember(name.name(), name.range(), value)));
    }

    @Override
    public JsonNode close(TextRange range) {
      return new JsonObject(members, range);
    }
  }
}
