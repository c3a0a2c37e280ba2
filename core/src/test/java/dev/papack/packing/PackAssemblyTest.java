package dev.papack.packing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.asset.Asset;
import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import dev.papack.asset.DeclarationPlace;
import dev.papack.asset.SoundsSettings;
import dev.papack.cache.Findings;
import dev.papack.container.AssetName;
import dev.papack.container.BankType;
import dev.papack.container.Header;
import dev.papack.container.Sha256;
import dev.papack.container.SoundsMetadata;
import dev.papack.convert.FileContents;
import dev.papack.convert.Recipe;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FirstFix;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.SystemDisk;
import dev.papack.disk.WritableDirectory;
import dev.papack.publish.Operation;
import dev.papack.publish.Publication;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What no single pack can hold, and no registry of a workspace can ask for. */
class PackAssemblyTest {
  private static final int MAX_ENTRIES = 131_072;
  private static final SoundsSettings SETTINGS =
      new SoundsSettings(OptionalInt.empty(), OptionalInt.empty(), new SoundsSettings.Loop.None());

  @TempDir private Path workspace = Path.of("");

  @Test
  void oneEntryMoreThanAPackHasIsRefused() throws IOException {
    try (WritableDirectory directory = new SystemDisk().openForWriting(workspace, "");
        Publication publication = begin(directory)) {
      PackAssembly assembly = new PackAssembly(publication);
      SoundsMetadata metadata = new SoundsMetadata(1, 1, Optional.empty(), 8_000);
      Sha256 digest = Sha256.of(ByteBuffer.allocate(2));
      FileContents contents = FileContents.of(List.of());
      Recipe recipe = new Recipe(BankType.SOUNDS, 1, "NONE", 1, 0, "", List.of());
      for (int id = 1; id <= MAX_ENTRIES + 1; id++) {
        assembly.add(
            new StoredAsset(
                asset(id),
                contents,
                recipe,
                Optional.empty(),
                metadata,
                digest,
                Findings.Kept.NONE,
                SliceFile.SPOOL,
                2L * id,
                StoredAsset.Known.BY_CONTENT));
      }
      Outcome<Header> header = assembly.layOut();
      assertThat(header.diagnostics())
          .singleElement()
          .satisfies(fault -> {
            assertThat(fault.code()).isEqualTo(DiagnosticCode.PACK_TOO_LARGE);
            assertThat(fault.message()).contains("131073").contains("131072");
            assertThat(FirstFix.title(fault))
                .contains("split the workspace: a pack cannot contain more");
          });
    }
  }

  private static Publication begin(WritableDirectory directory) throws IOException {
    return switch (Publication.begin(directory, Operation.BUILD)) {
      case Outcome.Accepted<Publication>(Publication publication, List<Diagnostic> notes) ->
          publication;
      case Outcome.Refused<Publication>(List<Diagnostic> faults) ->
          throw new AssertionError(faults);
    };
  }

  private static Asset asset(int id) {
    AssetsPath path = AssetsPath.of("sound_" + id);
    return new Asset(
        new AssetId(id),
        new AssetName("sound_" + id),
        new DeclarationPlace(new AssetRoot(path), DeclarationPlace.Form.BESIDE),
        List.of(),
        SETTINGS,
        OptionalInt.empty());
  }
}
