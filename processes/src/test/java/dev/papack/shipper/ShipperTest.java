package dev.papack.shipper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.processes.Game;
import dev.papack.processes.Program;
import dev.papack.shipper.Shipper.Shipment;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code docs/specs/artifacts.md} promises a shipper is enough to write one. */
final class ShipperTest {
  private static final Map<String, Integer> CONSOLE =
      Map.of("pack, envelope", 1, "pack, TILES bank", 1, "pack, SOUNDS bank", 1);

  @TempDir private static Path template;
  private static Game built;
  private static Game other;

  @TempDir private Path folder;
  private Game game;
  private Path cartridge;

  @BeforeAll
  static void build() throws IOException {
    Program.train();
    built = Game.create(template.resolve("built"));
    other = Game.create(template.resolve("other"));
  }

  @BeforeEach
  void copy() throws IOException {
    game = built.copyTo(folder.resolve("game"));
    cartridge = folder.resolve("cartridge");
  }

  private static Shipper shipper(Map<String, Integer> console, Shipper.Copying copying) {
    return new Shipper(new Papack(Program.command()), console, copying);
  }

  private Shipment ship() throws IOException {
    return shipper(CONSOLE, Files::copy).ship(game.folder(), cartridge);
  }

  @Test
  void aBuiltWorkspaceBecomesACartridgeOfWhatFacesTheRuntime() throws IOException {
    Shipment shipment = ship();

    assertThat(shipment).isInstanceOf(Shipment.Shipped.class);
    assertThat(contents(cartridge).keySet()).containsExactly("assets.pa");
    assertThat(cartridge.resolve("assets.pa"))
        .hasSameBinaryContentAs(game.folder().resolve("assets.pa"));
    assertThat(game.published().get("build/preload.json"))
        .contains(((Shipment.Shipped) shipment).packId());
  }

  @Test
  void theNextBuildReplacesTheCartridge() throws IOException {
    ship();
    game.draw("hero", 0x123456);
    game.papack("build").expect(0);

    assertThat(ship()).isInstanceOf(Shipment.Shipped.class);
    assertThat(cartridge.resolve("assets.pa"))
        .hasSameBinaryContentAs(game.folder().resolve("assets.pa"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"asset_table", "preload", "asset_table_metadata"})
  void aCompanionOfAnotherBuildIsRefused(String companion) throws IOException {
    String file = "build/" + companion + ".json";
    replace(file, Files.readAllBytes(other.folder().resolve(file)));

    assertRefused("PA8022");
  }

  @Test
  void aCompanionThatIsGoneIsRefused() throws IOException {
    Files.delete(game.folder().resolve("build/preload.json"));

    assertRefused("PA8021");
  }

  @Test
  void aCompanionThatWasEditedIsRefused() throws IOException {
    String table = Files.readString(game.folder().resolve("build/asset_table.json"));
    replace("build/asset_table.json", table.replace("\"columns\": 1", "\"columns\": 2"));

    assertRefused("PA8023");
  }

  /** In the stem, a length, the header, the payload. */
  @ParameterizedTest
  @ValueSource(ints = {9, 17, 100, -1})
  void aDamagedPackIsRefused(int position) throws IOException {
    byte[] pack = Files.readAllBytes(game.folder().resolve("assets.pa"));
    pack[Math.floorMod(position, pack.length)] ^= 1;
    replace("assets.pa", pack);

    Shipment.Refused refused = assertRefused();
    assertThat(refused.codes()).hasSize(1).first().asString().startsWith("PA8");
  }

  @Test
  void aPackOfAVersionThatPapackDoesNotKnowIsRefused() throws IOException {
    byte[] pack = Files.readAllBytes(game.folder().resolve("assets.pa"));
    pack[8] = 2;
    java.util.zip.CRC32 crc = new java.util.zip.CRC32();
    crc.update(pack, 0, 12);
    java.nio.ByteBuffer.wrap(pack)
        .order(java.nio.ByteOrder.LITTLE_ENDIAN)
        .putInt(12, (int) crc.getValue());
    replace("assets.pa", pack);

    assertRefused("PA4002");
  }

  @Test
  void aCompanionOfAVersionThatPapackDoesNotKnowIsRefused() throws IOException {
    String table = Files.readString(game.folder().resolve("build/preload.json"));
    replace("build/preload.json", table.replace("\"schema_version\": 1", "\"schema_version\": 2"));

    assertRefused("PA4002");
  }

  @Test
  void aPackOfAVersionThatTheConsoleDoesNotKnowIsRefused() throws IOException {
    Map<String, Integer> older = Map.of("pack, envelope", 1, "pack, SOUNDS bank", 1);

    Shipment shipment = shipper(older, Files::copy).ship(game.folder(), cartridge);

    assertThat(shipment)
        .isEqualTo(
            new Shipment.Refused(
                "the console does not read pack, TILES bank version 1", List.of()));
    assertThat(cartridge).doesNotExist();
  }

  @Test
  void aWorkspaceThatWasNeverBuiltIsRefused() throws IOException {
    Files.delete(game.folder().resolve("assets.pa"));

    assertRefused("PA8024");
  }

  @Test
  void anotherBuildBetweenLookAndCopyIsRefused() throws IOException {
    Path pack = other.folder().resolve("assets.pa");

    Shipment shipment =
        shipper(CONSOLE, (from, to) -> Files.copy(pack, to)).ship(game.folder(), cartridge);

    assertThat(shipment)
        .isEqualTo(new Shipment.Refused("the copy is not what was verified", List.of()));
    assertThat(contents(folder).keySet()).noneMatch(name -> name.startsWith("cartridge"));
  }

  /**
   * A papack that finds everything right lets damage through: so it is the question that holds it.
   */
  @Test
  void whatPapackDoesNotRefuseIsShipped() throws IOException {
    Path answers = folder.resolve("answers.jsonl");
    String contract = Program.run("contract", "--format", "json").expect(0).out();
    String verified = built.papack("verify").expect(0).out();
    Files.writeString(answers, contract.lines().findFirst().orElseThrow() + "\n" + verified);
    byte[] pack = Files.readAllBytes(game.folder().resolve("assets.pa"));
    pack[pack.length - 1] ^= 1;
    replace("assets.pa", pack);

    Papack blind = new Papack(List.of("sh", "-c", "cat \"$0\"", answers.toString()));
    Shipment shipment = new Shipper(blind, CONSOLE, Files::copy).ship(game.folder(), cartridge);

    assertThat(shipment).isInstanceOf(Shipment.Shipped.class);
    assertThat(cartridge.resolve("assets.pa")).hasBinaryContent(pack);
  }

  @Test
  void theShipperSeesNothingOfPapack() throws Exception {
    Path classes = Path.of(Shipper.class.getResource("Shipper.class").toURI()).getParent();
    assertThat(papackClasses(classes, "Shipper")).isEmpty();
    assertThat(papackClasses(classes, "Papack")).isEmpty();
    assertThat(papackClasses(classes, "ShipperTest")).contains("dev/papack/processes/Game");
  }

  /** The classes of papack that a class and its inner ones name. */
  private static Set<String> papackClasses(Path folder, String name) throws IOException {
    Set<String> named = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file :
          files
              .filter(path -> path.getFileName().toString().matches(name + "(\\$.*)?\\.class"))
              .toList()) {
        for (PoolEntry entry : ClassFile.of().parse(file).constantPool()) {
          if (entry instanceof ClassEntry type) {
            named.add(type.asInternalName());
          }
        }
      }
    }
    assertThat(named).isNotEmpty();
    named.removeIf(
        type -> !type.startsWith("dev/papack/") || type.startsWith("dev/papack/shipper/"));
    return named;
  }

  private void replace(String file, String text) throws IOException {
    assertThat(text).isNotEqualTo(Files.readString(game.folder().resolve(file)));
    Files.writeString(game.folder().resolve(file), text);
  }

  private void replace(String file, byte[] bytes) throws IOException {
    Files.write(game.folder().resolve(file), bytes);
  }

  private void assertRefused(String code) throws IOException {
    assertThat(assertRefused().codes()).contains(code);
  }

  /** Refused, with the cartridge of before and the workspace as they were: nothing is repaired. */
  private Shipment.Refused assertRefused() throws IOException {
    Files.createDirectory(cartridge);
    Files.copy(built.folder().resolve("assets.pa"), cartridge.resolve("assets.pa"));
    Map<String, byte[]> workspace = contents(game.folder());
    Map<String, byte[]> shipped = contents(cartridge);
    assertThat(shipped).isNotEmpty();

    Shipment shipment = ship();

    assertThat(shipment).isInstanceOf(Shipment.Refused.class);
    assertThat(contents(game.folder())).usingRecursiveComparison().isEqualTo(workspace);
    assertThat(contents(cartridge)).usingRecursiveComparison().isEqualTo(shipped);
    return (Shipment.Refused) shipment;
  }

  private static Map<String, byte[]> contents(Path folder) throws IOException {
    Map<String, byte[]> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return contents;
  }
}
