package dev.papack.result;

/** What an operation on authored documents does with the changes it has worked out. */
public enum Effect {
  /** Writes them, all or none. */
  WRITE,
  /** Only shows them: takes no lock and writes nothing. */
  SHOW
}
