package dev.papack.cache;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.Verb;
import dev.papack.document.Kind;
import dev.papack.document.SupportWindow;
import dev.papack.publish.CacheFile;
import dev.papack.result.CacheState;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The file of the cache: its kind and versions, and the only way from its bytes to a cache. */
public final class CacheDocument {
  /** The kind, and the versions that are read. */
  public static final Kind KIND =
      new Kind(Artifact.BUILD_CACHE, new SupportWindow(1, 1), new TreeMap<>());

  /** What says the version: the third word of the first line. */
  public static final String VERSION_MEMBER = "version";

  /** Reads what follows the first line, in each version of the window, as the current model. */
  private static final List<Function<ByteBuffer, Optional<BuildCache>>> READERS =
      List.of(CacheReader::read);

  private CacheDocument() {}

  /** The file's bytes. */
  public static ByteBuffer write(BuildCache cache) {
    return CacheWriter.write(cache);
  }

  /**
   * What a file tells of the last build. A file that is damaged, copied or of another release tells
   * nothing, as if there were none; so does one for which there is no memory.
   *
   * @return refused only if its version is not supported
   */
  public static Outcome<Memory> read(Optional<CacheFile> file) {
    return file.isEmpty() ? Outcome.of(new Memory.Nothing(CacheState.ABSENT)) : read(file.get());
  }

  /** That the version of a workspace's cache is not supported, for who would write there. */
  public static Optional<Diagnostic> findUnsupported(Optional<CacheFile> file) {
    return file.flatMap(found ->
        CacheHead.find(found.bytes())
            .filter(head -> head.fits(bodyOf(found, head)))
            .flatMap(head -> versionFault(found, head.version())));
  }

  private static ByteBuffer bodyOf(CacheFile file, CacheHead head) {
    int startBytes = head.line().length();
    return file.bytes().slice(startBytes, file.bytes().remaining() - startBytes);
  }

  private static Outcome<Memory> read(CacheFile file) {
    Optional<CacheHead> head = CacheHead.find(file.bytes());
    if (head.isEmpty()) {
      return Outcome.of(new Memory.Nothing(CacheState.DAMAGED));
    }
    ByteBuffer body = bodyOf(file, head.get());
    // What is damaged has no version.
    if (!head.get().fits(body)) {
      return Outcome.of(new Memory.Nothing(CacheState.DAMAGED));
    }
    Optional<Diagnostic> unsupported = versionFault(file, head.get().version());
    if (unsupported.isPresent()) {
      return Outcome.refused(unsupported.get());
    }
    if (CacheRoom.ofFile(body.remaining(), Runtime.getRuntime().maxMemory())
        == CacheRoom.TOO_LITTLE) {
      return Outcome.of(new Memory.Nothing(CacheState.TOO_LARGE));
    }
    int version = Integer.parseInt(head.get().version());
    Optional<BuildCache> cache = READERS.get(version - KIND.window().oldest()).apply(body);
    return Outcome.of(
        cache
            .map(known -> judged(known, file))
            .orElseGet(() -> new Memory.Nothing(CacheState.DAMAGED)));
  }

  private static Memory judged(BuildCache cache, CacheFile file) {
    // Whoever plants a cache must not gain by saying less than the platform knows.
    if (!cache.folder().isSame(file.folder()) || !cache.folder().equals(file.folder())) {
      return new Memory.Nothing(CacheState.COPIED);
    }
    return cache.outputVersions().equals(OutputVersions.current())
        ? new Memory.OfBuild(cache)
        : new Memory.Nothing(CacheState.OTHER_VERSIONS);
  }

  private static Optional<Diagnostic> versionFault(CacheFile file, String version) {
    SupportWindow window = KIND.window();
    boolean isNegative = version.startsWith("-");
    String digits = version.replaceFirst("^-?0*", "");
    if (isNegative || digits.isEmpty()) {
      return Optional.of(
          fault(
              file,
              DiagnosticCode.VERSION_NEVER_EXISTED,
              version,
              "never existed; versions start at 1"));
    }
    boolean isLong = digits.length() > 9;
    if (isLong || Integer.parseInt(digits) > window.current()) {
      return Optional.of(
          fault(
              file,
              DiagnosticCode.VERSION_TOO_NEW,
              version,
              "is too new: this papack reads " + window.inWords()));
    }
    return Integer.parseInt(digits) < window.oldest()
        ? Optional.of(
            fault(
                file,
                DiagnosticCode.VERSION_TOO_OLD,
                version,
                "is too old: this papack reads " + window.inWords()))
        : Optional.empty();
  }

  private static Diagnostic fault(
      CacheFile file, DiagnosticCode code, String version, String relation) {
    return Diagnostic.error(
            code,
            Location.of(Artifact.BUILD_CACHE, file.shown()),
            KIND.label() + " version " + version + " " + relation)
        .found(version)
        .supported(KIND.window().toString())
        .fix(
            Fix.safe(
                "clear the cache: it contains none of your work, and the next build makes it again",
                Fix.run(Verb.CLEAR_CACHE)));
  }
}
