package dev.papack.registry;

import dev.papack.asset.Declaration;
import dev.papack.asset.DeclarationPlace;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.disk.FileStamp;
import dev.papack.source.FileStamps;
import java.util.Optional;

/** What was found of files before, for those that are still the same. */
public interface KnownFiles {
  /** Nothing is known, and nobody wants to know it later. */
  KnownFiles NONE =
      new KnownFiles() {
        @Override
        public FileStamps.Taking stamps(int registeredCount) {
          return FileStamps.Taking.NONE;
        }

        @Override
        public Optional<Declared> find(DeclarationPlace place, FileStamp stamp) {
          return Optional.empty();
        }

        @Override
        public boolean isSource(AssetsPath file, FileStamp stamp) {
          return false;
        }
      };

  /**
   * What a file declares. It has no fault, and nothing was to be said of it.
   *
   * @param declaration what it means
   * @param version the version that it has
   */
  record Declared(Declaration declaration, int version) {}

  /**
   * Whether the stamps of all files are to be taken.
   *
   * @param registeredCount how many assets the registry has
   */
  FileStamps.Taking stamps(int registeredCount);

  /**
   * What a declaration says.
   *
   * @param stamp of its file, as it is now
   * @return empty if it has to be read
   */
  Optional<Declared> find(DeclarationPlace place, FileStamp stamp);

  /**
   * Whether a file was converted as it is.
   *
   * @param stamp of the file, as it is now
   */
  boolean isSource(AssetsPath file, FileStamp stamp);
}
