package dev.papack;

import dev.papack.media.aseprite.HostileAseprite;
import dev.papack.media.flac.HostileFlac;
import dev.papack.media.gif.HostileGif;
import dev.papack.media.png.HostilePng;
import dev.papack.media.vorbis.HostileVorbis;
import dev.papack.media.wav.HostileWav;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process of its own, whose small heap is part of the trial. */
public final class HostileInputs {
  /** What is asked for by name, to see that the trial notices. */
  private static final List<Family> PLANTED =
      List.of(
          new Family(
              "escapes",
              1,
              number -> {
                throw new IndexOutOfBoundsException("planted");
              }),
          new Family("greedy", 1, number -> String.valueOf(new byte[256 << 20].length)));

  private HostileInputs() {}

  /**
   * Tries all, or a planted family.
   *
   * @param arguments the file that takes a line for each family; the name of a planted one
   */
  public static void main(String[] arguments) throws Exception {
    try (PrintStream out =
        new PrintStream(
            Files.newOutputStream(Path.of(arguments[0])), false, StandardCharsets.UTF_8)) {
      for (Family family : arguments.length == 1 ? all() : planted(arguments[1])) {
        out.println(family.line());
      }
    }
  }

  private static List<Family> planted(String name) {
    return PLANTED.stream().filter(family -> family.name().equals(name)).toList();
  }

  private static List<Family> all() throws Exception {
    List<Family> families = new ArrayList<>();
    families.addAll(HostileJson.families());
    families.addAll(HostileDocuments.families());
    families.addAll(HostilePng.families());
    families.addAll(HostileGif.families());
    families.addAll(HostileAseprite.families());
    families.addAll(HostileWav.families());
    families.addAll(HostileFlac.families());
    families.addAll(HostileVorbis.families());
    families.addAll(HostilePacks.families());
    families.addAll(HostileWorkspaces.families());
    return families;
  }
}
