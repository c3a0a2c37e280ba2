import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Rewrites a jar with class files of the current version: {@code java RaiseClassFiles.java JAR}.
 *
 * <p>Java's ahead-of-time cache takes no class file older than version 50, and picocli's are of version 49: reading
 * them again at each start takes longer than most commands run. Instructions, constants and names stay as they are; the
 * version is raised, and the frames that newer versions need for verification are added. Every class is verified. A jar
 * without old class files is left alone, and the same jar always gives the same bytes.
 */
final class RaiseClassFiles {
  private static final int OLDEST_CACHED = 50;
  private static final String NOTICE = "META-INF/CHANGED-BY-PAPACK";
  private static final String CHANGE =
      "The build of papack raised the version of these class files, and added the stack map frames that it needs.\n"
          + "Nothing else was changed.\n";

  private RaiseClassFiles() {}

  public static void main(String[] arguments) throws IOException {
    Path jar = Path.of(arguments[0]);
    Path made = jar.resolveSibling(jar.getFileName() + ".raised");
    int raised = 0;
    try (URLClassLoader classes = new URLClassLoader(new URL[] {jar.toUri().toURL()});
        InputStream file = Files.newInputStream(jar);
        ZipInputStream in = new ZipInputStream(file);
        OutputStream output = Files.newOutputStream(made);
        ZipOutputStream out = new ZipOutputStream(output)) {
      ClassFile raising =
          ClassFile.of(
              StackMapsOption.GENERATE_STACK_MAPS,
              ClassFile.ClassHierarchyResolverOption.of(
                  ClassHierarchyResolver.ofResourceParsing(classes)));
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] content = in.readAllBytes();
        if (entry.getName().endsWith(".class") && isOld(content)) {
          content = raise(raising, content);
          raised++;
        }
        put(out, entry.getName(), content);
      }
      if (raised > 0) {
        put(out, NOTICE, CHANGE.getBytes(StandardCharsets.US_ASCII));
      }
    }
    if (raised > 0) {
      Files.move(made, jar, StandardCopyOption.REPLACE_EXISTING);
    } else {
      Files.delete(made);
    }
  }

  private static boolean isOld(byte[] content) {
    return ((content[6] & 0xFF) << 8 | content[7] & 0xFF) < OLDEST_CACHED;
  }

  private static byte[] raise(ClassFile raising, byte[] content) {
    ClassModel old = raising.parse(content);
    ClassTransform version =
        (builder, element) -> {
          if (element instanceof ClassFileVersion) {
            builder.withVersion(ClassFile.latestMajorVersion(), 0);
          } else {
            builder.with(element);
          }
        };
    // Code is written anew only where something transforms it, and only then gets its frames.
    byte[] made =
        raising.transformClass(
            old, ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL).andThen(version));
    List<VerifyError> errors = raising.verify(made);
    if (!errors.isEmpty()) {
      throw errors.getFirst();
    }
    return made;
  }

  /** All with one time: the earliest that a zip file stores without a time zone. */
  private static void put(ZipOutputStream out, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(LocalDateTime.of(1980, 2, 1, 0, 0, 0));
    out.putNextEntry(entry);
    out.write(content);
    out.closeEntry();
  }
}
