package dev.papack.overlay;

import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.WorkspacePath;
import dev.papack.disk.FileStamp;
import dev.papack.disk.FileStatus;
import dev.papack.disk.FileType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Texts that stand for files of a workspace, whether or not such files are there.
 *
 * @param texts by the paths of their files from the workspace on
 */
public record UnsavedTexts(SortedMap<String, Text> texts) {
  /** None. */
  public static final UnsavedTexts NONE = new UnsavedTexts(new TreeMap<>());

  /** No file system has this number. */
  private static final long NO_DEVICE = Long.MIN_VALUE;

  /**
   * A text.
   *
   * @param utf8 its bytes
   * @param serial the number of the edit that made it: another text has another one
   */
  public record Text(ByteBuffer utf8, long serial) {
    /** What a folder says of it. */
    FileStatus status() {
      return new FileStatus(FileType.FILE, utf8.remaining(), serial, "unsaved " + serial);
    }

    /** What tells it from the text before it. */
    FileStamp stamp() {
      return new FileStamp(utf8.remaining(), serial, serial, NO_DEVICE, serial);
    }
  }

  /** Copies the map. */
  public UnsavedTexts {
    texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
  }

  /** Whether a stamp is that of a text: then every change of it shows at once. */
  public static boolean isOfText(FileStamp stamp) {
    return stamp.device() == NO_DEVICE;
  }

  /**
   * The same with another text for a file.
   *
   * @param serial a number that no text had before
   */
  public UnsavedTexts with(WorkspacePath file, String text, long serial) {
    SortedMap<String, Text> changed = new TreeMap<>(texts);
    ByteBuffer utf8 = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)).asReadOnlyBuffer();
    changed.put(file.text(), new Text(utf8, serial));
    return new UnsavedTexts(changed);
  }

  /** The same where a file is what the disk has. */
  public UnsavedTexts without(WorkspacePath file) {
    SortedMap<String, Text> changed = new TreeMap<>(texts);
    changed.remove(file.text());
    return new UnsavedTexts(changed);
  }

  /** The text that stands for a file. */
  public Optional<String> text(WorkspacePath file) {
    return Optional.ofNullable(texts.get(file.text()))
        .map(text -> StandardCharsets.UTF_8.decode(text.utf8().duplicate()).toString());
  }

  /**
   * The text that stands for a file.
   *
   * @param folder its folder, from the workspace on; empty for the workspace
   */
  Optional<Text> find(String folder, FileName name) {
    return Optional.ofNullable(texts.get(below(folder, name)));
  }

  /** The names of files and folders that are in a folder on account of these texts. */
  Set<String> namesIn(String folder) {
    String beginning = below(folder);
    Set<String> names = new TreeSet<>();
    for (String file : texts.keySet()) {
      if (file.startsWith(beginning)) {
        String rest = file.substring(beginning.length());
        names.add(rest.contains("/") ? rest.substring(0, rest.indexOf('/')) : rest);
      }
    }
    return names;
  }

  /** Whether a text is in a folder, however deep. */
  boolean isIn(String folder) {
    String beginning = below(folder);
    return texts.keySet().stream().anyMatch(file -> file.startsWith(beginning));
  }

  /** The path of a name in a folder. */
  static String below(String folder, FileName name) {
    return below(folder) + name;
  }

  private static String below(String folder) {
    return folder.isEmpty() ? "" : folder + "/";
  }
}
