package dev.papack.registry;

import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Location;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Where declarations name files: in their sources, and in the settings that refer to a picture. */
public final class NamedFiles {
  private final Set<AssetsPath> wanted;
  private final Map<AssetsPath, List<Location>> places = new TreeMap<>();

  private NamedFiles(Set<AssetsPath> wanted) {
    this.wanted = wanted;
  }

  /**
   * Finds the places of some files.
   *
   * @param wanted the files
   * @return by file, in the order of the roots; without those that nothing names
   */
  public static Map<AssetsPath, List<Location>> of(DeclarationScan scan, Set<AssetsPath> wanted) {
    NamedFiles named = new NamedFiles(wanted);
    scan.declarations().values().forEach(named::find);
    return Collections.unmodifiableMap(named.places);
  }

  private void find(LocatedDeclaration declaration) {
    List<AssetsPath> sources = declaration.sources();
    for (int index = 0; index < sources.size(); index++) {
      if (wanted.contains(sources.get(index))) {
        put(sources.get(index), declaration.placeOfSource(index));
      }
    }
    for (AssetsPath file : declaration.references()) {
      if (wanted.contains(file)) {
        put(file, declaration.placeOfPalettes());
      }
    }
  }

  private void put(AssetsPath file, Location place) {
    places.computeIfAbsent(file, _ -> new ArrayList<>()).add(place);
  }
}
