package dev.papack.cli.kernel;

import static dev.papack.cli.kernel.FilterInstruction.JUMP_IF_ANY_BIT;
import static dev.papack.cli.kernel.FilterInstruction.JUMP_IF_EQUAL;
import static dev.papack.cli.kernel.FilterInstruction.JUMP_IF_NOT_BELOW;

import java.util.ArrayList;
import java.util.List;

/**
 * The program by which the kernel judges every call of this process. It refuses to start programs,
 * to make what comes from a file executable, to talk to other processes, to look into them, to send
 * them signals, to change permissions and times of files and to change what is mounted; all else it
 * lets pass. Code that the virtual machine compiles lives in memory of no file, and stays possible.
 *
 * <p>A list of what is refused, not of what is allowed: the calls of a virtual machine and its C
 * library change with every release, and a filter that breaks them would be switched off. A filter
 * cannot see paths: which files are opened is for Landlock to judge.
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
  private static final int PROT_EXEC = 4;
  private static final int MAP_ANONYMOUS = 0x20;
  private static final int AF_UNIX = 1;
  private static final int SOCK_STREAM = 1;
  private static final int SOCK_NONBLOCK = 0x800;
  private static final int SOCK_CLOEXEC = 0x8_0000;
  private static final int O_WRONLY_OR_RDWR = 3;
  private static final int O_TRUNC = 0x200;
  private static final int THIS_PROCESS = 0;

  /** Whom a file's owner is told of changes by a signal: {@code F_SETOWN} and its kind. */
  private static final int[] FILE_OWNERS = {8, 10, 15};

  /**
   * Types into a terminal ({@code TIOCSTI}, {@code TIOCLINUX}), sends signals ({@code FIOSETOWN},
   * {@code SIOCSPGRP}) and changes attributes of files ({@code FS_IOC_SETFLAGS}, its form for 32
   * bits, {@code FS_IOC_FSSETXATTR}).
   */
  private static final int[] DEVICE_REQUESTS = {
    0x5412, 0x541C, 0x8901, 0x8902, 0x4008_6602, 0x4004_6602, 0x401C_5820
  };

  private final Processor processor;
  private final List<FilterInstruction> program = new ArrayList<>();

  private CallFilter(Processor processor) {
    this.processor = processor;
  }

  /**
   * The program for a processor.
   *
   * @param process the number of this process
   */
  static List<FilterInstruction> of(Processor processor, int process) {
    CallFilter filter = new CallFilter(processor);
    filter.judgeInterface();
    // First what is called most: the kernel runs through the program until it has an answer.
    for (SystemCall call : SystemCall.with(Verdict.JUDGED)) {
      filter.on(call, judgement(call, process));
    }
    for (SystemCall call : SystemCall.with(Verdict.UNKNOWN)) {
      filter.on(call, List.of(FilterInstruction.answer(UNKNOWN)));
    }
    for (SystemCall call : SystemCall.with(Verdict.NEVER)) {
      filter.on(call, List.of(FilterInstruction.answer(REFUSE)));
    }
    filter.program.add(FilterInstruction.answer(ALLOW));
    return List.copyOf(filter.program);
  }

  /** Numbers mean something only within their interface. */
  private void judgeInterface() {
    program.add(FilterInstruction.load(ARCHITECTURE_OFFSET));
    program.add(new FilterInstruction(JUMP_IF_EQUAL, 1, 0, processor.auditArchitecture()));
    program.add(FilterInstruction.answer(REFUSE));
    program.add(FilterInstruction.load(NUMBER_OFFSET));
    program.add(new FilterInstruction(JUMP_IF_NOT_BELOW, 0, 1, processor.foreignFrom()));
    program.add(FilterInstruction.answer(REFUSE));
  }

  /** What to do with one call; the block ends with an answer on each way through it. */
  private void on(SystemCall call, List<FilterInstruction> block) {
    call.number(processor)
        .ifPresent(number -> {
          program.add(new FilterInstruction(JUMP_IF_EQUAL, 0, block.size(), number));
          program.addAll(block);
        });
  }

  private static List<FilterInstruction> judgement(SystemCall call, int process) {
    return switch (call) {
      case CLONE -> threads();
      case MMAP -> executableMappings();
      case MPROTECT, PKEY_MPROTECT -> refuseIfAnyBit(2, PROT_EXEC);
      case TGKILL -> allowIfAnyOf(0, process);
      case PRLIMIT64 -> allowIfAnyOf(0, THIS_PROCESS, process);
      case SOCKETPAIR -> pairsOfStreams();
      case OPEN -> truncations(1);
      case OPENAT -> truncations(2);
      case FCNTL -> refuseIfAnyOf(1, FILE_OWNERS);
      case IOCTL -> refuseIfAnyOf(1, DEVICE_REQUESTS);
      default -> throw new IllegalArgumentException(call + " needs no look at its arguments");
    };
  }

  private static List<FilterInstruction> threads() {
    return List.of(
        loadArgument(0),
        new FilterInstruction(JUMP_IF_ANY_BIT, 0, 1, CLONE_THREAD),
        FilterInstruction.answer(ALLOW),
        FilterInstruction.answer(REFUSE));
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

  /** Of other pairs, each end could send to any other socket of the machine. */
  private static List<FilterInstruction> pairsOfStreams() {
    List<FilterInstruction> block = new ArrayList<>();
    block.add(loadArgument(0));
    block.add(new FilterInstruction(JUMP_IF_EQUAL, 1, 0, AF_UNIX));
    block.add(FilterInstruction.answer(REFUSE));
    block.addAll(
        allowIfAnyOf(
            1,
            SOCK_STREAM,
            SOCK_STREAM | SOCK_CLOEXEC,
            SOCK_STREAM | SOCK_NONBLOCK,
            SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK));
    return block;
  }

  /** Before Linux 6.2, Landlock lets a file be emptied that is opened for reading. */
  private static List<FilterInstruction> truncations(int flags) {
    return List.of(
        loadArgument(flags),
        new FilterInstruction(JUMP_IF_ANY_BIT, 0, 2, O_TRUNC),
        new FilterInstruction(JUMP_IF_ANY_BIT, 1, 0, O_WRONLY_OR_RDWR),
        FilterInstruction.answer(REFUSE),
        FilterInstruction.answer(ALLOW));
  }

  private static List<FilterInstruction> refuseIfAnyBit(int argument, int bits) {
    return List.of(
        loadArgument(argument),
        new FilterInstruction(JUMP_IF_ANY_BIT, 0, 1, bits),
        FilterInstruction.answer(REFUSE),
        FilterInstruction.answer(ALLOW));
  }

  private static List<FilterInstruction> allowIfAnyOf(int argument, int... values) {
    return ifAnyOf(argument, values, ALLOW, REFUSE);
  }

  private static List<FilterInstruction> refuseIfAnyOf(int argument, int... values) {
    return ifAnyOf(argument, values, REFUSE, ALLOW);
  }

  private static List<FilterInstruction> ifAnyOf(
      int argument, int[] values, int answer, int otherwise) {
    List<FilterInstruction> block = new ArrayList<>();
    block.add(loadArgument(argument));
    for (int i = 0; i < values.length; i++) {
      block.add(new FilterInstruction(JUMP_IF_EQUAL, values.length - i, 0, values[i]));
    }
    block.add(FilterInstruction.answer(otherwise));
    block.add(FilterInstruction.answer(answer));
    return block;
  }

  /**
   * The low half of an argument. The kernel itself takes every argument judged here for an int, or
   * knows only flags that fit it. Both processors are low first.
   */
  private static FilterInstruction loadArgument(int index) {
    return FilterInstruction.load(ARGUMENTS_OFFSET + index * ARGUMENT_BYTES);
  }
}
