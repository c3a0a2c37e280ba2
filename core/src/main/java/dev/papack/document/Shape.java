package dev.papack.document;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The structure of one version of one kind, as data: which members, which types, which ranges. A
 * shape knows nothing of what the values mean.
 */
public sealed interface Shape {

  /** An integer, written without fraction or exponent, both ends inclusive. */
  record IntegerShape(long smallest, long largest) implements Shape {}

  /**
   * A string.
   *
   * @param form what the whole of it must match
   * @param description the form in words, to follow "must be"
   */
  record TextShape(Pattern form, String description) implements Shape {}

  /** One of a few strings. */
  record ChoiceShape(List<String> values) implements Shape {
    public ChoiceShape {
      values = List.copyOf(values);
    }
  }

  /** One of a few integers. */
  record NumberChoiceShape(List<Integer> values) implements Shape {
    public NumberChoiceShape {
      values = List.copyOf(values);
    }
  }

  /** An array; both ends of its length inclusive. */
  record ArrayShape(Shape element, int fewestElements, int maxElements) implements Shape {
    /** An array that may be empty. */
    public ArrayShape(Shape element, int maxElements) {
      this(element, 0, maxElements);
    }

    /** How many elements, as a part of a sentence. */
    String lengthInWords() {
      String elements = maxElements == 1 ? " element" : " elements";
      if (fewestElements == maxElements) {
        return "exactly " + maxElements + elements;
      }
      return (fewestElements == 0 ? "at most " : fewestElements + " to ") + maxElements + elements;
    }
  }

  /**
   * An object of exactly these members.
   *
   * @param exclusions members that may not be together, though each is optional
   */
  record ObjectShape(List<Member> members, List<Exclusion> exclusions) implements Shape {
    public ObjectShape {
      members = List.copyOf(members);
      exclusions = List.copyOf(exclusions);
    }

    /** An object in which all members may be together. */
    public ObjectShape(List<Member> members) {
      this(members, List.of());
    }
  }

  /** A member that is not allowed where another one is. */
  record Exclusion(String member, String other) {}

  /**
   * An object with a member that decides which further members there are.
   *
   * @param tag the member that decides; always required
   * @param common the members that every variant has
   * @param variants the further members, by the value of the tag
   * @param order the names of all of them, as they are written
   */
  record VariantShape(
      String tag,
      List<Member> common,
      SequencedMap<String, List<Member>> variants,
      List<String> order)
      implements Shape {
    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if the order is not one of exactly the members
     */
    public VariantShape {
      common = List.copyOf(common);
      order = List.copyOf(order);
      Set<String> names = new HashSet<>(Set.of(tag));
      common.forEach(member -> names.add(member.name()));
      variants.values().forEach(members -> members.forEach(member -> names.add(member.name())));
      if (order.size() != names.size() || !names.containsAll(order)) {
        throw new IllegalArgumentException("the order " + order + " is none of " + names);
      }
      SequencedMap<String, List<Member>> copy = new LinkedHashMap<>();
      variants.forEach((value, members) -> copy.put(value, List.copyOf(members)));
      variants = Collections.unmodifiableSequencedMap(copy);
    }
  }

  /** A word, or an object that says more. */
  record WordOrObjectShape(ChoiceShape word, ObjectShape object) implements Shape {}

  /** A member of an object. */
  record Member(String name, Shape shape, Presence presence) {
    public static Member required(String name, Shape shape) {
      return new Member(name, shape, Presence.REQUIRED);
    }

    public static Member optional(String name, Shape shape) {
      return new Member(name, shape, Presence.OPTIONAL);
    }
  }

  /** Whether a member may be left out. */
  enum Presence {
    REQUIRED,
    OPTIONAL
  }
}
