package dev.papack.cli.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program, carried out as the kernel would. */
class CallFilterTest {
  private static CallNumbers numbers(String processor) {
    return CallNumbers.of(processor).orElseThrow();
  }

  private static int judge(CallNumbers numbers, int number, long... arguments) {
    return judge(CallFilter.of(numbers), numbers.auditArchitecture(), number, arguments);
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

  @ParameterizedTest
  @ValueSource(strings = {"amd64", "aarch64"})
  void callsThatAreNeverMadeAreRefusedWhateverTheirArguments(String processor) {
    CallNumbers numbers = numbers(processor);
    assertThat(numbers.never()).hasSizeGreaterThan(35).doesNotHaveDuplicates();
    for (int number : numbers.never()) {
      assertThat(judge(numbers, number)).isEqualTo(CallFilter.REFUSE);
      assertThat(judge(numbers, number, -1, -1, -1, -1)).isEqualTo(CallFilter.REFUSE);
    }
    assertThat(numbers.never()).contains(numbers.execve());
  }

  @ParameterizedTest
  @ValueSource(strings = {"amd64", "aarch64"})
  void everyOtherCallPasses(String processor) {
    CallNumbers numbers = numbers(processor);
    int passed = 0;
    for (int number = 0; number < 600; number++) {
      boolean isJudged =
          numbers.never().contains(number)
              || numbers.mprotect().contains(number)
              || List.of(numbers.fork(), numbers.fork3(), numbers.socket(), numbers.mmap())
                  .contains(number);
      if (!isJudged) {
        assertThat(judge(numbers, number, -1, -1, -1, -1)).isEqualTo(CallFilter.ALLOW);
        passed++;
      }
    }
    assertThat(passed).isGreaterThan(500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"amd64", "aarch64"})
  void cloneMakesThreadsAndNoProcesses(String processor) {
    CallNumbers numbers = numbers(processor);
    assertThat(judge(numbers, numbers.fork(), 0x3D0F00)).isEqualTo(CallFilter.ALLOW);
    assertThat(judge(numbers, numbers.fork(), 0x01200011)).isEqualTo(CallFilter.REFUSE);
    assertThat(judge(numbers, numbers.fork3())).isEqualTo(CallFilter.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"amd64", "aarch64"})
  void socketsStayOnTheMachine(String processor) {
    CallNumbers numbers = numbers(processor);
    assertThat(judge(numbers, numbers.socket(), 1)).isEqualTo(CallFilter.ALLOW);
    for (int family : List.of(0, 2, 10, 16, 17, 40)) {
      assertThat(judge(numbers, numbers.socket(), family)).isEqualTo(CallFilter.REFUSE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"amd64", "aarch64"})
  void onlyMemoryOfNoFileIsExecutable(String processor) {
    CallNumbers numbers = numbers(processor);
    int readWrite = 3;
    int execute = 4;
    int anonymous = 0x20;
    int mmap = numbers.mmap();
    assertThat(judge(numbers, mmap, 0, 9, readWrite, 2)).isEqualTo(CallFilter.ALLOW);
    assertThat(judge(numbers, mmap, 0, 9, execute, 2)).isEqualTo(CallFilter.REFUSE);
    assertThat(judge(numbers, mmap, 0, 9, readWrite | execute, 2)).isEqualTo(CallFilter.REFUSE);
    assertThat(judge(numbers, mmap, 0, 9, readWrite | execute, 2 | anonymous))
        .isEqualTo(CallFilter.ALLOW);
    for (int number : numbers.mprotect()) {
      assertThat(judge(numbers, number, 0, 9, readWrite)).isEqualTo(CallFilter.ALLOW);
      assertThat(judge(numbers, number, 0, 9, readWrite | execute)).isEqualTo(CallFilter.REFUSE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"amd64", "aarch64"})
  void numbersOfAnotherInterfaceAreRefused(String processor) {
    CallNumbers numbers = numbers(processor);
    List<FilterInstruction> program = CallFilter.of(numbers);
    int readOfI386 = 3;
    assertThat(judge(program, 0x40000003, readOfI386)).isEqualTo(CallFilter.REFUSE);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x4000_0000, 0x4000_0000 | 59, -1})
  void numbersOfTheX32InterfaceAreRefused(int number) {
    assertThat(judge(numbers("amd64"), number)).isEqualTo(CallFilter.REFUSE);
  }
}
