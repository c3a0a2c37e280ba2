package dev.papack.cli.kernel;

/**
 * An instruction of a filter program, as {@code struct sock_filter} of the kernel has it (classic
 * BPF, linux/filter.h). Jumps count instructions after the next one.
 *
 * @param code 16 bits: what to do
 * @param ifTrue 8 bits: how many instructions a jump that applies skips
 * @param ifFalse 8 bits: the same for one that does not
 * @param operand 32 bits
 */
record FilterInstruction(int code, int ifTrue, int ifFalse, int operand) {
  /** The size of one in memory. */
  static final int BYTES = 8;

  /** {@code BPF_LD | BPF_W | BPF_ABS}. */
  static final int LOAD = 0x20;

  /** {@code BPF_JMP | BPF_JEQ | BPF_K}. */
  static final int JUMP_IF_EQUAL = 0x15;

  /** {@code BPF_JMP | BPF_JGE | BPF_K}, without sign. */
  static final int JUMP_IF_NOT_BELOW = 0x35;

  /** {@code BPF_JMP | BPF_JSET | BPF_K}. */
  static final int JUMP_IF_ANY_BIT = 0x45;

  /** {@code BPF_RET | BPF_K}. */
  static final int RETURN = 0x06;

  /** Refuses what does not fit its field. */
  FilterInstruction {
    if (code >>> 16 != 0 || ifTrue >>> 8 != 0 || ifFalse >>> 8 != 0) {
      throw new IllegalArgumentException(code + " " + ifTrue + " " + ifFalse);
    }
  }

  /** Loads 32 bits of the call's description. */
  static FilterInstruction load(int offsetBytes) {
    return new FilterInstruction(LOAD, 0, 0, offsetBytes);
  }

  static FilterInstruction answer(int action) {
    return new FilterInstruction(RETURN, 0, 0, action);
  }
}
