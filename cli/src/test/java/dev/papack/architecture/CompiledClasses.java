package dev.papack.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the compiled classes of every module of the product lie, and those of the fixtures. */
final class CompiledClasses {
  private static final Path HOME = Path.of(System.getProperty("papack.home"));

  private CompiledClasses() {}

  static List<Path> productFolders() {
    return Stream.of("container", "core", "report", "lsp", "cli")
        .map(module -> HOME.resolve(module).resolve("target").resolve("classes"))
        .toList();
  }

  static JavaClasses product() {
    return new ClassFileImporter().importPaths(productFolders());
  }

  static Path fixtureFolder() {
    return HOME.resolve("cli/target/test-classes/dev/papack/architecture/fixture");
  }

  static JavaClasses fixtures() {
    return new ClassFileImporter().importPath(fixtureFolder());
  }

  static List<Path> classFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".class")).sorted().toList();
    }
  }
}
