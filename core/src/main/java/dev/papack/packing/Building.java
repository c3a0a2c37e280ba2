package dev.papack.packing;

import dev.papack.asset.Asset;
import dev.papack.container.Header;
import dev.papack.container.PackId;
import dev.papack.convert.Capacity;
import dev.papack.convert.Conversion;
import dev.papack.convert.Conversion.BankUse;
import dev.papack.convert.ConvertedAsset;
import dev.papack.convert.InOrder;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Done;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.ReadableDirectory;
import dev.papack.progress.CancelledException;
import dev.papack.progress.Observer;
import dev.papack.progress.Phase;
import dev.papack.progress.Progress;
import dev.papack.publish.Publication;
import dev.papack.registry.DeclaredWorkspace;
import dev.papack.result.Checked;
import dev.papack.result.Drift;
import dev.papack.workspace.AssetsFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The stages of a build in their order; a check is their first half. */
public final class Building {
  private final ReadableDirectory workspace;
  private final Drift drift;
  private final Capacity capacity;
  private final Observer observer;

  public Building(ReadableDirectory workspace, Drift drift, Capacity capacity, Observer observer) {
    this.workspace = workspace;
    this.drift = drift;
    this.capacity = capacity;
    this.observer = observer;
  }

  /**
   * What was published.
   *
   * @param packId the identity of the pack
   * @param assetCount how many assets it holds
   * @param packBytes how long it is
   */
  public record PackedSet(PackId packId, int assetCount, long packBytes) {}

  /** Everything that a build would refuse. */
  public Outcome<Checked> check() throws IOException, CancelledException {
    return pastTheGate(
        Optional.empty(),
        (assets, declared) -> convertAll(assets, declared, Building::judge, _ -> {}));
  }

  /** What a build would say of a bank that is not written. */
  private static Outcome<Done> judge(ConvertedAsset converted) throws IOException {
    return new Outcome.Accepted<>(Done.DONE, converted.bank().judge());
  }

  /** Converts, packs, reads back and publishes; nothing is staged before the gate. */
  public Outcome<PackedSet> build(Publication publication) throws IOException, CancelledException {
    return pastTheGate(
        publication.findObstacle(),
        (assets, declared) -> {
          PackAssembly assembly = new PackAssembly(publication);
          return convertAll(assets, declared, assembly::store, assembly::add)
              .flatMap(_ -> assembly.layOut())
              .then(header ->
                  pack(publication, assembly, header)
                      .map(packId ->
                          new PackedSet(packId, header.assetTable().size(), assembly.packBytes())));
        });
  }

  private Outcome<PackId> pack(Publication publication, PackAssembly assembly, Header header)
      throws IOException, CancelledException {
    observer.observe(new Progress.Begun(Phase.PACK, 0));
    return assembly
        .write(header)
        .then(packId -> {
          observer.observe(new Progress.Begun(Phase.VERIFY, 0));
          assembly.verify(packId, capacity.threads());
          stopIfCancelled();
          observer.observe(new Progress.Begun(Phase.PUBLISH, 0));
          return publication.publishPack(packId);
        });
  }

  /**
   * What is declared, and of supported versions.
   *
   * @param assets those on which registry and declarations agree
   * @param diagnostics what was found so far
   */
  private record Declared(List<Asset> assets, List<Diagnostic> diagnostics) {
    /** Copies the lists. */
    private Declared {
      assets = List.copyOf(assets);
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /** The costly part, with the open folder {@code assets/}. */
  @FunctionalInterface
  private interface Work<T> {
    Outcome<T> apply(ReadableDirectory assets, Declared declared)
        throws IOException, CancelledException;
  }

  /** Reads and reconciles; with an unsupported version nothing more is done. */
  private <T> Outcome<T> pastTheGate(Optional<Diagnostic> obstacle, Work<T> work)
      throws IOException, CancelledException {
    observer.observe(new Progress.Begun(Phase.READ, 0));
    return AssetsFolder.within(
        workspace,
        assets -> declared(assets, obstacle).then(declared -> work.apply(assets, declared)));
  }

  /** What is kept while assets are converted: not the documents, nor the list of all files. */
  private Outcome<Declared> declared(ReadableDirectory assets, Optional<Diagnostic> obstacle)
      throws IOException {
    return DeclaredWorkspace.read(assets)
        .map(declared ->
            switch (drift) {
              case TOLERATED -> declared;
              case REFUSED -> declared.frozen();
            })
        .flatMap(declared -> {
          List<Diagnostic> diagnostics = new ArrayList<>(declared.diagnostics());
          obstacle.ifPresent(diagnostics::add);
          return declared.hasVersionFault()
              ? new Outcome.Refused<>(diagnostics)
              : Outcome.of(new Declared(declared.assets(), diagnostics));
        });
  }

  /**
   * Converts every asset, even behind one that is refused: its faults are wanted as well.
   *
   * @param use gets each bank, on some thread
   * @param sink takes what is left of the banks, in the order of the ids
   */
  private <T> Outcome<Checked> convertAll(
      ReadableDirectory assets, Declared declared, BankUse<T> use, Consumer<T> sink)
      throws IOException, CancelledException {
    List<Asset> all = declared.assets();
    List<Diagnostic> diagnostics = new ArrayList<>(declared.diagnostics());
    observer.observe(new Progress.Begun(Phase.CONVERT, all.size()));
    Conversion conversion = new Conversion(assets, capacity.memory());
    Iterator<InOrder.Work<Outcome<T>>> work =
        all.stream()
            .map(asset -> (InOrder.Work<Outcome<T>>) () -> conversion.convert(asset, use))
            .iterator();
    int done = 0;
    try (InOrder<Outcome<T>> results = new InOrder<>(capacity.threads(), work)) {
      while (results.hasNext()) {
        stopIfCancelled();
        Outcome<T> result = results.next();
        diagnostics.addAll(result.diagnostics());
        if (result instanceof Outcome.Accepted<T>(T stored, var _)) {
          sink.accept(stored);
        }
        Asset through = all.get(done++);
        observer.observe(new Progress.Advanced(Phase.CONVERT, done, all.size(), through.name()));
      }
    }
    return diagnostics.stream().anyMatch(Diagnostic::isError)
        ? new Outcome.Refused<>(diagnostics)
        : new Outcome.Accepted<>(new Checked(done), diagnostics);
  }

  private void stopIfCancelled() throws CancelledException {
    if (observer.isCancelled()) {
      throw new CancelledException();
    }
  }
}
