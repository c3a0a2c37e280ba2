package dev.papack.cache;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.Verb;
import dev.papack.disk.FolderId;
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

  /**
   * Reads what follows the first line, as the current model.
   *
   * @param beginning what stands before the assets
   * @param whole everything
   */
  private record Form(
      Function<ByteBuffer, Optional<CacheBeginning>> beginning,
      Function<ByteBuffer, Optional<BuildCache>> whole) {}

  /** That of each version of the window. */
  private static final List<Form> FORMS =
      List.of(new Form(CacheReader::readBeginning, CacheReader::read));

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

  /**
   * The same in a process that may have written the file.
   *
   * @param written what it wrote
   */
  public static Outcome<Memory> read(Optional<CacheFile> file, CacheMemory written) {
    Optional<BuildCache> known = file.flatMap(found -> written.find(found.bytes()));
    return known.isPresent() && file.isPresent()
        ? Outcome.of(judged(known.get(), file.get()))
        : read(file);
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
    return body(file)
        .map(found ->
            found
                .map(body -> memory(body, file))
                .orElseGet(() -> new Memory.Nothing(CacheState.DAMAGED)));
  }

  private static Memory memory(Body body, CacheFile file) {
    if (CacheRoom.ofFile(body.bytes().remaining(), Runtime.getRuntime().maxMemory())
        == CacheRoom.TOO_LITTLE) {
      return new Memory.Nothing(CacheState.TOO_LARGE);
    }
    Optional<BuildCache> cache = body.form().whole().apply(body.bytes());
    return cache
        .map(known -> judged(known, file))
        .orElseGet(() -> new Memory.Nothing(CacheState.DAMAGED));
  }

  private static Memory judged(BuildCache cache, CacheFile file) {
    return switch (state(cache.folder(), cache.outputVersions(), file)) {
      case VALID -> new Memory.OfBuild(cache);
      case CacheState why -> new Memory.Nothing(why);
    };
  }

  private static CacheState state(FolderId folder, String outputVersions, CacheFile file) {
    // Whoever plants a cache must not gain by saying less than the platform knows.
    if (!folder.isSame(file.folder())) {
      return CacheState.COPIED;
    }
    return outputVersions.equals(OutputVersions.current())
        ? CacheState.VALID
        : CacheState.OTHER_VERSIONS;
  }

  /**
   * What a file tells of the last build as a whole; nothing is read of its assets.
   *
   * @return empty if the file tells nothing, or not everything that the build said
   */
  public static Optional<LastResult> readResult(Optional<CacheFile> file) {
    return file.flatMap(found ->
        body(found) instanceof Outcome.Accepted<Optional<Body>>(Optional<Body> body, var _)
            ? body.flatMap(sound -> sound.form().beginning().apply(sound.bytes()))
                .filter(beginning ->
                    state(beginning.folder(), beginning.outputVersions(), found)
                        == CacheState.VALID)
                .flatMap(CacheBeginning::result)
            : Optional.empty());
  }

  /**
   * What follows the first line, undamaged and of a version that is read.
   *
   * @param form the form of that version
   */
  private record Body(ByteBuffer bytes, Form form) {}

  /** Empty if it is damaged; what is damaged has no version. */
  private static Outcome<Optional<Body>> body(CacheFile file) {
    Optional<CacheHead> head = CacheHead.find(file.bytes());
    if (head.isEmpty() || !head.get().fits(bodyOf(file, head.get()))) {
      return Outcome.of(Optional.empty());
    }
    Optional<Diagnostic> unsupported = versionFault(file, head.get().version());
    if (unsupported.isPresent()) {
      return Outcome.refused(unsupported.get());
    }
    int version = Integer.parseInt(head.get().version());
    return Outcome.of(
        Optional.of(
            new Body(bodyOf(file, head.get()), FORMS.get(version - KIND.window().oldest()))));
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
