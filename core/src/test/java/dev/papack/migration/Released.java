package dev.papack.migration;

import dev.papack.container.Sha256;
import dev.papack.document.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What was released, held against what there is: {@code compat/released.txt} lists every golden
 * document, every published schema and the structure of every version, each with its digest. A
 * version that is listed in {@code compat/open.txt} may still change; the other tests hold it as
 * they hold all.
 *
 * @param home the folder in which {@code compat} and {@code docs} lie
 * @param histories the kinds as the code has them
 */
record Released(Path home, List<History> histories) {
  private static final String LIST = "compat/released.txt";
  private static final String OPEN = "compat/open.txt";
  private static final String STRUCTURE = "structure ";
  private static final String RESTORE =
      "This was released; restore it and add version N+1:"
          + " see CONTRIBUTING.md, \"A new version of a document\".";

  /** Every difference, each with what to do about it; none where all holds. */
  List<String> faults() throws IOException {
    List<String> faults = new ArrayList<>();
    SequencedMap<String, String> listed = listed(faults);
    Map<String, String> found = found();
    Set<String> open = open(found.keySet(), faults);
    listed.keySet().stream()
        .filter(open::contains)
        .map(thing -> thing + " is released and cannot be open: remove it from " + OPEN)
        .forEach(faults::add);
    found.keySet().removeAll(open);
    listed.forEach((thing, digest) -> {
      String now = found.get(thing);
      if (now == null) {
        if (!hasLeftTheWindow(thing) && !open.contains(thing)) {
          faults.add(thing + " is gone. " + RESTORE);
        }
      } else if (!now.equals(digest)) {
        faults.add(thing + " has changed. " + RESTORE);
      }
    });
    found.forEach((thing, digest) -> {
      if (!listed.containsKey(thing)) {
        faults.add(
            thing
                + " is not listed. While it may still change, add its kind and version to "
                + OPEN
                + "; to release it, add this line to "
                + LIST
                + ":\n"
                + digest
                + "  "
                + thing);
      }
    });
    return faults;
  }

  /** The things of the versions that may still change. */
  private Set<String> open(Set<String> found, List<String> faults) throws IOException {
    Set<String> open = new TreeSet<>();
    for (String line : Files.readAllLines(home.resolve(OPEN))) {
      List<String> things = found.stream().filter(thing -> isOf(thing, line)).toList();
      if (things.isEmpty()) {
        faults.add(OPEN + " lists \"" + line + "\", and there is nothing of that version");
      }
      open.addAll(things);
    }
    return open;
  }

  /** Whether something belongs to a version, written as its kind and number. */
  private static boolean isOf(String thing, String version) {
    return thing.equals(STRUCTURE + version)
        || thing.startsWith("compat/" + version.replace(' ', '/') + "/")
        || thing.equals("docs/schemas/" + version.replace(' ', '-') + ".schema.json");
  }

  /** The structure of a version that is no longer read is no longer in the code. */
  private boolean hasLeftTheWindow(String thing) {
    return histories.stream()
        .anyMatch(history ->
            history.kind().lastReaders().keySet().stream()
                .anyMatch(
                    version -> thing.equals(STRUCTURE + history.kind().label() + " " + version)));
  }

  private SequencedMap<String, String> listed(List<String> faults) throws IOException {
    SequencedMap<String, String> listed = new LinkedHashMap<>();
    for (String line : Files.readAllLines(home.resolve(LIST))) {
      int gap = line.indexOf("  ");
      if (gap != 64) {
        faults.add(LIST + " has a line that is no digest and name: " + line);
      } else if (listed.put(line.substring(gap + 2), line.substring(0, gap)) != null) {
        faults.add(
            LIST
                + " has "
                + line.substring(gap + 2)
                + " twice. What was released never changes: see CONTRIBUTING.md.");
      }
    }
    return listed;
  }

  private Map<String, String> found() throws IOException {
    Map<String, String> found = new TreeMap<>();
    for (Path file : filesOf("compat")) {
      String name = file.getFileName().toString();
      if (!name.equals("README.md")
          && !file.equals(home.resolve(LIST))
          && !file.equals(home.resolve(OPEN))) {
        found.put(thing(file), digest(Files.readAllBytes(file)));
      }
    }
    for (Path file : filesOf("docs/schemas")) {
      if (file.getFileName().toString().endsWith(".json")) {
        found.put(thing(file), digest(Files.readAllBytes(file)));
      }
    }
    for (History history : histories) {
      for (Map.Entry<Integer, Shape> version : history.structures().entrySet()) {
        found.put(
            STRUCTURE + history.kind().label() + " " + version.getKey(),
            digest(StructureText.of(version.getValue()).getBytes(StandardCharsets.UTF_8)));
      }
    }
    return found;
  }

  private List<Path> filesOf(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(home.resolve(folder))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private String thing(Path file) {
    return home.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
  }

  private static String digest(byte[] bytes) {
    return Sha256.of(ByteBuffer.wrap(bytes)).hex();
  }
}
