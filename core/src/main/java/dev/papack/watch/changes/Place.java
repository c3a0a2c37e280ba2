package dev.papack.watch.changes;

import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.RelativePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Something in the folder {@code assets/}, or that folder.
 *
 * @param folder the folders it is in, from the workspace on; none for {@code assets/} itself
 * @param name its name, unchecked
 */
record Place(List<FileName> folder, String name) {
  /** The folder {@code assets/}. */
  static final Place ASSETS = new Place(List.of(), AssetsPath.FOLDER.text());

  /** Copies the list. */
  Place {
    folder = List.copyOf(folder);
  }

  /** What is named in a folder, if a build looks at it. */
  static Optional<Place> in(List<FileName> folder, String name) {
    boolean isSeen = folder.isEmpty() ? name.equals(ASSETS.name) : !name.startsWith(".");
    return isSeen ? Optional.of(new Place(folder, name)) : Optional.empty();
  }

  /** A folder that is watched. */
  static Place of(List<FileName> folder) {
    return folder.isEmpty()
        ? ASSETS
        : new Place(folder.subList(0, folder.size() - 1), folder.getLast().text());
  }

  /** Its names from the workspace on; empty if a build would refuse its name or its path. */
  Optional<List<FileName>> names() {
    if (FileName.faultOf(name).isPresent() || RelativePath.faultOfLength(text()).isPresent()) {
      return Optional.empty();
    }
    List<FileName> names = new ArrayList<>(folder);
    names.add(new FileName(name));
    return Optional.of(names);
  }

  /** Its path below {@code assets/}, unchecked; empty for that folder itself. */
  String text() {
    return folder.isEmpty()
        ? ""
        : folder.stream().skip(1).map(part -> part.text() + "/").collect(Collectors.joining())
            + name;
  }
}
