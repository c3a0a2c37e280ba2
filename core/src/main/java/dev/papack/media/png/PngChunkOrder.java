package dev.papack.media.png;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which chunks may be where, and how often: the tables "Chunk ordering rules" of the PNG
 * specification, third edition, section 5.6. Chunks it does not name may be anywhere if they are
 * ancillary and nowhere if they are critical.
 *
 * <p>{@code eXIf} goes by the PNG extensions, which allow it after IDAT too: common converters put
 * it there, and nothing here reads it.
 *
 * <p>What decides pixels has to be in order. A chunk that nothing here reads may be anywhere and
 * doubled: the first one that is not in order is a warning.
 */
final class PngChunkOrder {
  private static final String XCODE = "CgBI";
  private static final Set<String> CRITICAL = Set.of("IHDR", "PLTE", "IDAT", "IEND");
  private static final Set<String> DECIDING = union(CRITICAL, Set.of("tRNS"));
  private static final Set<String> BEFORE_PALETTE =
      Set.of("cHRM", "cICP", "gAMA", "iCCP", "mDCV", "cLLI", "sBIT", "sRGB");
  private static final Set<String> AFTER_PALETTE = Set.of("bKGD", "hIST", "tRNS");
  private static final Set<String> BEFORE_DATA =
      union(BEFORE_PALETTE, AFTER_PALETTE, Set.of("PLTE", "acTL", "pHYs", "sPLT"));
  private static final Set<String> AFTER_DATA = Set.of("fdAT", "IEND");
  private static final Set<String> ONCE =
      union(BEFORE_PALETTE, AFTER_PALETTE, Set.of("PLTE", "acTL", "eXIf", "pHYs", "tIME"));

  private final Set<String> seen = new HashSet<>();
  private String previous = "";
  private Optional<Diagnostic> warning = Optional.empty();

  /** Refuses a chunk that may not follow those admitted before. */
  void admit(PngChunk chunk) throws PngRefusal {
    String type = chunk.type();
    if (chunk.isCritical() && !CRITICAL.contains(type)) {
      throw new PngRefusal(type.equals(XCODE) ? fromXcode(chunk) : unknown(chunk));
    }
    Optional<String> fault = faultOf(type);
    if (fault.isPresent()) {
      if (isDeciding(type)) {
        throw new PngRefusal(orderError(chunk, fault.get()));
      }
      warn(chunk, fault.get());
    }
    seen.add(type);
    previous = type;
  }

  private static Diagnostic unknown(PngChunk chunk) {
    return chunk
        .error(
            DiagnosticCode.PNG_CHUNK_UNKNOWN,
            "the picture depends on its chunk "
                + chunk.type()
                + ", which no PNG specification defines")
        .found(chunk.type());
  }

  private static Diagnostic fromXcode(PngChunk chunk) {
    return Diagnostic.error(
            DiagnosticCode.PNG_CHUNK_UNKNOWN,
            chunk.location(),
            "the file is no PNG but Apple's variant of it, which Xcode makes when it builds an app"
                + " (chunk CgBI)")
        .found(chunk.type())
        .advice(
            "use the original picture from before the build, or convert this one back with Xcode's"
                + " pngcrush -revert-iphone-optimizations");
  }

  /** Whether pixels depend on a chunk being here: before IHDR nothing is a picture yet. */
  private boolean isDeciding(String type) {
    return DECIDING.contains(type) || seen.isEmpty();
  }

  private void warn(PngChunk chunk, String fault) {
    if (warning.isEmpty()) {
      warning =
          Optional.of(
              Diagnostic.warning(
                      DiagnosticCode.PNG_CHUNK_ORDER,
                      chunk.location(),
                      "the chunk " + chunk.type() + " " + fault)
                  .found(chunk.type())
                  .advice(
                      "nothing: papack does not use this chunk; other programs may refuse the"
                          + " file, so export it again if they do"));
    }
  }

  /** The first chunk that is not in order, of those that decide no pixel. */
  Optional<Diagnostic> warning() {
    return warning;
  }

  /** The error for a chunk in a place, or beside others, where it may not be. */
  static Diagnostic orderError(PngChunk chunk, String fault) {
    return chunk
        .error(DiagnosticCode.PNG_CHUNK_ORDER, "the chunk " + chunk.type() + " " + fault)
        .found(chunk.type());
  }

  private Optional<String> faultOf(String type) {
    boolean afterData = seen.contains("IDAT");
    if (seen.isEmpty() != type.equals("IHDR")) {
      return Optional.of(
          seen.isEmpty() ? "comes first, but IHDR must come first" : "appears a second time");
    }
    if (ONCE.contains(type) && seen.contains(type)) {
      return Optional.of("appears a second time");
    }
    if (type.equals("fcTL") && !afterData && seen.contains(type)) {
      return Optional.of("appears a second time before IDAT");
    }
    if (type.equals("IDAT") && afterData && !previous.equals(type)) {
      return Optional.of("continues the picture's data after the chunk " + previous);
    }
    if (BEFORE_DATA.contains(type) && afterData) {
      return Optional.of("comes after IDAT, but must come before it");
    }
    if (AFTER_DATA.contains(type) && !afterData) {
      return Optional.of("comes before IDAT, the picture's data, but must come after it");
    }
    if (BEFORE_PALETTE.contains(type) && seen.contains("PLTE")) {
      return Optional.of("comes after PLTE, but must come before it");
    }
    if (type.equals("PLTE") && seen.contains("tRNS")) {
      return Optional.of("comes after tRNS, which must follow it");
    }
    if (type.equals("hIST") && !seen.contains("PLTE")) {
      return Optional.of("counts the uses of a palette, but no PLTE comes before it");
    }
    return Optional.empty();
  }

  @SafeVarargs
  private static Set<String> union(Set<String>... parts) {
    Set<String> all = new HashSet<>();
    for (Set<String> part : parts) {
      all.addAll(part);
    }
    return Set.copyOf(all);
  }
}
