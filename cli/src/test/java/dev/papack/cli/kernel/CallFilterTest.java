package dev.papack.cli.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The program, carried out as the kernel would. */
class CallFilterTest {
  private static final int OWN = 4711;

  private static int judge(Processor processor, SystemCall call, long... arguments) {
    return judge(processor, call.number(processor).orElseThrow(), arguments);
  }

  private static int judge(Processor processor, int number, long... arguments) {
    return judge(CallFilter.of(processor, OWN), processor.auditArchitecture(), number, arguments);
  }

  private static int judge(
      List<FilterInstruction> program, int architecture, int number, long... arguments) {
    Map<Integer, Integer> call = new HashMap<>();
    call.put(CallFilter.NUMBER_OFFSET, number);
    call.put(CallFilter.ARCHITECTURE_OFFSET, architecture);
    for (int i = 0; i < 6; i++) {
      int offset = CallFilter.ARGUMENTS_OFFSET + i * CallFilter.ARGUMENT_BYTES;
      call.put(offset, i < arguments.length ? (int) arguments[i] : 0);
    }
    int accumulator = 0;
    int next = 0;
    while (true) {
      FilterInstruction instruction = program.get(next++);
      int operand = instruction.operand();
      switch (instruction.code()) {
        case FilterInstruction.LOAD -> accumulator = call.getOrDefault(operand, -1);
        case FilterInstruction.RETURN -> {
          return operand;
        }
        case FilterInstruction.JUMP_IF_EQUAL ->
            next += accumulator == operand ? instruction.ifTrue() : instruction.ifFalse();
        case FilterInstruction.JUMP_IF_NOT_BELOW ->
            next +=
                Integer.compareUnsigned(accumulator, operand) >= 0
                    ? instruction.ifTrue()
                    : instruction.ifFalse();
        case FilterInstruction.JUMP_IF_ANY_BIT ->
            next += (accumulator & operand) != 0 ? instruction.ifTrue() : instruction.ifFalse();
        default -> throw new AssertionError("no such instruction: " + instruction);
      }
    }
  }

  /** Those with a number; the newer processor never had the older forms of some. */
  private static IntStream numbers(Processor processor, Verdict verdict) {
    return SystemCall.with(verdict).stream().flatMapToInt(call -> call.number(processor).stream());
  }

  @ParameterizedTest
  @EnumSource
  void callsThatAreNeverMadeAreRefusedWhateverTheirArguments(Processor processor) {
    assertThat(numbers(processor, Verdict.NEVER).boxed())
        .hasSizeGreaterThan(75)
        .allSatisfy(number -> {
          assertThat(judge(processor, number)).isEqualTo(CallFilter.REFUSE);
          assertThat(judge(processor, number, -1, -1, -1, -1)).isEqualTo(CallFilter.REFUSE);
        });
    assertThat(SystemCall.with(Verdict.NEVER)).contains(SystemCall.EXECVE);
  }

  @ParameterizedTest
  @EnumSource
  void noTwoCallsHaveTheSameNumber(Processor processor) {
    assertThat(Arrays.stream(Verdict.values()).flatMapToInt(one -> numbers(processor, one)))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void everyOtherCallPasses(Processor processor) {
    Set<Integer> refused =
        Stream.of(Verdict.NEVER, Verdict.JUDGED, Verdict.UNKNOWN)
            .flatMap(verdict -> numbers(processor, verdict).boxed())
            .collect(Collectors.toSet());
    assertThat(IntStream.range(0, 600).filter(number -> !refused.contains(number)).boxed())
        .hasSizeGreaterThan(470)
        .allSatisfy(number ->
            assertThat(judge(processor, number, -1, -1, -1, -1)).isEqualTo(CallFilter.ALLOW));
  }

  @ParameterizedTest
  @EnumSource
  void cloneMakesThreadsAndNoProcesses(Processor processor) {
    assertThat(judge(processor, SystemCall.CLONE, 0x3D0F00)).isEqualTo(CallFilter.ALLOW);
    assertThat(judge(processor, SystemCall.CLONE, 0x01200011)).isEqualTo(CallFilter.REFUSE);
    assertThat(judge(processor, SystemCall.CLONE3)).isEqualTo(CallFilter.UNKNOWN);
  }

  @ParameterizedTest
  @EnumSource
  void socketsComeInPairsThatReachNobodyElse(Processor processor) {
    int stream = 1;
    int flags = 0x8_0800;
    for (int type : List.of(stream, stream | 0x800, stream | 0x8_0000, stream | flags)) {
      assertThat(judge(processor, SystemCall.SOCKETPAIR, 1, type)).isEqualTo(CallFilter.ALLOW);
    }
    for (int type : List.of(0, 2, 3, 5, 2 | flags, 5 | flags, -1)) {
      assertThat(judge(processor, SystemCall.SOCKETPAIR, 1, type)).isEqualTo(CallFilter.REFUSE);
    }
    for (int family : List.of(0, 2, 10, 16, 17, 40)) {
      assertThat(judge(processor, SystemCall.SOCKETPAIR, family, stream))
          .isEqualTo(CallFilter.REFUSE);
      assertThat(judge(processor, SystemCall.SOCKET, family)).isEqualTo(CallFilter.REFUSE);
    }
    assertThat(judge(processor, SystemCall.SOCKET, 1)).isEqualTo(CallFilter.REFUSE);
  }

  @ParameterizedTest
  @EnumSource
  void signalsAndLimitsAreForTheOwnProcess(Processor processor) {
    assertThat(judge(processor, SystemCall.TGKILL, OWN, 1, 6)).isEqualTo(CallFilter.ALLOW);
    for (int other : List.of(0, 1, OWN - 1, OWN + 1, -OWN, -1)) {
      assertThat(judge(processor, SystemCall.TGKILL, other, 1, 6)).isEqualTo(CallFilter.REFUSE);
    }
    assertThat(judge(processor, SystemCall.PRLIMIT64, 0)).isEqualTo(CallFilter.ALLOW);
    assertThat(judge(processor, SystemCall.PRLIMIT64, OWN)).isEqualTo(CallFilter.ALLOW);
    assertThat(judge(processor, SystemCall.PRLIMIT64, 1)).isEqualTo(CallFilter.REFUSE);
    int duplicate = 1030;
    assertThat(judge(processor, SystemCall.FCNTL, 7, duplicate)).isEqualTo(CallFilter.ALLOW);
    for (int owner : List.of(8, 10, 15)) {
      assertThat(judge(processor, SystemCall.FCNTL, 7, owner)).isEqualTo(CallFilter.REFUSE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void devicesTellAndAreNotTold(Processor processor) {
    int settings = 0x5401;
    int waitingBytes = 0x541B;
    for (int request : List.of(settings, waitingBytes)) {
      assertThat(judge(processor, SystemCall.IOCTL, 0, request)).isEqualTo(CallFilter.ALLOW);
    }
    int typing = 0x5412;
    int attributes = 0x4008_6602;
    for (int request : List.of(typing, attributes)) {
      assertThat(judge(processor, SystemCall.IOCTL, 0, request)).isEqualTo(CallFilter.REFUSE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void fileOpenedForReadingIsNotEmptied(Processor processor) {
    int truncate = 0x200;
    for (int access : List.of(0, 1, 2, truncate | 1, truncate | 2, truncate | 1 | 0x8_0040)) {
      assertThat(judge(processor, SystemCall.OPENAT, -100, 9, access)).isEqualTo(CallFilter.ALLOW);
    }
    assertThat(judge(processor, SystemCall.OPENAT, -100, 9, truncate)).isEqualTo(CallFilter.REFUSE);
    assertThat(judge(processor, SystemCall.OPENAT2)).isEqualTo(CallFilter.UNKNOWN);
    SystemCall.OPEN
        .number(processor)
        .ifPresent(open -> {
          assertThat(judge(processor, open, 9, truncate)).isEqualTo(CallFilter.REFUSE);
          assertThat(judge(processor, open, 9, truncate | 1)).isEqualTo(CallFilter.ALLOW);
        });
  }

  @ParameterizedTest
  @EnumSource
  void onlyMemoryOfNoFileIsExecutable(Processor processor) {
    int readWrite = 3;
    int execute = 4;
    int anonymous = 0x20;
    SystemCall mmap = SystemCall.MMAP;
    assertThat(judge(processor, mmap, 0, 9, readWrite, 2)).isEqualTo(CallFilter.ALLOW);
    assertThat(judge(processor, mmap, 0, 9, execute, 2)).isEqualTo(CallFilter.REFUSE);
    assertThat(judge(processor, mmap, 0, 9, readWrite | execute, 2)).isEqualTo(CallFilter.REFUSE);
    assertThat(judge(processor, mmap, 0, 9, readWrite | execute, 2 | anonymous))
        .isEqualTo(CallFilter.ALLOW);
    for (SystemCall call : List.of(SystemCall.MPROTECT, SystemCall.PKEY_MPROTECT)) {
      assertThat(judge(processor, call, 0, 9, readWrite)).isEqualTo(CallFilter.ALLOW);
      assertThat(judge(processor, call, 0, 9, readWrite | execute)).isEqualTo(CallFilter.REFUSE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void numbersOfAnotherInterfaceAreRefused(Processor processor) {
    List<FilterInstruction> program = CallFilter.of(processor, OWN);
    int readOfI386 = 3;
    assertThat(judge(program, 0x40000003, readOfI386)).isEqualTo(CallFilter.REFUSE);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x4000_0000, 0x4000_0000 | 59, -1})
  void numbersOfTheX32InterfaceAreRefused(int number) {
    assertThat(judge(Processor.X86_64, number)).isEqualTo(CallFilter.REFUSE);
  }
}
