package dev.papack;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Hostile inputs of one kind, in an order that never changes.
 *
 * @param name of the kind: area and defect
 * @param count how many
 * @param trial gives the verdict on one of them
 */
public record Family(String name, int count, Trial trial) {
  /** What a reader makes of an input. */
  @FunctionalInterface
  public interface Trial {
    /**
     * Tries one.
     *
     * @param number from 0
     * @return its verdict
     * @throws Exception a defect
     */
    String verdict(int number) throws Exception;
  }

  /** Inputs that lie in memory. */
  public static Family of(String name, List<byte[]> inputs, Function<byte[], Outcome<?>> reader) {
    return new Family(
        name, inputs.size(), number -> verdict(reader.apply(inputs.get(number)).diagnostics()));
  }

  /** Inputs that are text. */
  public static Family ofTexts(
      String name, List<String> inputs, Function<byte[], Outcome<?>> reader) {
    return of(
        name, inputs.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList(), reader);
  }

  /** The codes of all diagnostics, each once; {@code fine} without any. */
  public static String verdict(List<Diagnostic> diagnostics) {
    return diagnostics.isEmpty()
        ? "fine"
        : diagnostics.stream()
            .map(diagnostic -> diagnostic.code().id())
            .distinct()
            .sorted()
            .collect(Collectors.joining("+"));
  }

  /** The verdicts on all inputs in their order, equal ones that follow each other counted. */
  String line() {
    StringBuilder line = new StringBuilder(name).append(':');
    String last = "";
    int run = 0;
    for (int number = 0; number < count; number++) {
      String verdict = tried(number);
      if (!verdict.equals(last) && run > 0) {
        append(line, last, run);
        run = 0;
      }
      last = verdict;
      run++;
    }
    append(line, last, run);
    return line.toString();
  }

  private String tried(int number) {
    try {
      return trial.verdict(number);
    } catch (Exception | AssertionError | StackOverflowError | OutOfMemoryError escaped) {
      throw new IllegalStateException(name + ", input " + number + ": " + escaped, escaped);
    }
  }

  private static void append(StringBuilder line, String verdict, int run) {
    line.append(' ').append(verdict).append(run == 1 ? "" : "*" + run);
  }
}
