package dev.papack.publish;

import dev.papack.container.Sha256;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.RelativePath;
import dev.papack.disk.DiskException;
import dev.papack.disk.FileStatus;
import dev.papack.disk.FileType;
import dev.papack.disk.ReadableDirectory;
import dev.papack.disk.ReadableFile;
import dev.papack.disk.WritableDirectory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/**
 * Carries out a decided publication: at once after the decision, or after a crash. Every file is
 * looked at before the first is touched, and each is touched in a way that can be repeated.
 */
final class Recovery {
  private static final int BUFFER_BYTES = 1 << 16;

  private final WritableDirectory workspace;
  private final WritableDirectory staging;

  Recovery(WritableDirectory workspace, WritableDirectory staging) {
    this.workspace = workspace;
    this.staging = staging;
  }

  /** The first file that is neither what it was nor what it is to become, if there is one. */
  Optional<Diagnostic> findContradiction(List<Replacement> replacements) throws IOException {
    for (int number = 0; number < replacements.size(); number++) {
      Replacement replacement = replacements.get(number);
      Optional<Sha256> now = digestOf(workspace, replacement.destination().names());
      if (isDone(replacement, now)) {
        continue;
      }
      boolean mayReplace =
          switch (replacement) {
            case Replacement.Derived derived -> true;
            case Replacement.Authored authored -> now.equals(authored.before());
          };
      boolean canReplace =
          replacement.after().isEmpty()
              || digestOf(staging, List.of(name(number)))
                  .equals(replacement.after().map(StagedContent::digest));
      if (!mayReplace || !canReplace) {
        return Optional.of(
            contradiction(
                replacement.destination(),
                mayReplace
                    ? "what was staged for it is gone"
                    : "it is neither what it was nor what it was to become"));
      }
    }
    return Optional.empty();
  }

  /** Replaces every file that is not replaced yet. */
  void carryOut(List<Replacement> replacements) throws IOException {
    for (int number = 0; number < replacements.size(); number++) {
      Replacement replacement = replacements.get(number);
      List<FileName> names = replacement.destination().names();
      if (!isDone(replacement, digestOf(workspace, names))) {
        replace(workspace, names, replacement, number);
      }
    }
  }

  private static boolean isDone(Replacement replacement, Optional<Sha256> now) {
    return now.equals(replacement.after().map(StagedContent::digest));
  }

  private void replace(
      WritableDirectory folder, List<FileName> names, Replacement replacement, int number)
      throws IOException {
    if (names.size() > 1) {
      try (WritableDirectory inner = folder.openDirectory(names.getFirst())) {
        replace(inner, names.subList(1, names.size()), replacement, number);
      }
      return;
    }
    if (replacement.after().isPresent()) {
      staging.rename(name(number), folder, names.getFirst());
    } else {
      folder.deleteFile(names.getFirst());
    }
    folder.flush();
  }

  static FileName name(int number) {
    return new FileName(String.valueOf(number));
  }

  /** The digest of a file below a folder, or empty where there is none. */
  static Optional<Sha256> digestOf(ReadableDirectory folder, List<FileName> names)
      throws IOException {
    FileName name = names.getFirst();
    Optional<FileStatus> status = folder.find(name);
    if (status.isEmpty()) {
      return Optional.empty();
    }
    if (names.size() > 1) {
      try (ReadableDirectory inner = folder.openDirectory(name)) {
        return digestOf(inner, names.subList(1, names.size()));
      }
    }
    if (status.get().type() != FileType.FILE) {
      throw new DiskException(
          DiskException.Trouble.WRONG_TYPE,
          folder.displayPath() + "/" + name,
          "a folder, link or special file stands where a file is to be published");
    }
    MessageDigest digest = Sha256.newMessageDigest();
    try (ReadableFile file = folder.openFile(name)) {
      ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
      long position = 0;
      while (file.read(position, buffer) >= 0) {
        position += buffer.position();
        digest.update(buffer.flip());
        buffer.clear();
      }
    }
    return Optional.of(Sha256.finish(digest));
  }

  private static Diagnostic contradiction(RelativePath file, String reason) {
    return Diagnostic.error(
            DiagnosticCode.JOURNAL_CONTRADICTED,
            Location.of(Artifact.JOURNAL, file.text()),
            "\"" + file + "\" stops an unfinished publication: " + reason)
        .help(
            "restore the file from version control, or give the publication up with papack"
                + " recover --discard");
  }
}
