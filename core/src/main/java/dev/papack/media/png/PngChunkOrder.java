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
 */
final class PngChunkOrder {
  private static final Set<String> CRITICAL = Set.of("IHDR", "PLTE", "IDAT", "IEND");
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

  /** Refuses a chunk that may not follow those admitted before. */
  void admit(PngChunk chunk) throws PngRefusal {
    String type = chunk.type();
    if (chunk.isCritical() && !CRITICAL.contains(type)) {
      throw new PngRefusal(
          chunk
              .error(
                  DiagnosticCode.PNG_CHUNK_UNKNOWN,
                  "the picture depends on its chunk "
                      + type
                      + ", which no PNG specification defines")
              .found(type));
    }
    Optional<String> fault = faultOf(type);
    if (fault.isPresent()) {
      throw new PngRefusal(orderError(chunk, fault.get()));
    }
    seen.add(type);
    previous = type;
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
    if (type.equals("PLTE") && AFTER_PALETTE.stream().anyMatch(seen::contains)) {
      return Optional.of("comes after a chunk that must follow it");
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
