package dev.papack.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/**
 * What no class does, wherever it lies.
 *
 * @param base the package above all: the product's, or that of the fixtures
 */
record HabitRules(String base) {
  /** Calls whose answer depends on the machine they run on; an empty set means every method. */
  private static final Map<String, Set<String>> SURROUNDINGS =
      Map.of(
          "java.lang.System",
          Set.of(
              "out",
              "err",
              "in",
              "exit",
              "getenv",
              "getProperty",
              "getProperties",
              "setProperty",
              "clearProperty",
              "console",
              "lineSeparator",
              "setOut",
              "setErr",
              "setIn"),
          "java.lang.Runtime",
          Set.of("exit", "halt", "addShutdownHook"),
          "java.io.Console",
          Set.of(),
          "java.lang.Integer",
          Set.of("getInteger"),
          "java.lang.Long",
          Set.of("getLong"),
          "java.lang.Boolean",
          Set.of("getBoolean"),
          "java.lang.Throwable",
          Set.of("printStackTrace"));

  private static final Map<String, Set<String>> CLOCKS =
      Map.of(
          "java.lang.System",
          Set.of("currentTimeMillis", "nanoTime"),
          "java.util.TimeZone",
          Set.of(),
          "java.util.Calendar",
          Set.of(),
          "java.util.Date",
          Set.of(),
          "java.lang.Math",
          Set.of("random"),
          "java.util.concurrent.ThreadLocalRandom",
          Set.of());

  /** Methods of the JDK that take a locale or a charset from the machine unless told one. */
  private static final Set<String> DEFAULTS =
      Set.of(
          "java.util.Locale.getDefault()",
          "java.nio.charset.Charset.defaultCharset()",
          "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
          "java.lang.String.formatted([Ljava.lang.Object;)",
          "java.lang.String.toLowerCase()",
          "java.lang.String.toUpperCase()",
          "java.lang.String.getBytes()",
          "java.lang.String.<init>([B)",
          "java.lang.String.<init>([B, int, int)",
          "java.io.ByteArrayOutputStream.toString()",
          "java.io.InputStreamReader.<init>(java.io.InputStream)",
          "java.io.OutputStreamWriter.<init>(java.io.OutputStream)",
          "java.io.PrintStream.printf(java.lang.String, [Ljava.lang.Object;)",
          "java.io.PrintWriter.printf(java.lang.String, [Ljava.lang.Object;)",
          "java.util.Formatter.<init>()",
          "java.util.Formatter.<init>(java.lang.Appendable)",
          "java.text.Collator.getInstance()");

  ArchRule onlyTheCommandLineMeetsItsSurroundings() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(base + ".cli..")
        .should()
        .accessTargetWhere(oneOf(SURROUNDINGS, "the process's surroundings"))
        .because("a session prints nothing, exits nothing and asks the environment nothing");
  }

  ArchRule noClockReachesAnOutput() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(base + ".cli..", base + ".lsp..", base + ".watch.changes..")
        .should()
        .accessTargetWhere(
            oneOf(CLOCKS, "clocks and dice")
                .or(
                    DescribedPredicate.describe(
                        "java.time",
                        (JavaAccess<?> access) ->
                            access
                                .getTarget()
                                .getOwner()
                                .getPackageName()
                                .startsWith("java.time"))))
        .because(
            "the same workspace gives the same bytes, whenever it is built; watching makes none,"
                + " and neither does an editor's view");
  }

  ArchRule localeAndCharsetAreSpelledOut() {
    return noClasses()
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe(
                "a default locale or charset",
                (JavaAccess<?> access) -> DEFAULTS.contains(signature(access.getTarget()))))
        .because("a Turkish machine writes no other bytes than an English one");
  }

  ArchRule staticFieldsAreConstants() {
    return fields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage(base + "..")
        .and()
        .areStatic()
        .and(
            DescribedPredicate.describe(
                "are written by us",
                (JavaField field) -> !field.getModifiers().contains(JavaModifier.SYNTHETIC)))
        .should(beConstant())
        .because("several sessions work in one process and share nothing");
  }

  ArchRule packagesAreNullMarked() {
    return classes()
        .that()
        .resideInAPackage(base + "..")
        .should(
            new ArchCondition<JavaClass>("lie in a package that is @NullMarked") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                  events.add(
                      SimpleConditionEvent.violated(
                          type, "the package of " + type.getName() + " is not @NullMarked"));
                }
              }
            })
        .because("elsewhere nobody checks for nulls");
  }

  ArchRule namesSaySomething() {
    return noClasses()
        .should()
        .haveNameMatching(".*(Utils?|Helpers?|Manager|Common|Misc)(\\$.*)?")
        .orShould()
        .resideInAnyPackage("..util..", "..utils..", "..helper..", "..common..", "..misc..")
        .because("what helps several callers is a type with a name of the field");
  }

  ArchRule boundsAreMaxAndMin() {
    return noFields()
        .that()
        .areStatic()
        .should()
        .haveNameMatching(
            "(MOST|LEAST|FEWEST|LARGEST|SMALLEST|LONGEST|HIGHEST|LOWEST)(_.*)?|.*_(MAX|MIN)")
        .because("one thing has one word: MAX_ and MIN_ come first, then what is bounded");
  }

  ArchRule recordsCopyTheirCollections() {
    return classes()
        .that()
        .resideInAPackage(base + "..")
        .and()
        .areRecords()
        .should(
            new ArchCondition<JavaClass>(
                "hold an unmodifiable copy of each collection and map that they are given") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                List<JavaField> collections =
                    type.getFields().stream().filter(HabitRules::isCollection).toList();
                if (collections.isEmpty()) {
                  return;
                }
                RecordCopies copies = RecordCopies.of(type.getSource().orElseThrow().getUri());
                for (JavaField field : collections) {
                  if (!copies.copies(field.getName())) {
                    events.add(
                        SimpleConditionEvent.violated(
                            field, field.getFullName() + " is no copy, or can change"));
                  }
                }
              }
            })
        .because("a value stays what it was when it was made");
  }

  /** Those that name codes and ask for them all the same. */
  private static final Set<String> JUDGES_OF_CODES =
      Set.of(
          // Puts headings over findings for people; nothing else depends on it.
          "dev.papack.cli.DoctorTopic");

  ArchRule nothingIsDecidedByCodes() {
    return classes()
        .that()
        .resideInAPackage(base + "..")
        .should(
            new ArchCondition<JavaClass>("name codes or ask diagnostics for theirs, never both") {
              private final Set<String> naming = new HashSet<>();

              @Override
              public void init(Collection<JavaClass> all) {
                all.stream()
                    .filter(HabitRules::namesCodes)
                    .map(HabitRules::fileOf)
                    .filter(file -> !JUDGES_OF_CODES.contains(file))
                    .forEach(naming::add);
              }

              @Override
              public void check(JavaClass type, ConditionEvents events) {
                if (naming.contains(fileOf(type))) {
                  type.getAccessesFromSelf().stream()
                      .filter(access -> isOf(DIAGNOSTIC, access))
                      .filter(access -> access.getTarget().getName().equals("code"))
                      .forEach(access ->
                          events.add(SimpleConditionEvent.violated(type, access.getDescription())));
                }
              }
            })
        .because(
            "who names codes makes diagnostics, and who asks for a code shows it; what is decided"
                + " on has a type, and a code is one of its texts");
  }

  private static final String DIAGNOSTIC = "dev.papack.diagnostic.Diagnostic";
  private static final String CODE = "dev.papack.diagnostic.DiagnosticCode";

  /** Also by a switch: then a class that the compiler makes beside it names them. */
  private static boolean namesCodes(JavaClass type) {
    return !type.getName().equals(CODE)
        && type.getFieldAccessesFromSelf().stream().anyMatch(access -> isOf(CODE, access));
  }

  private static boolean isOf(String owner, JavaAccess<?> access) {
    return access.getTarget().getOwner().getName().equals(owner);
  }

  /** The class of the file in which a class is written. */
  private static String fileOf(JavaClass type) {
    return type.getName().split("\\$", 2)[0];
  }

  private static boolean isCollection(JavaField field) {
    return !field.getModifiers().contains(JavaModifier.STATIC)
        && (field.getRawType().isAssignableTo(Collection.class)
            || field.getRawType().isAssignableTo(Map.class));
  }

  private static DescribedPredicate<JavaAccess<?>> oneOf(
      Map<String, Set<String>> members, String description) {
    return DescribedPredicate.describe(
        description,
        access ->
            members.entrySet().stream()
                .anyMatch(entry ->
                    access.getTarget().getOwner().isAssignableTo(entry.getKey())
                        && (entry.getValue().isEmpty()
                            || entry.getValue().contains(access.getTarget().getName()))));
  }

  private static String signature(AccessTarget target) {
    return switch (target) {
      case AccessTarget.CodeUnitCallTarget call ->
          call.getOwner().getName()
              + "."
              + call.getName()
              + "("
              + String.join(
                  ", ", call.getRawParameterTypes().stream().map(JavaClass::getName).toList())
              + ")";
      default -> target.getFullName();
    };
  }

  /** Types that can be changed, or that remember: no constant is one of them. */
  private static final List<String> STATEFUL =
      List.of(
          "java.util.concurrent.",
          "java.util.ArrayList",
          "java.util.ArrayDeque",
          "java.util.LinkedList",
          "java.util.HashMap",
          "java.util.LinkedHashMap",
          "java.util.TreeMap",
          "java.util.EnumMap",
          "java.util.HashSet",
          "java.util.LinkedHashSet",
          "java.util.TreeSet",
          "java.util.EnumSet",
          "java.util.BitSet",
          "java.util.Random",
          "java.security.",
          "java.nio.ByteBuffer",
          "java.nio.CharBuffer",
          "java.lang.StringBuilder",
          "java.lang.ThreadLocal",
          "java.text.");

  private static ArchCondition<JavaField> beConstant() {
    return new ArchCondition<>(
        "be final and of a type that does not change, a table of numbers being private") {
      @Override
      public void check(JavaField field, ConditionEvents events) {
        String type = field.getRawType().getName();
        if (!field.getModifiers().contains(JavaModifier.FINAL)
            || (field.getRawType().isArray()
                && !field.getModifiers().contains(JavaModifier.PRIVATE))
            || STATEFUL.stream().anyMatch(type::startsWith)) {
          events.add(
              SimpleConditionEvent.violated(
                  field, field.getFullName() + " of type " + type + " can change"));
        }
      }
    };
  }
}
