package dev.papack.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which components of a compiled record hold a copy of what its constructor was given, and one that
 * nobody can change. Reads the canonical constructor: the value that is put into the field must
 * come right out of a copying call.
 */
final class RecordCopies {
  private static final Set<String> COPYING =
      Set.of(
          "java/util/List.copyOf",
          "java/util/Set.copyOf",
          "java/util/Map.copyOf",
          "java/util/stream/Stream.toList");

  private static final String VIEW = "java/util/Collections.unmodifiable";

  private final List<Instruction> code;

  private RecordCopies(List<Instruction> code) {
    this.code = code;
  }

  /** Reads a record's class file. */
  static RecordCopies of(URI classFile) {
    try (InputStream bytes = classFile.toURL().openStream()) {
      ClassModel model = ClassFile.of().parse(bytes.readAllBytes());
      String canonical =
          model.findAttribute(Attributes.record()).orElseThrow().components().stream()
              .map(component -> component.descriptor().stringValue())
              .collect(Collectors.joining("", "(", ")V"));
      CodeModel constructor =
          model.methods().stream()
              .filter(method -> method.methodName().equalsString("<init>"))
              .filter(method -> method.methodType().equalsString(canonical))
              .findFirst()
              .flatMap(MethodModel::code)
              .orElseThrow();
      return new RecordCopies(
          constructor
              .elementStream()
              .filter(Instruction.class::isInstance)
              .map(Instruction.class::cast)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a component is copied. */
  boolean copies(String component) {
    for (int i = code.size() - 1; i > 0; i--) {
      if (code.get(i) instanceof FieldInstruction field
          && field.opcode() == Opcode.PUTFIELD
          && field.name().equalsString(component)) {
        return isCopy(i - 1);
      }
    }
    return false;
  }

  /** Whether an instruction leaves a copy on the stack. */
  private boolean isCopy(int at) {
    return switch (code.get(at)) {
      case LoadInstruction load -> isCopyIn(load.slot(), at);
      case InvokeInstruction call when COPYING.contains(nameOf(call)) -> true;
      case InvokeInstruction call when nameOf(call).startsWith(VIEW) -> isNew(at - 1);
      default -> false;
    };
  }

  /** Whether a variable was last set to a copy; a parameter that was never set is none. */
  private boolean isCopyIn(int slot, int before) {
    for (int i = before - 1; i > 0; i--) {
      if (code.get(i) instanceof StoreInstruction store && store.slot() == slot) {
        return isCopy(i - 1);
      }
    }
    return false;
  }

  /** Whether an instruction leaves a new collection on the stack, for others not to see. */
  private boolean isNew(int at) {
    return switch (code.get(at)) {
      case InvokeInstruction call -> nameOf(call).endsWith(".<init>");
      case LoadInstruction load -> isNewIn(load.slot(), at);
      default -> false;
    };
  }

  private boolean isNewIn(int slot, int before) {
    for (int i = before - 1; i > 0; i--) {
      if (code.get(i) instanceof StoreInstruction store && store.slot() == slot) {
        return isNew(i - 1);
      }
    }
    return false;
  }

  private static String nameOf(InvokeInstruction call) {
    return call.owner().asInternalName() + "." + call.name().stringValue();
  }
}
