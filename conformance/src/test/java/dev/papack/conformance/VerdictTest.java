package dev.papack.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** papack's own readers say of every file what the kit expects. */
final class VerdictTest {
  @TempDir Path folder;

  @Test
  void papackAgreesWithEveryCase() throws IOException {
    assertThat(disagreements(Kit.make().cases())).isEmpty();
  }

  private List<String> disagreements(List<Case> cases) throws IOException {
    List<String> found = new ArrayList<>();
    for (Case one : cases) {
      Path place = Files.createDirectories(folder.resolve(Integer.toString(found.size())));
      Judgement judgement = Judgement.of(one.file(), one.content(), place);
      Optional<String> expected = one.refusal().map(Refusal::code);
      if (!judgement.code().equals(expected)) {
        found.add(one.file() + " is " + judgement.code() + ", expected " + expected);
      }
    }
    return found;
  }
}
