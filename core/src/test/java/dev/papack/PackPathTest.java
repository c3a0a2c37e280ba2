package dev.papack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.progress.CancelledException;
import dev.papack.result.PackListing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A path that leads to no pack that can be read is told from one that leads to nothing. */
final class PackPathTest {
  @TempDir private Path folder;

  private String refusal(Path pack) throws IOException, CancelledException {
    Outcome<PackListing> outcome = Packer.create().verify(pack);
    assertThat(outcome.diagnostics())
        .singleElement()
        .satisfies(fault -> assertThat(fault.code()).isEqualTo(DiagnosticCode.PACK_NOT_FOUND));
    return outcome.diagnostics().getFirst().message();
  }

  @Test
  void nothingIsNoFile() throws Exception {
    assertThat(refusal(folder.resolve("a.pa"))).startsWith("there is no file ");
    assertThat(refusal(folder.resolve("no/a.pa"))).startsWith("there is no file ");
  }

  @Test
  void aLinkIsNotFollowed() throws Exception {
    Path pack = Files.createFile(folder.resolve("a.pa"));
    Path link = Files.createSymbolicLink(folder.resolve("b.pa"), pack);

    assertThat(refusal(link)).endsWith("is not a regular file: papack does not follow links");
  }

  @Test
  void aNameThatIsNotReadIsNamed() throws Exception {
    Path pack = Files.createFile(folder.resolve("con.pa"));

    assertThat(refusal(pack)).endsWith("is reserved for a device on Windows");
  }
}
