package dev.papack.cli;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with the arguments, in one line. */
final class ParameterFault {
  private ParameterFault() {}

  static String message(ParameterException refusal) {
    String message = String.valueOf(refusal.getMessage()).lines().findFirst().orElse("");
    String shown =
        message.isEmpty()
            ? "the command line is invalid"
            : message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    List<String> suggestions =
        refusal instanceof UnmatchedArgumentException unmatched
            ? unmatched.getSuggestions()
            : List.of();
    return suggestions.isEmpty() ? shown : shown + "; did you mean " + suggestions.getFirst() + "?";
  }
}
