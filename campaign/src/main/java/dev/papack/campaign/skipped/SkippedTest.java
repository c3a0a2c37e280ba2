package dev.papack.campaign.skipped;

import java.util.regex.Pattern;

/**
 * A test that did not run, or one invocation of it.
 *
 * @param name its class without package, and its method unless the whole class was skipped
 * @param reason what the test says of it
 */
record SkippedTest(String name, String reason) {
  private static final String UNSAID = "no reason given";

  /** What JUnit writes before a reason: the condition, or how it learnt of it. */
  private static final Pattern BEFORE_REASON =
      Pattern.compile("(?s)^.* ==> |^[\\w.$]+(?:Exception|Error)(?:: |$)|Assumption failed: ");

  private static final Pattern TRACE = Pattern.compile("(?s)\\R\\s+at .*");
  private static final Pattern INVOCATION = Pattern.compile("[({\\[].*");

  /**
   * Reads what Surefire writes of one.
   *
   * @param className with its package
   * @param method with what tells its invocations apart; empty for a class
   * @param message a condition and its reason, or an exception and its trace
   */
  static SkippedTest of(String className, String method, String message) {
    String simpleName = className.substring(className.lastIndexOf('.') + 1);
    String methodName = INVOCATION.matcher(method).replaceFirst("").strip();
    String reason =
        BEFORE_REASON.matcher(TRACE.matcher(message).replaceFirst("")).replaceAll("").strip();
    return new SkippedTest(
        methodName.isEmpty() || methodName.equals(className)
            ? simpleName
            : simpleName + "." + methodName,
        reason.isEmpty() ? UNSAID : reason);
  }
}
