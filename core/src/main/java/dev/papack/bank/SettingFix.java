package dev.papack.bank;

import dev.papack.diagnostic.Argument;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Verb;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A fault of a picture that other settings of its asset repair. */
public final class SettingFix {
  private SettingFix() {}

  /**
   * With the fix: a command if the picture is in a workspace, and words elsewhere.
   *
   * @param title what the fix does
   * @param settings what becomes of them
   */
  public static Diagnostic add(Diagnostic fault, String title, Argument.OfSetting... settings) {
    return fault
        .location()
        .file()
        .map(path ->
            fault.fix(
                Fix.likely(
                    title,
                    Fix.run(
                        Verb.SET,
                        Stream.concat(Arrays.stream(settings), Stream.of(new Argument.OfPath(path)))
                            .toArray(Argument[]::new)))))
        .orElseGet(() -> fault.advice(title + ": " + words(settings)));
  }

  /** As they are in a declaration. */
  private static String words(Argument.OfSetting... settings) {
    return Arrays.stream(settings)
        .map(setting -> "\"" + setting.member() + "\": \"" + setting.value() + "\"")
        .collect(Collectors.joining(", "));
  }

  /** The same of a picture that is not declared: it gets the settings when it is added. */
  public static Diagnostic ofUndeclared(Diagnostic fault) {
    return fault.withFixes(
        fault.fixes().stream()
            .map(fix ->
                fix.action() instanceof Fix.RunCommand command && command.verb() == Verb.SET
                    ? Fix.likely(fix.title(), new Fix.RunCommand(Verb.ADD, command.arguments()))
                    : fix)
            .toList());
  }
}
