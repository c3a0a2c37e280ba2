package dev.papack.workspace;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.publish.Origin;
import dev.papack.publish.UnfinishedRecord;
import dev.papack.publish.UnfinishedRecord.Kind;

/** What an unfinished publication means for an operation. */
public enum Stance {
  /** It shows what is there, and says that more was to come. */
  LOOK {
    @Override
    boolean isStopped(UnfinishedRecord record) {
      return false;
    }
  },
  /** It looks at the published set: one that may be half of another is no valid set. */
  VERIFY {
    @Override
    boolean isStopped(UnfinishedRecord record) {
      return record.kind() != Kind.DOCUMENTS && record.kind() != Kind.BLOCKED;
    }
  },
  /**
   * It says what the authored documents mean, or writes them: nobody knows what they mean while a
   * change of them is decided. A pack that was being published here does not matter to it.
   */
  JUDGE {
    @Override
    boolean isStopped(UnfinishedRecord record) {
      return record.kind() != Kind.PACK || record.origin() != Origin.HERE;
    }
  },
  /** It is for a release: everything must be settled. */
  JUDGE_STRICTLY {
    @Override
    boolean isStopped(UnfinishedRecord record) {
      return true;
    }
  };

  /** Whether it stops the operation; otherwise it is a warning. */
  abstract boolean isStopped(UnfinishedRecord record);

  /** How it is reported. */
  Diagnostic report(UnfinishedRecord record) {
    return isStopped(record) ? record.error() : record.warning();
  }
}
