package dev.papack.progress;

/** Who follows a session at work, and may call it off. */
public interface Observer {
  /** Nobody follows, nobody calls off. */
  Observer NONE =
      new Observer() {
        @Override
        public void observe(Progress event) {}

        @Override
        public boolean isCancelled() {
          return false;
        }
      };

  /**
   * Something happened.
   *
   * @param event what
   */
  void observe(Progress event);

  /**
   * Asked between two assets, and for the last time before the new set is decided.
   *
   * @return true to stop; nothing will have changed
   */
  boolean isCancelled();
}
