package dev.papack;

import static dev.papack.TestWorkspace.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.Campaign;
import dev.papack.container.PackId;
import dev.papack.convert.Capacity;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.Disk;
import dev.papack.disk.DiskException;
import dev.papack.disk.ReadableDirectory;
import dev.papack.disk.ReadableFile;
import dev.papack.disk.SystemDisk;
import dev.papack.disk.TestDisk;
import dev.papack.media.png.PngFile;
import dev.papack.progress.CancelledException;
import dev.papack.publish.PackSlot;
import dev.papack.result.AddRequest;
import dev.papack.result.Drift;
import dev.papack.result.Effect;
import dev.papack.result.PackListing;
import dev.papack.result.Recorded;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Four files that are read one by one, while somebody publishes without a pause. */
class ReadersTest {
  private static final long MAX_TIMES_MORE = 20;

  /** Most of them wait for a publication to be over, at any time. */
  private static final int READERS = 8;

  private static final int READS_OF_A_BUILD = 100;

  private static final Pattern PACK_ID = Pattern.compile("\"pack_id\": \"([0-9a-f]{64})\"");

  @TempDir private Path folder = Path.of("");

  private final AtomicLong builds = new AtomicLong();
  private final AtomicLong accepted = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong mixed = new AtomicLong();

  /** Changes the picture, for the next build to differ. */
  @FunctionalInterface
  private interface Author {
    void draw(int argb) throws IOException;
  }

  @Test
  void noMixedSetIsAcceptedWhileSomebodyPublishes() throws Exception {
    TestWorkspace workspace = TestWorkspace.create();
    workspace.picture("assets/hero.png", 0xFFCC2211);
    workspace.add("assets");
    readWhilePublishing(
        workspace.disk,
        workspace.path(""),
        argb -> workspace.picture("assets/hero.png", argb),
        Campaign.amount(1_500, 1_000_000),
        () -> mixed.get() > 0);
    report("readers-in-memory");
    // What the measurement is worth: whoever does not compare does get mixed sets.
    assertThat(mixed).hasPositiveValue();
  }

  @Test
  void noMixedSetIsAcceptedOnTheRealDisk() throws Exception {
    Packer packer =
        new Packer(new SystemDisk(), new Random(1), Capacity.ofProcess().withThreads(1));
    accepted(packer.init(folder));
    Author author =
        argb -> Files.write(folder.resolve("assets/hero.png"), PngFile.filled(16, 16, argb));
    author.draw(0xFF000000);
    accepted(
        accepted(packer.open(folder))
            .add(AddRequest.of(List.of(folder.resolve("assets"))), Effect.WRITE));
    readWhilePublishing(new SystemDisk(), folder, author, Campaign.amount(400, 20_000), () -> true);
    report("readers-on-disk");
  }

  private void report(String name) {
    Campaign.report(
        name,
        "%,d sets read during %,d builds: 0 mixed sets accepted, %,d accepted, %,d refused; %,d sets were mixed when they were read without comparing"
            .formatted(
                accepted.get() + refused.get(),
                builds.get(),
                accepted.get(),
                refused.get(),
                mixed.get()));
    assertThat(accepted).hasPositiveValue();
  }

  /**
   * Reads so often, and on until a hundredth as many were built and there is something to tell, at
   * most twenty times as often.
   */
  private void readWhilePublishing(
      Disk disk, Path workspace, Author author, int reads, BooleanSupplier isTelling)
      throws Exception {
    // Between two renames the set is mixed; in memory that is over before anybody looks. So the
    // publisher looks there itself, as a reader who compares nothing would by chance.
    AtomicBoolean isPublished = new AtomicBoolean();
    Disk lingering =
        TestDisk.with(
            disk,
            (number, operation) -> {
              if (operation.startsWith("rename .papack/staging")) {
                if (isPublished.get()) {
                  readWithoutComparing(disk, workspace);
                }
                LockSupport.parkNanos(200_000);
              }
            });
    Packer packer = new Packer(lingering, new Random(1), Capacity.ofProcess().withThreads(1));
    accepted(accepted(packer.open(workspace)).build(Drift.TOLERATED));
    isPublished.set(true);
    AtomicBoolean isOver = new AtomicBoolean();
    AtomicLong begun = new AtomicLong();
    BooleanSupplier isEnough =
        () -> builds.get() >= reads / READS_OF_A_BUILD && isTelling.getAsBoolean();
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      Future<?> publisher =
          threads.submit(() -> {
            Session session = accepted(packer.open(workspace));
            while (!isOver.get()) {
              author.draw(0xFF000000 | (int) builds.incrementAndGet());
              accepted(session.build(Drift.TOLERATED));
            }
            return 0;
          });
      List<Future<?>> readers = new ArrayList<>();
      for (int i = 0; i < READERS; i++) {
        readers.add(
            threads.submit(() -> {
              WatchedReads watched = new WatchedReads(disk);
              Session session =
                  accepted(
                      new Packer(watched, new Random(1), Capacity.ofProcess().withThreads(1))
                          .open(workspace));
              for (long read = begun.getAndIncrement();
                  read < reads || (!isEnough.getAsBoolean() && read < MAX_TIMES_MORE * reads);
                  read = begun.getAndIncrement()) {
                verify(session, watched);
                readWithoutComparing(disk, workspace);
              }
              return 0;
            }));
      }
      try {
        for (Future<?> reader : readers) {
          reader.get();
        }
      } finally {
        isOver.set(true);
      }
      publisher.get();
    }
  }

  private void verify(Session session, WatchedReads watched)
      throws IOException, CancelledException {
    try {
      if (session.verify(Recorded.IGNORED)
          instanceof Outcome.Accepted<PackListing>(PackListing listing, var notes)) {
        for (PackSlot slot : PackSlot.values()) {
          String text = new String(watched.of(slot.path().text()), StandardCharsets.ISO_8859_1);
          assertThat(text)
              .as("%s is of another build than the pack", slot)
              .contains(slot == PackSlot.PACK ? raw(listing.packId()) : listing.packId().hex());
        }
        accepted.incrementAndGet();
      } else {
        refused.incrementAndGet();
      }
    } catch (DiskException e) {
      assertThat(e.trouble()).isEqualTo(DiskException.Trouble.CHANGED);
      refused.incrementAndGet();
    }
  }

  /** The id as the pack itself has it. */
  private static String raw(PackId id) {
    return new String(HexFormat.of().parseHex(id.hex()), StandardCharsets.ISO_8859_1);
  }

  private void readWithoutComparing(Disk disk, Path workspace) throws IOException {
    Set<String> ids = new TreeSet<>();
    try (ReadableDirectory directory = disk.openForReading(workspace, "");
        ReadableDirectory build = directory.openDirectory(new FileName("build"))) {
      for (String name : List.of("asset_table.json", "preload.json", "asset_table_metadata.json")) {
        ByteBuffer bytes = ByteBuffer.allocate(300);
        try (ReadableFile file = build.openFile(new FileName(name))) {
          int count = file.read(0, bytes);
          Matcher id = PACK_ID.matcher(new String(bytes.array(), 0, count, StandardCharsets.UTF_8));
          assertThat(id.find()).isTrue();
          ids.add(id.group(1));
        }
      }
    }
    if (ids.size() > 1) {
      mixed.incrementAndGet();
    }
  }
}
