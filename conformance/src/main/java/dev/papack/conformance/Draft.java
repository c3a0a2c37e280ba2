package dev.papack.conformance;

/** A file in the making. */
public interface Draft {
  /**
   * Where files of its kind lie.
   *
   * @return the name of a folder of the kit
   */
  String folder();

  /**
   * What the names of such files end in.
   *
   * @return from the dot on
   */
  String suffix();

  /**
   * The file as it stands now.
   *
   * @return its bytes
   */
  Content content();
}
