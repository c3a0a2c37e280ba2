package dev.papack.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.papack.disk.DiskException.Trouble;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What kind of trouble the words of the platforms mean. */
class DiskExceptionTest {
  /** The texts of glibc, musl, macOS and Windows, which the JDK passes on. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "No space left on device | NO_SPACE",
        "Disk quota exceeded | NO_SPACE",
        "Quota exceeded | NO_SPACE",
        "Disc quota exceeded | NO_SPACE",
        "There is not enough space on the disk | NO_SPACE",
        "Read-only file system | READ_ONLY",
        "Operation not permitted | NOT_PERMITTED",
        "Permission denied | NOT_PERMITTED",
        "The media is write protected | READ_ONLY",
        "Too many open files | TOO_MANY_OPEN",
        "Too many open files in system | TOO_MANY_OPEN",
        "No file descriptors available | TOO_MANY_OPEN",
        "Too many levels of symbolic links | WRONG_TYPE",
        "Symbolic link loop | WRONG_TYPE",
        "Is a directory | WRONG_TYPE",
        "Input/output error | OTHER",
        "I/O error | OTHER",
        "The process cannot access the file because it is being used by another process | IN_USE",
        "The process cannot access the file because another process has locked a portion of the"
            + " file | IN_USE",
      })
  void wordsOfTheSystemAreUnderstood(String text, Trouble trouble) {
    DiskException onName = DiskException.of("x", new FileSystemException("/x", null, text));
    assertThat(onName.trouble()).isEqualTo(trouble);
    assertThat(onName.reason()).isEqualTo(text);
    assertThat(DiskException.of("x", new IOException(text)).trouble()).isEqualTo(trouble);
  }

  @ParameterizedTest
  @EnumSource
  void injectedErrorIsWhatTheJdkWouldThrow(Errno errno) {
    DiskException injected = errno.at("a/b");
    assertThat(injected).hasMessageStartingWith("a/b: ");
    assertThat(injected.getCause()).isInstanceOf(FileSystemException.class);
  }

  @Test
  void realFullDeviceHasNoSpace() {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "this platform has no /dev/full");
    assertThatThrownBy(
            () -> {
              try (WritableFile file =
                  new ChannelFile(FileChannel.open(full, StandardOpenOption.WRITE), "full")) {
                file.append(ByteBuffer.allocate(1));
              }
            })
        .isInstanceOfSatisfying(
            DiskException.class,
            thrown -> {
              assertThat(thrown.trouble()).isEqualTo(Trouble.NO_SPACE);
              assertThat(thrown.reason()).isEqualTo("No space left on device");
            });
  }
}
