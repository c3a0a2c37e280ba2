package dev.papack.supported;

import dev.papack.asset.DeclarationPlace;
import dev.papack.container.SupportedFormats;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.migration.Histories;
import dev.papack.migration.History;
import dev.papack.publish.PackSlot;
import dev.papack.result.ContractArtifact;
import dev.papack.result.ContractArtifact.Audience;
import dev.papack.result.ContractArtifact.Lifecycle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The contract with shippers: every artifact of a workspace, with its path and versions. */
public final class Contract {
  private static final String ASSETS = AssetsPath.FOLDER + "/";

  private Contract() {}

  /** Every artifact of a workspace: published ones, authored ones, control data. */
  public static List<ContractArtifact> all() {
    return List.of(
        new ContractArtifact(
            PackSlot.PACK.path().text(),
            Artifact.PACK.label(),
            Audience.RUNTIME,
            Lifecycle.DERIVED,
            Optional.of("header_sha256"),
            Stream.of(SupportedFormats.Concern.values()).map(Formats::of).toList()),
        companion(PackSlot.ASSET_TABLE, Histories.ASSET_TABLE),
        companion(PackSlot.PRELOAD, Histories.PRELOAD),
        companion(PackSlot.ASSET_TABLE_METADATA, Histories.ASSET_TABLE_METADATA),
        authored(ASSETS + AssetsPath.INDEX, Histories.INDEX),
        authored(ASSETS + AssetsPath.IGNORE, Histories.IGNORE),
        authored(ASSETS + AssetsPath.BUDGETS, Histories.BUDGETS),
        authored(ASSETS + "**/" + DeclarationPlace.FILE, Histories.ASSET),
        authored(ASSETS + "**/*." + DeclarationPlace.FILE, Histories.ASSET),
        new ContractArtifact(
            ".papack/",
            "control",
            Audience.PACKER,
            Lifecycle.CONTROL,
            Optional.empty(),
            Stream.concat(
                    Stream.of(
                            Histories.PUBLICATION_RECORD,
                            Histories.DOCUMENT_RECORD,
                            Histories.LOCK_OWNER)
                        .map(Formats::of),
                    Stream.of(Formats.ofBuildCache()))
                .toList()));
  }

  private static ContractArtifact companion(PackSlot slot, History history) {
    return new ContractArtifact(
        slot.path().text(),
        history.kind().label(),
        Audience.TOOLING,
        Lifecycle.DERIVED,
        Optional.of("/pack_id"),
        List.of(Formats.of(history)));
  }

  private static ContractArtifact authored(String path, History history) {
    return new ContractArtifact(
        path,
        history.kind().label(),
        Audience.TOOLING,
        Lifecycle.AUTHORED,
        Optional.empty(),
        List.of(Formats.of(history)));
  }
}
