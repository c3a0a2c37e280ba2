package dev.papack.architecture;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.ConstantPool;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.constantpool.NameAndTypeEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a compiled class refers to that could run code which came from elsewhere, or talk to it.
 * Reads the constant pool: what is not named there cannot be called, short of reflection, which
 * cannot be used without being named there.
 */
final class ForeignCode {
  /** Types and packages that no class may name, not even in a signature. */
  private static final List<String> TYPES =
      List.of(
          // starts programs
          "java/lang/Process",
          // runs scripts and compilers
          "javax/script/",
          "javax/tools/",
          // finds and loads classes by name
          "java/util/ServiceLoader",
          "java/lang/ClassLoader",
          "java/lang/ModuleLayer",
          "java/security/SecureClassLoader",
          "java/lang/instrument/",
          "java/lang/classfile/",
          // calls and changes what it finds by name
          "java/lang/reflect/",
          "java/beans/",
          "java/util/concurrent/atomic/AtomicReferenceFieldUpdater",
          "java/util/concurrent/atomic/AtomicIntegerFieldUpdater",
          "java/util/concurrent/atomic/AtomicLongFieldUpdater",
          // makes objects out of bytes
          "java/io/ObjectInput",
          "java/io/ObjectOutput",
          "java/io/Externalizable",
          // leaves the virtual machine
          "java/lang/foreign/",
          "sun/",
          "com/sun/",
          "jdk/",
          // talks to others
          "java/net/",
          "javax/net/",
          "java/rmi/",
          "javax/naming/",
          "javax/management/",
          "java/nio/channels/Socket",
          "java/nio/channels/ServerSocket",
          "java/nio/channels/Datagram",
          "java/nio/channels/Multicast",
          "java/nio/channels/Asynchronous");

  /** Methods that no class may name, of types that it may. */
  private static final Map<String, Set<String>> METHODS =
      Map.of(
          "java/lang/Runtime", Set.of("exec", "load", "loadLibrary"),
          "java/lang/System", Set.of("load", "loadLibrary"),
          "java/lang/Thread", Set.of("getContextClassLoader", "setContextClassLoader"),
          "java/lang/Module", Set.of("getClassLoader", "addOpens", "addExports", "addUses"));

  /** All that may be asked of a class; everything else finds code by its name. */
  private static final Set<String> ASKED_OF_CLASSES =
      Set.of(
          "getName",
          "getSimpleName",
          "desiredAssertionStatus",
          "isInstance",
          "cast",
          "getResourceAsStream");

  /** What the compiler itself links to: lambdas, records, switches over patterns, string sums. */
  private static final Set<String> BOOTSTRAPS =
      Set.of(
          "java/lang/invoke/LambdaMetafactory.metafactory",
          "java/lang/invoke/LambdaMetafactory.altMetafactory",
          "java/lang/invoke/StringConcatFactory.makeConcatWithConstants",
          "java/lang/invoke/ConstantBootstraps.invoke",
          "java/lang/runtime/ObjectMethods.bootstrap",
          "java/lang/runtime/SwitchBootstraps.typeSwitch",
          "java/lang/runtime/SwitchBootstraps.enumSwitch");

  private static final Pattern TYPE_IN_DESCRIPTOR = Pattern.compile("L([^;<]+);");

  private ForeignCode() {}

  /** The forbidden types and methods that a class names, sorted. */
  static SortedSet<String> namedBy(Path classFile) throws IOException {
    ClassModel model = ClassFile.of().parse(classFile);
    Set<Integer> bootstraps = bootstrapReferences(model.constantPool());
    SortedSet<String> found = new TreeSet<>();
    for (PoolEntry entry : model.constantPool()) {
      switch (entry) {
        case ClassEntry type -> judgeType(type.asInternalName(), found);
        case NameAndTypeEntry member -> judgeDescriptor(member.type().stringValue(), found);
        case MethodTypeEntry type -> judgeDescriptor(type.descriptor().stringValue(), found);
        case MemberRefEntry member -> {
          if (!bootstraps.contains(member.index())) {
            judgeMember(member, found);
          }
        }
        default -> {}
      }
    }
    for (MethodModel method : model.methods()) {
      judgeDescriptor(method.methodType().stringValue(), found);
    }
    for (FieldModel field : model.fields()) {
      judgeDescriptor(field.fieldType().stringValue(), found);
    }
    return found;
  }

  /** A bootstrap is reached through a method handle; called in any other way it is forbidden. */
  private static Set<Integer> bootstrapReferences(ConstantPool pool) {
    Set<Integer> references = new HashSet<>();
    for (PoolEntry entry : pool) {
      if (entry instanceof MethodHandleEntry handle
          && BOOTSTRAPS.contains(
              handle.reference().owner().asInternalName()
                  + "."
                  + handle.reference().name().stringValue())) {
        references.add(handle.reference().index());
      }
    }
    return references;
  }

  private static void judgeMember(MemberRefEntry member, Set<String> found) {
    String owner = member.owner().asInternalName();
    String name = member.name().stringValue();
    boolean isForbidden =
        METHODS.getOrDefault(owner, Set.of()).contains(name)
            || (owner.equals("java/lang/Class") && !ASKED_OF_CLASSES.contains(name))
            || owner.startsWith("java/lang/invoke/")
            || owner.startsWith("java/lang/runtime/");
    if (isForbidden) {
      found.add(owner + "." + name);
    }
  }

  private static void judgeDescriptor(String descriptor, Set<String> found) {
    Matcher types = TYPE_IN_DESCRIPTOR.matcher(descriptor);
    while (types.find()) {
      judgeType(types.group(1), found);
    }
  }

  private static void judgeType(String name, Set<String> found) {
    if (name.startsWith("[")) {
      judgeDescriptor(name, found);
    } else if (TYPES.stream().anyMatch(name::startsWith)) {
      found.add(name);
    }
  }
}
