package dev.papack.progress;

import java.util.function.Consumer;

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
   * Somebody who follows, and calls off by interrupting the thread that works.
   *
   * @param follower takes what happens
   * @return an observer
   */
  static Observer of(Consumer<Progress> follower) {
    return new Observer() {
      @Override
      public void observe(Progress event) {
        follower.accept(event);
      }

      @Override
      public boolean isCancelled() {
        return Thread.currentThread().isInterrupted();
      }
    };
  }

  /**
   * Something happened.
   *
   * @param event what
   */
  void observe(Progress event);

  /**
   * Asked between two assets and between any two looks at the disk, as long as nothing is decided;
   * for the last time before the new set is. Threads of the operation may ask at the same time.
   *
   * @return true to stop; nothing will have changed
   */
  boolean isCancelled();
}
