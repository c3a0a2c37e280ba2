package dev.papack.result;

import dev.papack.asset.AssetId;
import dev.papack.asset.DeclarationPlace;
import dev.papack.container.AssetName;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.WorkspacePath;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a workspace is.
 *
 * @param assetCount the assets on which registry and declarations agree
 * @param fileCount the files under {@code assets/}
 * @param findings what is wrong, with notes of what is not wrong but worth knowing, in order; of a
 *     workspace that was fixed, what remains
 * @param fixes the assets that can be fixed unambiguously, or have been, by root
 * @param edits the documents that can be repaired by safe edits, or have been, by path
 * @param driver whether git merges with papack here
 */
public record Health(
    int assetCount,
    int fileCount,
    List<Diagnostic> findings,
    List<FixedAsset> fixes,
    List<EditedDocument> edits,
    MergeDriver driver) {
  /** Copies the lists. */
  public Health {
    findings = List.copyOf(findings);
    fixes = List.copyOf(fixes);
    edits = List.copyOf(edits);
  }

  /** Whether the configuration of the clone that a workspace is in has the merge driver. */
  public enum MergeDriver {
    /** It has. */
    IN_CLONE,
    /** It has not; the user's own configuration, or that of the machine, may have it. */
    NOT_IN_CLONE,
    /** The workspace is in no clone. */
    NO_CLONE
  }

  /**
   * A document in which safe edits are made, and nothing else.
   *
   * @param path the document
   * @param titles what each edit does, in the order of the faults
   */
  public record EditedDocument(WorkspacePath path, List<String> titles) {
    /** Copies the list. */
    public EditedDocument {
      titles = List.copyOf(titles);
    }
  }

  /**
   * An asset on which registry and declaration come to agree. No source is touched, no declaration
   * deleted and no id retired.
   *
   * @param action what is done: everything that {@code add} does but declare
   * @param id the id that the asset has then; empty while that would be a new one and none is drawn
   * @param idBefore the id that its declaration had
   * @param name its name
   * @param place where it is declared
   * @param reasons what was there before, a sentence each
   */
  public record FixedAsset(
      Added.Action action,
      Optional<AssetId> id,
      Optional<AssetId> idBefore,
      AssetName name,
      DeclarationPlace place,
      List<String> reasons) {
    /** Copies the list. */
    public FixedAsset {
      reasons = List.copyOf(reasons);
    }

    /** The same before it is carried out: what would be drawn then is not known. */
    private FixedAsset proposed() {
      return action.keepsId(id, idBefore)
          ? this
          : new FixedAsset(action, Optional.empty(), idBefore, name, place, reasons);
    }
  }

  /**
   * With fixes that are not carried out.
   *
   * @return the same, with no id that would only be drawn
   */
  public Health proposed() {
    return new Health(
        assetCount,
        fileCount,
        findings,
        fixes.stream().map(FixedAsset::proposed).toList(),
        edits,
        driver);
  }

  /**
   * With findings in files that are no documents.
   *
   * @param others the findings
   * @param otherEdits what would be appended to these files, or has been
   * @return the same with both, in order
   */
  public Health and(List<Diagnostic> others, List<EditedDocument> otherEdits) {
    return new Health(
        assetCount,
        fileCount,
        Stream.concat(findings.stream(), others.stream()).sorted().toList(),
        fixes,
        Stream.concat(edits.stream(), otherEdits.stream())
            .sorted(Comparator.comparing(EditedDocument::path))
            .toList(),
        driver);
  }

  /**
   * With what led to it.
   *
   * @param before what was found and fixed
   * @return how it is now, with the fixes that were carried out
   */
  public Health after(Health before) {
    return new Health(assetCount, fileCount, findings, before.fixes, before.edits, driver);
  }
}
