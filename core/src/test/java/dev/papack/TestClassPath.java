package dev.papack;

import java.io.File;
import java.nio.file.Path;

/** Where a process of its own finds the classes that a test sees. */
public final class TestClassPath {
  private TestClassPath() {}

  /** Modules and what they are patched with count as folders of classes. */
  public static String all() {
    return String.join(
        File.pathSeparator,
        System.getProperty("java.class.path"),
        System.getProperty("jdk.module.path", ""),
        Path.of(System.getProperty("papack.home"), "core", "target", "test-classes").toString());
  }
}
