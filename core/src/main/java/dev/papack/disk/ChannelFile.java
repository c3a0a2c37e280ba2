package dev.papack.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A file on a channel of the platform. */
final class ChannelFile implements WritableFile {
  private final FileChannel channel;
  private final String displayPath;

  ChannelFile(FileChannel channel, String displayPath) {
    this.channel = channel;
    this.displayPath = displayPath;
  }

  @Override
  public long sizeBytes() throws IOException {
    return Attempt.get(displayPath, () -> channel.size());
  }

  @Override
  public int read(long positionBytes, ByteBuffer into) throws IOException {
    return Attempt.get(displayPath, () -> channel.read(into, positionBytes));
  }

  @Override
  public void append(ByteBuffer bytes) throws IOException {
    Attempt.run(
        displayPath,
        () -> {
          while (bytes.hasRemaining()) {
            channel.write(bytes);
          }
        });
  }

  @Override
  public void write(long positionBytes, ByteBuffer bytes) throws IOException {
    Attempt.run(
        displayPath,
        () -> {
          long position = positionBytes;
          while (bytes.hasRemaining()) {
            position += channel.write(bytes, position);
          }
        });
  }

  @Override
  public void flush() throws IOException {
    Attempt.run(displayPath, () -> channel.force(true));
  }

  @Override
  public void close() throws IOException {
    Attempt.run(displayPath, () -> channel.close());
  }
}
