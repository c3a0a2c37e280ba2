package dev.papack.work;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Loads the product and its JSON library anew, with every look at a byte or character counted: an
 * array's element where it is loaded, and what {@link Visits} has a method for. Of publishing, the
 * walks over collections are counted instead.
 */
final class CountingLoader extends ClassLoader {
  private static final ClassDesc VISITS = Visits.class.describeConstable().orElseThrow();
  private static final Set<Opcode> ELEMENTS = Set.of(Opcode.BALOAD, Opcode.CALOAD);
  private static final Set<Opcode> CALLS = Set.of(Opcode.INVOKEVIRTUAL, Opcode.INVOKEINTERFACE);

  private static final ClassDesc WALKS = Visits.Walks.class.describeConstable().orElseThrow();

  /** Where walks over collections are counted. */
  private static final String WALKED = "dev.papack.publish.";

  /** By owner, name and type of the call that each replaces. */
  private final Map<String, MethodTypeDesc> counted = counting(Visits.class);

  private final Map<String, MethodTypeDesc> walks = counting(Visits.Walks.class);

  private final ClassFile format;

  CountingLoader() {
    super(CountingLoader.class.getClassLoader());
    this.format =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(getParent())));
  }

  private static Map<String, MethodTypeDesc> counting(Class<?> instead) {
    Map<String, MethodTypeDesc> counting = new HashMap<>();
    for (Method method : instead.getDeclaredMethods()) {
      MethodTypeDesc type =
          MethodType.methodType(method.getReturnType(), method.getParameterTypes())
              .describeConstable()
              .orElseThrow();
      if (type.parameterCount() > 0) {
        ClassDesc owner = type.parameterType(0);
        counting.put(key(owner, method.getName(), type.dropParameterTypes(0, 1)), type);
      }
    }
    return counting;
  }

  private static String key(ClassDesc owner, String name, MethodTypeDesc type) {
    return owner.descriptorString() + name + type.descriptorString();
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    boolean isCounted =
        (name.startsWith("dev.papack.") && !name.startsWith(Visits.class.getName()))
            || name.startsWith("tools.jackson.");
    if (!isCounted) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known == null ? define(name) : known;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (InputStream file = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (file == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] counting =
          format.transformClass(
              format.parse(file.readAllBytes()),
              name.startsWith(WALKED)
                  ? ClassTransform.transformingMethodBodies(this::countWalks)
                  : ClassTransform.transformingMethodBodies(this::count));
      return defineClass(name, counting, 0, counting.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void count(CodeBuilder code, CodeElement element) {
    if (element instanceof ArrayLoadInstruction load && ELEMENTS.contains(load.opcode())) {
      code.invokestatic(VISITS, "element", MethodTypeDesc.of(ConstantDescs.CD_void));
      code.with(load);
      return;
    }
    replace(code, element, counted, VISITS);
  }

  private void countWalks(CodeBuilder code, CodeElement element) {
    replace(code, element, walks, WALKS);
  }

  private static void replace(
      CodeBuilder code, CodeElement element, Map<String, MethodTypeDesc> calls, ClassDesc instead) {
    Optional<MethodTypeDesc> counting =
        element instanceof InvokeInstruction call && CALLS.contains(call.opcode())
            ? Optional.ofNullable(
                calls.get(
                    key(call.owner().asSymbol(), call.name().stringValue(), call.typeSymbol())))
            : Optional.empty();
    if (counting.isPresent() && element instanceof InvokeInstruction call) {
      code.invokestatic(instead, call.name().stringValue(), counting.get());
    } else {
      code.with(element);
    }
  }
}
