package dev.papack.git;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.WorkspacePath;

/** What git does when it merges, and what it leaves in its folder until that is finished. */
public enum UnfinishedMerge {
  /** {@code git merge}, or a pull. */
  MERGE("MERGE_HEAD", "a merge"),
  /** {@code git rebase}, stopped at a commit. */
  REBASE("rebase-merge", "a rebase"),
  /** A rebase that applies patches, or {@code git am}. */
  PATCHES("rebase-apply", "a rebase"),
  /** {@code git cherry-pick}. */
  CHERRY_PICK("CHERRY_PICK_HEAD", "a cherry-pick"),
  /** {@code git revert}. */
  REVERT("REVERT_HEAD", "a revert");

  private final String mark;
  private final String words;

  UnfinishedMerge(String mark, String words) {
    this.mark = mark;
    this.words = words;
  }

  FileName mark() {
    return new FileName(mark);
  }

  /**
   * What to do before it is committed: where git or its driver stopped, the working tree has one
   * side whole, and whoever commits it unread drops the other.
   */
  public Diagnostic warning() {
    return Diagnostic.warning(
            DiagnosticCode.MERGE_UNDER_WAY,
            Location.of(Artifact.WORKSPACE, WorkspacePath.of(AssetsPath.FOLDER)),
            "git has begun " + words + " that is not committed yet")
        .found(words)
        .advice(
            "decide every conflict, then compare the result with both sides before the commit: the"
                + " page of this code has the commands");
  }
}
