package dev.papack.shipper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Puts what a workspace published into a cartridge folder, or says why not. It repairs nothing.
 *
 * @param papack how papack is called
 * @param console the versions that the console reads, by the name of the format
 * @param copying how a file gets into the cartridge
 */
record Shipper(Papack papack, Map<String, Integer> console, Copying copying) {
  /** The contract is read from this version on; later ones only add. */
  private static final int CONTRACT_VERSION = 1;

  /** What came of it. */
  sealed interface Shipment {
    /** A new cartridge, or a new one in place of the old. */
    record Shipped(Path cartridge, String packId) implements Shipment {}

    /** No cartridge was made or changed. */
    record Refused(String reason, List<String> codes) implements Shipment {}
  }

  /** Copies one file. */
  @FunctionalInterface
  interface Copying {
    void copy(Path from, Path to) throws IOException;
  }

  /** H1 to H5, in this order. */
  Shipment ship(Path workspace, Path cartridge) throws IOException {
    List<String> shipped = artifactsOfTheRuntime();
    Papack.Answer verified = papack.ask("verify", workspace.toString());
    if (verified.status() != 0) {
      return new Shipment.Refused("papack refuses the workspace", verified.codes());
    }
    Optional<String> unread = unreadVersion(verified.result());
    if (unread.isPresent()) {
      return new Shipment.Refused("the console does not read " + unread.get(), List.of());
    }
    String packId = verified.result().path("pack_id").asString();
    Path made = cartridge.resolveSibling(cartridge.getFileName() + ".part");
    try {
      Files.createDirectories(made);
      for (String artifact : shipped) {
        copying.copy(workspace.resolve(artifact), made.resolve(artifact));
        Papack.Answer copied = papack.ask("verify", made.resolve(artifact).toString());
        if (copied.status() != 0 || !copied.result().path("pack_id").asString().equals(packId)) {
          return new Shipment.Refused("the copy is not what was verified", copied.codes());
        }
      }
      delete(cartridge);
      Files.move(made, cartridge, StandardCopyOption.ATOMIC_MOVE);
      return new Shipment.Shipped(cartridge, packId);
    } finally {
      delete(made);
    }
  }

  /** What goes into the cartridge is what the contract says, not what this program remembers. */
  private List<String> artifactsOfTheRuntime() {
    Papack.Answer answer = papack.ask("contract");
    JsonNode contract = answer.line("contract");
    if (answer.status() != 0 || contract.path("schema_version").asInt() < CONTRACT_VERSION) {
      throw new IllegalStateException("no contract: " + answer);
    }
    List<String> paths = new ArrayList<>();
    for (JsonNode artifact : contract.path("artifacts")) {
      if (artifact.path("audience").asString().equals("runtime")) {
        paths.add(artifact.path("path").asString());
      }
    }
    return paths;
  }

  private Optional<String> unreadVersion(JsonNode verified) {
    for (JsonNode found : verified.path("versions")) {
      String format = found.path("format").asString();
      int version = found.path("version").asInt();
      if (version > console.getOrDefault(format, 0)) {
        return Optional.of(format + " version " + version);
      }
    }
    return Optional.empty();
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
