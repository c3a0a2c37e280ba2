package dev.papack.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.document.Kind;
import dev.papack.document.Shape;
import dev.papack.document.Shape.IntegerShape;
import dev.papack.document.Shape.Member;
import dev.papack.document.Shape.ObjectShape;
import dev.papack.document.SupportWindow;
import dev.papack.json.JsonObject;
import dev.papack.json.JsonTree;
import dev.papack.json.StableForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was released still is what it was; and each check can fail, shown on doctored copies. */
final class ReleasedTest {
  private static final Path HOME = Path.of(System.getProperty("papack.home"));
  private static final String RECIPE = "see CONTRIBUTING.md";

  @TempDir Path copy;

  @BeforeEach
  void copyWhatWasReleased() throws IOException {
    for (String folder : List.of("compat", "docs/schemas")) {
      try (Stream<Path> files = Files.walk(HOME.resolve(folder))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path target = copy.resolve(HOME.relativize(file).toString());
          Files.createDirectories(target.getParent());
          Files.copy(file, target);
        }
      }
    }
  }

  @Test
  void whatWasReleasedIsWhatThereIs() throws IOException {
    assertThat(new Released(HOME, Histories.all()).faults()).isEmpty();
  }

  @Test
  void everyGoldenDocumentBecomesWhatItBecame() throws IOException {
    assertThat(new GoldenDocuments(HOME.resolve("compat"), Histories.all()).faults()).isEmpty();
  }

  @Test
  void aChangedSchemaFails() throws IOException {
    Path schema = copy.resolve("docs/schemas/asset-1.schema.json");
    Files.writeString(schema, Files.readString(schema).replace("128", "129"));
    assertOneFault("docs/schemas/asset-1.schema.json has changed", "restore it", RECIPE);
  }

  @Test
  void aDeletedSchemaFails() throws IOException {
    Files.delete(copy.resolve("docs/schemas/index-1.schema.json"));
    assertOneFault("docs/schemas/index-1.schema.json is gone", "restore it", RECIPE);
  }

  @Test
  void aNewSchemaThatIsNotListedFailsAndSaysWhichLineToAdd() throws IOException {
    Files.writeString(copy.resolve("docs/schemas/thing-1.schema.json"), "{}\n");
    assertOneFault(
        "is not listed",
        "\nca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356"
            + "  docs/schemas/thing-1.schema.json");
  }

  @Test
  void aChangedGoldenDocumentFails() throws IOException {
    Path golden = copy.resolve("compat/index/1/a-game.json");
    Files.writeString(golden, Files.readString(golden) + "\n");
    assertOneFault("compat/index/1/a-game.json has changed", "restore it", RECIPE);
  }

  @Test
  void aDeletedGoldenDocumentFails() throws IOException {
    Files.delete(copy.resolve("compat/asset/1/highest-values.json"));
    assertOneFault("compat/asset/1/highest-values.json is gone", "restore it", RECIPE);
  }

  @Test
  void aLineThatIsWrittenAnewFails() throws IOException {
    Path list = copy.resolve("compat/released.txt");
    Files.writeString(
        list, Files.readString(list) + "0".repeat(64) + "  compat/index/1/a-game.json\n");
    assertThat(faults(Histories.all())).anyMatch(fault -> fault.contains("twice"));
  }

  @Test
  void anOpenVersionMayChange() throws IOException {
    Path schema = copy.resolve("docs/schemas/thing-1.schema.json");
    open("thing 1");
    Files.writeString(schema, "{}\n");
    assertThat(faults(Histories.all())).isEmpty();
    Files.writeString(schema, "{ }\n");
    assertThat(faults(Histories.all())).isEmpty();
  }

  @Test
  void aReleasedVersionCannotBeOpenedAgain() throws IOException {
    open("index 2");
    assertThat(faults(Histories.all()))
        .isNotEmpty()
        .allMatch(fault -> fault.contains("is released and cannot be open"));
  }

  @Test
  void anOpenVersionOfWhichNothingIsThereFails() throws IOException {
    open("index 9");
    assertOneFault("lists \"index 9\"", "nothing of that version");
  }

  private void open(String version) throws IOException {
    Path list = copy.resolve("compat/open.txt");
    Files.writeString(list, Files.readString(list) + version + "\n");
  }

  @Test
  void aChangedConstantFails() throws IOException {
    SortedMap<Integer, Shape> structures = new TreeMap<>(Histories.PRELOAD.structures());
    structures.put(1, withOtherConstant((ObjectShape) Objects.requireNonNull(structures.get(1))));
    assertThat(faults(with(new History(Histories.PRELOAD.kind(), structures, new TreeMap<>()))))
        .singleElement()
        .asString()
        .contains("structure preload 1 has changed", "restore it and add version N+1", RECIPE);
  }

  private static Shape withOtherConstant(ObjectShape shape) {
    List<Member> members = new ArrayList<>(shape.members());
    members.set(
        members.size() - 1,
        Member.required(
            members.getLast().name(), new Shape.ArrayShape(new ObjectShape(List.of()), 131_073)));
    return new ObjectShape(members);
  }

  @Test
  void aVersionThatIsNotListedFails() throws IOException {
    History next = withNextVersion(Histories.LOCK_OWNER, ReleasedTest::versioned);
    assertThat(faults(with(next)))
        .singleElement()
        .asString()
        .contains("structure lock_owner 2 is not listed", "add this line");
    assertThat(new GoldenDocuments(copy.resolve("compat"), with(next)).faults())
        .anyMatch(fault -> fault.contains("has no golden document") && fault.contains(RECIPE));
  }

  @Test
  void aVersionThatIsGoneThoughNobodyDroppedItFails() throws IOException {
    assertThat(faults(Histories.all().subList(0, Histories.all().size() - 1)))
        .anyMatch(fault -> fault.startsWith("structure lock_owner 1 is gone"));
  }

  @Test
  void aStepThatMakesSomethingElseFails() throws IOException {
    // The step is right; what was released of it is what a wrong one made.
    History next = withNextVersion(Histories.LOCK_OWNER, ReleasedTest::versioned);
    Path golden = copy.resolve("compat/lock_owner/2/every-member.json");
    Files.createDirectories(golden.getParent());
    Path before = copy.resolve("compat/lock_owner/1/every-member.json");
    String text = Documents.step(Files.readString(before), 1, next);
    Files.writeString(golden, text);
    GoldenDocuments goldens = new GoldenDocuments(copy.resolve("compat"), List.of(next));
    assertThat(goldens.faults()).isEmpty();
    Files.writeString(golden, text.replace("doctor --fix", "doctor --all"));
    assertThat(goldens.faults())
        .anyMatch(fault ->
            fault.contains("becomes something else than was released")
                && fault.contains("restore this one")
                && fault.contains(RECIPE));
    Files.move(golden, golden.resolveSibling("other.json"));
    assertThat(goldens.faults())
        .anyMatch(fault -> fault.startsWith("lock_owner/2/every-member.json is missing"));
  }

  @Test
  void aStepThatThrowsFails() throws IOException {
    History next =
        withNextVersion(
            Histories.LOCK_OWNER,
            tree -> {
              throw new ArithmeticException("broken step");
            });
    assertThat(new GoldenDocuments(copy.resolve("compat"), List.of(next)).faults())
        .anyMatch(fault ->
            fault.contains("breaks a step: java.lang.ArithmeticException: broken step")
                && fault.contains(RECIPE));
  }

  @Test
  void aGoldenDocumentThatIsRefusedFails() throws IOException {
    Path golden = copy.resolve("compat/index/1/a-game.json");
    Files.writeString(golden, Files.readString(golden).replace("asset_id", "id"));
    assertThat(new GoldenDocuments(copy.resolve("compat"), Histories.all()).faults())
        .anyMatch(fault -> fault.contains("was released and is refused"));
  }

  @Test
  void aGoldenDocumentOutsideOfTheWindowIsTooOldAndNothingElse() throws IOException {
    History dropped = TestKinds.journal();
    Path folder = copy.resolve("goldens");
    GeneratedDocuments generated = new GeneratedDocuments(1);
    for (int version = 1; version <= 5; version++) {
      Path file = folder.resolve("journal/" + version + "/" + version + ".json");
      Files.createDirectories(file.getParent());
      Files.writeString(
          file,
          version < 3
              ? "{\"artifact\": \"journal\", \"schema_version\": " + version + "}"
              : StableForm.write(
                  generated.document(Objects.requireNonNull(dropped.structures().get(version)))));
    }
    List<String> faults = new GoldenDocuments(folder, List.of(dropped)).faults();
    assertThat(faults).isNotEmpty().allMatch(fault -> fault.contains("is missing"));
    Files.writeString(folder.resolve("journal/1/1.json"), "{}");
    assertThat(new GoldenDocuments(folder, List.of(dropped)).faults())
        .anyMatch(fault -> fault.contains("must be too old and nothing else"));
  }

  /** A step that does nothing but tell the version. */
  private static JsonObject versioned(JsonObject tree) {
    return JsonTree.object(
        tree.members().stream()
            .map(member ->
                member.name().equals("schema_version")
                    ? JsonTree.member("schema_version", 2)
                    : member)
            .toList());
  }

  private static History withNextVersion(History history, Step step) {
    SortedMap<Integer, Shape> structures = new TreeMap<>(history.structures());
    ObjectShape first = (ObjectShape) Objects.requireNonNull(structures.get(1));
    List<Member> members = new ArrayList<>(first.members());
    members.set(1, Member.required("schema_version", new IntegerShape(2, 2)));
    structures.put(2, new ObjectShape(members));
    SortedMap<Integer, Step> steps = new TreeMap<>();
    steps.put(1, step);
    return new History(
        new Kind(history.kind().artifact(), new SupportWindow(1, 2), new TreeMap<>()),
        structures,
        steps);
  }

  private static List<History> with(History changed) {
    return Histories.all().stream()
        .map(history -> history.kind().artifact() == changed.kind().artifact() ? changed : history)
        .toList();
  }

  private List<String> faults(List<History> histories) throws IOException {
    return new Released(copy, histories).faults();
  }

  private void assertOneFault(String... parts) throws IOException {
    assertThat(faults(Histories.all())).singleElement().asString().contains(parts);
  }
}
