package dev.papack.publish;

import static dev.papack.json.JsonTree.member;
import static dev.papack.json.JsonTree.object;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.json.JsonNumber;
import dev.papack.json.JsonObject;
import dev.papack.json.JsonString;
import dev.papack.json.StableForm;
import dev.papack.migration.CurrentDocument;
import dev.papack.migration.Histories;
import dev.papack.migration.Migration;
import dev.papack.source.Snapshot;
import java.util.List;
import java.util.Optional;

/**
 * Who holds the lock. A courtesy to whoever does not get it; nothing is decided by it.
 *
 * @param process its number at the operating system
 * @param operation what it does, in the words of the command line
 */
record LockOwner(long process, String operation) {
  /** This process. */
  static LockOwner here(Operation operation) {
    return new LockOwner(ProcessHandle.current().pid(), operation.words());
  }

  String write() {
    return StableForm.write(
        object(
            member("artifact", Artifact.LOCK_OWNER.label()),
            member("schema_version", 1),
            member("process", process),
            member("operation", operation)));
  }

  /** What a file says; empty if it says nothing that can be understood. */
  static Optional<LockOwner> read(Snapshot snapshot) {
    if (!(Migration.read(snapshot, Histories.LOCK_OWNER)
        instanceof
        Outcome.Accepted<CurrentDocument>(CurrentDocument document, List<Diagnostic> notes))) {
      return Optional.empty();
    }
    JsonObject tree = document.tree();
    return Optional.of(
        new LockOwner(
            ((JsonNumber) tree.find("process").orElseThrow()).asInteger().orElseThrow(),
            ((JsonString) tree.find("operation").orElseThrow()).text()));
  }

  @Override
  public String toString() {
    return "process " + process + " (" + operation + ")";
  }
}
