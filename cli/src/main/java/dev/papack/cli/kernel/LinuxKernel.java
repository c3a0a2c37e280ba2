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

  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final long ERRNO_OFFSET = STATE.byteOffset(PathElement.groupElement("errno"));

  private final CallNumbers numbers;
  private final MethodHandle syscall;

  private LinuxKernel(CallNumbers numbers, MethodHandle syscall) {
    this.numbers = numbers;
    this.syscall = syscall;
  }

  /**
   * Binds the C library's {@code syscall}.
   *
   * @throws UnsupportedOperationException if there is none
   */
  @SuppressWarnings("restricted") // The only native call.
  static LinuxKernel bind(CallNumbers numbers) {
    Linker linker = Linker.nativeLinker();
    MemorySegment address =
        linker
            .defaultLookup()
            .find("syscall")
            .orElseThrow(() -> new UnsupportedOperationException("the C library has no syscall"));
    ValueLayout.OfLong word = ValueLayout.JAVA_LONG;
    return new LinuxKernel(
        numbers,
        linker.downcallHandle(
            address,
            FunctionDescriptor.of(word, word, word, word, word, word, word),
            Linker.Option.captureCallState("errno"),
            Linker.Option.firstVariadicArg(1)));
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
      long refused = call(numbers.prctl(), PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
      if (refused == 0) {
        refused =
            call(
                numbers.seccomp(),
                SECCOMP_SET_MODE_FILTER,
                ALL_THREADS,
                description.address(),
                0,
                0);
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
   * @return its value if it succeeded, else its negative error number
   */
  long call(int number, long first, long second, long third, long fourth, long fifth) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      long result =
          (long) syscall.invokeExact(state, (long) number, first, second, third, fourth, fifth);
      return result >= 0 ? result : -state.get(ValueLayout.JAVA_INT, ERRNO_OFFSET);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a system call throws nothing", e);
    }
  }
}
