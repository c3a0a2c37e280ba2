package dev.papack.container;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Types and members of every kind, for the text of an API. */
public interface Shapes {
  int COUNT = 2;

  Optional<List<String>> all(int... counts) throws IOException;

  default void none() {}

  enum Kind {
    LATER,
    EARLIER
  }

  record Pair(int first, String second) implements Comparable<Pair> {
    public Pair(int first) {
      this(first, "");
    }

    @Override
    public int compareTo(Pair other) {
      return first - other.first;
    }
  }

  abstract class Open<S extends Number> {
    protected Open() {}

    protected abstract <T> T seen(T given);

    void hidden() {}
  }
}
