package dev.papack;

import dev.papack.container.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Forges records of decisions, with the files that they name. What is still JSON is signed anew, so
 * that nothing but its content gives it away.
 */
final class RecordForger {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  private static final String JOURNAL = ".papack/journal.json";
  private static final String STAGING = "game/.papack/staging/";

  private final TestWorkspace workspace;
  private final Random random;
  private String record;
  private String place = JOURNAL;

  /** One thing that a forger does. */
  enum Forgery {
    /** A bit of the record. */
    RECORD_BIT,
    /** A bit of a staged file, which the record does not know of. */
    STAGED_BIT,
    /** Staged files of random bytes, with digests that are theirs. */
    NOISE,
    /** Two digests in each other's places. */
    SWAPPED,
    /** A digest of something that stands in the workspace. */
    CLAIMED,
    /** That there were no files before. */
    NOTHING_BEFORE,
    /** Old files, kept, that never were. */
    OLD_FILES,
    /** A line of the record that is gone, or there twice. */
    LINE_GONE,
    LINE_TWICE,
    /** The other name of a record. */
    TURNED_BACK,
    /** The record as version 1 has it, which does not say where it was written. */
    VERSION_1,
    /** A declaration that gives an asset another id, staged and named with the right digests. */
    ANOTHER_MEANING
  }

  private RecordForger(TestWorkspace workspace, Random random) {
    this.workspace = workspace;
    this.random = random;
    this.record = workspace.read(JOURNAL);
  }

  /** A copy in which one to three forgeries were made. */
  static TestWorkspace forge(TestWorkspace decided, Random random) {
    RecordForger forger = new RecordForger(decided.copy(), random);
    Forgery[] all = Forgery.values();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      forger.make(all[random.nextInt(all.length)]);
    }
    return forger.finish();
  }

  /** A copy in which one forgery was made. */
  static TestWorkspace forge(TestWorkspace decided, Random random, Forgery forgery) {
    RecordForger forger = new RecordForger(decided.copy(), random);
    forger.make(forgery);
    return forger.finish();
  }

  private TestWorkspace finish() {
    byte[] bytes = record.getBytes(StandardCharsets.ISO_8859_1);
    if (!place.equals(JOURNAL)) {
      workspace.delete(JOURNAL);
    }
    return workspace.write(place, SignedRecord.of(bytes).orElse(bytes));
  }

  private void make(Forgery forgery) {
    switch (forgery) {
      case RECORD_BIT -> record = text(changed(record.getBytes(StandardCharsets.ISO_8859_1)));
      case STAGED_BIT -> {
        String path = any(stagedFiles());
        workspace.disk.write(path, changed(workspace.disk.read(path)));
      }
      case NOISE -> stagedFiles().forEach(this::replaceStaged);
      case SWAPPED -> {
        List<String> digests = digests();
        String one = any(digests);
        String other = any(digests);
        record = record.replace(one, "first").replace(other, one).replace("first", other);
      }
      case CLAIMED -> {
        List<String> files =
            List.copyOf(
                workspace.disk.files("game/assets", "game/assets.pa", "game/build").keySet());
        record = record.replace(any(digests()), digest(workspace.disk.read(any(files))));
      }
      case NOTHING_BEFORE ->
          record =
              record
                  .replace("\"old\": \"kept\"", "\"old\": \"nothing\"")
                  .replaceAll("\"before\": \"[0-9a-f]{64}\", ", "");
      case OLD_FILES -> {
        for (String name : List.of("0", "1", "2", "3", "index")) {
          for (String folder : List.of("", "assets/", "build/")) {
            workspace.write(folder + ".papack-old-" + name, noise());
          }
          workspace.write(".papack/staging/old-" + name, noise());
        }
      }
      case LINE_GONE -> repeatLine(0);
      case LINE_TWICE -> repeatLine(2);
      case TURNED_BACK -> place = ".papack/journal.back";
      case VERSION_1 ->
          record =
              record
                  .replace("\"schema_version\": 2", "\"schema_version\": 1")
                  .replaceFirst("  \"folder\": \\{[^}]*\\},\n", "")
                  .replaceAll(",\\s*\"old\": \"[a-z]+\"", "");
      case ANOTHER_MEANING -> giveAnotherMeaning();
    }
  }

  /** A line in the middle, so that what is left may still be JSON. */
  private void repeatLine(int times) {
    List<String> lines = new ArrayList<>(Arrays.asList(record.split("\n", -1)));
    if (lines.size() > 4) {
      int at = 1 + random.nextInt(lines.size() - 3);
      String line = lines.remove(at);
      for (int i = 0; i < times; i++) {
        lines.add(at, line);
      }
    }
    record = String.join("\n", lines);
  }

  private void giveAnotherMeaning() {
    List<String> declarations =
        workspace.disk.files("game/assets").keySet().stream()
            .filter(path -> path.matches("game/assets/[a-z/]+\\.asset\\.json"))
            .toList();
    String path = any(declarations);
    String text = workspace.disk.text(path);
    String other = text.replaceFirst("\"asset_id\": \\d", "\"asset_id\": 9");
    Matcher folder = Pattern.compile("\"folder\": \\{[^}]*\\}").matcher(record);
    String where = folder.find() ? folder.group() : "\"folder\": {}";
    workspace.write(".papack/staging/0", other);
    record =
        """
        {
          "artifact": "document_record",
          "schema_version": 2,
          %s,
          "declarations": [
            {"root": "%s", "form": "beside", "before": "%s", "size": %d, "after": "%s"}
          ],
          "checksum": "%s"
        }
        """
            .formatted(
                where,
                path.substring("game/assets/".length(), path.length() - ".asset.json".length()),
                digest(text.getBytes(StandardCharsets.UTF_8)),
                other.getBytes(StandardCharsets.UTF_8).length,
                digest(other.getBytes(StandardCharsets.UTF_8)),
                "0".repeat(64));
  }

  private void replaceStaged(String path) {
    byte[] old = workspace.disk.read(path);
    byte[] bytes = random.nextInt(3) == 0 ? changed(old) : noise();
    workspace.disk.write(path, bytes);
    record =
        record.replaceAll(
            "\"size\": " + old.length + "(,\\s*\"[a-z0-9]+\": \")" + digest(old),
            "\"size\": " + bytes.length + "$1" + digest(bytes));
  }

  private List<String> stagedFiles() {
    return workspace.disk.files("game/.papack/staging").keySet().stream()
        .filter(path -> path.substring(STAGING.length()).matches("[0-9]+|index"))
        .filter(path -> workspace.disk.read(path).length > 0)
        .toList();
  }

  private List<String> digests() {
    List<String> found = DIGEST.matcher(record).results().map(MatchResult::group).toList();
    return found.isEmpty() ? List.of("0".repeat(64)) : found;
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private byte[] noise() {
    byte[] bytes = new byte[1 + random.nextInt(200)];
    random.nextBytes(bytes);
    return bytes;
  }

  private byte[] changed(byte[] bytes) {
    byte[] changed = bytes.clone();
    changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
    return changed;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  static String digest(byte[] bytes) {
    return Sha256.of(ByteBuffer.wrap(bytes)).hex();
  }
}
