package dev.papack.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a golden case needs and a repository cannot hold on every platform. A line of the file
 * {@code setup} is one of
 *
 * <pre>
 * file PATH          an empty file
 * folder PATH        an empty folder
 * size PATH BYTES    a file of that many zeros
 * link PATH TARGET   a symbolic link
 * pipe PATH          a named pipe
 * lock               the workspace's lock, held while the command runs
 * </pre>
 *
 * <p>with {@code \\uXXXX} in a path for what cannot be seen.
 */
final class GoldenSetup implements Closeable {
  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

  private final Path workspace;
  private final List<Closeable> held = new ArrayList<>();

  private GoldenSetup(Path workspace) {
    this.workspace = workspace;
  }

  /** Carries the lines out; what they hold is given up on closing. */
  static GoldenSetup of(List<String> lines, Path workspace) throws Exception {
    GoldenSetup setup = new GoldenSetup(workspace);
    for (String line : lines) {
      setup.carryOut(line.split(" "));
    }
    return setup;
  }

  private void carryOut(String[] words) throws Exception {
    switch (words[0]) {
      case "file" -> Files.createFile(path(words[1]));
      case "folder" -> Files.createDirectories(path(words[1]));
      case "size" -> {
        try (RandomAccessFile file = new RandomAccessFile(path(words[1]).toFile(), "rw")) {
          file.setLength(Long.parseLong(words[2]));
        }
      }
      case "link" -> Files.createSymbolicLink(path(words[1]), Path.of(words[2]));
      case "pipe" -> {
        Process made = new ProcessBuilder("mkfifo", path(words[1]).toString()).start();
        if (made.waitFor() != 0) {
          throw new IOException("mkfifo failed");
        }
      }
      case "lock" -> lock(path(".papack"));
      default -> throw new IllegalArgumentException("unknown setup: " + String.join(" ", words));
    }
  }

  private void lock(Path control) throws IOException {
    Files.createDirectories(control);
    FileChannel channel =
        FileChannel.open(
            control.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    held.add(channel);
    FileLock lock = channel.lock();
    if (!lock.isValid()) {
      throw new IOException("the lock was not taken");
    }
  }

  private Path path(String text) {
    Matcher escapes = ESCAPE.matcher(text);
    return workspace.resolve(
        escapes.replaceAll(found ->
            Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16)))));
  }

  @Override
  public void close() throws IOException {
    for (Closeable one : held) {
      one.close();
    }
  }
}
