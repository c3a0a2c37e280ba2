package dev.papack.result;

import java.util.List;

/**
 * What is to be ignored from now on, and what no longer.
 *
 * @param added patterns of paths below {@code assets/}
 * @param removed patterns that are in the list
 */
public record IgnoreRequest(List<String> added, List<String> removed) {
  /** Copies the lists. */
  public IgnoreRequest {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
  }

  /** {@return a request that changes nothing} */
  public static IgnoreRequest none() {
    return new IgnoreRequest(List.of(), List.of());
  }
}
