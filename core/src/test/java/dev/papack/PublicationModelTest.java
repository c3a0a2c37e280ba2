package dev.papack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.papack.PublicationModel.Decision;
import dev.papack.PublicationModel.Files;
import dev.papack.PublicationModel.Lock;
import dev.papack.PublicationModel.Recovering;
import dev.papack.PublicationModel.Rule;
import dev.papack.PublicationModel.State;
import dev.papack.PublicationModel.Step;
import dev.papack.PublicationModel.Transition;
import dev.papack.PublicationTables.NamedState;
import dev.papack.PublicationTables.NamedStep;
import dev.papack.campaign.Campaign;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The state machine of publication is whole, and is what the specification says. */
class PublicationModelTest {
  private static final PublicationModel MODEL = PublicationModel.create();

  /** What every process may do, and what the tables therefore leave out. */
  private static final Set<Step> OF_THE_LOCK = EnumSet.of(Step.TAKE_LOCK, Step.END);

  private static List<String> broken(PublicationModel model) {
    return model.states().stream().flatMap(state -> model.broken(state).stream()).toList();
  }

  @Test
  void everyStateThatCanComeAboutKeepsThePromises() {
    assertThat(broken(MODEL)).isEmpty();
    Campaign.report(
        "publication-model",
        "%d states and %d transitions, all that there are: no reader takes a mixture for whole, every"
                .formatted(MODEL.states().size(), MODEL.explore().size())
            + " recovery ends with one whole set");
  }

  @Test
  void withoutTheLockThereIsNothingToDoButToTakeIt() {
    for (Transition transition : MODEL.explore()) {
      if (transition.from().lock() == Lock.FREE) {
        assertThat(transition.step()).isEqualTo(Step.TAKE_LOCK);
      }
    }
  }

  /** Each is one careless line in a publication. */
  static Map<String, PublicationModel> careless() {
    Map<String, PublicationModel> models = new LinkedHashMap<>();
    models.put(
        "commits before all is staged", MODEL.breaking(Step.COMMIT, whenever(Decision.NONE)));
    models.put(
        "commits before all is kept",
        MODEL.breaking(
            Step.COMMIT,
            state ->
                state.staged() == PublicationModel.Staged.ALL
                    ? whenever(Decision.NONE).apply(state)
                    : List.of()));
    models.put(
        "deletes the journal before the last file is replaced",
        MODEL.breaking(
            Step.DELETE_JOURNAL,
            state ->
                state.decision() == Decision.COMMITTED
                    ? List.of(state.with(Decision.NONE))
                    : List.of()));
    models.put(
        "deletes the record before the last file is put back",
        MODEL.breaking(
            Step.DELETE_BACK,
            state ->
                state.decision() == Decision.BACK
                    ? List.of(state.with(Decision.NONE))
                    : List.of()));
    models.put(
        "clears while the record is there",
        MODEL.breaking(
            Step.CLEAR,
            state ->
                state.kept().isEnough()
                    ? List.of(state.with(PublicationModel.Kept.NONE))
                    : List.of()));
    models.put(
        "replaces without a record",
        MODEL.breaking(
            Step.REPLACE,
            state ->
                state.staged() == PublicationModel.Staged.ALL && state.files() == Files.OLD
                    ? List.of(state.with(Files.MIXED))
                    : List.of()));
    return models;
  }

  private static Rule whenever(Decision decision) {
    return state ->
        state.decision() == decision && state.files() == Files.OLD && state.lock() == Lock.HELD
            ? List.of(state.with(Decision.COMMITTED))
            : List.of();
  }

  @Test
  void carelessPublicationsAreFoundOut() {
    careless().forEach((what, model) -> assertThat(broken(model)).as(what).isNotEmpty());
  }

  private static Set<String> names(
      PublicationModel model,
      PublicationTables tables,
      Step step,
      Function<Transition, State> side) {
    return model.explore().stream()
        .filter(transition -> transition.step() == step)
        .map(transition -> tables.of(side.apply(transition)).name())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A row of the specification for each step of the model, and nothing else. */
  private static void compare(PublicationModel model, PublicationTables tables) {
    Set<Step> steps = EnumSet.noneOf(Step.class);
    model.explore().forEach(transition -> steps.add(transition.step()));
    steps.removeAll(OF_THE_LOCK);
    assertThat(tables.steps())
        .containsExactlyInAnyOrderElementsOf(
            steps.stream()
                .map(step ->
                    new NamedStep(
                        step,
                        names(model, tables, step, Transition::from),
                        names(model, tables, step, Transition::to)))
                .toList());
    Set<NamedState> used = model.states().stream().map(tables::of).collect(Collectors.toSet());
    assertThat(used).containsExactlyInAnyOrderElementsOf(tables.states());
    for (State state : model.states()) {
      NamedState row = tables.of(state);
      assertThat(PublicationModel.readingOf(state)).as("%s", state).isEqualTo(row.reading());
      assertThat(end(model, state, Recovering.YES)).as("%s", state).isEqualTo(row.completed());
      assertThat(end(model, state, Recovering.DISCARD)).as("%s", state).isEqualTo(row.discarded());
    }
    // Each value in a cell is that of a state which can come about.
    for (NamedState row : tables.states()) {
      Set<State> states =
          model.states().stream()
              .filter(state -> tables.of(state).equals(row))
              .collect(Collectors.toSet());
      assertThat(states).extracting(State::files).as(row.name()).containsAll(row.files());
      if (row.staged().size() < PublicationModel.Staged.values().length) {
        assertThat(states).extracting(State::staged).as(row.name()).containsAll(row.staged());
      }
      if (row.kept().size() < PublicationModel.Kept.values().length) {
        assertThat(states).extracting(State::kept).as(row.name()).containsAll(row.kept());
      }
    }
  }

  private static String end(PublicationModel model, State state, Recovering recovering) {
    if (state.isIdle()) {
      return "stays";
    }
    return model.endsOf(state.with(Lock.FREE), recovering).stream()
        .map(files -> files.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" or "));
  }

  @Test
  void theTablesOfTheSpecificationAreTheModel() throws IOException {
    compare(MODEL, PublicationTables.read());
  }

  @Test
  void everyOtherTableIsFoundOut() throws IOException {
    List<String> page =
        java.nio.file.Files.readAllLines(
            java.nio.file.Path.of(
                System.getProperty("papack.home"), "docs", "specs", "publication.md"));
    List<List<String>> others = new ArrayList<>();
    for (String row : page) {
      if (row.startsWith("| *")
          || Stream.of(Step.values())
              .anyMatch(step -> row.startsWith("| " + step.words()) && row.contains("*"))) {
        List<String> without = new ArrayList<>(page);
        without.remove(row);
        others.add(without);
      }
    }
    assertThat(others).hasSizeGreaterThan(12);
    for (List<String> other : others) {
      assertThatThrownBy(() -> compare(MODEL, PublicationTables.of(other)))
          .isInstanceOf(AssertionError.class);
    }
    List<String> changed =
        page.stream()
            .map(row -> row.replace("| look again | new | old |", "| whole | new | old |"))
            .toList();
    assertThatThrownBy(() -> compare(MODEL, PublicationTables.of(changed)))
        .isInstanceOf(AssertionError.class);
  }
}
