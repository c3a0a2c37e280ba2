package dev.papack.lsp.rpc;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A value of a message. */
public sealed interface Json {
  /** No value. */
  Json NULL = new Null();

  /** An object without members. */
  Members NOTHING = new Members(Map.of());

  /** {@code null}. */
  record Null() implements Json {}

  /** {@code true} or {@code false}. */
  record Truth(boolean value) implements Json {}

  /**
   * A number.
   *
   * @param digits as in the message
   */
  record Digits(String digits) implements Json {}

  /** A string. */
  record Text(String value) implements Json {}

  /** An array. */
  record Elements(List<Json> values) implements Json {
    /** Copies the list. */
    public Elements {
      values = List.copyOf(values);
    }
  }

  /** An object; its members keep their order. */
  record Members(Map<String, Json> values) implements Json {
    /** Copies the map. */
    public Members {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** A member, unless it is {@code null}. */
    public Optional<Json> find(String name) {
      return Optional.ofNullable(values.get(name)).filter(value -> !(value instanceof Null));
    }

    /** A member that is an object; one without members if it is none. */
    public Members members(String name) {
      return find(name).filter(Members.class::isInstance).map(Members.class::cast).orElse(NOTHING);
    }

    /** A member that is an array; one without elements if it is none. */
    public List<Json> elements(String name) {
      return find(name)
          .filter(Elements.class::isInstance)
          .map(value -> ((Elements) value).values())
          .orElse(List.of());
    }

    /** A member that is a string. */
    public Optional<String> text(String name) {
      return find(name).filter(Text.class::isInstance).map(value -> ((Text) value).value());
    }

    /** A member that is a whole number of 32 bits. */
    public OptionalInt number(String name) {
      return find(name).filter(Digits.class::isInstance).stream()
          .map(value -> ((Digits) value).digits())
          .filter(digits -> digits.matches("-?[0-9]{1,10}"))
          .mapToLong(Long::parseLong)
          .filter(value -> value == (int) value)
          .mapToInt(Math::toIntExact)
          .findFirst();
    }

    /** Whether a member is {@code true}. */
    public boolean isTrue(String name) {
      return find(name).equals(Optional.of(new Truth(true)));
    }

    /** A string that a request has to have. */
    public String require(String name) throws RpcException {
      return text(name)
          .orElseThrow(() -> new RpcException(RpcException.INVALID_PARAMS, name + " is missing"));
    }
  }

  /** A string. */
  static Json of(String text) {
    return new Text(text);
  }

  /** A number. */
  static Json of(long number) {
    return new Digits(Long.toString(number));
  }

  /** A truth. */
  static Json of(boolean truth) {
    return new Truth(truth);
  }

  /** An array. */
  static Json of(List<? extends Json> values) {
    return new Elements(List.copyOf(values));
  }

  /** Makes an object. */
  static Builder object() {
    return new Builder();
  }

  /** An object that is being made. */
  final class Builder {
    private final Map<String, Json> values = new LinkedHashMap<>();

    private Builder() {}

    /** With a member. */
    public Builder put(String name, Json value) {
      values.put(name, value);
      return this;
    }

    /** With a member that is a string. */
    public Builder put(String name, String text) {
      return put(name, of(text));
    }

    /** With a member that is a number. */
    public Builder put(String name, long number) {
      return put(name, of(number));
    }

    /** With a member that is a truth. */
    public Builder put(String name, boolean truth) {
      return put(name, of(truth));
    }

    /** With a member that is an array. */
    public Builder put(String name, List<? extends Json> elements) {
      return put(name, of(elements));
    }

    /** The object. */
    public Members done() {
      return new Members(values);
    }
  }
}
