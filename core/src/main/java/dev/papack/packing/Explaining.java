package dev.papack.packing;

import dev.papack.asset.Asset;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Suggestion;
import dev.papack.diagnostic.Verb;
import dev.papack.result.BuildRequest;
import dev.papack.result.BuildRequest.Explanation;
import dev.papack.result.BuiltAsset;
import java.util.List;
import java.util.Optional;

/** Which assets of a build are explained. */
final class Explaining {
  private Explaining() {}

  /** That the asset to explain is none of these, before anything is built. */
  static Optional<Diagnostic> findUnknown(BuildRequest request, List<Asset> all) {
    return request
        .explainedAsset()
        .filter(wanted -> all.stream().noneMatch(asset -> isMeant(asset, wanted)))
        .map(wanted ->
            Diagnostic.error(
                    DiagnosticCode.ASSET_NOT_FOUND,
                    Location.of(Artifact.REQUEST, ""),
                    "the workspace has no asset \"" + wanted + "\"")
                .found(wanted)
                .fix(
                    Suggestion.closest(
                            wanted, all.stream().map(asset -> asset.name().text()).toList())
                        .map(name -> Fix.advice("did you mean \"" + name + "\"?"))
                        .orElseGet(() -> Fix.manual("list the assets", Fix.run(Verb.LIST)))));
  }

  /** What was done with those that are to be explained. */
  static List<BuiltAsset> explain(BuildRequest request, List<StoredAsset> stored, Renewal renewal) {
    return stored.stream()
        .filter(asset -> isWanted(request.explanation(), asset.asset()))
        .map(asset ->
            new BuiltAsset(
                asset.asset().id().value(), asset.asset().name(), renewal.reasons(asset)))
        .toList();
  }

  private static boolean isWanted(Explanation explanation, Asset asset) {
    return switch (explanation) {
      case Explanation.OfNothing _ -> false;
      case Explanation.OfAll _ -> true;
      case Explanation.Of(String wanted) -> isMeant(asset, wanted);
    };
  }

  private static boolean isMeant(Asset asset, String wanted) {
    return asset.name().text().equals(wanted)
        || asset.place().root().toString().equals(wanted)
        || asset.id().toString().equals(wanted);
  }
}
