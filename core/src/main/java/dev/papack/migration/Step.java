package dev.papack.migration;

import dev.papack.json.JsonObject;

/**
 * A frozen step from one released version of a kind to the next: a pure function of the tree. It
 * must still work when the current classes have changed, so it may use none of them.
 */
@FunctionalInterface
public interface Step {
  /**
   * The tree in the next version; nodes keep the positions of those they stem from.
   *
   * @param tree a document of the step's version, its structure checked
   */
  JsonObject apply(JsonObject tree);
}
