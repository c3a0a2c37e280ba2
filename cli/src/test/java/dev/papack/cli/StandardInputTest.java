package dev.papack.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code papack registry check --against -}: an older registry, printed by another program. */
class StandardInputTest {
  private static final String OLDER =
      """
      {"artifact": "index", "schema_version": 3,
       "assets": [{"asset_id": 1001, "root": "hero"}], "retired": []}
      """;

  @TempDir Path folder;

  @BeforeEach
  void makeAWorkspace() {
    assertThat(Run.papack(folder, "init").status()).isZero();
  }

  private Run check(InputStream older) {
    String[] arguments = {"registry", "check", "--against", "-", "--format", "json"};
    return Run.papackReading(older, folder, arguments);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  @Test
  void anIdThatVanishedIsFound() throws IOException {
    Run run = check(stream(OLDER));
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("PA3041", "the id 1001 of \\\"hero\\\" is missing", "\"path\":\"-\"");
    Files.writeString(folder.resolve("assets/index.json"), OLDER);
    assertThat(check(stream(OLDER)).status()).isZero();
  }

  @Test
  void whatGitPrintsOfACommitWithoutRegistryIsNothing() {
    Run run = check(stream(""));
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("PA1008", "choose a commit that contains the registry");
  }

  @Test
  void anEndlessStreamIsReadToTheLimit() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return ' ';
          }

          @Override
          public int read(byte[] into, int offset, int length) {
            Arrays.fill(into, offset, offset + length, (byte) ' ');
            return length;
          }
        };
    Run run = check(endless);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("PA1010", "\"-\\\" has more than 67108864 bytes");
  }

  @Test
  void aStreamThatBreaksIsTheEnvironments() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("Input/output error");
          }

          @Override
          public int read(byte[] into, int offset, int length) throws IOException {
            return read();
          }
        };
    assertThat(check(broken).status()).isEqualTo(4);
  }
}
