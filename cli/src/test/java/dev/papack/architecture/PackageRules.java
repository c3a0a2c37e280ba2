package dev.papack.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which package may see which, and who may touch files.
 *
 * @param base the package above all: the product's, or that of the fixtures
 */
record PackageRules(String base) {
  /**
   * A package and the packages of ours that it may see. The flow is {@code source -> json ->
   * document -> migration -> asset -> media -> bank -> container -> publish}, and nothing flows
   * back.
   */
  private record Sight(String packageName, List<String> sees, String reason) {}

  private static final String FAULTS = "diagnostic";

  private static final List<Sight> SIGHTS =
      List.of(
          new Sight("container", List.of(), "a runtime or a shipper uses the pack format alone"),
          new Sight(FAULTS, List.of(), "every package reports faults, so this one needs none"),
          new Sight(
              "disk", List.of(FAULTS), "the door to the file system knows names, not meaning"),
          new Sight(
              "source",
              List.of(FAULTS, "container", "disk"),
              "a snapshot is bytes and their digest; nothing reads them yet"),
          new Sight("json", List.of(FAULTS, "source"), "text becomes a tree, of whatever kind"),
          new Sight("json.line", List.of(), "text for other programs, whatever its members mean"),
          new Sight(
              "document",
              List.of(FAULTS, "container", "source", "json"),
              "the gate knows kinds and versions, not what a document means"),
          new Sight(
              "migration",
              List.of(FAULTS, "source", "json", "document"),
              "a frozen step must still work when the current classes have changed"),
          new Sight(
              "overlay",
              List.of(FAULTS, "disk"),
              "a disk with texts before it, whatever the texts mean"),
          new Sight(
              "schema",
              List.of(FAULTS, "source", "json", "document", "result"),
              "what is published of structures, whatever workspace asks"),
          new Sight(
              "git",
              List.of(FAULTS, "container", "disk", "source"),
              "text files of git's, whatever the workspace means; git is never started"),
          new Sight("diff", List.of(), "two texts and their lines, whatever they mean"),
          new Sight(
              "comparison", List.of("container"), "how two packs differ, for whoever shows it"),
          new Sight(
              "asset",
              List.of(FAULTS, "container"),
              "the model outlives its notation: no JSON, no files, no bytes"),
          new Sight(
              "registry",
              List.of(
                  FAULTS, "container", "disk", "source", "json", "document", "migration", "asset"),
              "documents become the model here, and nothing is decoded"),
          new Sight(
              "media",
              List.of(FAULTS, "source"),
              "what a format is and what it decodes to, of whatever format"),
          new Sight(
              "media.png",
              List.of(FAULTS, "source", "media"),
              "a decoder sees the bytes of a snapshot and nothing of their purpose"),
          new Sight(
              "media.gif",
              List.of(FAULTS, "source", "media"),
              "a decoder draws frames and does not know what they are for"),
          new Sight(
              "media.aseprite",
              List.of(FAULTS, "source", "media"),
              "a decoder draws what the program exports and starts no program"),
          new Sight(
              "media.wav",
              List.of(FAULTS, "source", "media"),
              "a decoder knows neither the others nor the list that it stands in"),
          new Sight(
              "media.flac",
              List.of(FAULTS, "source", "media"),
              "a decoder proves that samples are right by what the file says, and by nothing else"),
          new Sight(
              "media.vorbis",
              List.of(FAULTS, "source", "media"),
              "a decoder of a stream knows pages, packets and samples, and no purpose"),
          new Sight(
              "media.formats",
              List.of(
                  FAULTS,
                  "source",
                  "media",
                  "media.png",
                  "media.gif",
                  "media.aseprite",
                  "media.wav",
                  "media.flac",
                  "media.vorbis"),
              "the one place that knows every format; nobody else names one"),
          new Sight(
              "bank.reduction",
              List.of("media"),
              "colours and numbers: what palettes show best, whoever asks"),
          new Sight(
              "bank.palettes",
              List.of("container", "media"),
              "sets of colours and numbers, whatever tiles they come from"),
          new Sight(
              "bank.sounds",
              List.of(FAULTS, "container", "source", "asset", "media", "bank"),
              "sounds to banks; pictures are nothing to it"),
          new Sight(
              "bank",
              List.of(
                  FAULTS,
                  "container",
                  "source",
                  "asset",
                  "media",
                  "bank.palettes",
                  "bank.reduction"),
              "pure functions from pixels and samples to payloads; of source, its limits"),
          new Sight(
              "convert",
              List.of(
                  FAULTS,
                  "container",
                  "disk",
                  "source",
                  "json",
                  "document",
                  "migration",
                  "asset",
                  "media",
                  "media.formats",
                  "bank",
                  "bank.sounds"),
              "asks before each costly arrow whether it is needed; it publishes nothing"),
          new Sight(
              "publish",
              List.of(
                  FAULTS,
                  "container",
                  "disk",
                  "source",
                  "git",
                  "json",
                  "document",
                  "migration",
                  "asset"),
              "replaces files whole and decodes none of them"),
          new Sight(
              "cache",
              List.of(
                  FAULTS,
                  "container",
                  "disk",
                  "source",
                  "json",
                  "document",
                  "migration",
                  "asset",
                  "registry",
                  "bank",
                  "bank.sounds",
                  "convert",
                  "media",
                  "publish",
                  "result"),
              "what the last build left and what of it still holds; it neither builds nor writes"),
          new Sight(
              "inspect",
              List.of(
                  FAULTS,
                  "comparison",
                  "container",
                  "disk",
                  "source",
                  "json",
                  "document",
                  "migration",
                  "asset",
                  "media",
                  "bank",
                  "bank.sounds",
                  "convert",
                  "publish",
                  "result"),
              "looks at what the others made, and nobody depends on being looked at"),
          new Sight(
              "progress",
              List.of(FAULTS, "container"),
              "how far an operation is: a phase, a count, a name"),
          new Sight(
              "result",
              List.of(FAULTS, "container", "asset", "comparison", "diff"),
              "requests and answers are values, which see nothing but values"),
          new Sight(
              "workspace",
              List.of(
                  FAULTS,
                  "disk",
                  "source",
                  "git",
                  "json",
                  "document",
                  "migration",
                  "asset",
                  "registry",
                  "publish",
                  "progress",
                  "result",
                  "cache"),
              "finds and opens; what is done inside is for others"),
          new Sight(
              "watch.changes",
              List.of(FAULTS, "disk", "progress", "watch", "workspace"),
              "sees that files change, and opens none of them"),
          new Sight(
              "watch",
              List.of(FAULTS, "progress"),
              "what is told of changes, however they were found"),
          new Sight(
              "outside",
              List.of(FAULTS, "container", "disk", "source", "inspect", "result"),
              "one file that a user names, wherever it lies; it knows no workspace"),
          new Sight(
              "supported",
              List.of(
                  FAULTS,
                  "container",
                  "source",
                  "media",
                  "media.formats",
                  "bank",
                  "bank.sounds",
                  "convert",
                  "document",
                  "migration",
                  "asset",
                  "registry",
                  "publish",
                  "result",
                  "schema",
                  "workspace",
                  "cache"),
              "gathers what the others support, for who asks"),
          new Sight(
              "authoring",
              List.of(
                  FAULTS,
                  "container",
                  "disk",
                  "source",
                  "json",
                  "document",
                  "migration",
                  "asset",
                  "registry",
                  "publish",
                  "progress",
                  "result",
                  "workspace",
                  "media",
                  "media.formats",
                  "bank",
                  "bank.sounds",
                  "convert",
                  "inspect",
                  "diff"),
              "tries what authors name as a build would, and proposes documents; of inspect, what"
                  + " the last build recorded"),
          new Sight(
              "examination",
              List.of(
                  FAULTS,
                  "disk",
                  "source",
                  "git",
                  "asset",
                  "registry",
                  "media",
                  "media.formats",
                  "inspect",
                  "result",
                  "authoring",
                  "container",
                  "publish"),
              "asks the others and adds the questions that no build asks"),
          new Sight(
              "upkeep",
              List.of(
                  FAULTS,
                  "container",
                  "disk",
                  "source",
                  "json",
                  "document",
                  "migration",
                  "asset",
                  "registry",
                  "publish",
                  "progress",
                  "result",
                  "workspace",
                  "diff",
                  "comparison",
                  "inspect",
                  "outside"),
              "documents as a whole, and what a crash left of a publication"),
          new Sight(
              "packing",
              List.of(
                  FAULTS,
                  "container",
                  "disk",
                  "source",
                  "json",
                  "document",
                  "migration",
                  "asset",
                  "registry",
                  "publish",
                  "progress",
                  "result",
                  "workspace",
                  "bank",
                  "bank.sounds",
                  "convert",
                  "inspect",
                  "cache"),
              "the stages in their order; what each does is for others"),
          new Sight(
              "editing",
              List.of(
                  FAULTS,
                  "container",
                  "disk",
                  "overlay",
                  "source",
                  "json",
                  "document",
                  "migration",
                  "schema",
                  "asset",
                  "registry",
                  "workspace",
                  "result",
                  "media",
                  "media.formats",
                  "bank",
                  "convert",
                  "cache"),
              "questions about one document, and parts of pictures; it changes none"),
          new Sight(
              "report",
              List.of(FAULTS, "comparison", "container", "json.line", "result"),
              "shows what a pack holds; a client of the library, which opens no file"),
          new Sight("lsp.rpc", List.of(), "messages between two programs, whatever they mean"),
          new Sight(
              "lsp",
              List.of("", FAULTS, "asset", "container", "progress", "result", "watch", "lsp.rpc"),
              "a client of the session, as the command line and every editor are"),
          new Sight(
              "cli.kernel", List.of(), "calls the kernel and reads nothing, whatever papack does"),
          new Sight(
              "cli.output",
              List.of(FAULTS, "container", "json.line", "progress"),
              "what is shown to people and programs, whichever command shows it"),
          new Sight(
              "cli.report",
              List.of(FAULTS, "container", "cli.output", "json.line", "report", "result"),
              "findings become text for servers, and what a page shows; of the container, its"
                  + " digest, of results, parts of pictures"),
          new Sight(
              "cli",
              List.of(
                  "",
                  FAULTS,
                  "asset",
                  "comparison",
                  "container",
                  "diff",
                  "json.line",
                  "progress",
                  "report",
                  "result",
                  "cli.kernel",
                  "cli.output",
                  "cli.report",
                  "lsp",
                  "watch"),
              "a client of the session and of what its results are made of, as an editor is"));

  Stream<ArchRule> sights() {
    return SIGHTS.stream().map(this::sight);
  }

  private ArchRule sight(Sight sight) {
    List<String> allowed = new ArrayList<>(List.of(placeOf(sight.packageName())));
    sight.sees().stream().map(this::placeOf).forEach(allowed::add);
    return classes()
        .that()
        .resideInAPackage(placeOf(sight.packageName()))
        .should()
        .onlyDependOnClassesThat(
            resideOutsideOfPackage(base + "..")
                .or(resideInAnyPackage(allowed.toArray(String[]::new))))
        .as(sight.packageName() + " sees of ours only " + sight.sees())
        .because(sight.reason())
        .allowEmptyShould(true);
  }

  /** A package with all below it, or alone where packages below it have lines of their own. */
  private String placeOf(String packageName) {
    if (packageName.isEmpty()) {
      return base;
    }
    boolean isAlone =
        SIGHTS.stream().anyMatch(other -> other.packageName().startsWith(packageName + "."));
    return isAlone ? base + "." + packageName : within(packageName);
  }

  /** A new package has to be placed in the flow before it can be used. */
  ArchRule everyPackageHasItsPlace() {
    String[] known =
        Stream.concat(Stream.of(base), SIGHTS.stream().map(sight -> placeOf(sight.packageName())))
            .toArray(String[]::new);
    return classes()
        .should()
        .resideInAnyPackage(known)
        .because("a package outside of the flow is bound by no rule");
  }

  ArchRule jacksonStaysBehindJson() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(within("json"), within("lsp.rpc"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("tools.jackson..")
        .because(
            "its leniency is corrected in one package; only messages of editors, which are no"
                + " documents, may be lenient");
  }

  ArchRule decodingAndEncodingKnowNoAsset() {
    return noClasses()
        .that()
        .resideInAnyPackage(within("media"), within("bank"))
        .or()
        .haveFullyQualifiedName(base + ".convert.Decoding")
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "are assets, their names and places, or the disk",
                type ->
                    type.getPackageName().startsWith(base + ".disk")
                        || type.getName().equals(base + ".container.AssetName")
                        || (type.getPackageName().equals(base + ".asset")
                            && !type.getName()
                                .matches(
                                    ".*(Settings|Request|Frame|Gutters|KeyColor|ColorReduction)(\\$.*)?"))))
        .because("a bank depends on what its key holds: bytes and settings, and nothing else");
  }

  ArchRule nobodyKnowsARuntimeOrAShipper() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(within("runtime"), within("shipper"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(within("runtime"), within("shipper"))
        .because("the packer stops at the artifacts; both are written against these alone");
  }

  ArchRule onlyTheCommandLineUsesItsParser() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(within("cli"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..")
        .because("a library that editors embed brings no command line");
  }

  ArchRule onlyDiskTouchesFiles() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(within("disk"))
        .and()
        .doNotHaveFullyQualifiedName(base + ".cli.StandardStreams")
        .and()
        .doNotHaveFullyQualifiedName(base + ".container.FileBytes")
        .and()
        .doNotHaveFullyQualifiedName(base + ".container.PackBytes")
        .and()
        .doNotHaveFullyQualifiedName(base + ".container.MappedPack")
        .should()
        .dependOnClassesThat(FILES)
        .because(
            "a file is opened through one door, which follows no link and names what failed; the"
                + " container reads a channel that its caller has opened or maps a file for a"
                + " runtime, and standard output is one that the process was given");
  }

  ArchRule onlyRuntimesMapPacks() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(within("container"))
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName(base + ".container.MappedPack")
        .because("it opens a path by itself, past the one door to files");
  }

  ArchRule onlyDoorsNamePaths() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(
            base,
            within("disk"),
            within("cli"),
            base + ".lsp",
            within("git"),
            within("workspace"),
            within("outside"),
            within("overlay"),
            within("authoring"),
            within("upkeep"),
            within("result"))
        .and()
        .doNotHaveFullyQualifiedName(base + ".container.MappedPack")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.nio.file.Path")
        .because("inside, a path is a checked type; what a user names is unchecked until then");
  }

  ArchRule onlyPublicationWrites() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(within("publish"), within("disk"))
        .and()
        .doNotHaveFullyQualifiedName(base + ".overlay.OverlaidDisk")
        .and()
        .doNotHaveFullyQualifiedName(base + ".workspace.WorkspaceDoor")
        .and()
        .doNotHaveFullyQualifiedName(base + ".workspace.Initialization")
        .and(
            DescribedPredicate.not(
                DescribedPredicate.describe(
                    "are the file that -o names",
                    (JavaClass type) ->
                        type.getFullName().startsWith(base + ".outside.OutputFile"))))
        .should()
        .dependOnClassesThat()
        .haveNameMatching(".*\\.disk\\.Writable(Directory|File)")
        .because(
            "what is published stays whole, or is replaced whole; the session hands publication"
                + " its door, init finds no workspace to guard yet, and -o goes where the user says");
  }

  /** A path as a value, and the text that is none: neither touches a file. */
  private static final Set<String> PATH_VALUES =
      Set.of("java.nio.file.Path", "java.nio.file.InvalidPathException");

  private static final DescribedPredicate<JavaClass> FILES =
      DescribedPredicate.describe(
          "are files or file channels",
          type ->
              (type.getPackageName().startsWith("java.nio.file")
                      && !PATH_VALUES.contains(type.getName()))
                  || type.getName().startsWith("java.io.File")
                  || type.getName().equals("java.io.RandomAccessFile")
                  || type.getName().startsWith("java.nio.channels.File")
                  || type.getName().startsWith("java.util.zip.Zip")
                  || type.getName().startsWith("java.util.jar."));

  private String within(String packageName) {
    return base + "." + packageName + "..";
  }
}
