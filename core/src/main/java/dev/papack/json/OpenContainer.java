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
    private final int startOffset;
    private final Map<String, TextRange> names = new HashMap<>();
    private final List<JsonMember> members = new ArrayList<>();
    private Optional<PendingName> pending = Optional.empty();

    private record PendingName(String name, TextRange range) {}

    OpenObject(int startOffset) {
      this.startOffset = startOffset;
    }

    /** Takes the name of the value to come; answers where the same name is already. */
    Optional<TextRange> name(String name, TextRange range) {
      Optional<TextRange> first = Optional.ofNullable(names.putIfAbsent(name, range));
      pending = first.isPresent() ? Optional.empty() : Optional.of(new PendingName(name, range));
      return first;
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
