package dev.papack.example;

import dev.papack.container.BankMetadata;
import dev.papack.container.PackBytes;
import dev.papack.container.PackException;
import dev.papack.container.PackReader;
import dev.papack.container.PreloadItem;
import dev.papack.container.Slice;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Map;

/** The reading example of docs/specs/assets-pa.md, word for word; it uses what is public alone. */
public final class ReadingExample {
  /** What a runtime does with a bank. */
  public interface Console {
    void load(PreloadItem item, BankMetadata metadata, ByteBuffer bank);
  }

  private ReadingExample() {}

  public static void boot(Path path, Console console) throws IOException, PackException {
    try (FileChannel file = FileChannel.open(path)) {
      PackReader pack = PackReader.open(PackBytes.of(file));
      for (Map.Entry<PreloadItem, Slice> preload : pack.preloadSlices().entrySet()) {
        Slice slice = preload.getValue();
        console.load(preload.getKey(), slice.entry().metadata(), slice.copy());
      }
    }
  }
}
