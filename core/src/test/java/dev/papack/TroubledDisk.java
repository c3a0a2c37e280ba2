package dev.papack;

import dev.papack.disk.Disk;
import dev.papack.disk.ReadableDirectory;
import dev.papack.disk.ReadableFile;
import dev.papack.disk.SystemDisk;
import dev.papack.disk.WritableDirectory;
import dev.papack.disk.WritableFile;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The machine's disk, with trouble before chosen operations. Tests run as root, whom no permission
 * stops, and on disks with space.
 */
final class TroubledDisk {
  private static final List<Class<?>> DOORS =
      List.of(
          WritableDirectory.class,
          ReadableDirectory.class,
          WritableFile.class,
          ReadableFile.class,
          Disk.class);

  private TroubledDisk() {}

  /** What happens before an operation. */
  @FunctionalInterface
  interface Trouble {
    /**
     * May throw, or change a file behind the packer's back.
     *
     * @param operation its name at the door to the file system
     * @param arguments what it is called with
     */
    void before(String operation, List<Object> arguments) throws IOException;
  }

  static Disk with(Trouble trouble) {
    return (Disk) behind(new SystemDisk(), trouble);
  }

  private static Object behind(Object real, Trouble trouble) {
    Optional<Class<?>> door = DOORS.stream().filter(type -> type.isInstance(real)).findFirst();
    return door.isEmpty()
        ? real
        : Proxy.newProxyInstance(
            TroubledDisk.class.getClassLoader(),
            new Class<?>[] {door.get()},
            new Handler(real, trouble));
  }

  private record Handler(Object real, Trouble trouble)
      implements java.lang.reflect.InvocationHandler {
    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      Object[] given = arguments == null ? new Object[0] : arguments;
      trouble.before(method.getName(), List.of(given));
      try {
        Object result = method.invoke(real, Arrays.stream(given).map(Handler::unwrapped).toArray());
        return result == null ? null : behind(result, trouble);
      } catch (InvocationTargetException e) {
        throw e.getTargetException();
      }
    }

    private static Object unwrapped(Object argument) {
      return Proxy.isProxyClass(argument.getClass())
              && Proxy.getInvocationHandler(argument) instanceof Handler handler
          ? handler.real()
          : argument;
    }
  }
}
