package dev.papack.conformance.document;

import dev.papack.conformance.Case;
import dev.papack.conformance.Cases;
import java.util.List;

/** All documents of the kit. */
public final class DocumentKit {
  private DocumentKit() {}

  /**
   * Makes them.
   *
   * @return every document, by topic
   */
  public static List<Case> cases() {
    Cases<DocumentDraft> assets = Cases.of(DocumentDraft::tiles);
    PlainDocumentCases.addTo(assets);
    EncodingCases.addTo(assets);
    GrammarCases.addTo(assets);
    StringCases.addTo(assets);
    DoubledNameCases.addTo(assets);
    NumberCases.addTo(assets);
    TextLimitCases.addTo(assets);
    KindCases.addTo(assets);
    VersionCases.addTo(assets);
    AssetCases.addTo(assets);
    SettingsCases.addTo(assets);
    OldAssetCases.addTo(assets);
    ThirdVersionCases.addTo(assets);
    SheetCases.addTo(assets);
    IndexCases.addTo(assets);
    PathCases.addTo(assets);
    CharacterCases.addTo(assets);
    RegistryCases.addTo(assets);
    IgnoreCases.addTo(assets);
    BudgetCases.addTo(assets);
    TextOrderCases.addTo(assets);
    DocumentOrderCases.addTo(assets);
    return assets.made();
  }
}
