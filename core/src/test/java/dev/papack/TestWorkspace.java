package dev.papack;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.Disk;
import dev.papack.disk.TestDisk;
import dev.papack.media.PngFile;
import dev.papack.media.WavFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A workspace in a temporary folder, and sessions in it. */
final class TestWorkspace {
  static final long SEED = 20_260_101;

  final Path folder;

  private TestWorkspace(Path folder) {
    this.folder = folder;
  }

  static TestWorkspace create(Path folder) throws IOException {
    accepted(Packer.create().init(folder));
    return new TestWorkspace(folder.toRealPath());
  }

  /** The same files somewhere else. */
  TestWorkspace copyTo(Path target) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        Path to = target.resolve(folder.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else {
          Files.copy(file, to);
        }
      }
    }
    return new TestWorkspace(target.toRealPath());
  }

  static Packer packer(Disk disk, int threads) {
    return new Packer(disk, new Random(SEED), threads);
  }

  Session session() throws IOException {
    return session(TestDisk.healthy());
  }

  Session session(Disk disk) throws IOException {
    return accepted(packer(disk, 2).open(folder));
  }

  TestWorkspace picture(String path, int argb) throws IOException {
    return write(path, PngFile.filled(16, 16, argb));
  }

  TestWorkspace sound(String path, int... samples) throws IOException {
    return write(path, WavFile.pcm16(1, 22_050, samples));
  }

  TestWorkspace write(String path, byte[] bytes) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    return this;
  }

  TestWorkspace write(String path, String text) throws IOException {
    return write(path, text.getBytes(StandardCharsets.UTF_8));
  }

  String read(String path) throws IOException {
    return Files.readString(folder.resolve(path));
  }

  boolean has(String path) {
    return Files.exists(folder.resolve(path), java.nio.file.LinkOption.NOFOLLOW_LINKS);
  }

  TestWorkspace delete(String path) throws IOException {
    Files.delete(folder.resolve(path));
    return this;
  }

  TestWorkspace move(String from, String to) throws IOException {
    Files.createDirectories(folder.resolve(to).getParent());
    Files.move(folder.resolve(from), folder.resolve(to));
    return this;
  }

  TestWorkspace copy(String from, String to) throws IOException {
    Files.createDirectories(folder.resolve(to).getParent());
    Files.copy(folder.resolve(from), folder.resolve(to));
    return this;
  }

  Added add(String... paths) throws IOException {
    return add(session(), paths);
  }

  Added add(Session session, String... paths) throws IOException {
    return accepted(session.add(request(paths)));
  }

  AddRequest request(String... paths) {
    return AddRequest.of(Arrays.stream(paths).map(folder::resolve).toList());
  }

  Built build() throws IOException, CancelledException {
    return accepted(session().build(Observer.NONE));
  }

  /** Every file that a reader of the workspace may rely on, by path, as Latin-1 text. */
  Map<String, String> files(String... tops) throws IOException {
    Map<String, String> found = new TreeMap<>();
    for (String top : tops) {
      Path start = folder.resolve(top);
      if (!Files.exists(start)) {
        continue;
      }
      Files.walkFileTree(
          start,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              found.put(
                  folder.relativize(file).toString(),
                  Files.readString(file, StandardCharsets.ISO_8859_1));
              return FileVisitResult.CONTINUE;
            }
          });
    }
    return found;
  }

  Map<String, String> published() throws IOException {
    return files("assets.pa", "build");
  }

  Map<String, String> authored() throws IOException {
    return files("assets");
  }

  static <T> T accepted(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Accepted<T>(T value, List<Diagnostic> notes) -> value;
      case Outcome.Refused<T>(List<Diagnostic> faults) ->
          throw new AssertionError("refused: " + faults);
    };
  }

  static List<DiagnosticCode> codes(Outcome<?> outcome) {
    return codes(outcome.diagnostics());
  }

  static List<DiagnosticCode> codes(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(Diagnostic::code).toList();
  }
}
