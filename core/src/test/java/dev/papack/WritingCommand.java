package dev.papack;

import static dev.papack.TestWorkspace.accepted;

import dev.papack.campaign.Campaign;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.Disk;
import dev.papack.disk.MemoryDisk;
import dev.papack.disk.TestDisk;
import dev.papack.progress.CancelledException;
import dev.papack.result.Drift;
import dev.papack.result.Effect;
import dev.papack.result.IgnoreRequest;
import dev.papack.result.PathTarget;
import dev.papack.result.SettingChange;
import dev.papack.result.SettingsRequest;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** A command that writes, from opening the workspace on, and a workspace where it has to. */
enum WritingCommand {
  BUILD {
    @Override
    Outcome<?> run(Session session, TestWorkspace workspace)
        throws IOException, CancelledException {
      return session.build(Drift.TOLERATED);
    }
  },
  ADD {
    @Override
    void prepare(TestWorkspace workspace) throws IOException {
      disarrange(workspace);
    }

    @Override
    Outcome<?> run(Session session, TestWorkspace workspace)
        throws IOException, CancelledException {
      return session.add(workspace.request("assets"), Effect.WRITE);
    }
  },
  REMOVE {
    @Override
    Outcome<?> run(Session session, TestWorkspace workspace)
        throws IOException, CancelledException {
      return session.remove("hero", Effect.WRITE);
    }
  },
  RENAME {
    @Override
    Outcome<?> run(Session session, TestWorkspace workspace)
        throws IOException, CancelledException {
      return session.rename("hero", "knight", Effect.WRITE);
    }
  },
  MOVE {
    @Override
    Outcome<?> run(Session session, TestWorkspace workspace)
        throws IOException, CancelledException {
      return session.move(
          workspace.path("assets/hero.asset.json"),
          workspace.path("assets/people/brave/hero.asset.json"),
          Effect.WRITE);
    }
  },
  MOVE_SOURCE {
    @Override
    Outcome<?> run(Session session, TestWorkspace workspace)
        throws IOException, CancelledException {
      return session.move(
          workspace.path("assets/hero.png"), workspace.path("assets/art/knight.png"), Effect.WRITE);
    }
  },
  MOVE_WITH_PALETTES {
    @Override
    void prepare(TestWorkspace workspace) throws IOException, CancelledException {
      workspace.write("assets/all/palettes.png", indexed());
      accepted(
          workspace
              .session()
              .move(
                  workspace.path("assets/hero.asset.json"),
                  workspace.path("assets/all/hero.asset.json"),
                  Effect.WRITE));
      String file = "assets/all/hero.asset.json";
      workspace.write(
          file,
          workspace
              .read(file)
              .replace(
                  "\"palettes\": \"auto\"", "\"palettes\": { \"from\": \"all/palettes.png\" }"));
    }

    @Override
    Outcome<?> run(Session session, TestWorkspace workspace)
        throws IOException, CancelledException {
      return session.move(
          workspace.path("assets/all"), workspace.path("assets/game/all"), Effect.WRITE);
    }
  },
  SET {
    @Override
    Outcome<?> run(Session session, TestWorkspace workspace)
        throws IOException, CancelledException {
      return session.set(
          new SettingsRequest(
              List.of(
                  new SettingChange.Assign("sample_rate", "22050"),
                  new SettingChange.Assign("tile_size", "8")),
              List.of(new PathTarget.Named(workspace.path("assets")))),
          Effect.WRITE);
    }
  },
  IGNORE {
    @Override
    Outcome<?> run(Session session, TestWorkspace workspace)
        throws IOException, CancelledException {
      return session.ignore(new IgnoreRequest(List.of("raw/**"), List.of()), Effect.WRITE);
    }
  },
  DOCTOR {
    @Override
    void prepare(TestWorkspace workspace) throws IOException {
      disarrange(workspace);
    }

    @Override
    Outcome<?> run(Session session, TestWorkspace workspace)
        throws IOException, CancelledException {
      return session.fix(Effect.WRITE);
    }
  },
  MIGRATE {
    @Override
    void prepare(TestWorkspace workspace) {
      age(workspace);
    }

    @Override
    Outcome<?> run(Session session, TestWorkspace workspace)
        throws IOException, CancelledException {
      return session.migrate(List.of(), Effect.WRITE, _ -> {});
    }
  },
  REBUILD_MANGLED {
    @Override
    void prepare(TestWorkspace workspace) {
      workspace.write("assets/index.json", "<<<<<<< ours\n");
    }

    @Override
    Outcome<?> run(Session session, TestWorkspace workspace)
        throws IOException, CancelledException {
      return session.rebuildRegistry(Effect.WRITE);
    }
  },
  REBUILD_MISSING {
    @Override
    void prepare(TestWorkspace workspace) {
      workspace.delete("assets/index.json");
    }

    @Override
    Outcome<?> run(Session session, TestWorkspace workspace)
        throws IOException, CancelledException {
      return session.rebuildRegistry(Effect.WRITE);
    }
  },
  RECOVER {
    @Override
    void prepare(TestWorkspace workspace) throws IOException, CancelledException {
      leaveUnfinished(BUILD, workspace);
    }

    @Override
    Outcome<?> run(Session session, TestWorkspace workspace)
        throws IOException, CancelledException {
      return session.recover(Effect.WRITE);
    }
  },
  RECOVER_DOCUMENTS {
    @Override
    void prepare(TestWorkspace workspace) throws IOException, CancelledException {
      disarrange(workspace);
      leaveUnfinished(ADD, workspace);
    }

    @Override
    Outcome<?> run(Session session, TestWorkspace workspace)
        throws IOException, CancelledException {
      return session.recover(Effect.WRITE);
    }
  };

  private static final Pattern ID =
      Pattern.compile("\"asset_id\": (\\d+)|^    (\\d+),?$", Pattern.MULTILINE);

  /**
   * All that a crash may not tear.
   *
   * @param published by path
   * @param authored by path
   */
  record State(Map<String, String> published, Map<String, String> authored) {
    static State of(TestWorkspace workspace) {
      return new State(workspace.published(), workspace.authored());
    }

    /** Without the hidden files that the next command which writes takes away. */
    State withoutTrials() {
      return new State(withoutTrials(published), withoutTrials(authored));
    }

    private static Map<String, String> withoutTrials(Map<String, String> files) {
      Map<String, String> left = new TreeMap<>(files);
      left.keySet().removeIf(path -> path.contains("/.papack-"));
      return left;
    }

    /** Every id that any document of the workspace knows. */
    Set<String> ids() {
      Set<String> ids = new LinkedHashSet<>();
      authored.forEach((path, text) -> {
        Matcher matcher = ID.matcher(path.endsWith(".json") ? text : "");
        while (matcher.find()) {
          ids.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
      });
      return ids;
    }
  }

  /**
   * A command run to its end.
   *
   * @param before the state that it found
   * @param after the state that it left
   * @param operations how many it took on the disk, all in one thread
   */
  record Whole(State before, State after, int operations) {}

  /** Whether there is no way back to the state before: another command has decided. */
  boolean isDecided() {
    return this == RECOVER || this == RECOVER_DOCUMENTS;
  }

  /** Makes something for the command to do. */
  void prepare(TestWorkspace workspace) throws IOException, CancelledException {}

  abstract Outcome<?> run(Session session, TestWorkspace workspace)
      throws IOException, CancelledException;

  /** Runs as a new process would, in one thread. */
  Outcome<?> run(TestWorkspace workspace, Disk disk) throws IOException, CancelledException {
    return run(open(workspace, disk), workspace);
  }

  /** Whether a crash came, or the command ran to its end. */
  boolean crashes(TestWorkspace workspace, TestDisk dying) throws IOException, CancelledException {
    try {
      accepted(run(workspace, dying));
      return false;
    } catch (TestDisk.Crash crash) {
      return true;
    }
  }

  static void recover(TestWorkspace workspace, Disk disk) throws IOException, CancelledException {
    accepted(open(workspace, disk).recover(Effect.WRITE));
  }

  static Session open(TestWorkspace workspace, Disk disk) throws IOException, CancelledException {
    return accepted(workspace.packer(disk, 1).openForRepair(workspace.path("")));
  }

  /** A workspace whose picture changed since it was published. */
  private static TestWorkspace template() throws IOException, CancelledException {
    TestWorkspace template = TestWorkspace.create();
    template.picture("assets/hero.png", 0xFFCC2211).sound("assets/jump.wav", 1, 2, 3);
    template.add("assets");
    template.build();
    return template.picture("assets/hero.png", 0xFF11CC22);
  }

  /** A workspace in which the command has something to do, all of it on the disk for good. */
  TestWorkspace ready(MemoryDisk.Manner manner, MemoryDisk.Flushes flushes)
      throws IOException, CancelledException {
    TestWorkspace workspace = template();
    prepare(workspace);
    return workspace.on(workspace.disk.copy(manner, flushes));
  }

  TestWorkspace ready() throws IOException, CancelledException {
    return ready(MemoryDisk.Manner.POSIX, MemoryDisk.Flushes.OF_EVERYTHING);
  }

  /** Runs in a copy. */
  Whole whole(TestWorkspace ready) throws IOException, CancelledException {
    TestWorkspace workspace = ready.copy();
    TestDisk counting = TestDisk.healthy(workspace.disk);
    accepted(run(workspace, counting));
    return new Whole(State.of(ready).withoutTrials(), State.of(workspace), counting.operations());
  }

  /** Those of a campaign: daily without one that does what others do, together. */
  static List<WritingCommand> campaign() {
    return Arrays.stream(values())
        .filter(command -> command != MOVE_WITH_PALETTES || Campaign.current() != Campaign.DAILY)
        .toList();
  }

  /** An indexed picture with the colour of the hero. */
  private static byte[] indexed() throws IOException {
    byte[] red = {0, 0x11};
    byte[] green = {0, (byte) 0xCC};
    byte[] blue = {0, 0x22};
    IndexColorModel colors = new IndexColorModel(1, 2, red, green, blue);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_BINARY, colors), "png", file);
    return file.toByteArray();
  }

  /** A move, a copy, a declaration without id, a picture that nobody declared. */
  private static void disarrange(TestWorkspace workspace) {
    workspace.picture("assets/new/tree.png", 0xFF004400);
    workspace.copy("assets/jump.asset.json", "assets/leap.asset.json");
    workspace.move("assets/hero.png", "assets/moved/hero.png");
    workspace.move("assets/hero.asset.json", "assets/moved/hero.asset.json");
    workspace.picture("assets/bush.png", 0xFF008800);
    workspace.write(
        "assets/bush.asset.json",
        """
        {"artifact": "asset", "schema_version": 3, "name": "bush", "sources": ["bush.png"],
         "bank": "TILES", "tiles": {"tile_size": 16, "palettes": "auto"}}
        """);
  }

  /** The same declarations and registry as version 1 had them. */
  private static void age(TestWorkspace workspace) {
    for (String file : List.of("hero.asset.json", "jump.asset.json", "index.json")) {
      String text = workspace.read("assets/" + file);
      workspace.write(
          "assets/" + file,
          text.replace("\"schema_version\": 3", "\"schema_version\": 1")
              .replaceAll("(\\{\"asset_id\": \\d+, \"root\": \"[^\"]*\")[^}]*", "$1")
              .replaceAll("\"sources\": \\[(.*)\\]", "\"source\": $1"));
    }
  }

  /** Lets a command crash as soon as its journal is in place. */
  private static void leaveUnfinished(WritingCommand command, TestWorkspace workspace)
      throws IOException, CancelledException {
    TestDisk dying =
        TestDisk.with(
            workspace.disk,
            (number, operation) -> {
              if (workspace.has(".papack/journal.json")) {
                throw new TestDisk.Crash(operation);
              }
            });
    command.crashes(workspace, dying);
  }
}
