package dev.papack.cli.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import java.util.List;

/**
 * System calls for which Java has no method, all through one function of the C library: creating a
 * handle for a function takes longer than everything it is used for here.
 */
final class LinuxKernel {
  private static final long PR_SET_NO_NEW_PRIVS = 38;
  private static final long SECCOMP_SET_MODE_FILTER = 1;

  /** {@code SECCOMP_FILTER_FLAG_TSYNC}: for threads that are running already, too. */
  private static final long ALL_THREADS = 1;

  /** {@code _LINUX_CAPABILITY_VERSION_3}: two rounds of three sets, 32 capabilities in each. */
  private static final int CAPABILITY_VERSION = 0x2008_0522;

  private static final int CAPABILITY_WORDS = 6;

  /** {@code CAP_DAC_OVERRIDE}, {@code CAP_DAC_READ_SEARCH} and {@code CAP_FOWNER}. */
  private static final int PRIVILEGES_ON_FILES = 0xE;

  private static final int MAX_ARGUMENTS = 5;

  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final long ERRNO_OFFSET = STATE.byteOffset(PathElement.groupElement("errno"));

  private final Processor processor;
  private final MethodHandle syscall;

  private LinuxKernel(Processor processor, MethodHandle syscall) {
    this.processor = processor;
    this.syscall = syscall;
  }

  /**
   * Binds the C library's {@code syscall}. It is declared with a variable number of arguments, but
   * not bound as such, which takes longer: on Linux both processors pass these in the same
   * registers, and the function uses no floating point, of which it would have to be told.
   *
   * @throws UnsupportedOperationException if there is none
   */
  @SuppressWarnings("restricted") // The only native call.
  static LinuxKernel bind(Processor processor) {
    Linker linker = Linker.nativeLinker();
    MemorySegment address =
        linker
            .defaultLookup()
            .find("syscall")
            .orElseThrow(() -> new UnsupportedOperationException("the C library has no syscall"));
    ValueLayout.OfLong word = ValueLayout.JAVA_LONG;
    return new LinuxKernel(
        processor,
        linker.downcallHandle(
            address,
            FunctionDescriptor.of(word, word, word, word, word, word, word),
            Linker.Option.captureCallState("errno")));
  }

  Processor processor() {
    return processor;
  }

  /** The number of this process, as the kernel knows it. */
  int process() {
    return Math.toIntExact(call(SystemCall.GETPID));
  }

  /**
   * Gives up the privileges of an administrator but those on files, for this thread and those that
   * it starts. Some of them would get past Landlock, such as to read what other processes hold.
   *
   * @return 0, or a negative error number
   */
  long giveUpPrivileges() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment header = arena.allocate(ValueLayout.JAVA_INT, 2);
      MemorySegment sets = arena.allocate(ValueLayout.JAVA_INT, CAPABILITY_WORDS);
      header.set(ValueLayout.JAVA_INT, 0, CAPABILITY_VERSION);
      long refused = call(SystemCall.CAPGET, header.address(), sets.address());
      if (refused != 0) {
        return refused;
      }
      boolean hasMore = false;
      for (int i = 0; i < CAPABILITY_WORDS; i++) {
        int held = sets.getAtIndex(ValueLayout.JAVA_INT, i);
        int kept = held & (i < CAPABILITY_WORDS / 2 ? PRIVILEGES_ON_FILES : 0);
        sets.setAtIndex(ValueLayout.JAVA_INT, i, kept);
        hasMore |= held != kept;
      }
      // Who has nothing to give up may run where even asking is refused.
      return hasMore ? call(SystemCall.CAPSET, header.address(), sets.address()) : 0;
    }
  }

  /**
   * Installs a filter for every thread of the process.
   *
   * @return 0; the negative error number of the call that failed; or the id of a thread that could
   *     not be confined
   */
  int install(List<FilterInstruction> program) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment instructions =
          arena.allocate((long) program.size() * FilterInstruction.BYTES, Long.BYTES);
      for (int i = 0; i < program.size(); i++) {
        FilterInstruction instruction = program.get(i);
        long at = (long) i * FilterInstruction.BYTES;
        instructions.set(ValueLayout.JAVA_SHORT, at, (short) instruction.code());
        instructions.set(ValueLayout.JAVA_BYTE, at + 2, (byte) instruction.ifTrue());
        instructions.set(ValueLayout.JAVA_BYTE, at + 3, (byte) instruction.ifFalse());
        instructions.set(ValueLayout.JAVA_INT, at + 4, instruction.operand());
      }
      MemorySegment description =
          arena.allocate(
              MemoryLayout.structLayout(
                  ValueLayout.JAVA_SHORT, MemoryLayout.paddingLayout(6), ValueLayout.ADDRESS));
      description.set(ValueLayout.JAVA_SHORT, 0, (short) program.size());
      description.set(ValueLayout.ADDRESS, Long.BYTES, instructions);
      long refused = call(SystemCall.PRCTL, PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
      if (refused == 0) {
        refused =
            call(SystemCall.SECCOMP, SECCOMP_SET_MODE_FILTER, ALL_THREADS, description.address());
      }
      return Math.toIntExact(refused);
    }
  }

  /** A call that takes an address in memory. */
  @FunctionalInterface
  interface AddressedCall {
    long at(long address);
  }

  /**
   * Copies bytes to where the kernel can read them, for one call.
   *
   * @return what the call returned
   */
  long withBytes(byte[] bytes, AddressedCall call) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment copy = arena.allocate(bytes.length, Long.BYTES);
      copy.asByteBuffer().put(bytes);
      return call.at(copy.address());
    }
  }

  /**
   * Makes a system call.
   *
   * @param arguments at most 5; the others are 0
   * @return its value if it succeeded, else its negative error number
   * @throws IllegalArgumentException if this processor does not have it
   */
  long call(SystemCall call, long... arguments) {
    long number =
        call.number(processor)
            .orElseThrow(() -> new IllegalArgumentException("no " + call + " on " + processor));
    long[] all = Arrays.copyOf(arguments, MAX_ARGUMENTS);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      long result =
          (long) syscall.invokeExact(state, number, all[0], all[1], all[2], all[3], all[4]);
      return result >= 0 ? result : -state.get(ValueLayout.JAVA_INT, ERRNO_OFFSET);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a system call throws nothing", e);
    }
  }
}
