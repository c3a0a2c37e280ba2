package dev.papack.report;

import dev.papack.comparison.PackComparison;

/** What a report shows besides findings. */
public sealed interface ReportSubject {
  /** There is no pack to show. */
  record OfNothing() implements ReportSubject {}

  /**
   * The pack that the command wrote or read.
   *
   * @param pack looked through
   */
  record OfPack(SurveyedPack pack) implements ReportSubject {}

  /**
   * The pack of the last build: the command wrote none.
   *
   * @param pack looked through
   */
  record OfLastPack(SurveyedPack pack) implements ReportSubject {}

  /**
   * Two packs.
   *
   * @param comparison how they differ
   * @param before what changed, as it was
   * @param after what changed, as it is
   */
  record OfChange(PackComparison comparison, SurveyedPack before, SurveyedPack after)
      implements ReportSubject {}
}
