package dev.papack.registry;

import dev.papack.asset.AssetRoot;
import dev.papack.asset.DeclarationPlace;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.DiskException;
import dev.papack.disk.ReadableDirectory;
import dev.papack.migration.CurrentDocument;
import dev.papack.migration.Histories;
import dev.papack.migration.Migration;
import dev.papack.source.AssetTree;
import dev.papack.source.FileReader;
import dev.papack.source.FileStamps;
import dev.papack.source.InOrder;
import dev.papack.source.Limits;
import dev.papack.source.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Fills a {@link DeclarationScan}. Declarations are read, parsed and judged by several threads;
 * what comes of it does not depend on them.
 */
final class DeclarationReader {
  /** So few take no longer than to start threads. */
  private static final int FEW = 100;

  /**
   * The tree of a document takes many times the memory of its text: what is longer than this is
   * read by one thread at a time.
   */
  private static final int SHORT_BYTES = 64 << 10;

  private final ReadableDirectory assets;
  private final IgnoreList ignores;
  private final KnownFiles known;
  private final Sharing sharing;
  private final int threads;
  private final Object longOne = new Object();
  private final NavigableMap<AssetRoot, LocatedDeclaration> declarations = new TreeMap<>();
  private final Set<AssetRoot> brokenRoots = new HashSet<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  DeclarationReader(
      ReadableDirectory assets,
      IgnoreList ignores,
      KnownFiles known,
      Registry registry,
      int threads) {
    this.assets = assets;
    this.ignores = ignores;
    this.known = known;
    this.sharing = new Sharing(registry);
    this.threads = threads;
  }

  DeclarationScan read(AssetTree tree) throws IOException {
    for (AssetsPath file : tree.ignored()) {
      DeclarationPlace.of(file)
          .ifPresent(place -> {
            brokenRoots.add(place.root());
            diagnostics.add(ignores.ofDeclaration(file));
          });
    }
    List<DeclarationPlace> unknown = new ArrayList<>();
    for (DeclarationPlace place : places(tree).values()) {
      Optional<LocatedDeclaration> same = known(place, tree.stamps());
      same.ifPresent(before -> declarations.put(place.root(), before));
      if (same.isEmpty()) {
        unknown.add(place);
      }
    }
    if (threads == 1 || unknown.size() < FEW) {
      for (DeclarationPlace place : unknown) {
        take(place, read(place));
      }
    } else {
      readByThreads(unknown);
    }
    return new DeclarationScan(declarations, brokenRoots, diagnostics);
  }

  private void readByThreads(List<DeclarationPlace> places) throws IOException {
    Iterator<InOrder.Work<Outcome<LocatedDeclaration>>> work =
        places.stream()
            .map(place -> (InOrder.Work<Outcome<LocatedDeclaration>>) () -> readBeside(place))
            .iterator();
    try (InOrder<Outcome<LocatedDeclaration>> results = new InOrder<>(threads, work)) {
      for (DeclarationPlace place : places) {
        take(place, results.next());
      }
    }
  }

  private void take(DeclarationPlace place, Outcome<LocatedDeclaration> read) {
    diagnostics.addAll(read.diagnostics());
    switch (read) {
      case Outcome.Accepted<LocatedDeclaration>(LocatedDeclaration declaration, var _) ->
          declarations.put(place.root(), declaration);
      case Outcome.Refused<LocatedDeclaration> _ -> brokenRoots.add(place.root());
    }
  }

  private Optional<LocatedDeclaration> known(DeclarationPlace place, FileStamps stamps) {
    return stamps
        .find(place.file())
        .flatMap(stamp ->
            known
                .find(place, stamp)
                .map(before ->
                    sharing.shared(
                        new LocatedDeclaration(
                            place,
                            before.declaration(),
                            CurrentDocument.unread(
                                Histories.ASSET, before.version(), () -> again(place, stamps))))));
  }

  /** The file that was read before. It must still be the same: what it says has been judged. */
  private Snapshot again(DeclarationPlace place, FileStamps before) {
    AssetsPath file = place.file();
    try {
      if (text(place) instanceof Outcome.Accepted<Snapshot>(Snapshot snapshot, var _)
          && FileReader.stamp(assets, file).equals(before.find(file))) {
        return snapshot;
      }
      throw new DiskException(
          DiskException.Trouble.CHANGED,
          file.inWorkspace().text(),
          "the file changed while it was read");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Outcome<Snapshot> text(DeclarationPlace place) throws IOException {
    return FileReader.read(assets, place.file(), Limits.DECLARATION_BYTES, Artifact.ASSET);
  }

  private Outcome<LocatedDeclaration> read(DeclarationPlace place) throws IOException {
    return text(place).flatMap(snapshot -> meaning(snapshot, place));
  }

  /** The same, while other threads read other declarations. */
  private Outcome<LocatedDeclaration> readBeside(DeclarationPlace place) throws IOException {
    if (FileReader.read(assets, place.file(), SHORT_BYTES, Artifact.ASSET)
        instanceof Outcome.Accepted<Snapshot>(Snapshot snapshot, var _)) {
      return meaning(snapshot, place);
    }
    // It is long, or what is wrong with it is found again.
    synchronized (longOne) {
      return read(place);
    }
  }

  private Outcome<LocatedDeclaration> meaning(Snapshot snapshot, DeclarationPlace place) {
    return Migration.read(snapshot, Histories.ASSET)
        .flatMap(document -> DeclarationDocument.read(document, place))
        .map(sharing::kept);
  }

  /** Where declarations are to be read; what else is in their way is a fault. */
  private NavigableMap<AssetRoot, DeclarationPlace> places(AssetTree tree) {
    NavigableMap<AssetRoot, DeclarationPlace> places = new TreeMap<>();
    for (AssetsPath file : tree.files()) {
      Optional<DeclarationPlace> found = DeclarationPlace.of(file);
      if (found.isEmpty()) {
        if (file.names().size() == 1 && file.name().text().equals(DeclarationPlace.FILE)) {
          diagnostics.add(
              Diagnostic.error(
                      DiagnosticCode.PATH_FORM,
                      location(file),
                      "assets/asset.json is not allowed: assets/ itself cannot be an asset")
                  .advice("move it into the folder of the asset, or name it NAME.asset.json"));
        }
        continue;
      }
      DeclarationPlace place = found.get();
      DeclarationPlace other = places.putIfAbsent(place.root(), place);
      if (other != null) {
        brokenRoots.add(place.root());
        diagnostics.add(
            Diagnostic.error(
                    DiagnosticCode.ROOT_DECLARED_TWICE,
                    location(place.file()),
                    "the root \""
                        + place.root()
                        + "\" has two declarations: "
                        + other.file()
                        + " and "
                        + place.file())
                .related(location(other.file()), "the other declaration")
                .advice("delete one of the two"));
      }
    }
    brokenRoots.forEach(places::remove);
    refuseNested(places);
    return places;
  }

  private void refuseNested(NavigableMap<AssetRoot, DeclarationPlace> places) {
    List<DeclarationPlace> nested = new ArrayList<>();
    for (DeclarationPlace place : places.values()) {
      Optional<AssetsPath> folder = place.root().path().parent();
      while (folder.isPresent()) {
        DeclarationPlace outer = places.get(new AssetRoot(folder.get()));
        if (outer != null && outer.form() == DeclarationPlace.Form.INSIDE) {
          nested.add(place);
          diagnostics.add(
              Diagnostic.error(
                      DiagnosticCode.ROOT_NESTED,
                      location(place.file()),
                      "the root \""
                          + place.root()
                          + "\" is inside the root \""
                          + outer.root()
                          + "\"")
                  .related(location(outer.file()), "the outer declaration")
                  .advice(
                      "move one of them, or declare the outer one in "
                          + outer.root()
                          + ".asset.json, outside its folder"));
          break;
        }
        folder = folder.get().parent();
      }
    }
    for (DeclarationPlace place : nested) {
      places.remove(place.root());
      brokenRoots.add(place.root());
    }
  }

  private static Location location(AssetsPath file) {
    return Location.of(Artifact.ASSET, file);
  }
}
