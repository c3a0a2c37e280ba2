package dev.papack.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.papack.campaign.Campaign;
import dev.papack.conformance.MutatedFiles.Mutated;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Beyond the kit: three readers that share no code say the same of files that nobody wrote. Where
 * two right readers could differ, the specification would have left something open.
 */
@Tag("slow")
final class ReadersAgreeTest {
  private static final long SEED = 20_261_122;
  private static final int MAX_FILES = 30_000;
  private static final Path READERS =
      Path.of(System.getProperty("papack.home"), "conformance", "readers").toAbsolutePath();

  /** Judges every file that its standard input names, in one process. */
  private static final String PYTHON =
      "import sys; sys.path.insert(0, sys.argv[1]); import papack_reader\n"
          + "for line in sys.stdin: papack_reader.main(['verify', line.rstrip('\\n')])";

  @TempDir private Path folder;

  @Test
  void papackAndTheReaderInPythonAgree() throws Exception {
    assumeTrue(isThere("python3", "--version"), "there is no python3");
    agree(
        "python",
        Campaign.amount(600, MAX_FILES),
        "python3",
        "-B",
        "-c",
        PYTHON,
        READERS.resolve("python").toString());
  }

  @Test
  void papackAndTheReaderInCAgree() throws Exception {
    assumeTrue(
        isThere("cc", "--version") && isThere("make", "--version"), "there is no C compiler");
    Path c = READERS.resolve("c");
    assertThat(run(List.of(), "make", "-s", "-C", c.toString(), "sanitized")).isEmpty();
    agree(
        "c",
        Campaign.amount(300, MAX_FILES),
        "xargs",
        "-n",
        "1",
        c.resolve("build/sanitized/papack-reader").toString(),
        "verify");
  }

  /** One that accepts everything is found out. */
  @Test
  void aReaderThatAgreesWithNothingIsFound() throws Exception {
    List<Mutated> files = files(100);
    List<String> yes = files.stream().map(_ -> "valid").toList();
    assertThat(differences(files, papack(files), yes)).hasSizeGreaterThan(50);
  }

  private void agree(String reader, int count, String... command) throws Exception {
    List<Mutated> files = files(count);
    List<String> names = new ArrayList<>();
    for (Mutated file : files) {
      Path path = folder.resolve(names.size() + file.base().substring(file.base().indexOf('.')));
      names.add(Files.write(path, file.content().toBytes()).toString());
    }
    List<String> own = papack(files);
    assertThat(differences(files, own, run(names, command))).isEmpty();
    SortedMap<String, Integer> verdicts = new TreeMap<>();
    own.forEach(line -> verdicts.merge(line, 1, Integer::sum));
    assertThat(verdicts).hasSizeGreaterThan(12).containsKey("valid");
    Campaign.report(
        "agreement-" + reader,
        Campaign.share(count, MAX_FILES)
            + " changed files, seed "
            + SEED
            + ": 0 differ; "
            + verdicts);
  }

  /** Of documents those of ASCII: which other characters have a meaning, tables of Unicode say. */
  private static List<Mutated> files(int count) {
    List<Case> bases =
        Kit.make().cases().stream()
            .filter(one -> one.content().toBytes().length < 4_096)
            .filter(one -> one.file().endsWith(".pa") || isAscii(one.content().toBytes()))
            .toList();
    MutatedFiles files = new MutatedFiles(SEED, bases);
    List<Mutated> made = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      made.add(files.next());
    }
    return made;
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  private List<String> papack(List<Mutated> files) throws IOException {
    Path workspace = Files.createDirectories(folder.resolve("workspace"));
    List<String> lines = new ArrayList<>();
    for (Mutated file : files) {
      lines.add(
          Judgement.of(file.base(), file.content().toBytes(), workspace)
              .code()
              .map(ReadersAgreeTest::line)
              .orElse("valid"));
    }
    return lines;
  }

  private static String line(String code) {
    for (Refusal refusal : Refusal.values()) {
      if (refusal.code().equals(code)) {
        return refusal.verdict() + " " + refusal.stage();
      }
    }
    throw new AssertionError(code + " is no refusal that the kit knows");
  }

  private static List<String> differences(
      List<Mutated> files, List<String> own, List<String> others) {
    assertThat(others).hasSameSizeAs(files);
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      if (!own.get(i).equals(others.get(i))) {
        differences.add(
            "%d, of %s: papack says %s, the other %s:%n%s"
                .formatted(
                    i,
                    files.get(i).base(),
                    own.get(i),
                    others.get(i),
                    new String(files.get(i).content().toBytes(), StandardCharsets.ISO_8859_1)));
      }
    }
    return differences;
  }

  private static boolean isThere(String... command) throws Exception {
    try {
      return new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** The lines that a command prints, given these on its standard input. */
  private List<String> run(List<String> input, String... command) throws Exception {
    Path in = Files.write(folder.resolve("input.txt"), input);
    Path out = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.waitFor();
    return Files.readAllLines(out);
  }
}
