package dev.papack.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules hold for every class of the product, and each catches a class that breaks it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ArchitectureTest {
  private static final String FIXTURE = "dev.papack.architecture.fixture";

  private final JavaClasses product = CompiledClasses.product();
  private final JavaClasses fixtures = CompiledClasses.fixtures();

  @BeforeAll
  void everyModuleIsThere() {
    assertThat(product.containPackage("dev.papack.container")).isTrue();
    assertThat(product.containPackage("dev.papack")).isTrue();
    assertThat(product.containPackage("dev.papack.cli")).isTrue();
  }

  static Stream<ArchRule> rules() {
    PackageRules packages = new PackageRules("dev.papack");
    HabitRules habits = new HabitRules("dev.papack");
    return Stream.concat(
        packages.sights(),
        Stream.of(
            packages.everyPackageHasItsPlace(),
            packages.jacksonStaysBehindJson(),
            packages.decodingAndEncodingKnowNoAsset(),
            packages.nobodyKnowsARuntimeOrAShipper(),
            packages.onlyTheCommandLineUsesItsParser(),
            packages.onlyDiskTouchesFiles(),
            packages.onlyRuntimesMapPacks(),
            packages.onlyDoorsNamePaths(),
            packages.onlyPublicationWrites(),
            habits.onlyTheCommandLineMeetsItsSurroundings(),
            habits.noClockReachesAnOutput(),
            habits.localeAndCharsetAreSpelledOut(),
            habits.staticFieldsAreConstants(),
            habits.packagesAreNullMarked(),
            habits.namesSaySomething(),
            habits.boundsAreMaxAndMin(),
            habits.recordsCopyTheirCollections(),
            habits.nothingIsDecidedByCodes()));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theProductKeepsTheRule(ArchRule rule) {
    rule.check(product);
  }

  /** A rule of the fixtures, and what its report must name. */
  record Control(ArchRule rule, List<String> caught) {
    @Override
    public String toString() {
      return rule.getDescription();
    }
  }

  static Stream<Control> controls() {
    PackageRules packages = new PackageRules(FIXTURE);
    HabitRules habits = new HabitRules(FIXTURE);
    return Stream.concat(
        packages.sights().map(rule -> new Control(rule, List.of("LooksBack"))),
        Stream.of(
            new Control(packages.everyPackageHasItsPlace(), List.of("elsewhere.Placeless")),
            new Control(packages.jacksonStaysBehindJson(), List.of("Surroundings.jackson")),
            new Control(
                packages.decodingAndEncodingKnowNoAsset(),
                List.of("convert.Decoding", "media.LooksBack", "bank.LooksBack")),
            new Control(
                packages.nobodyKnowsARuntimeOrAShipper(), List.of("elsewhere.KnowsAShipper")),
            new Control(
                packages.onlyTheCommandLineUsesItsParser(), List.of("Surroundings.picocli")),
            new Control(
                packages.onlyDiskTouchesFiles(),
                List.of("Surroundings.files", "Surroundings.stream", "Surroundings.channel")),
            new Control(packages.onlyRuntimesMapPacks(), List.of("Surroundings.mapped")),
            new Control(packages.onlyDoorsNamePaths(), List.of("Surroundings.path")),
            new Control(packages.onlyPublicationWrites(), List.of("bank.LooksBack")),
            new Control(
                habits.onlyTheCommandLineMeetsItsSurroundings(),
                List.of(
                    "Surroundings.prints",
                    "Surroundings.exits",
                    "Surroundings.environment",
                    "Surroundings.property",
                    "Surroundings.trace")),
            new Control(
                habits.noClockReachesAnOutput(),
                List.of("Surroundings.millis", "Surroundings.instant", "Surroundings.dice")),
            new Control(
                habits.localeAndCharsetAreSpelledOut(),
                List.of(
                    "Surroundings.locale",
                    "Surroundings.lower",
                    "Surroundings.format",
                    "Surroundings.formatted",
                    "Surroundings.bytes",
                    "Surroundings.text",
                    "Surroundings.charset")),
            new Control(
                habits.staticFieldsAreConstants(),
                List.of("Remembering.counter", "Remembering.CACHE", "Remembering.ARRAY")),
            new Control(habits.packagesAreNullMarked(), List.of("elsewhere.Placeless")),
            new Control(habits.namesSaySomething(), List.of("Remembering$PixelUtil")),
            new Control(
                habits.boundsAreMaxAndMin(),
                List.of("Remembering.MOST_BYTES", "Remembering.BYTES_MAX")),
            new Control(
                habits.recordsCopyTheirCollections(),
                List.of("Keeping.given", "Keeping.seen", "Keeping.open", "Keeping.checked")),
            new Control(
                habits.nothingIsDecidedByCodes(),
                List.of(
                    "DecidingByCode.compares",
                    "DecidingByCode.switches",
                    "DecidingByCode.looksUp",
                    "DecidingByCode$Nested.takesApart"))));
  }

  @Test
  void whoeverOnlyShowsACodeIsNoFault() {
    assertThat(
            new HabitRules(FIXTURE)
                .nothingIsDecidedByCodes()
                .evaluate(fixtures)
                .getFailureReport()
                .getDetails())
        .hasSize(4)
        .allSatisfy(detail -> assertThat(detail).contains("DecidingByCode"));
  }

  @ParameterizedTest
  @MethodSource("controls")
  void theRuleCatchesAClassThatBreaksIt(Control control) {
    assertThat(control.rule().evaluate(fixtures).getFailureReport().getDetails())
        .as(control.toString())
        .satisfies(details ->
            assertThat(control.caught())
                .allSatisfy(name -> assertThat(String.join("\n", details)).contains(name)));
  }

  @Test
  void copyOfAnyKindIsNoFault() {
    assertThat(
            new HabitRules(FIXTURE)
                .recordsCopyTheirCollections()
                .evaluate(fixtures)
                .getFailureReport()
                .getDetails())
        .filteredOn(detail -> detail.contains("Keeping"))
        .hasSize(4);
  }

  @Test
  void theProductsLibrariesAreTwo() {
    assertThat(
            product.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .map(type -> type.getPackageName())
                .filter(name -> !name.isEmpty() && !name.startsWith("dev.papack"))
                .map(name -> name.split("\\.", 3))
                .map(parts -> parts.length > 1 ? parts[0] + "." + parts[1] : parts[0])
                .filter(name -> !name.startsWith("java."))
                .distinct()
                .filter(name -> !name.startsWith("picocli")))
        .containsOnly("tools.jackson", "org.jspecify");
  }
}
