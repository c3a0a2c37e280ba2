package dev.papack.cli;

import dev.papack.Packer;
import dev.papack.Session;
import dev.papack.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What holds a command to what it may change. It is closed once, as soon as it is known what that
 * is and before anything is written; each method says why it cannot be, if so.
 */
interface WriteFence {
  /** Holds nobody: what it is without {@code --sandbox=strict}. */
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

  /** A publication in a workspace may go through, and no source be opened for writing. */
  List<Diagnostic> around(Session workspace) throws IOException;

  /** A folder may become a workspace; it is created where it is missing. */
  List<Diagnostic> aroundNewWorkspace(Packer packer, Path folder) throws IOException;

  /**
   * A file that the user named may be written.
   *
   * @param output the file
   * @param inputs what is read for it
   * @throws UsageException if the file's folder holds sources of a workspace: the kernel keeps no
   *     file in a folder from a process that may write others there
   */
  List<Diagnostic> aroundOutput(Packer packer, Path output, List<Path> inputs)
      throws UsageException, IOException;
}
