package dev.papack.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.papack.container.Sha256;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.DiskException;
import dev.papack.disk.MemoryDisk;
import dev.papack.disk.WritableDirectory;
import dev.papack.git.GitFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GitFileReplacementTest {
  private static final String FILE = "game/.gitattributes";
  private static final byte[] AFTER = "a\nb\n".getBytes(StandardCharsets.UTF_8);

  private final MemoryDisk disk = new MemoryDisk();

  private void replace(Optional<Sha256> before) throws IOException {
    try (WritableDirectory directory = disk.openForWriting(Path.of("/game"), "");
        Publication publication =
            ((Outcome.Accepted<Publication>) Publication.begin(directory, Operation.FIX)).value()) {
      publication.replace(GitFile.ATTRIBUTES, before, AFTER);
    }
  }

  @Test
  void theFileThatWasReadIsReplaced() throws IOException {
    disk.write(FILE, "a\n");
    replace(Optional.of(Sha256.of(ByteBuffer.wrap("a\n".getBytes(StandardCharsets.UTF_8)))));
    assertThat(disk.text(FILE)).isEqualTo("a\nb\n");
  }

  @Test
  void aFileThatChangedSinceStaysAndIsNoSuccess() {
    disk.write(FILE, "somebody else's\n");
    assertThatThrownBy(
            () -> replace(Optional.of(Sha256.of(ByteBuffer.wrap(new byte[] {'a', '\n'})))))
        .isInstanceOfSatisfying(
            DiskException.class,
            trouble -> assertThat(trouble.trouble()).isEqualTo(DiskException.Trouble.CHANGED));
    assertThat(disk.text(FILE)).isEqualTo("somebody else's\n");
  }
}
