package dev.papack.publish;

import dev.papack.container.Sha256;
import dev.papack.disk.DiskException;
import dev.papack.disk.WritableDirectory;
import dev.papack.git.GitFile;
import dev.papack.git.LackingLines;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Replaces files that are git's, which are in no record: each appears whole by itself. */
final class GitFileReplacement {
  private final ControlFolder control;
  private final WritableDirectory workspace;

  GitFileReplacement(ControlFolder control, WritableDirectory workspace) {
    this.control = control;
    this.workspace = workspace;
  }

  /**
   * Replaces a file, or makes it.
   *
   * @param before the digest of the file as it was read; empty if there was none
   * @throws DiskException with {@link DiskException.Trouble#CHANGED} if it is another one by now
   */
  void replace(GitFile file, Optional<Sha256> before, byte[] after) throws IOException {
    try (WritableDirectory folder = control.openStaging()) {
      if (folder.find(file.fileName()).isPresent()) {
        folder.deleteFile(file.fileName());
      }
      try (StagedFile staged = new StagedFile(folder.createFile(file.fileName()))) {
        staged.append(ByteBuffer.wrap(after));
        staged.finish();
      }
      if (!LackingLines.digestOf(workspace, file).equals(before)) {
        folder.deleteFile(file.fileName());
        throw new DiskException(
            DiskException.Trouble.CHANGED,
            file.fileName().text(),
            "the file changed while papack was completing it");
      }
      folder.rename(file.fileName(), workspace, file.fileName());
      workspace.flush();
    }
  }
}
