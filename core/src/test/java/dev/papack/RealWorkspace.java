package dev.papack;

import static dev.papack.TestWorkspace.accepted;

import dev.papack.cache.BuildCache;
import dev.papack.cache.CacheDocument;
import dev.papack.cache.Memory;
import dev.papack.convert.Capacity;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.Disk;
import dev.papack.disk.ReadableDirectory;
import dev.papack.disk.SystemDisk;
import dev.papack.media.png.PngFile;
import dev.papack.media.wav.WavFile;
import dev.papack.progress.CancelledException;
import dev.papack.publish.CacheFile;
import dev.papack.publish.OutputFolder;
import dev.papack.publish.PackSlot;
import dev.papack.result.AddRequest;
import dev.papack.result.BuildRequest;
import dev.papack.result.BuildRequest.Explanation;
import dev.papack.result.BuildRequest.Proof;
import dev.papack.result.BuildRequest.Reuse;
import dev.papack.result.Built;
import dev.papack.result.BuiltAsset;
import dev.papack.result.Drift;
import dev.papack.result.Effect;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A workspace on the machine's own disk, whose file system tells when files changed. */
record RealWorkspace(Path folder, Disk disk) {
  /** As authors build: if nothing changed, no file is looked at one by one. */
  static final BuildRequest USUAL = BuildRequest.of(Drift.TOLERATED);

  static final BuildRequest EXPLAINED =
      new BuildRequest(Drift.TOLERATED, Reuse.UNCHANGED, Proof.NONE, new Explanation.OfAll());
  static final BuildRequest FROM_NOTHING =
      new BuildRequest(Drift.TOLERATED, Reuse.NOTHING, Proof.NONE, new Explanation.OfAll());

  static RealWorkspace create(Path folder) throws IOException, CancelledException {
    accepted(Packer.create().init(folder));
    return new RealWorkspace(folder.toRealPath(), new SystemDisk());
  }

  RealWorkspace behind(Disk other) {
    return new RealWorkspace(folder, other);
  }

  RealWorkspace picture(String name, int argb) throws IOException {
    return write("assets/" + name + ".png", PngFile.filled(16, 16, argb));
  }

  RealWorkspace sound(String name, int... samples) throws IOException {
    return write("assets/" + name + ".wav", WavFile.pcm16(1, 22_050, samples));
  }

  RealWorkspace ignore(String pattern) throws IOException {
    return write(
        "assets/ignore.json",
        "{\"artifact\": \"ignore\", \"schema_version\": 1, \"ignore\": [\"%s\"]}"
            .formatted(pattern)
            .getBytes(StandardCharsets.UTF_8));
  }

  RealWorkspace write(String path, byte[] bytes) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.resolveSibling(""));
    Files.write(file, bytes);
    return this;
  }

  String read(String path) throws IOException {
    return Files.readString(folder.resolve(path));
  }

  Session session() throws IOException, CancelledException {
    return accepted(
        new Packer(disk, new Random(TestWorkspace.SEED), Capacity.ofProcess().withThreads(2))
            .open(folder));
  }

  RealWorkspace add() throws IOException, CancelledException {
    accepted(session().add(AddRequest.of(List.of(folder.resolve("assets"))), Effect.WRITE));
    return this;
  }

  /** Lets the clock of the file system tick, and then some. */
  RealWorkspace age() throws IOException {
    try {
      Thread.sleep(25);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    return this;
  }

  Built build() throws IOException, CancelledException {
    return build(EXPLAINED);
  }

  Built build(BuildRequest request) throws IOException, CancelledException {
    return accepted(session().build(request));
  }

  /** The names of the assets that a build converted, each with its reasons. */
  static Map<String, String> converted(Built built) {
    Map<String, String> converted = new TreeMap<>();
    for (BuiltAsset asset : built.explained()) {
      if (!asset.isReused()) {
        converted.put(
            asset.name().text(),
            String.join(
                ", ",
                asset.reasons().stream()
                    .map(reason ->
                        reason.kind().label()
                            + " "
                            + reason.subject()
                            + reason.before().map(value -> " " + value).orElse("")
                            + reason.after().map(value -> " " + value).orElse(""))
                    .toList()));
      }
    }
    return converted;
  }

  /** The published files, byte by byte. */
  Map<PackSlot, ByteBuffer> published() throws IOException {
    Map<PackSlot, ByteBuffer> files = new TreeMap<>();
    for (PackSlot slot : PackSlot.values()) {
      files.put(slot, ByteBuffer.wrap(Files.readAllBytes(folder.resolve(slot.path().text()))));
    }
    return files;
  }

  /** What a build from nothing publishes for these files, in a copy. */
  Map<PackSlot, ByteBuffer> truth(Path copy) throws IOException, CancelledException {
    RealWorkspace other = copiedTo(copy);
    Files.deleteIfExists(copy.resolve(".papack/build_cache"));
    other.build(FROM_NOTHING);
    return other.published();
  }

  /** A copy with everything, {@code .papack} too, as {@code cp -a} makes it. */
  RealWorkspace copiedTo(Path copy) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        Files.copy(
            file,
            copy.resolve(folder.relativize(file).toString()),
            StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return new RealWorkspace(copy.toRealPath(), new SystemDisk());
  }

  BuildCache cache() throws IOException {
    try (ReadableDirectory directory = disk.openForReading(folder, "")) {
      return CacheDocument.read(CacheFile.read(new OutputFolder(directory)))
              instanceof Outcome.Accepted<Memory>(Memory.OfBuild(BuildCache cache), var _)
          ? cache
          : BuildCacheTest.fail("the cache cannot be used");
    }
  }

  void writeCache(BuildCache cache) throws IOException {
    ByteBuffer bytes = CacheDocument.write(cache);
    byte[] content = new byte[bytes.remaining()];
    bytes.get(content);
    Files.write(folder.resolve(".papack/build_cache"), content);
  }
}
