package dev.papack.editing;

import dev.papack.editing.LooseValue.Elements;
import dev.papack.editing.LooseValue.Member;
import dev.papack.editing.LooseValue.Members;
import dev.papack.editing.LooseValue.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where somebody writes in a document.
 *
 * @param path the names of the members that lead to the place, from the root; {@link #ELEMENT} for
 *     an element of an array; with the name of the member that the place is in or behind
 * @param part whether a name or a value is written there
 * @param token what is written there, if anything
 * @param objects the objects around the place, the innermost last
 */
record Caret(List<String> path, Part part, Optional<Token> token, List<Members> objects) {
  static final String ELEMENT = "*";

  /** What is written at a place. */
  enum Part {
    NAME,
    VALUE
  }

  /** Copies the lists. */
  Caret {
    path = List.copyOf(path);
    objects = List.copyOf(objects);
  }

  /** The place at an offset, if it is inside of a document. */
  static Optional<Caret> at(LooseValue root, int offset) {
    return new Search(offset).in(root);
  }

  /** The object whose member the place is. */
  Optional<Members> object() {
    return objects.isEmpty() ? Optional.empty() : Optional.of(objects.getLast());
  }

  /** Goes down to an offset. */
  private static final class Search {
    private final int offset;
    private final List<String> path = new ArrayList<>();
    private final List<Members> objects = new ArrayList<>();

    Search(int offset) {
      this.offset = offset;
    }

    Optional<Caret> in(LooseValue value) {
      if (!isInside(value)) {
        return Optional.empty();
      }
      return switch (value) {
        case Members members -> Optional.of(inMembers(members));
        case Elements elements -> Optional.of(inElements(elements));
        case Token token -> Optional.of(caret(Part.VALUE, Optional.of(token)));
      };
    }

    private boolean isInside(LooseValue value) {
      return value instanceof Token token
          ? token.isAround(offset)
          : value.start() < offset && offset <= value.end();
    }

    private Caret inMembers(Members members) {
      objects.add(members);
      for (Member member : members.members()) {
        if (member.name().isAround(offset)) {
          path.add(member.name().text());
          return caret(Part.NAME, Optional.of(member.name()));
        }
        int end = member.value().map(LooseValue::end).orElse(member.colon());
        boolean isAtValue = member.hasColon() && member.colon() <= offset;
        if (isAtValue && (offset <= end || (member.value().isEmpty() && isNext(members, member)))) {
          path.add(member.name().text());
          return member
              .value()
              .filter(value -> offset >= value.start())
              .flatMap(this::in)
              .orElseGet(() -> caret(Part.VALUE, Optional.empty()));
        }
      }
      return caret(Part.NAME, Optional.empty());
    }

    /** Whether the place is before whatever comes after a member without a value. */
    private boolean isNext(Members members, Member member) {
      int index = members.members().indexOf(member);
      return index + 1 == members.members().size()
          || offset <= members.members().get(index + 1).name().start();
    }

    private Caret inElements(Elements elements) {
      path.add(ELEMENT);
      for (LooseValue element : elements.values()) {
        Optional<Caret> found = in(element);
        if (found.isPresent()) {
          return found.get();
        }
      }
      return caret(Part.VALUE, Optional.empty());
    }

    private Caret caret(Part part, Optional<Token> token) {
      return new Caret(path, part, token, objects);
    }
  }
}
