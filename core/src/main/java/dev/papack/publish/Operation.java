package dev.papack.publish;

/** What a writing operation does, for the one who finds the workspace locked by it. */
public enum Operation {
  BUILD("build"),
  ADD("add"),
  REMOVE("remove"),
  RENAME("rename"),
  SET("set"),
  MOVE("move"),
  IGNORE("ignore"),
  MIGRATE("migrate"),
  FIX("fix"),
  REBUILD_REGISTRY("registry rebuild"),
  CLEAR_CACHE("cache clear"),
  RECOVER("recover"),
  /** Gives up what a crash left decided and unfinished, where all others finish it. */
  DISCARD_UNFINISHED("discard");

  private final String words;

  Operation(String words) {
    this.words = words;
  }

  /** The words that describe who holds the lock. */
  public String words() {
    return words;
  }
}
