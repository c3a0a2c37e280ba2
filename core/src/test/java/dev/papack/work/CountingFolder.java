package dev.papack.work;

import dev.papack.diagnostic.FileName;
import dev.papack.disk.FileStatus;
import dev.papack.disk.ReadableDirectory;
import dev.papack.disk.ReadableFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** A folder that counts how many bytes its files are asked for. */
record CountingFolder(ReadableDirectory real, LongAdder askedBytes) implements ReadableDirectory {
  @Override
  public String displayPath() {
    return real.displayPath();
  }

  @Override
  public List<String> list() throws IOException {
    return real.list();
  }

  @Override
  public Optional<FileStatus> find(FileName name) throws IOException {
    return real.find(name);
  }

  @Override
  public ReadableDirectory openDirectory(FileName name) throws IOException {
    return new CountingFolder(real.openDirectory(name), askedBytes);
  }

  @Override
  public ReadableFile openFile(FileName name) throws IOException {
    ReadableFile file = real.openFile(name);
    return new ReadableFile() {
      @Override
      public long sizeBytes() throws IOException {
        return file.sizeBytes();
      }

      @Override
      public int read(long positionBytes, ByteBuffer into) throws IOException {
        askedBytes.add(into.remaining());
        return file.read(positionBytes, into);
      }

      @Override
      public void close() throws IOException {
        file.close();
      }
    };
  }

  @Override
  public void close() throws IOException {
    real.close();
  }
}
