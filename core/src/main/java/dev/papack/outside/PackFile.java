package dev.papack.outside;

import dev.papack.container.PackException;
import dev.papack.container.PackReader;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.Disk;
import dev.papack.disk.FileStatus;
import dev.papack.disk.FileType;
import dev.papack.disk.ReadableDirectory;
import dev.papack.inspect.DiskPackBytes;
import dev.papack.inspect.PackFaults;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A pack that the user names, wherever it is. */
public final class PackFile {
  private final Disk disk;
  private final Path path;

  /**
   * A pack that may be there.
   *
   * @param path any path; messages name it as it is
   */
  public PackFile(Disk disk, Path path) {
    this.disk = disk;
    this.path = path;
  }

  /**
   * What is done with an open pack.
   *
   * @param <T> what comes of it
   */
  @FunctionalInterface
  public interface Use<T> {
    /** Uses the pack while it is open. */
    Outcome<T> apply(PackReader reader) throws IOException, PackException;
  }

  /** Opens the pack for as long as it is used; a fault of the pack is a refusal. */
  public <T> Outcome<T> read(Use<T> use) throws IOException {
    return switch (OutsideFile.find(disk, path)) {
      case OutsideFile.Nameless _, OutsideFile.WithoutFolder _ -> Outcome.refused(missing());
      case OutsideFile.BadName(String name, String fault) ->
          Outcome.refused(notFound("the name of \"" + path + "\" " + fault));
      case OutsideFile.Place place -> read(place, use);
    };
  }

  private <T> Outcome<T> read(OutsideFile.Place place, Use<T> use) throws IOException {
    try (ReadableDirectory directory =
        disk.openForReading(place.folder(), place.folder().toString())) {
      Optional<FileType> type = directory.find(place.name()).map(FileStatus::type);
      if (type.isEmpty()) {
        return Outcome.refused(missing());
      }
      if (type.get() != FileType.FILE) {
        return Outcome.refused(
            notFound("\"" + path + "\" is not a regular file: papack does not follow links"));
      }
      try (var opened = directory.openFile(place.name())) {
        return use.apply(PackReader.open(new DiskPackBytes(opened, path.toString())));
      }
    } catch (PackException e) {
      return Outcome.refused(PackFaults.diagnostic(e, path.toString()));
    }
  }

  private Diagnostic missing() {
    return notFound("there is no file \"" + path + "\"");
  }

  private Diagnostic notFound(String why) {
    return Diagnostic.error(
            DiagnosticCode.PACK_NOT_FOUND, Location.of(Artifact.PACK, path.toString()), why)
        .advice("name a pack: a build writes assets.pa into its workspace");
  }
}
