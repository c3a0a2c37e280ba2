package dev.papack.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Collects cases. Each is made of a valid draft by one change, so that a file has exactly the
 * defect that it is named by.
 *
 * @param <D> what is drafted
 */
public final class Cases<D extends Draft> {
  private final List<Case> made;
  private final Supplier<D> base;

  private Cases(List<Case> made, Supplier<D> base) {
    this.made = made;
    this.base = base;
  }

  /**
   * Begins a collection.
   *
   * @param <D> what is drafted
   * @param base makes the valid draft that cases change
   * @return no case yet
   */
  public static <D extends Draft> Cases<D> of(Supplier<D> base) {
    return new Cases<>(new ArrayList<>(), base);
  }

  /**
   * The same collection with other drafts to change.
   *
   * @param other makes a valid draft
   * @return adds to this collection
   */
  public Cases<D> from(Supplier<D> other) {
    return new Cases<>(made, other);
  }

  /**
   * What has been collected.
   *
   * @return in the order of their making
   */
  public List<Case> made() {
    return List.copyOf(made);
  }

  /**
   * Adds a valid file.
   *
   * @param name of the file, without its suffix
   * @param about what is particular about it
   * @param change what makes it so
   */
  public void valid(String name, String about, Consumer<D> change) {
    add("valid", name, Optional.empty(), List.of(), about, change);
  }

  /**
   * Adds a valid file at a limit.
   *
   * @param rule that sets the limit
   * @param name of the file, without its suffix
   * @param about where it stands
   * @param change what brings it there
   */
  public void keeps(String rule, String name, String about, Consumer<D> change) {
    add("valid", name, Optional.empty(), List.of(rule), about, change);
  }

  /**
   * Adds a file with one defect.
   *
   * @param rule that it breaks
   * @param refusal what a reader says
   * @param name of the file, without its suffix
   * @param about the defect
   * @param change makes it
   * @return to name its twin
   */
  public Broken breaks(
      String rule, Refusal refusal, String name, String about, Consumer<D> change) {
    return add("invalid", name, Optional.of(refusal), List.of(rule), about, change);
  }

  /**
   * Adds a file with two defects.
   *
   * @param winner the defect that decides
   * @param loser the other one
   */
  public void breaksTwo(Defect<D> winner, Defect<D> loser) {
    breaksTwo(
        winner,
        loser,
        draft -> {
          loser.change().accept(draft);
          winner.change().accept(draft);
        });
  }

  /**
   * Adds a file with two defects that cannot be made one after the other.
   *
   * @param winner the defect that decides, as a file would have it alone
   * @param loser the other one, as a file would have it alone
   * @param change makes both
   */
  public void breaksTwo(Defect<D> winner, Defect<D> loser, Consumer<D> change) {
    add(
        "two-defects",
        winner.name() + "-then-" + loser.name(),
        Optional.of(winner.refusal()),
        List.of(winner.rule(), loser.rule()),
        winner.about() + ", and " + loser.about(),
        change);
    made.set(made.size() - 1, made.getLast().ofTwo(alone(winner), alone(loser)));
  }

  private Case.Alone alone(Defect<D> defect) {
    D draft = base.get();
    defect.change().accept(draft);
    return new Case.Alone(defect.refusal(), draft.content());
  }

  private Broken add(
      String folder,
      String name,
      Optional<Refusal> refusal,
      List<String> rules,
      String about,
      Consumer<D> change) {
    D draft = base.get();
    Content before = draft.content();
    change.accept(draft);
    made.add(
        new Case(
            draft.folder() + "/" + folder + "/" + name + draft.suffix(),
            refusal,
            rules,
            Optional.empty(),
            about,
            draft.content(),
            before,
            List.of()));
    return new Broken();
  }

  /** The case that was added last. */
  public final class Broken {
    private Broken() {}

    /**
     * Says that it lies just beyond a limit.
     *
     * @param twin the name of a case made before, the file at the limit
     */
    public void beside(String twin) {
      Case last = made.getLast();
      String suffix = last.file().substring(last.file().indexOf('.'));
      String path =
          made.stream()
              .map(Case::file)
              .filter(file -> file.endsWith("/" + twin + suffix))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("no case is called " + twin));
      made.set(made.size() - 1, last.beside(path));
    }
  }
}
