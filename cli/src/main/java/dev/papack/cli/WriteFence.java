package dev.papack.cli;

import dev.papack.Packer;
import dev.papack.Session;
import dev.papack.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Limits what a command may change. It is closed once, before anything is written; each method
 * returns errors if it cannot be closed.
 */
interface WriteFence {
  /** No limits: the fence without {@code --sandbox=strict}. */
  WriteFence NONE =
      new WriteFence() {
        @Override
        public List<Diagnostic> aroundNothing() {
          return List.of();
        }

        @Override
        public List<Diagnostic> around(Session workspace) {
          return List.of();
        }

        @Override
        public List<Diagnostic> aroundNewWorkspace(Packer packer, Path folder) {
          return List.of();
        }

        @Override
        public List<Diagnostic> aroundOutput(Packer packer, Path output, List<Path> inputs) {
          return List.of();
        }
      };

  /** Nothing may be changed. */
  List<Diagnostic> aroundNothing();

  /** A workspace may be published, but no source opened for writing. */
  List<Diagnostic> around(Session workspace) throws IOException;

  /** A folder may become a workspace; it is created if it is missing. */
  List<Diagnostic> aroundNewWorkspace(Packer packer, Path folder) throws IOException;

  /**
   * A file that the user named may be written.
   *
   * @param output the file
   * @param inputs the files it is made from
   * @throws UsageException if the file's folder contains sources of a workspace: the kernel cannot
   *     protect some files of a folder and let others be written
   */
  List<Diagnostic> aroundOutput(Packer packer, Path output, List<Path> inputs)
      throws UsageException, IOException;
}
