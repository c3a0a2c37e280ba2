package dev.papack.campaign.api;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What users of a library can name, as text: a line for each type, and below it one for each of its
 * members. Names below one package and of {@code java.lang} are short. What the kind of a type
 * implies is left out: the accessors of a record, the methods of every enum and object.
 */
public final class PublicApi {
  private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");
  private static final Set<String> OF_EVERY_ENUM = Set.of("values", "valueOf");

  private final String home;

  private PublicApi(String home) {
    this.home = home;
  }

  /**
   * The lines of those of the types that are public, whatever their order.
   *
   * @param home the package whose name is left out
   */
  public static List<String> of(String home, Collection<Class<?>> types) {
    PublicApi api = new PublicApi(home);
    return types.stream()
        .filter(PublicApi::isPublic)
        .sorted(Comparator.comparing(Class::getName))
        .flatMap(type -> Stream.concat(Stream.of(api.head(type)), api.members(type)))
        .toList();
  }

  private static boolean isPublic(Class<?> type) {
    Class<?> outer = type.getDeclaringClass();
    return Modifier.isPublic(type.getModifiers()) && (outer == null || isPublic(outer));
  }

  private String head(Class<?> type) {
    String head = withoutPublic(type.toGenericString());
    if (type.isRecord() || type.isEnum() || type.isInterface()) {
      head = head.replaceAll("\\b(abstract|final|static) ", "");
    }
    if (type.isRecord()) {
      head +=
          Arrays.stream(type.getRecordComponents())
              .map(part -> part.getGenericType().getTypeName() + " " + part.getName())
              .collect(Collectors.joining(", ", "(", ")"));
    } else if (!type.isEnum() && !type.isInterface() && type.getSuperclass() != Object.class) {
      head += " extends " + type.getGenericSuperclass().getTypeName();
    }
    head += list(type.isInterface() ? " extends " : " implements ", type.getGenericInterfaces());
    return shortened(
        type.isSealed() ? head + list(" permits ", type.getPermittedSubclasses()) : head);
  }

  private static String list(String word, Type[] types) {
    return types.length == 0
        ? ""
        : Arrays.stream(types).map(Type::getTypeName).collect(Collectors.joining(", ", word, ""));
  }

  private Stream<String> members(Class<?> type) {
    List<String> constants = new ArrayList<>();
    List<String> fields = new ArrayList<>();
    for (Field field : type.getDeclaredFields()) {
      if (field.isEnumConstant()) {
        constants.add("  " + field.getName());
      } else if (isVisible(field)) {
        fields.add("  " + shortened(withoutPublic(field.toGenericString()), type) + value(field));
      }
    }
    List<String> methods = new ArrayList<>();
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (isVisible(constructor) && !isCanonical(constructor)) {
        methods.add("  " + signature(constructor));
      }
    }
    for (Method method : type.getDeclaredMethods()) {
      if (isVisible(method) && !method.isSynthetic() && !isImplied(method)) {
        methods.add("  " + signature(method));
      }
    }
    return Stream.of(constants.stream(), fields.stream().sorted(), methods.stream().sorted())
        .flatMap(lines -> lines);
  }

  private static boolean isVisible(Member member) {
    return (member.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0;
  }

  private static String value(Field field) {
    if (!field.getType().isPrimitive()) {
      return "";
    }
    try {
      return " = " + field.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean isCanonical(Constructor<?> constructor) {
    Class<?> type = constructor.getDeclaringClass();
    return type.isRecord()
        && Arrays.equals(
            constructor.getParameterTypes(),
            Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new));
  }

  private static boolean isImplied(Method method) {
    Class<?> type = method.getDeclaringClass();
    boolean isAccessor =
        type.isRecord()
            && Arrays.stream(type.getRecordComponents())
                .anyMatch(part -> part.getAccessor().equals(method));
    return isAccessor
        || OF_EVERY_OBJECT.contains(method.getName())
        || (type.isEnum() && OF_EVERY_ENUM.contains(method.getName()));
  }

  /** Generics and exceptions included; how a method locks is its own affair. */
  private String signature(Executable executable) {
    return shortened(
        withoutPublic(executable.toGenericString()).replace("synchronized ", ""),
        executable.getDeclaringClass());
  }

  private static String withoutPublic(String member) {
    return member.replaceFirst("^public ", "");
  }

  /** Without the type that declares the member, which its line stands below. */
  private String shortened(String member, Class<?> declaring) {
    return shortened(member.replace(declaring.getName() + ".", "")).replaceAll(",(?! )", ", ");
  }

  private String shortened(String names) {
    return names
        .replaceAll("\\b" + Pattern.quote(home + ".") + "(?=[A-Za-z])", "")
        .replaceAll("\\bjava\\.lang\\.(?=[A-Z])", "")
        .replace('$', '.');
  }
}
