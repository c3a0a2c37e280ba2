package dev.papack.disk;

import dev.papack.diagnostic.FileName;
import java.util.List;

/** What a file system says of its own accord of a folder. */
public sealed interface Notice {
  /**
   * The folder that it is about.
   *
   * @return its names from the top; none for the top itself
   */
  List<FileName> folder();

  /**
   * A name of the folder stands for something else now, or for nothing.
   *
   * @param folder as it was added
   * @param name unchecked
   */
  record Replaced(List<FileName> folder, String name) implements Notice {
    /** Copies the list. */
    public Replaced {
      folder = List.copyOf(folder);
    }
  }

  /**
   * What a name of the folder stands for has other content, or other attributes.
   *
   * @param folder as it was added
   * @param name unchecked
   */
  record Written(List<FileName> folder, String name) implements Notice {
    /** Copies the list. */
    public Written {
      folder = List.copyOf(folder);
    }
  }

  /**
   * More happened in the folder than could be kept.
   *
   * @param folder as it was added
   */
  record Overflow(List<FileName> folder) implements Notice {
    /** Copies the list. */
    public Overflow {
      folder = List.copyOf(folder);
    }
  }

  /**
   * The folder is gone, and nothing more will be said of it.
   *
   * @param folder as it was added
   */
  record Gone(List<FileName> folder) implements Notice {
    /** Copies the list. */
    public Gone {
      folder = List.copyOf(folder);
    }
  }
}
