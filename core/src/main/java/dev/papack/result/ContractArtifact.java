package dev.papack.result;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One artifact of a workspace, and what a shipper or any other program may rely on. The rules are
 * in {@code docs/specs/artifacts.md}.
 *
 * @param path relative to the workspace; {@code *} stands for part of a name, {@code **} for any
 *     number of folders, a trailing slash for a folder and everything in it
 * @param kind the kind of a document, {@code pack}, or {@code control}
 * @param audience who reads it
 * @param lifecycle whether it can be made again
 * @param packIdPlace where it names the pack it belongs to: a field of the prelude, or a JSON
 *     pointer; empty if it belongs to none
 * @param versions its formats, each with the versions that are read and the one that is written
 */
public record ContractArtifact(
    String path,
    String kind,
    Audience audience,
    Lifecycle lifecycle,
    Optional<String> packIdPlace,
    List<FormatVersions> versions) {

  /** The version of the contract itself, as {@code papack contract} prints it. */
  public static final int CONTRACT_VERSION = 1;

  /** Who reads an artifact. */
  public enum Audience {
    /** The console, which reads nothing else. */
    RUNTIME,
    /** Editors, reviewers and shippers; never the console. */
    TOOLING,
    /** Only the packer. */
    PACKER;

    /**
     * The word used in the contract.
     *
     * @return in lower case
     */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether an artifact can be made again. */
  public enum Lifecycle {
    /** Written by people and committed; nothing can replace it. */
    AUTHORED,
    /** Made from the authored files; a build makes it again. */
    DERIVED,
    /** Kept from one run to the next; may be deleted if it holds no journal. */
    CONTROL;

    /**
     * The word used in the contract.
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
