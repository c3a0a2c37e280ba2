import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Draws and sounds everything under {@code assets/} anew. To be launched as a source file, which is
 * how it knows where {@code assets/} is.
 */
final class MakeArt {
  private final Path assets;

  private MakeArt(Path assets) {
    this.assets = assets;
  }

  public static void main(String[] args) throws IOException {
    Path script = Path.of(System.getProperty("jdk.launcher.sourcefile")).toAbsolutePath();
    new MakeArt(script.getParent().resolveSibling("assets")).writeAll();
  }

  private void writeAll() throws IOException {
    write("hero/hero.png", Png.indexed(Hero.sheet(), Hero.PALETTE, 4));
    write("enemies/slime.png", Png.indexed(Slime.sheet(), Slime.PALETTE, 4));
    write("enemies/golem.png", Png.rgba(Golem.sheet()));
    write("title/dusk.png", Png.rgbInterlaced(Backdrop.picture()));
    write("title/logo.png", Png.rgba(Title.logo()));
    write("fx/shadow.png", Png.rgba(Effects.shadow()));
    write("fx/glow.png", Png.rgba(Effects.glow()));
    write("fx/dust.png", Png.grey(Effects.dust()));
    write("fx/wipe.png", Png.indexed(Effects.wipe(), Effects.WIPE_PALETTE, 1));
    write("tiles/forest.png", Png.rgba(Forest.sheet()));
    write("items/sword.png", Png.rgba(Raster.of(Items.SWORD)));
    write("items/key.png", Png.rgba(Raster.of(Items.KEY)));
    write("items/shield.png", Png.rgba(Raster.of(Items.SHIELD)));
    write("items/gem.png", Png.rgba(Raster.of(Items.GEM)));
    write("items/potion.png", Png.indexed(Raster.of(Items.POTION), Items.POTION_PALETTE, 4));
    write("items/coin.png", Png.indexed(Items.coin(), Items.COIN_PALETTE, 4));
    write("font/font.png", Png.indexed(Font.sheet(), Font.PALETTE, 2));
    write("hud/hud.png", Png.indexed(Hud.sheet(), Hud.PALETTE, 4));
    write("music/theme.wav", Theme.wav());
    write("sfx/jump.wav", Jingles.jump());
    write("sfx/coin.wav", Jingles.coin());
    write("sfx/hit.wav", Jingles.hit());
    write("sfx/step.wav", Jingles.step());
    write("sfx/slime.wav", Jingles.slime());
    write("sfx/ember.wav", Jingles.ember());
  }

  private void write(String path, byte[] content) throws IOException {
    Path file = assets.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }
}
