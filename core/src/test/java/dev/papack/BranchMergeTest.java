package dev.papack;

import static dev.papack.TestWorkspace.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.asset.AssetId;
import dev.papack.campaign.Campaign;
import dev.papack.convert.Capacity;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.MemoryDisk;
import dev.papack.progress.CancelledException;
import dev.papack.result.AddRequest;
import dev.papack.result.Effect;
import dev.papack.result.MergeRequest;
import dev.papack.result.MergedFile;
import dev.papack.result.RegistryInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random pairs of branches, merged file by file as git does, the registry once by lines and once by
 * id. Afterwards every id means what it meant, or somebody says so: the merge, {@code check}, or
 * {@code registry check} against a parent or the base.
 */
class BranchMergeTest {
  private static final long SEED = 20_261_122;
  private static final int MAX_PAIRS = 20_000;
  private static final int PAIRS = Campaign.amount(120, 5_000, MAX_PAIRS);

  /** Faults that {@code add} on the named declaration fixes. */
  private static final Set<DiagnosticCode> FIXED_BY_ADD =
      EnumSet.of(
          DiagnosticCode.ID_IN_TWO_PLACES,
          DiagnosticCode.ROOT_UNREGISTERED,
          DiagnosticCode.ID_RETIRED,
          DiagnosticCode.ID_MISSING);

  @TempDir Path temporary;

  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<String> silent = new ArrayList<>();
  private final List<Diagnostic> said = new ArrayList<>();

  @BeforeEach
  void requireGit() throws IOException, InterruptedException {
    boolean isThere;
    try {
      isThere = new ProcessBuilder("git", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      isThere = false;
    }
    Assumptions.assumeTrue(isThere, "there is no git");
  }

  /** A base, two branches of it, and what each of the three knows. */
  private record Pair(Branch base, Branch ours, Branch theirs) {
    List<Branch> all() {
      return List.of(base, ours, theirs);
    }

    /** Otherwise git takes the one that changed, or what both became, and asks nobody. */
    boolean isDriverAsked() {
      Set<String> texts = new TreeSet<>();
      all()
          .forEach(branch ->
              texts.add(branch.disk.has(Branch.INDEX) ? branch.disk.text(Branch.INDEX) : ""));
      return texts.size() == 3;
    }

    /**
     * Whether a branch gave an id another meaning by itself, and the merge took that over: its
     * author added a copy as the original of a move that nobody wrote down; or retired an asset,
     * kept a copy of its declaration, lost the registry and restored it. No merge can know.
     */
    boolean isChangedBeforeTheMerge(
        AssetId id, List<Map<AssetId, String>> before, Map<AssetId, String> now) {
      String was = before.getFirst().getOrDefault(id, "");
      String is = now.getOrDefault(id, "");
      return !was.isEmpty()
          && !is.isEmpty()
          && !is.equals(was)
          && before.stream().anyMatch(meanings -> is.equals(meanings.get(id)));
    }

    @Override
    public String toString() {
      return "ours: " + ours.history + ", theirs: " + theirs.history;
    }
  }

  /** Who has to name what went wrong where papack merged, or should have. */
  private enum Watch {
    CHECK_ALONE,
    WITH_PULL_REQUEST_CHECK
  }

  private static Pair pair(int number) throws IOException, CancelledException {
    Random random = new Random(SEED + number);
    Branch base = new Branch(new MemoryDisk(), new Random(random.nextLong()), 0x100000);
    accepted(base.packer().init(Branch.FOLDER));
    for (int i = 0; i < 5; i++) {
      base.add("game/assets/" + (i % 2 == 0 ? "" : "a/") + "b" + i);
    }
    accepted(accepted(base.packer().open(Branch.FOLDER)).remove("b4", Effect.WRITE));
    Branch ours = new Branch(base.disk.copy(), new Random(random.nextLong()), 0x200000);
    Branch theirs = new Branch(base.disk.copy(), new Random(random.nextLong()), 0x300000);
    for (Branch branch : List.of(ours, theirs)) {
      for (int steps = 1 + random.nextInt(4); steps > 0; steps--) {
        branch.act();
      }
    }
    return new Pair(base, ours, theirs);
  }

  private void mergeAll(int pairs, Watch watch, TreeMerge.FileMerge ofIndex)
      throws IOException, CancelledException {
    TreeMerge tree = new TreeMerge(temporary, ofIndex);
    // One change in silence is enough, to fail as to show that the check can.
    for (int number = 0; number < pairs && silent.isEmpty(); number++) {
      Pair pair = pair(number);
      said.clear();
      Branch merged = new Branch(new MemoryDisk(), new Random(number), 0x400000);
      Set<String> conflicts =
          tree.merge(pair.base.disk, pair.ours.disk, pair.theirs.disk, merged.disk);
      count("pairs");
      if (conflicts.contains(Branch.INDEX)) {
        count("index.json in conflict");
      }
      said.stream().map(finding -> "merge says " + finding.code()).forEach(this::count);
      if (!conflicts.isEmpty()) {
        count("stopped by a conflict");
        continue;
      }
      if (!merged.disk.has(Branch.INDEX)) {
        count("check finds no registry");
        continue;
      }
      List<Diagnostic> named = new ArrayList<>(said);
      List<Diagnostic> faults = merged.faults();
      faults.stream().map(fault -> "check says " + fault.code()).distinct().forEach(this::count);
      named.addAll(faults);
      for (Branch parent : pair.all()) {
        List<Diagnostic> found = against(parent, merged);
        if (watch == Watch.WITH_PULL_REQUEST_CHECK || !pair.isDriverAsked()) {
          named.addAll(found);
        }
      }
      List<Map<AssetId, String>> before = new ArrayList<>();
      for (Branch branch : pair.all()) {
        before.add(branch.meanings());
      }
      judge("pair " + number + ", merged, ", pair, before, merged, named);
      fix(merged, faults);
      named.addAll(merged.faults());
      judge("pair " + number + ", fixed, ", pair, before, merged, named);
    }
  }

  private void count(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  /** What CI says of the merge: git asks no driver where only one branch changed the registry. */
  private List<Diagnostic> against(Branch parent, Branch merged)
      throws IOException, CancelledException {
    if (!parent.disk.has(Branch.INDEX)
        || !(merged.packer().open(Branch.FOLDER)
            instanceof Outcome.Accepted<Session>(Session session, var notes))) {
      return List.of();
    }
    List<Diagnostic> found =
        session
            .compareRegistry(
                new RegistryInput.OfStream(
                    new ByteArrayInputStream(parent.disk.read(Branch.INDEX)), "parent"))
            .diagnostics();
    found.stream()
        .map(fault -> "registry check says " + fault.code())
        .distinct()
        .forEach(this::count);
    return found;
  }

  private static void fix(Branch merged, List<Diagnostic> faults)
      throws IOException, CancelledException {
    List<Path> declarations =
        faults.stream()
            .filter(fault -> FIXED_BY_ADD.contains(fault.code()))
            .map(fault -> Branch.FOLDER.resolve(fault.location().path()))
            .distinct()
            .toList();
    if (!declarations.isEmpty()
        && merged.packer().open(Branch.FOLDER)
            instanceof Outcome.Accepted<Session>(Session session, var notes)) {
      session.add(AddRequest.of(declarations), Effect.WRITE);
    }
  }

  /** Every id means what it meant wherever it was known, or is named. */
  private void judge(
      String when,
      Pair pair,
      List<Map<AssetId, String>> before,
      Branch merged,
      List<Diagnostic> named)
      throws IOException, CancelledException {
    Map<AssetId, String> now = merged.meanings();
    Set<String> retired = merged.ids("retired");
    Set<AssetId> ids = new TreeSet<>();
    before.forEach(meanings -> ids.addAll(meanings.keySet()));
    for (AssetId id : ids) {
      boolean isKept =
          before.stream()
              .allMatch(meanings -> {
                String meant = meanings.get(id);
                return meant == null || meant.equals(now.get(id));
              });
      if (isKept || retired.contains(id.toString()) || isNamed(id, merged, named)) {
        continue;
      }
      if (pair.isChangedBeforeTheMerge(id, before, now)) {
        count("changed by a branch, before the merge");
      } else {
        silent.add(when + "id " + id + ": " + pair);
      }
    }
    for (Branch branch : pair.all()) {
      for (String id : branch.ids("retired")) {
        if (!retired.contains(id) && !isNamed(id, named)) {
          silent.add(when + "retired id " + id + ": " + pair);
        }
      }
    }
  }

  /** In a message, or by a fault in the declaration that has it. */
  private static boolean isNamed(AssetId id, Branch merged, List<Diagnostic> diagnostics) {
    Set<String> declarations = merged.declarationsOf(id);
    return isNamed(id.toString(), diagnostics)
        || diagnostics.stream()
            .anyMatch(fault -> fault.isError() && declarations.contains(fault.location().path()));
  }

  private static boolean isNamed(String id, List<Diagnostic> diagnostics) {
    Pattern word = Pattern.compile("\\b" + id + "\\b");
    return diagnostics.stream()
        .anyMatch(diagnostic ->
            word.matcher(diagnostic.message()).find()
                // Nothing in the registry can be trusted: that is said of all its ids.
                || (diagnostic.isError()
                    && diagnostic.location().path().endsWith("index.json")
                    && diagnostic.location().text().isPresent()
                    && isOfAnUnreadableRegistry(diagnostic.code())));
  }

  /** Faults with which nothing of a registry counts. */
  private static boolean isOfAnUnreadableRegistry(DiagnosticCode code) {
    return code.stage().compareTo(DiagnosticCode.NAME_TAKEN.stage()) < 0
        || code == DiagnosticCode.REGISTRY_DOUBLED_ID
        || code == DiagnosticCode.REGISTRY_DOUBLED_ROOT;
  }

  private boolean byId(MemoryDisk base, MemoryDisk ours, MemoryDisk theirs, MemoryDisk into)
      throws IOException, CancelledException {
    MemoryDisk files = new MemoryDisk();
    files.write("m/base.json", base.has(Branch.INDEX) ? base.text(Branch.INDEX) : "");
    files.write("m/ours.json", ours.read(Branch.INDEX));
    files.write("m/theirs.json", theirs.read(Branch.INDEX));
    MergedFile merged =
        accepted(
            new Packer(files, new Random(0), Capacity.ofProcess().withThreads(1))
                .mergeFile(
                    new MergeRequest(
                        Path.of("/m/base.json"),
                        Path.of("/m/ours.json"),
                        Path.of("/m/theirs.json"),
                        Optional.empty())));
    said.addAll(merged.findings());
    into.write(Branch.INDEX, files.read("m/ours.json"));
    return merged.findings().stream().noneMatch(Diagnostic::isError);
  }

  private void report(String campaign) {
    Campaign.report(
        campaign,
        Campaign.share(PAIRS, MAX_PAIRS)
            + " pairs, "
            + silent.size()
            + " silent changes; seed "
            + SEED
            + ", "
            + counts);
  }

  @Test
  void mergedByIdEveryIdMeansWhatItMeantOrIsNamed() throws IOException, CancelledException {
    mergeAll(PAIRS, Watch.CHECK_ALONE, this::byId);
    report("branch-merge-by-id");
    assertThat(silent).isEmpty();
    assertThat(counts)
        .containsKeys(
            "check finds no registry",
            "index.json in conflict",
            "merge says PA3041 ID_VANISHED",
            "merge says PA3044 ID_AT_TWO_ROOTS",
            "merge says PA3045 ID_RETIRED_AND_CHANGED",
            "merge says PA3046 ROOT_OF_TWO_IDS",
            "stopped by a conflict")
        .containsEntry("pairs", PAIRS);
  }

  @Test
  void mergedByLinesWhatWentWrongIsFound() throws IOException, CancelledException {
    TreeMerge text = new TreeMerge(temporary, (base, ours, theirs, into) -> false);
    mergeAll(
        PAIRS,
        Watch.WITH_PULL_REQUEST_CHECK,
        (base, ours, theirs, into) -> text.asText(Branch.INDEX, base, ours, theirs, into));
    report("branch-merge-by-lines");
    assertThat(silent).isEmpty();
    assertThat(counts)
        .containsKeys(
            "check finds no registry",
            "index.json in conflict",
            "registry check says PA3041 ID_VANISHED",
            "stopped by a conflict")
        .containsEntry("pairs", PAIRS);
  }

  /** What the proof is worth: a merge that is wrong does not pass it. */
  @Test
  void mergeInWhichTheirsAlwaysWinsFailsTheProof() throws IOException, CancelledException {
    mergeAll(
        300,
        Watch.CHECK_ALONE,
        (base, ours, theirs, into) -> {
          into.write(Branch.INDEX, theirs.read(Branch.INDEX));
          return true;
        });
    assertThat(silent).isNotEmpty();
  }
}
