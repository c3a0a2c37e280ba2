package dev.papack.inspect;

import dev.papack.container.PackException;
import dev.papack.container.PackFault;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;

/** What a pack reader found, as a diagnostic. */
public final class PackFaults {
  private static final String REBUILD = "build the pack again, or copy it again in binary mode";

  private PackFaults() {}

  /**
   * The diagnostic of a fault.
   *
   * @param path the pack, as messages name it
   */
  public static Diagnostic diagnostic(PackException exception, String path) {
    PackFault fault = exception.fault();
    Location place = Location.of(Artifact.PACK, path);
    if (fault.offsetBytes().isPresent()) {
      place = place.atByte(fault.offsetBytes().getAsLong());
    }
    Diagnostic diagnostic = Diagnostic.error(code(fault.stage()), place, fault.message());
    if (fault.found().isPresent()) {
      diagnostic = diagnostic.found(fault.found().get());
    }
    if (fault.expected().isPresent()) {
      diagnostic =
          fault.stage() == PackFault.Stage.LIMIT
              ? diagnostic.limit(fault.expected().get())
              : diagnostic.supported(fault.expected().get());
    }
    return diagnostic.advice(help(fault));
  }

  private static DiagnosticCode code(PackFault.Stage stage) {
    return switch (stage) {
      case NOT_A_PACK -> DiagnosticCode.NOT_A_PACK;
      case DAMAGED -> DiagnosticCode.PACK_DAMAGED;
      case TOO_OLD -> DiagnosticCode.VERSION_TOO_OLD;
      case TOO_NEW -> DiagnosticCode.VERSION_TOO_NEW;
      case TRUNCATED -> DiagnosticCode.PACK_TRUNCATED;
      case LIMIT -> DiagnosticCode.PACK_LIMIT;
      case EXTENDED -> DiagnosticCode.PACK_EXTENDED;
      case HEADER_PADDING -> DiagnosticCode.PACK_HEADER_PADDING;
      case HEADER_DIGEST -> DiagnosticCode.PACK_HEADER_DIGEST;
      case HEADER_FORM -> DiagnosticCode.PACK_HEADER_FORM;
      case STRUCTURE -> DiagnosticCode.PACK_STRUCTURE;
      case MEANING -> DiagnosticCode.PACK_MEANING;
      case PAYLOAD_PADDING -> DiagnosticCode.PACK_PAYLOAD_PADDING;
      case SLICE_DIGEST -> DiagnosticCode.PACK_SLICE_DIGEST;
    };
  }

  private static String help(PackFault fault) {
    String found = fault.found().orElse("");
    return switch (fault.stage()) {
      case NOT_A_PACK ->
          found.equals("a Git LFS pointer")
              ? "run git lfs pull to fetch the file itself"
              : "name a pack as a build wrote it, or copy it again in binary mode";
      case TOO_NEW ->
          "use a papack that reads "
              + fault
                  .version()
                  .map(version -> version.concern().label() + " version " + version.found())
                  .orElse("this version");
      case TOO_OLD -> "build the pack again from its workspace: a pack is never migrated";
      case DAMAGED,
          TRUNCATED,
          LIMIT,
          EXTENDED,
          HEADER_PADDING,
          HEADER_DIGEST,
          HEADER_FORM,
          STRUCTURE,
          MEANING,
          PAYLOAD_PADDING,
          SLICE_DIGEST ->
          REBUILD;
    };
  }
}
