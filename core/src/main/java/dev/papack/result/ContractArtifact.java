package dev.papack.result;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a shipper, or any other program, may rely on for one artifact of a workspace. The rules are
 * those of {@code docs/specs/artifacts.md}.
 *
 * @param path where it lies, relative to the workspace; a {@code *} stands for a part of a name,
 *     {@code **} for any number of folders, a slash at the end for a folder with all that is in it
 * @param kind what it is: the kind of a document, {@code pack}, or {@code control}
 * @param faces whom it is made for
 * @param standing whether it can be made again
 * @param packIdPlace where it says which pack it belongs to: a field of the prelude, or a JSON
 *     pointer
 * @param versions its formats, each with the versions that are read and the one that is written
 */
public record ContractArtifact(
    String path,
    String kind,
    Facing faces,
    Standing standing,
    Optional<String> packIdPlace,
    List<FormatVersions> versions) {

  /** The version of the contract itself, which {@code papack contract} prints. */
  public static final int CONTRACT_VERSION = 1;

  /** Whom an artifact is made for. */
  public enum Facing {
    /** The console; it reads nothing else. */
    RUNTIME,
    /** Editors, reviewers, shippers; never the console. */
    TOOLING,
    /** The packer alone: nobody else reads it. */
    PACKER;

    /**
     * The word of the contract.
     *
     * @return in lower case
     */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether an artifact can be made again. */
  public enum Standing {
    /** What people wrote or decided: it is committed, and nothing else can replace it. */
    AUTHORITATIVE,
    /** Follows from the authoritative ones; a build makes it again. */
    DERIVED,
    /** Of one run to the next; disposable when no journal is in it. */
    CONTROL;

    /**
     * The word of the contract.
     *
     * @return in lower case
     */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Copies the list. */
  public ContractArtifact {
    versions = List.copyOf(versions);
  }
}
