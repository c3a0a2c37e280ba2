package dev.papack.packing;

import dev.papack.cache.BuildCache;
import dev.papack.cache.CachedFiles;
import dev.papack.cache.LastResult;
import dev.papack.cache.Unchanged;
import dev.papack.convert.Conversion;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.ReadableDirectory;
import dev.papack.progress.CancelledException;
import dev.papack.progress.Phase;
import dev.papack.progress.Progress;
import dev.papack.publish.PackSlot;
import dev.papack.result.Checked;
import dev.papack.workspace.AssetsFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a build would refuse, without what it writes.
 *
 * @param stages those that a build has too
 */
record Checking(Stages stages) {
  /** Assets of the last build are not converted again. */
  Outcome<Checked> check() throws IOException, CancelledException {
    stages.observer().observe(new Progress.Begun(Phase.READ, 0));
    return AssetsFolder.within(
        stages.folders().workspace(),
        assets -> {
          Optional<Diagnostic> obstacle = PackSlot.findAnyObstacle(stages.folders().output());
          Optional<LastResult> same =
              obstacle.isPresent()
                  ? Optional.empty()
                  : LastBuild.findSame(stages.folders().output(), assets, stages.drift());
          return same.isPresent()
              ? Outcome.of(new Checked(same.get().assetCount())).and(same.get().said())
              : check(assets, obstacle);
        });
  }

  private Outcome<Checked> check(ReadableDirectory assets, Optional<Diagnostic> obstacle)
      throws IOException, CancelledException {
    Optional<BuildCache> cache = LastBuild.read(stages.folders().output(), stages.drift());
    return stages.pastTheGate(
        assets,
        others -> stages.read(assets, CachedFiles.of(cache), others),
        obstacle,
        (declared, budgets) -> {
          Judging judging =
              new Judging(
                  cache.map(BuildCache::byId).orElse(Map.of()),
                  new Unchanged(assets, declared.stamps()),
                  new Conversion(assets, stages.capacity().memory()));
          List<BankLoad> loads = new ArrayList<>();
          return stages
              .makeAll(
                  declared,
                  judging,
                  load -> {
                    if (budgets.isWanted()) {
                      loads.add(load);
                    }
                  })
              .then(checked -> budgets.judge(loads).map(_ -> checked));
        });
  }
}
