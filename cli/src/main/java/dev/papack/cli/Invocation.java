package dev.papack.cli;

import dev.papack.Packer;
import dev.papack.Session;
import dev.papack.cli.kernel.Sandbox;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.progress.CancelledException;
import dev.papack.progress.Observer;
import dev.papack.result.Drift;
import dev.papack.result.Effect;
import dev.papack.result.MissingFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ParseResult;

/**
 * A parsed command line and what a command needs to run.
 *
 * @param arguments the options and arguments of the command
 * @param folder the base of relative paths
 * @param input standard input
 * @param output standard output, for a command that writes no text
 * @param verbosity how much the command prints
 * @param observer follows long work
 * @param missingOutput what becomes of a folder for the output that is not there
 * @param reach what the command may change
 * @param fence enforces that
 * @param sandbox confines the process
 * @param release which papack this is
 * @param parts takes parts of the result that are printed before the command is done
 * @param widthCells of the terminal
 * @param watching what a command needs that goes on until it is cancelled
 */
record Invocation(
    ParseResult arguments,
    Path folder,
    InputStream input,
    OutputStream output,
    CommonArguments.Verbosity verbosity,
    Observer observer,
    MissingFolder missingOutput,
    Reach reach,
    WriteFence fence,
    Sandbox sandbox,
    Supplier<Release> release,
    Consumer<ResultPart> parts,
    int widthCells,
    WatchingBuild.Means watching) {
  /** More would only cost memory. */
  private static final int MAX_THREADS = 1_024;

  private static final long MIN_MEMORY_BYTES = 1 << 20;

  /** No more digits than fit into a long with any unit. */
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,9})([kmgKMG]?)");

  /** Work in a workspace. */
  @FunctionalInterface
  interface SessionUse {
    Completed apply(Session session) throws UsageException, IOException, CancelledException;
  }

  /** The packer, with the requested number of threads, and the requested memory. */
  Packer packer() throws UsageException {
    Packer packer = Packer.create();
    OptionalInt threads = number(CommonOptions.THREADS, 1, MAX_THREADS);
    if (threads.isPresent()) {
      packer = packer.withThreads(threads.getAsInt());
    }
    OptionalLong memory = bytes(CommonOptions.MEMORY);
    return memory.isPresent() ? packer.withMemory(memory.getAsLong()) : packer;
  }

  /** Opens the workspace that the command line names, or the one around the current folder. */
  Completed inWorkspace(SessionUse use) throws UsageException, IOException, CancelledException {
    return inWorkspace(named(), use);
  }

  /** The same, even if the registry is missing or cannot be read. */
  Completed inDamagedWorkspace(SessionUse use)
      throws UsageException, IOException, CancelledException {
    return in(packer().openForRepair(named()), use);
  }

  private Path named() {
    return parameter(0).map(this::path).orElse(folder);
  }

  /** Opens the workspace that a folder belongs to. */
  Completed inWorkspace(Path within, SessionUse use)
      throws UsageException, IOException, CancelledException {
    return in(packer().open(within), use);
  }

  private Completed in(Outcome<Session> opened, SessionUse use)
      throws UsageException, IOException, CancelledException {
    return switch (opened) {
      case Outcome.Refused<Session>(List<Diagnostic> faults) -> Completed.refused(faults);
      case Outcome.Accepted<Session>(Session session, List<Diagnostic> _) ->
          switch (publishing(session)) {
            case Outcome.Refused<Session>(List<Diagnostic> faults) ->
                Completed.refused(faults).in(session);
            case Outcome.Accepted<Session>(Session whole, List<Diagnostic> _) -> in(whole, use);
          };
    };
  }

  /** The session that publishes where the command line says. */
  Outcome<Session> publishing(Session session) throws IOException, CancelledException {
    Optional<String> output = text(CommonOptions.OUTPUT);
    return output.isPresent()
        ? session.withOutput(path(output.get()), missingOutput)
        : Outcome.of(session);
  }

  private Completed in(Session session, SessionUse use)
      throws UsageException, IOException, CancelledException {
    List<Diagnostic> faults =
        switch (reach) {
          case NOTHING, NAMED -> List.of();
          case WORKSPACE -> fence.aroundDocuments(session);
          case OUTPUT -> fence.aroundOutput(session);
        };
    return (faults.isEmpty() ? use.apply(session.followedBy(observer)) : Completed.refused(faults))
        .in(session);
  }

  /** Opens the workspace of the first path, or else the one around the current folder. */
  Completed inWorkspaceOf(List<Path> paths, SessionUse use)
      throws UsageException, IOException, CancelledException {
    if (!paths.isEmpty()) {
      Path first = paths.getFirst().toAbsolutePath().normalize();
      Path parent = first.getParent();
      Path candidate = parent == null || packer().isFolder(first) ? first : parent;
      if (packer().open(candidate) instanceof Outcome.Accepted<Session>) {
        return inWorkspace(candidate, use);
      }
    }
    return inWorkspace(folder, use);
  }

  /** A path on the command line. */
  Path path(String text) {
    return folder.resolve(text);
  }

  /** A parameter by its position from 0. */
  Optional<String> parameter(int position) {
    return Optional.ofNullable(arguments.<String>matchedPositionalValue(position, null));
  }

  /** The values of a parameter that can be repeated. */
  List<String> parameters() {
    return arguments.matchedPositionals().isEmpty()
        ? List.of()
        : List.copyOf(arguments.<List<String>>matchedPositionalValue(0, List.of()));
  }

  /** The value of an option that takes text. */
  Optional<String> text(String option) {
    return Optional.ofNullable(arguments.<String>matchedOptionValue(option, null));
  }

  /** The values of an option that can be repeated. */
  List<String> texts(String option) {
    return List.copyOf(arguments.<List<String>>matchedOptionValue(option, List.of()));
  }

  /** The value of an option that takes an amount of memory: a number of bytes, or of k, m or g. */
  private OptionalLong bytes(String option) throws UsageException {
    Optional<String> text = text(option);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    Matcher size = SIZE.matcher(text.get());
    if (!size.matches()) {
      throw new UsageException(
          option + " takes a size such as 64m or 1g, not \"" + text.get() + "\"");
    }
    int shift =
        switch (size.group(2).toLowerCase(Locale.ROOT)) {
          case "k" -> 10;
          case "m" -> 20;
          case "g" -> 30;
          default -> 0;
        };
    long bytes = Long.parseLong(size.group(1)) << shift;
    if (bytes < MIN_MEMORY_BYTES) {
      throw new UsageException(option + " takes at least 1m, not " + text.get());
    }
    return OptionalLong.of(bytes);
  }

  /** The value of an option that takes a number. */
  OptionalInt number(String option) {
    Integer value = arguments.<Integer>matchedOptionValue(option, null);
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }

  /** The value of an option that takes a number in a range, inclusive. */
  OptionalInt number(String option, int least, int most) throws UsageException {
    OptionalInt value = number(option);
    if (value.isPresent() && (value.getAsInt() < least || value.getAsInt() > most)) {
      throw new UsageException(
          option + " takes " + least + " to " + most + ", not " + value.getAsInt());
    }
    return value;
  }

  /** The value of an option that takes one of a few numbers. */
  OptionalInt number(String option, List<Integer> numbers) throws UsageException {
    Optional<String> word = choice(option, numbers.stream().map(String::valueOf).toList());
    return word.isPresent() ? OptionalInt.of(Integer.parseInt(word.get())) : OptionalInt.empty();
  }

  /** The value of an option that takes the name of a constant, in any case. */
  <E extends Enum<E>> Optional<E> choice(String option, E[] constants) throws UsageException {
    List<String> words =
        Arrays.stream(constants).map(constant -> constant.name().toLowerCase(Locale.ROOT)).toList();
    return choice(option, words).map(word -> constants[words.indexOf(word)]);
  }

  private Optional<String> choice(String option, List<String> words) throws UsageException {
    Optional<String> word = text(option).map(text -> text.toLowerCase(Locale.ROOT));
    if (word.isPresent() && !words.contains(word.get())) {
      throw new UsageException(
          option
              + " takes "
              + String.join(" or ", words)
              + ", not \""
              + text(option).orElseThrow()
              + "\"");
    }
    return word;
  }

  /** Whether drift of authored documents is an error. */
  Drift drift() {
    return has(CommonOptions.FROZEN) ? Drift.REFUSED : Drift.TOLERATED;
  }

  /** Whether the command writes its changes. */
  Effect effect() {
    return has(CommonOptions.DRY_RUN) ? Effect.SHOW : Effect.WRITE;
  }

  /** Whether an option was given. */
  boolean has(String option) {
    return arguments.hasMatchedOption(option);
  }
}
