package dev.papack.publish;

import dev.papack.diagnostic.FileName;
import dev.papack.disk.ReadableDirectory;
import java.io.IOException;

/**
 * The folder in which a workspace publishes: the pack with its companions, and the control folder
 * with all that a publication needs. It is the workspace itself, or another one that a user named.
 *
 * @param directory the open folder
 */
public record OutputFolder(ReadableDirectory directory) {
  /** The folder in it that only papack writes. */
  public static final FileName CONTROL = ControlFolder.NAME;

  /** Whether papack has been asked to publish here before. */
  public boolean isKnown() throws IOException {
    return directory.find(CONTROL).isPresent();
  }

  /**
   * A file in it, as messages name it.
   *
   * @param path from the folder on
   */
  public String shown(String path) {
    return directory.displayPath().isEmpty() ? path : directory.displayPath() + "/" + path;
  }

  /** A published file, as messages name it. */
  public String shown(PackSlot slot) {
    return shown(slot.path().text());
  }

  /** The remains of an interrupted publication, as messages name them. */
  String shownJournal() {
    return shown(ControlFolder.JOURNAL_PATH);
  }
}
