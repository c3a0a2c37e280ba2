package dev.papack.cli.kernel;

import static dev.papack.cli.kernel.FilterInstruction.JUMP_IF_ANY_BIT;
import static dev.papack.cli.kernel.FilterInstruction.JUMP_IF_EQUAL;
import static dev.papack.cli.kernel.FilterInstruction.JUMP_IF_NOT_BELOW;

import java.util.ArrayList;
import java.util.List;

/**
 * The program by which the kernel judges every call of this process. It refuses to start programs,
 * to make what comes from a file executable, to talk over a network, to look into other processes
 * and to change what is mounted; all else it lets pass. Code that the virtual machine compiles
 * lives in memory of no file, and stays possible.
 *
 * <p>A list of what is refused, not of what is allowed: the calls of a virtual machine and its C
 * library change with every release, and a filter that breaks them would be switched off.
 */
final class CallFilter {
  /** {@code SECCOMP_RET_ALLOW}. */
  static final int ALLOW = 0x7FFF_0000;

  /** {@code SECCOMP_RET_ERRNO} with {@code EPERM}: the caller sees a refused permission. */
  static final int REFUSE = 0x0005_0000 | 1;

  /** {@code SECCOMP_RET_ERRNO} with {@code ENOSYS}: the C library falls back to an older call. */
  static final int UNKNOWN = 0x0005_0000 | 38;

  /** {@code offsetof(struct seccomp_data, ...)}. */
  static final int NUMBER_OFFSET = 0;

  static final int ARCHITECTURE_OFFSET = 4;
  static final int ARGUMENTS_OFFSET = 16;
  static final int ARGUMENT_BYTES = 8;

  private static final int CLONE_THREAD = 0x0001_0000;
  private static final int AF_UNIX = 1;
  private static final int PROT_EXEC = 4;
  private static final int MAP_ANONYMOUS = 0x20;

  private final List<FilterInstruction> program = new ArrayList<>();

  private CallFilter() {}

  /** The program for a processor. */
  static List<FilterInstruction> of(CallNumbers numbers) {
    CallFilter filter = new CallFilter();
    filter.judgeInterface(numbers);
    for (int number : numbers.never()) {
      filter.on(number, List.of(FilterInstruction.answer(REFUSE)));
    }
    filter.on(numbers.fork3(), List.of(FilterInstruction.answer(UNKNOWN)));
    filter.on(numbers.fork(), allowIf(0, JUMP_IF_ANY_BIT, CLONE_THREAD));
    filter.on(numbers.socket(), allowIf(0, JUMP_IF_EQUAL, AF_UNIX));
    for (int number : numbers.mprotect()) {
      filter.on(number, refuseIf(2, PROT_EXEC));
    }
    filter.on(numbers.mmap(), executableMappings());
    filter.program.add(FilterInstruction.answer(ALLOW));
    return List.copyOf(filter.program);
  }

  /** Numbers mean something only within their interface. */
  private void judgeInterface(CallNumbers numbers) {
    program.add(FilterInstruction.load(ARCHITECTURE_OFFSET));
    program.add(new FilterInstruction(JUMP_IF_EQUAL, 1, 0, numbers.auditArchitecture()));
    program.add(FilterInstruction.answer(REFUSE));
    program.add(FilterInstruction.load(NUMBER_OFFSET));
    program.add(new FilterInstruction(JUMP_IF_NOT_BELOW, 0, 1, numbers.foreignFrom()));
    program.add(FilterInstruction.answer(REFUSE));
  }

  /** What to do with one call; the block ends with an answer on each way through it. */
  private void on(int number, List<FilterInstruction> block) {
    program.add(new FilterInstruction(JUMP_IF_EQUAL, 0, block.size(), number));
    program.addAll(block);
  }

  private static List<FilterInstruction> allowIf(int argument, int jump, int operand) {
    return List.of(
        loadArgument(argument),
        new FilterInstruction(jump, 0, 1, operand),
        FilterInstruction.answer(ALLOW),
        FilterInstruction.answer(REFUSE));
  }

  private static List<FilterInstruction> refuseIf(int argument, int bits) {
    return List.of(
        loadArgument(argument),
        new FilterInstruction(JUMP_IF_ANY_BIT, 0, 1, bits),
        FilterInstruction.answer(REFUSE),
        FilterInstruction.answer(ALLOW));
  }

  /** Executable memory is what the compiler makes; an executable file is a library. */
  private static List<FilterInstruction> executableMappings() {
    return List.of(
        loadArgument(2),
        new FilterInstruction(JUMP_IF_ANY_BIT, 0, 3, PROT_EXEC),
        loadArgument(3),
        new FilterInstruction(JUMP_IF_ANY_BIT, 1, 0, MAP_ANONYMOUS),
        FilterInstruction.answer(REFUSE),
        FilterInstruction.answer(ALLOW));
  }

  /**
   * The low half of an argument; every value judged here fits it. Both processors are low first.
   */
  private static FilterInstruction loadArgument(int index) {
    return FilterInstruction.load(ARGUMENTS_OFFSET + index * ARGUMENT_BYTES);
  }
}
