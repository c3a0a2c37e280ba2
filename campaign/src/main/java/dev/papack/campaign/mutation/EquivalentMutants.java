package dev.papack.campaign.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the list of the survivors that have been read, each with the reason to let it live: three
 * lines, of which the last two are indented.
 *
 * <pre>
 * dev.papack.json.StringScan.read ConditionalsBoundary 1
 *     if (scan.lengthBytes &gt; limitBytes) {
 *     why no input shows the difference
 * </pre>
 */
final class EquivalentMutants {
  private static final Pattern FIRST_LINE = Pattern.compile("(\\S+) (\\S+) ([1-9][0-9]?)");

  private EquivalentMutants() {}

  /**
   * Reads a list.
   *
   * @throws IOException if an entry has another form, or stands there twice
   */
  static Set<Mutant.Name> read(Path file) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.removeIf(line -> line.isBlank() || line.startsWith("#"));
    Set<Mutant.Name> names = new LinkedHashSet<>();
    for (int i = 0; i < lines.size(); i += 3) {
      List<String> entry = lines.subList(i, Math.min(i + 3, lines.size()));
      if (!names.add(name(file, entry))) {
        throw new IOException(file + ": listed twice: " + entry.getFirst());
      }
    }
    return names;
  }

  private static Mutant.Name name(Path file, List<String> entry) throws IOException {
    Matcher words = FIRST_LINE.matcher(entry.getFirst());
    if (entry.size() != 3
        || !words.matches()
        || !entry.get(1).startsWith("    ")
        || !entry.get(2).startsWith("    ")) {
      throw new IOException(file + ": method, operator and number; the line; the reason: " + entry);
    }
    return new Mutant.Name(
        words.group(1), words.group(2), Integer.parseInt(words.group(3)), entry.get(1).strip());
  }
}
