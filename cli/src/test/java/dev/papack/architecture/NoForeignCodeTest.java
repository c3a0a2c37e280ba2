package dev.papack.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.ModuleAttribute;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Nothing in a workspace is ever executed. Held against every class file of the product: none names
 * what starts programs, runs scripts, finds, loads or calls code by name, makes objects out of
 * bytes or talks to others, but in the places listed here.
 */
final class NoForeignCodeTest {
  /**
   * A class that may name something forbidden.
   *
   * @param className of a product's class
   * @param names what it may name
   * @param reason why it cannot do without
   */
  private record Place(String className, Set<String> names, String reason) {}

  private static final List<Place> PLACES =
      List.of(
          new Place(
              "dev.papack.cli.kernel.LinuxKernel",
              Set.of(
                  "java/lang/foreign/AddressLayout",
                  "java/lang/foreign/Arena",
                  "java/lang/foreign/FunctionDescriptor",
                  "java/lang/foreign/Linker",
                  "java/lang/foreign/Linker$Option",
                  "java/lang/foreign/MemoryLayout",
                  "java/lang/foreign/MemoryLayout$PathElement",
                  "java/lang/foreign/MemorySegment",
                  "java/lang/foreign/PaddingLayout",
                  "java/lang/foreign/StructLayout",
                  "java/lang/foreign/SymbolLookup",
                  "java/lang/foreign/ValueLayout",
                  "java/lang/foreign/ValueLayout$OfByte",
                  "java/lang/foreign/ValueLayout$OfInt",
                  "java/lang/foreign/ValueLayout$OfLong",
                  "java/lang/foreign/ValueLayout$OfShort",
                  "java/lang/invoke/MethodHandle.invokeExact"),
              "Java has no method that asks the kernel for a filter"),
          new Place(
              "dev.papack.container.MappedPack",
              Set.of(
                  "java/lang/foreign/Arena",
                  "java/lang/foreign/MemorySegment",
                  "java/lang/foreign/MemorySegment$Scope"),
              "a runtime reads slices where they lie in the mapped file; memory, and no code"),
          new Place(
              "dev.papack.container.MappedBytes",
              Set.of("java/lang/foreign/MemorySegment"),
              "the same mapped file, as the reader checks it"),
          new Place(
              "dev.papack.container.MappedSlice",
              Set.of("java/lang/foreign/MemorySegment"),
              "what a runtime is given of it"),
          new Place(
              "dev.papack.publish.LockOwner",
              Set.of("java/lang/ProcessHandle"),
              "says who holds the lock by the number of its own process, and starts none"));

  private static final Path FIXTURE = CompiledClasses.fixtureFolder().resolve("foreign");

  @Test
  void noClassNamesForeignCodeButInItsPlace() throws IOException {
    List<String> found = new ArrayList<>();
    int classes = 0;
    for (Path folder : CompiledClasses.productFolders()) {
      for (Path file : CompiledClasses.classFiles(folder)) {
        String name = className(folder, file);
        SortedSet<String> named = ForeignCode.namedBy(file);
        named.removeAll(allowed(name));
        named.forEach(foreign -> found.add(name + " names " + foreign));
        classes++;
      }
    }
    assertThat(found).isEmpty();
    assertThat(classes).isGreaterThan(200);
  }

  @Test
  void everyPlaceIsStillNeeded() throws IOException {
    for (Place place : PLACES) {
      SortedSet<String> named = new TreeSet<>();
      for (Path folder : CompiledClasses.productFolders()) {
        Path file = folder.resolve(place.className().replace('.', '/') + ".class");
        if (Files.exists(file)) {
          named.addAll(ForeignCode.namedBy(file));
        }
      }
      assertThat(named).as(place.reason()).containsAll(place.names());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Program, java/lang/ProcessBuilder",
    "RuntimeProgram, java/lang/Runtime.exec",
    "Plugin, java/util/ServiceLoader",
    "ByName, java/lang/Class.forName",
    "Loaded, java/lang/ClassLoader",
    "Reflected, java/lang/reflect/Method",
    "Reflected, java/lang/Class.getMethods",
    "Handle, java/lang/invoke/MethodHandles$Lookup.findStatic",
    "Handle, java/lang/invoke/MethodHandles.lookup",
    "Deserialised, java/io/ObjectInputStream",
    "Connected, java/net/Socket",
    "Opened, java/nio/channels/SocketChannel",
    "Native, java/lang/System.loadLibrary",
    "OnlyInASignature, java/net/URI",
    "OnlyInAField, java/lang/reflect/Field"
  })
  void everyKindOfForeignCodeIsCaught(String fixture, String name) throws IOException {
    assertThat(ForeignCode.namedBy(FIXTURE.resolve("Foreign$" + fixture + ".class")))
        .contains(name);
  }

  @Test
  void whatTheCompilerLinksToIsNotForeign() throws IOException {
    Path file = FIXTURE.resolve("Foreign$Ordinary.class");
    assertThat(file).exists();
    assertThat(ForeignCode.namedBy(file)).isEmpty();
  }

  @Test
  void noModuleUsesOrProvidesServices() throws IOException {
    for (Path folder : CompiledClasses.productFolders()) {
      ModuleAttribute module = module(folder);
      assertThat(module.uses()).isEmpty();
      assertThat(module.provides()).isEmpty();
      assertThat(folder.resolve("META-INF/services")).doesNotExist();
    }
  }

  /** A module that is not required cannot be linked to: no desktop, no network, no scripting. */
  @Test
  void everyModuleRequiresTheLeast() throws IOException {
    Map<String, Set<String>> required =
        Map.of(
            "dev.papack.container", Set.of("java.base", "org.jspecify"),
            "dev.papack",
                Set.of("java.base", "org.jspecify", "dev.papack.container", "tools.jackson.core"),
            "dev.papack.report", Set.of("java.base", "org.jspecify", "dev.papack"),
            "dev.papack.lsp",
                Set.of("java.base", "org.jspecify", "dev.papack", "tools.jackson.core"),
            "dev.papack.cli",
                Set.of(
                    "java.base",
                    "org.jspecify",
                    "dev.papack",
                    "dev.papack.lsp",
                    "dev.papack.report",
                    "info.picocli"));
    for (Path folder : CompiledClasses.productFolders()) {
      ModuleAttribute module = module(folder);
      assertThat(module.requires())
          .extracting(entry -> entry.requires().name().stringValue())
          .containsExactlyInAnyOrderElementsOf(
              required.get(module.moduleName().name().stringValue()));
    }
  }

  /** Who compiles against a module must have what it passes on, also where running needs none. */
  @Test
  void noModulePassesOnALibrary() throws IOException {
    for (Path folder : CompiledClasses.productFolders()) {
      assertThat(module(folder).requires())
          .filteredOn(entry -> entry.requiresFlags().contains(AccessFlag.TRANSITIVE))
          .extracting(entry -> entry.requires().name().stringValue())
          .isSubsetOf("dev.papack.container", "dev.papack");
    }
  }

  private static ModuleAttribute module(Path folder) throws IOException {
    return ClassFile.of()
        .parse(folder.resolve("module-info.class"))
        .findAttribute(Attributes.module())
        .orElseThrow();
  }

  private static Set<String> allowed(String className) {
    Set<String> names = new TreeSet<>();
    PLACES.stream()
        .filter(place -> place.className().equals(className))
        .forEach(place -> names.addAll(place.names()));
    return names;
  }

  private static String className(Path folder, Path file) {
    String path =
        folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), ".");
    return path.substring(0, path.length() - ".class".length());
  }
}
