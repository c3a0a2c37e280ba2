package dev.papack;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One publication as a state machine: what {@code docs/specs/publication.md} says of it in tables,
 * small enough to be explored to its last state. It knows of no file by name: only how many of them
 * are old, new, staged and kept.
 */
final class PublicationModel {
  /** Whether a process works at it. */
  enum Lock {
    FREE,
    HELD
  }

  /** What was decided, and under which name. */
  enum Decision {
    NONE,
    COMMITTED,
    BACK
  }

  /** What readers find at the destinations. */
  enum Files {
    OLD,
    MIXED,
    NEW
  }

  /**
   * How many of the new files that are not in their places are staged. Once the record is turned
   * back, nobody needs them, and there are some or none.
   */
  enum Staged {
    NONE,
    SOME,
    ALL
  }

  /** How many of the old files that are not in their places are kept; of the others, too. */
  enum Kept {
    NONE,
    SOME,
    ALL,
    /** There was no file before. */
    UNNEEDED;

    boolean isEnough() {
      return this == ALL || this == UNNEEDED;
    }
  }

  /** Everything that a crash leaves, and the lock, which it does not. */
  record State(Lock lock, Decision decision, Files files, Staged staged, Kept kept) {
    boolean isIdle() {
      return decision == Decision.NONE
          && staged == Staged.NONE
          && (kept == Kept.NONE || kept == Kept.UNNEEDED);
    }

    State with(Lock other) {
      return new State(other, decision, files, staged, kept);
    }

    State with(Decision other) {
      return new State(lock, other, files, staged, kept);
    }

    State with(Files other) {
      return new State(lock, decision, other, staged, kept);
    }

    State with(Staged other) {
      return new State(lock, decision, files, other, kept);
    }

    State with(Kept other) {
      return new State(lock, decision, files, staged, other);
    }
  }

  /** What a process does with one operation; the specification has it in these words. */
  enum Step {
    TAKE_LOCK("take the lock"),
    STAGE("stage a file"),
    KEEP("keep an old file"),
    CLEAR("clear"),
    COMMIT("commit"),
    REPLACE("replace a file"),
    DELETE_JOURNAL("delete journal.json"),
    TURN_BACK("turn back"),
    PUT_BACK("put a file back"),
    DELETE_BACK("delete journal.back"),
    END("end or crash");

    private final String words;

    Step(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /** One step from one state to another; a step that leaves a state as it is has none. */
  record Transition(State from, Step step, State to) {
    @Override
    public String toString() {
      return step.words() + ": " + from + " -> " + to;
    }
  }

  /** What a step may lead to from a state; empty where it may not be taken. */
  @FunctionalInterface
  interface Rule extends Function<State, List<State>> {}

  private final Map<Step, Rule> rules;

  private PublicationModel(Map<Step, Rule> rules) {
    this.rules = new EnumMap<>(rules);
  }

  static PublicationModel create() {
    Map<Step, Rule> rules = new EnumMap<>(Step.class);
    rules.put(
        Step.TAKE_LOCK,
        state -> state.lock() == Lock.FREE ? List.of(state.with(Lock.HELD)) : List.of());
    rules.put(
        Step.END, state -> state.lock() == Lock.HELD ? List.of(state.with(Lock.FREE)) : List.of());
    rules.put(Step.STAGE, held(PublicationModel::stage));
    rules.put(Step.KEEP, held(PublicationModel::keep));
    rules.put(Step.CLEAR, held(PublicationModel::clear));
    rules.put(Step.COMMIT, held(PublicationModel::commit));
    rules.put(Step.REPLACE, held(PublicationModel::replace));
    rules.put(
        Step.DELETE_JOURNAL,
        held(state ->
            state.decision() == Decision.COMMITTED && state.files() == Files.NEW
                ? List.of(state.with(Decision.NONE))
                : List.of()));
    rules.put(Step.TURN_BACK, held(PublicationModel::turnBack));
    rules.put(Step.PUT_BACK, held(PublicationModel::putBack));
    rules.put(Step.DELETE_BACK, held(PublicationModel::deleteBack));
    return new PublicationModel(rules);
  }

  /** The same with one rule broken. */
  PublicationModel breaking(Step step, Rule broken) {
    Map<Step, Rule> changed = new EnumMap<>(rules);
    changed.put(step, broken);
    return new PublicationModel(changed);
  }

  /** A process without the lock does nothing. */
  private static Rule held(Rule rule) {
    return state -> state.lock() == Lock.HELD ? rule.apply(state) : List.of();
  }

  private static List<State> stage(State state) {
    boolean mayStage =
        state.decision() == Decision.NONE
            && state.files() == Files.OLD
            && (state.kept() == Kept.NONE || state.kept() == Kept.UNNEEDED);
    if (!mayStage) {
      return List.of();
    }
    return switch (state.staged()) {
      case NONE -> List.of(state.with(Staged.SOME), state.with(Staged.ALL));
      case SOME -> List.of(state.with(Staged.ALL));
      case ALL -> List.of();
    };
  }

  private static List<State> keep(State state) {
    boolean mayKeep =
        state.decision() == Decision.NONE
            && state.files() == Files.OLD
            && state.staged() == Staged.ALL;
    if (!mayKeep) {
      return List.of();
    }
    return switch (state.kept()) {
      case NONE -> List.of(state.with(Kept.SOME), state.with(Kept.ALL));
      case SOME -> List.of(state.with(Kept.ALL));
      case ALL, UNNEEDED -> List.of();
    };
  }

  private static List<State> clear(State state) {
    if (state.decision() != Decision.NONE) {
      return List.of();
    }
    List<State> cleared = new ArrayList<>();
    switch (state.staged()) {
      case ALL -> {
        cleared.add(state.with(Staged.SOME));
        cleared.add(state.with(Staged.NONE));
      }
      case SOME -> cleared.add(state.with(Staged.NONE));
      case NONE -> {}
    }
    switch (state.kept()) {
      case ALL -> {
        cleared.add(state.with(Kept.SOME));
        cleared.add(state.with(Kept.NONE));
      }
      case SOME -> cleared.add(state.with(Kept.NONE));
      case NONE, UNNEEDED -> {}
    }
    return cleared;
  }

  private static List<State> commit(State state) {
    boolean mayCommit =
        state.decision() == Decision.NONE
            && state.files() == Files.OLD
            && state.staged() == Staged.ALL
            && state.kept().isEnough();
    return mayCommit ? List.of(state.with(Decision.COMMITTED)) : List.of();
  }

  private static List<State> replace(State state) {
    if (state.decision() != Decision.COMMITTED) {
      return List.of();
    }
    State last = state.with(Files.NEW).with(Staged.NONE);
    return switch (state.files()) {
      case OLD -> List.of(state.with(Files.MIXED), last);
      case MIXED -> List.of(last);
      case NEW -> List.of();
    };
  }

  private static List<State> turnBack(State state) {
    if (state.decision() != Decision.COMMITTED || !state.kept().isEnough()) {
      return List.of();
    }
    State back = state.with(Decision.BACK);
    return List.of(state.staged() == Staged.ALL ? back.with(Staged.SOME) : back);
  }

  /**
   * What is put back is kept no longer; what was not replaced still is. The last file in order, a
   * companion or the registry, is no deletion and had a file before, if any had.
   */
  private static List<State> putBack(State state) {
    if (state.decision() != Decision.BACK || state.files() == Files.OLD) {
      return List.of();
    }
    State old = state.with(Files.OLD);
    List<State> back = new ArrayList<>();
    if (state.files() == Files.NEW) {
      back.add(state.with(Files.MIXED));
    }
    if (state.kept() == Kept.UNNEEDED) {
      back.add(old);
    } else if (state.staged() == Staged.NONE) {
      back.add(old.with(Kept.NONE));
    } else {
      back.add(old.with(Kept.SOME));
      back.add(old.with(Kept.ALL));
    }
    return back;
  }

  private static List<State> deleteBack(State state) {
    if (state.decision() != Decision.BACK || state.files() != Files.OLD) {
      return List.of();
    }
    State over = state.with(Decision.NONE);
    return switch (state.staged()) {
      case NONE -> List.of(over);
      // All, if none of them had taken its place.
      case SOME, ALL -> List.of(over, over.with(Staged.ALL));
    };
  }

  /** Before any publication: with an old set, and before the first. */
  static List<State> beginnings() {
    State idle = new State(Lock.FREE, Decision.NONE, Files.OLD, Staged.NONE, Kept.NONE);
    return List.of(idle, idle.with(Kept.UNNEEDED));
  }

  List<Transition> from(State state) {
    List<Transition> next = new ArrayList<>();
    rules.forEach(
        (step, rule) -> rule.apply(state).forEach(to -> next.add(new Transition(state, step, to))));
    return next;
  }

  /** The step that leads from one state to another, if one does. */
  Optional<Transition> find(State from, State to) {
    return from(from).stream().filter(transition -> transition.to().equals(to)).findFirst();
  }

  /** Every transition that can come about, breadth first. */
  Set<Transition> explore() {
    Set<Transition> found = new LinkedHashSet<>();
    reach(beginnings(), EnumSet.allOf(Step.class), found);
    return found;
  }

  /** Every state that can come about. */
  Set<State> states() {
    return reach(beginnings(), EnumSet.allOf(Step.class), new LinkedHashSet<>());
  }

  private Set<State> reach(List<State> beginnings, Set<Step> steps, Set<Transition> taken) {
    Set<State> seen = new LinkedHashSet<>(beginnings);
    Deque<State> open = new ArrayDeque<>(beginnings);
    while (!open.isEmpty()) {
      for (Transition transition : from(open.remove())) {
        if (steps.contains(transition.step())) {
          taken.add(transition);
          if (seen.add(transition.to())) {
            open.add(transition.to());
          }
        }
      }
    }
    return seen;
  }

  /** How {@code recover} brings a publication to its end. */
  enum Recovering {
    YES,
    DISCARD;

    Set<Step> steps() {
      Set<Step> steps = EnumSet.of(Step.TAKE_LOCK, Step.PUT_BACK, Step.DELETE_BACK, Step.CLEAR);
      steps.addAll(
          switch (this) {
            case YES -> EnumSet.of(Step.REPLACE, Step.DELETE_JOURNAL);
            case DISCARD -> EnumSet.of(Step.TURN_BACK);
          });
      return steps;
    }
  }

  /**
   * What a recovery that nothing interrupts can lead to, as readers find it once nothing is left to
   * do.
   */
  Set<Files> endsOf(State crashed, Recovering recovering) {
    return reach(List.of(crashed), recovering.steps(), new LinkedHashSet<>()).stream()
        .filter(State::isIdle)
        .map(State::files)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Files.class)));
  }

  /** What a reader takes the files for. */
  enum Reading {
    WHOLE,
    LOOK_AGAIN;

    String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** A reader knows of the record alone. */
  static Reading readingOf(State state) {
    return state.decision() == Decision.NONE ? Reading.WHOLE : Reading.LOOK_AGAIN;
  }

  /** What is not as promised in a state that can come about; empty if all is. */
  Optional<String> broken(State state) {
    if (readingOf(state) == Reading.WHOLE && state.files() == Files.MIXED) {
      return Optional.of("a reader takes a mixture for whole");
    }
    State crashed = state.with(Lock.FREE);
    for (Recovering recovering : Recovering.values()) {
      Set<Files> ends = endsOf(crashed, recovering);
      if (ends.size() != 1 || ends.contains(Files.MIXED)) {
        return Optional.of(recovering + " after a crash ends in " + ends);
      }
    }
    boolean isReady =
        switch (state.decision()) {
          case NONE -> true;
          case COMMITTED ->
              state.kept().isEnough()
                  && (state.files() == Files.NEW || state.staged() == Staged.ALL);
          case BACK -> state.kept().isEnough() || state.files() == Files.OLD;
        };
    return isReady ? Optional.empty() : Optional.of("a file is needed that is not there");
  }
}
