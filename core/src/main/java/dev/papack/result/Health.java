package dev.papack.result;

import dev.papack.asset.AssetId;
import dev.papack.asset.DeclarationPlace;
import dev.papack.container.AssetName;
import dev.papack.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * How a workspace is.
 *
 * @param assetCount the assets on which registry and declarations agree
 * @param fileCount the files under {@code assets/}
 * @param findings what is wrong, with notes of what is not wrong but worth knowing, in order; of a
 *     workspace that was mended, what remains
 * @param fixes what can be put right because only one answer is possible, or has been, by root
 */
public record Health(int assetCount, int fileCount, List<Diagnostic> findings, List<Fix> fixes) {
  /** Copies the lists. */
  public Health {
    findings = List.copyOf(findings);
    fixes = List.copyOf(fixes);
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
  public record Fix(
      Added.Action action,
      Optional<AssetId> id,
      Optional<AssetId> idBefore,
      AssetName name,
      DeclarationPlace place,
      List<String> reasons) {
    /** Copies the list. */
    public Fix {
      reasons = List.copyOf(reasons);
    }

    /** The same before it is carried out: what would be drawn then is not known. */
    private Fix proposed() {
      return action.keepsId(id, idBefore)
          ? this
          : new Fix(action, Optional.empty(), idBefore, name, place, reasons);
    }
  }

  /** With fixes that are not carried out. */
  public Health proposed() {
    return after(fixes.stream().map(Fix::proposed).toList());
  }

  /** With the fixes that led to it. */
  public Health after(List<Fix> done) {
    return new Health(assetCount, fileCount, findings, done);
  }
}
