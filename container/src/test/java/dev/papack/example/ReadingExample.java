package dev.papack.example;

import dev.papack.container.MappedPack;
import dev.papack.container.MappedSlice;
import dev.papack.container.PackException;
import dev.papack.container.PreloadItem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The reading example of the documents, word for word; it uses what is public alone. */
public final class ReadingExample {
  /** What a runtime does with a bank. */
  public interface Console {
    void load(PreloadItem item, MappedSlice bank);

    void play(MappedSlice bank);
  }

  private ReadingExample() {}

  public static void boot(Path path, int introId, Console console)
      throws IOException, PackException {
    try (MappedPack pack = MappedPack.open(path)) {
      pack.verify();
      for (Map.Entry<PreloadItem, MappedSlice> preload : pack.preload().entrySet()) {
        console.load(preload.getKey(), preload.getValue());
      }
      if (pack.header().find(introId).isPresent()) {
        console.play(pack.slice(introId));
      }
    }
  }
}
