package dev.papack.publish;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.Severity;
import dev.papack.diagnostic.Verb;
import java.util.List;

/**
 * That a workspace has a publication which was decided and not finished.
 *
 * @param kind what it is about
 * @param origin where it was decided
 * @param warning how it is reported to those who only look
 * @param error how it is reported to those whom it stops
 */
public record UnfinishedRecord(Kind kind, Origin origin, Diagnostic warning, Diagnostic error) {
  /** What a record is about. */
  public enum Kind {
    PACK,
    DOCUMENTS,
    /** Its record cannot be read. */
    UNKNOWN,
    /** Something else stands in the place of the record or of its folder: nobody can tell. */
    HIDDEN,
    /** There is none, but something else stands in the place of a file that papack writes. */
    BLOCKED
  }

  /** The same, for those who publish elsewhere and so can settle nothing in the workspace. */
  public UnfinishedRecord elsewhere() {
    if (kind == Kind.HIDDEN) {
      return this;
    }
    List<Fix> fixes = List.of(Fix.advice("recover the workspace itself, where it can be written"));
    return new UnfinishedRecord(kind, origin, warning.withFixes(fixes), error.withFixes(fixes));
  }

  /** What is said of something else in the control folder, or in its place. */
  static UnfinishedRecord of(Kind kind, Diagnostic obstacle) {
    return new UnfinishedRecord(kind, Origin.ELSEWHERE, obstacle.as(Severity.WARNING), obstacle);
  }

  /**
   * What is said of a record that was found.
   *
   * @param shown its path, as messages name it
   */
  static UnfinishedRecord of(ControlFolder.Decided decided, String shown) {
    return switch (decided.record()) {
      case Outcome.Accepted<JournalRecord>(JournalRecord record, List<Diagnostic> _) ->
          of(record, decided.origin(), shown);
      case Outcome.Refused<JournalRecord>(List<Diagnostic> faults) ->
          new UnfinishedRecord(
              Kind.UNKNOWN,
              decided.origin(),
              unfinished(shown, "there is an unfinished publication whose record cannot be used")
                  .fix(Fix.manual("find out why its record cannot be used", Fix.run(Verb.RECOVER))),
              RecordDocument.withDiscard(faults.getFirst()));
    };
  }

  private static UnfinishedRecord of(JournalRecord record, Origin origin, String shown) {
    Diagnostic warning =
        unfinished(
                shown,
                switch (origin) {
                  case HERE ->
                      "a publication was committed but not completed: papack was interrupted";
                  case ELSEWHERE ->
                      "there is an unfinished publication, and nothing shows that it was started in"
                          + " this folder: it may have come with a copy or a clone";
                })
            .found(record.subject())
            .fix(Fix.likely("see what it would change", Fix.run(Verb.RECOVER)));
    return new UnfinishedRecord(
        switch (record) {
          case JournalRecord.OfPublication _ -> Kind.PACK;
          case JournalRecord.OfDocuments _ -> Kind.DOCUMENTS;
        },
        origin,
        warning,
        warning.as(Severity.ERROR));
  }

  private static Diagnostic unfinished(String shown, String message) {
    return Diagnostic.warning(
        DiagnosticCode.PUBLICATION_UNFINISHED, Location.of(Artifact.JOURNAL, shown), message);
  }
}
