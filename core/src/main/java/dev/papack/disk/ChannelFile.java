package dev.papack.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A file behind a channel of the platform. */
final class ChannelFile implements WritableFile {
  private final FileChannel channel;
  private final String displayPath;

  ChannelFile(FileChannel channel, String displayPath) {
    this.channel = channel;
    this.displayPath = displayPath;
  }

  @Override
  public long sizeBytes() throws IOException {
    try {
      return channel.size();
    } catch (IOException e) {
      throw DiskException.of(displayPath, e);
    }
  }

  @Override
  public int read(long positionBytes, ByteBuffer into) throws IOException {
    try {
      return channel.read(into, positionBytes);
    } catch (IOException e) {
      throw DiskException.of(displayPath, e);
    }
  }

  @Override
  public void append(ByteBuffer bytes) throws IOException {
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw DiskException.of(displayPath, e);
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      channel.force(true);
    } catch (IOException e) {
      throw DiskException.of(displayPath, e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } catch (IOException e) {
      throw DiskException.of(displayPath, e);
    }
  }
}
