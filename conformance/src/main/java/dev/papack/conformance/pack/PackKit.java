package dev.papack.conformance.pack;

import dev.papack.conformance.Case;
import dev.papack.conformance.Cases;
import java.util.List;

/** All packs of the kit. */
public final class PackKit {
  private PackKit() {}

  /**
   * Makes them.
   *
   * @return every pack, by topic
   */
  public static List<Case> cases() {
    Cases<PackDraft> packs = Cases.of(PackDraft::sample);
    PlainCases.addTo(packs);
    PreludeCases.addTo(packs);
    SizeCases.addTo(packs);
    FormCases.addTo(packs);
    KeyCases.addTo(packs);
    DepthCases.addTo(packs);
    NumberFormCases.addTo(packs);
    StructureCases.addTo(packs);
    MeaningCases.addTo(packs);
    PlaceCases.addTo(packs);
    BankCases.addTo(packs);
    PayloadCases.addTo(packs);
    EarlyOrderCases.addTo(packs);
    LateOrderCases.addTo(packs);
    return packs.made();
  }
}
