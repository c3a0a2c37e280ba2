package dev.papack.container;

/** The bytes of a pack, or of a slice that is to become part of one, are wrong. */
public final class PackException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Transient because a fault is for the program that found it, not for another process. */
  private final transient PackFault fault;

  PackException(PackFault fault) {
    super(fault.message());
    this.fault = fault;
  }

  /**
   * What is wrong.
   *
   * @return the fault
   */
  public PackFault fault() {
    return fault;
  }
}
