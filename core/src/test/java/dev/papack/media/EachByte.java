package dev.papack.media;

import dev.papack.Family;
import dev.papack.diagnostic.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A small file with one byte that has another value: every value of every byte. */
public final class EachByte {
  private EachByte() {}

  /**
   * A family for each part of a file.
   *
   * @param name of the format
   * @param file a valid one
   * @param partBytes how long a part is
   */
  public static List<Family> families(
      String name, byte[] file, int partBytes, Function<byte[], Outcome<?>> reader) {
    List<Family> families = new ArrayList<>();
    for (int start = 0; start < file.length; start += partBytes) {
      int first = start;
      int count = Math.min(partBytes, file.length - start);
      families.add(
          new Family(
              name + " bytes-from-" + start,
              count * 256,
              number -> {
                byte[] changed = file.clone();
                changed[first + number / 256] = (byte) number;
                return Family.verdict(reader.apply(changed).diagnostics());
              }));
    }
    return families;
  }
}
