package dev.papack.git;

import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.WorkspacePath;
import java.util.Collection;
import java.util.List;

/** A file of a workspace that tells git what to do with the others. */
public enum GitFile {
  /** What a build derives, and its control data. */
  IGNORE(
      ".gitignore",
      """
      # What papack derives, and its control data.
      /assets.pa
      /build/asset_table.json
      /build/preload.json
      /build/asset_table_metadata.json
      /.papack/
      """),

  /**
   * Keeps git from changing line endings of documents, and from touching art. Where both sides
   * changed a declaration git stops, since it takes similar declarations for versions of one; the
   * registry names the driver that merges it, and is merged by lines where none is configured.
   */
  ATTRIBUTES(
      ".gitattributes",
      """
      # papack writes documents with LF everywhere; art and sound are not text.
      *.json text eol=lf
      *.png binary
      *.gif binary
      *.ase binary
      *.aseprite binary
      *.wav binary
      *.flac binary
      *.ogg binary
      *.oga binary
      *.pa binary
      # git takes declarations that look alike for one, so it stops instead of merging them.
      asset.json merge=binary
      *.asset.json merge=binary
      """
          + WorkspacePath.INDEX
          + " merge=papack\n");

  private final String name;
  private final String text;

  GitFile(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /** Its name, directly in the workspace. */
  public FileName fileName() {
    return new FileName(name);
  }

  /** The whole text of a new one. */
  public String text() {
    return text;
  }

  /** The lines of a new one that are not among those there. */
  public List<String> lacking(Collection<String> there) {
    return text.lines().filter(line -> !line.startsWith("#") && !there.contains(line)).toList();
  }
}
