package dev.papack.diagnostic;

/**
 * What a fix can ask papack to do. A client has its own way to say it: a command line spells a
 * command, an editor calls a method of the session.
 */
public enum Verb {
  /** Declare and register files, or make a declaration and the registry agree. */
  ADD,
  /** Build and publish the pack. */
  BUILD,
  /** Forget what the last build did, so that the next starts from nothing. */
  CLEAR_CACHE,
  /** Find everything that a build would refuse. */
  CHECK,
  /** Repair what can be repaired unambiguously. */
  FIX,
  /** Make a workspace. */
  INIT,
  /** List what a pack holds. */
  INSPECT,
  /** List what is declared. */
  LIST,
  /** Write documents of older versions in the current ones. */
  MIGRATE,
  /** Finish what a crash left. */
  RECOVER,
  /** Merge two versions of a document. */
  MERGE_FILE,
  /** Make the registry again from the declarations. */
  REBUILD_REGISTRY,
  /** Retire the id of an asset and delete its declaration. */
  REMOVE,
  /** Change a setting of assets. */
  SET,
  /** List the versions that are read and written. */
  VERSIONS
}
