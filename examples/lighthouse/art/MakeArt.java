import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Draws and sounds everything in {@code assets/}: {@code java examples/lighthouse/art/MakeArt.java}. Ogg Vorbis is
 * written by oggenc, if it is installed; without it, the sounds that are there stay.
 */
final class MakeArt {
  /** The colours, by the letters that pictures are drawn with. */
  private static final Map<Character, Integer> COLOURS =
      Map.ofEntries(
          Map.entry('.', 0x00000000),
          Map.entry('k', 0xff1a1c2c),
          Map.entry('n', 0xff29366f),
          Map.entry('b', 0xff3b5dc9),
          Map.entry('c', 0xff41a6f6),
          Map.entry('w', 0xfff4f4f4),
          Map.entry('g', 0xff94b0c2),
          Map.entry('s', 0xff566c86),
          Map.entry('d', 0xff333c57),
          Map.entry('y', 0xffffcd75),
          Map.entry('o', 0xffef7d57),
          Map.entry('r', 0xffb13e53),
          Map.entry('t', 0xffc8a070),
          Map.entry('m', 0xff7a4b32),
          Map.entry('l', 0xff38b764),
          Map.entry('e', 0xff257179));

  private static final int RATE = 22_050;

  private MakeArt() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path assets = Path.of("examples/lighthouse/assets");
    write(assets, "sprites/keeper.aseprite", keeper());
    write(assets, "sprites/gull.png", Png.rgba(gull()));
    write(assets, "tiles/coast.png", Png.rgba(coast()));
    write(assets, "tiles/pier.png", Png.rgba(pier()));
    write(assets, "tiles/palettes/coast.png", Png.indexed(strip(COAST), COAST));
    write(assets, "title/sunset.png", Png.rgba(sunset()));
    write(assets, "sounds/bell.wav", Wav.of(bell()));
    vorbis(assets, "sounds/foghorn.ogg", foghorn());
    // One bar leads in, four repeat.
    vorbis(assets, "music/tide.ogg", tide(), "LOOPSTART=44100", "LOOPLENGTH=176400");
  }

  private static void write(Path assets, String name, byte[] content) throws IOException {
    Path file = assets.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  // ---- pictures

  /** Pixels, one 0xAARRGGBB each. */
  record Picture(int width, int height, int[] argb) {
    static Picture blank(int width, int height) {
      return new Picture(width, height, new int[width * height]);
    }

    static Picture of(String grid) {
      String[] rows = grid.strip().split("\n");
      Picture picture = blank(rows[0].length(), rows.length);
      for (int y = 0; y < rows.length; y++) {
        for (int x = 0; x < rows[y].length(); x++) {
          picture.set(x, y, COLOURS.get(rows[y].charAt(x)));
        }
      }
      return picture;
    }

    int get(int x, int y) {
      return argb[y * width + x];
    }

    void set(int x, int y, int colour) {
      if (x >= 0 && x < width && y >= 0 && y < height) {
        argb[y * width + x] = colour;
      }
    }

    void fill(int left, int top, int wide, int high, char colour) {
      for (int y = top; y < top + high; y++) {
        for (int x = left; x < left + wide; x++) {
          set(x, y, COLOURS.get(colour));
        }
      }
    }

    void draw(Picture over, int left, int top) {
      for (int y = 0; y < over.height; y++) {
        for (int x = 0; x < over.width; x++) {
          if (over.get(x, y) >>> 24 != 0) {
            set(left + x, top + y, over.get(x, y));
          }
        }
      }
    }
  }

  private static final String HEAD_AND_COAT =
      """
      ......kkkk......
      .....kyyyyk.....
      ....kkkkkkkk....
      .....kttttk.....
      .....ktktkk.....
      .....kttttk.....
      ....kwwwwwwk....
      ....kkwwwwkk....
      ...kbbkwwkbbk...
      ...kbbbkkbbbk...
      ...kbbbybbbbk...
      ...kbkbbbbkbk...
      ...kbkbybbkbk...
      ...ktkbbbbktk...
      ....kkbybbkk....
      .....kbbbbk.....
      """;

  private static final String[] LEGS = {
    """
    .....kddddk.....
    .....kddkdk.....
    .....kddkdk.....
    .....kddkdk.....
    .....kddkdk.....
    ....kkkkkkkk....
    ....kmmkkmmk....
    ....kkkkkkkk....
    """,
    """
    .....kddddk.....
    ....kddkkdk.....
    ....kddk.kdk....
    ...kddk..kddk...
    ...kddk...kdk...
    ..kkkk...kkkkk..
    ..kmmk...kmmmk..
    ..kkkk...kkkkk..
    """,
    """
    .....kddddk.....
    .....kdkddk.....
    .....kdkddk.....
    ......kkddk.....
    ......kkddk.....
    .....kkkkkkk....
    .....kmmkmmk....
    .....kkkkkkk....
    """
  };

  private static final String LAMP =
      """
      .kkk.
      kyyyk
      kywyk
      kyyyk
      .kkk.
      """;

  /** Two layers, and the tags idle and walk. */
  private static byte[] keeper() {
    int[] legs = {0, 0, 1, 0, 2, 0};
    int[] lampY = {13, 14, 12, 13, 14, 13};
    Aseprite file = new Aseprite(16, 24);
    for (int frame = 0; frame < legs.length; frame++) {
      Picture body = Picture.blank(16, 24);
      body.draw(Picture.of(HEAD_AND_COAT), 0, 0);
      body.draw(Picture.of(LEGS[legs[frame]]), 0, 16);
      Picture lamp = Picture.blank(16, 24);
      lamp.draw(Picture.of(LAMP), 11, lampY[frame]);
      file.frame(frame < 2 ? 400 : 120, body, lamp);
    }
    return file.bytes(List.of("body", "lamp"), List.of(new Tag("idle", 0, 1), new Tag("walk", 2, 5)));
  }

  private static final String[] WINGS = {
    """
    .ww..................ww.
    .wgww..............wwgw.
    ..ggwww..........wwwgg..
    ....ggwww......wwwgg....
    .......gwwwwwwwwg.......
    .........wwwwww.........
    """,
    """
    ........................
    ........................
    .wwww..............wwww.
    wggggwwwww....wwwwwggggw
    .......gwwwwwwwwg.......
    .........wwwwww.........
    """,
    """
    ........................
    ........................
    ........................
    .....wwwwwwwwwwwwww.....
    ...wwggwwwwwwwwwwggww...
    .wwgg....wwwwww....ggww.
    """
  };

  /** Four frames of 24 x 16, with a margin of 1 pixel around all and a gutter of 2 between them. */
  private static Picture gull() {
    Picture sheet = Picture.blank(1 + 4 * 24 + 3 * 2 + 1, 18);
    int[] wings = {0, 1, 2, 1};
    for (int frame = 0; frame < 4; frame++) {
      int left = 1 + frame * 26;
      sheet.draw(Picture.of(WINGS[wings[frame]]), left, 4);
      sheet.fill(left + 9, 10, 6, 2, 'w');
      sheet.fill(left + 11, 12, 2, 1, 'o');
      sheet.fill(left + 10, 9, 1, 1, 'k');
      sheet.fill(left + 13, 9, 1, 1, 'k');
    }
    return sheet;
  }

  /** The palettes that the artists agreed on: sea and sky, then rock and wood. Entry 0 of each is transparent. */
  private static final String COAST = ".knbcwgsdle....." + ".kwgsdytmrol....";

  private static Picture strip(String letters) {
    Picture strip = Picture.blank(letters.length(), 1);
    for (int x = 0; x < letters.length(); x++) {
      strip.set(x, 0, COLOURS.get(letters.charAt(x)));
    }
    return strip;
  }

  /** Sea in four states, beach, rock and grass: eight tiles of 16. */
  private static Picture coast() {
    Picture sheet = Picture.blank(128, 16);
    for (int tile = 0; tile < 4; tile++) {
      sheet.fill(tile * 16, 0, 16, 16, 'b');
      for (int x = 0; x < 16; x++) {
        int y = (int) Math.round(4 + 1.5 * Math.sin((x + tile * 4) * Math.PI / 8));
        sheet.fill(tile * 16 + x, y, 1, 1, 'w');
        sheet.fill(tile * 16 + x, y + 1, 1, 2, 'c');
        sheet.fill(tile * 16 + (x * 5 + tile * 3) % 16, 10 + x % 5, 1, 1, 'n');
      }
    }
    sheet.fill(64, 0, 16, 16, 't');
    sheet.fill(80, 0, 16, 16, 's');
    sheet.fill(96, 0, 16, 16, 'l');
    sheet.fill(112, 0, 16, 16, 'd');
    for (int i = 0; i < 24; i++) {
      int x = i * 7 % 16;
      int y = i * 11 % 16;
      sheet.fill(64 + x, y, 1, 1, i % 3 == 0 ? 'm' : 'y');
      sheet.fill(80 + x, y, 1 + i % 3, 1, i % 2 == 0 ? 'g' : 'd');
      sheet.fill(96 + x, y, 1, 2, 'e');
      sheet.fill(112 + x, y, 2, 1, 's');
    }
    return sheet;
  }

  /** Planks, a post, a crate and the wall of the lighthouse: four tiles of 16. */
  private static Picture pier() {
    Picture sheet = Picture.blank(64, 16);
    for (int plank = 0; plank < 4; plank++) {
      sheet.fill(0, plank * 4, 16, 3, plank % 2 == 0 ? 't' : 'm');
      sheet.fill(0, plank * 4 + 3, 16, 1, 'k');
    }
    sheet.fill(21, 0, 6, 16, 'm');
    sheet.fill(22, 0, 2, 16, 't');
    sheet.fill(32, 1, 16, 15, 'k');
    sheet.fill(33, 2, 14, 13, 'm');
    sheet.fill(34, 3, 12, 2, 't');
    sheet.fill(34, 9, 12, 2, 't');
    for (int row = 0; row < 4; row++) {
      sheet.fill(48, row * 4, 16, 4, row % 2 == 0 ? 'w' : 'r');
      sheet.fill(48, row * 4 + 3, 16, 1, 'g');
    }
    return sheet;
  }

  /** A sky with far more colours than a palette has. */
  private static Picture sunset() {
    Picture sky = Picture.blank(128, 64);
    for (int y = 0; y < 64; y++) {
      for (int x = 0; x < 128; x++) {
        double far = Math.hypot(x - 64, (y - 48) * 1.6) / 90;
        int red = (int) (250 - 150 * Math.min(1, far));
        int green = (int) (190 - 150 * Math.min(1, far * 1.2));
        int blue = (int) (100 + 40 * Math.min(1, far));
        sky.set(x, y, 0xff000000 | red << 16 | green << 8 | blue);
      }
    }
    sky.fill(0, 50, 128, 14, 'n');
    for (int y = 51; y < 64; y += 2) {
      sky.fill(64 - (y - 48), y, (y - 48) * 2, 1, 'y');
    }
    sky.fill(100, 30, 6, 22, 'k');
    sky.fill(99, 26, 8, 4, 'k');
    sky.fill(101, 27, 4, 2, 'y');
    return sky;
  }

  // ---- sounds: samples from -1 to 1

  private static double[] silence(int frames) {
    return new double[frames];
  }

  private static double[] bell() {
    double[] sound = silence(RATE * 6 / 5);
    double[] partials = {1, 2.01, 2.76, 5.4};
    for (int i = 0; i < sound.length; i++) {
      double seconds = (double) i / RATE;
      for (int k = 0; k < partials.length; k++) {
        sound[i] += 0.22 / (k + 1) * Math.exp(-seconds * (2 + k)) * Math.sin(6.283185307 * 660 * partials[k] * seconds);
      }
    }
    return sound;
  }

  private static double[] foghorn() {
    double[] sound = silence(RATE);
    for (int i = 0; i < sound.length; i++) {
      double seconds = (double) i / RATE;
      double wave = 0;
      for (int harmonic = 1; harmonic <= 9; harmonic += 2) {
        wave += Math.sin(6.283185307 * 98 * harmonic * seconds) / harmonic;
      }
      sound[i] = 0.4 * wave * Math.min(1, seconds * 8) * Math.min(1, (1 - seconds) * 4);
    }
    return sound;
  }

  private static double[] tide() {
    double[] notes = {220, 261.63, 329.63, 293.66, 220, 246.94, 293.66, 329.63, 261.63, 220};
    double[] sound = silence(44_100 + 176_400);
    int length = sound.length / notes.length;
    for (int i = 0; i < sound.length; i++) {
      double note = notes[i / length];
      double seconds = (double) (i % length) / RATE;
      double swell = Math.sin(Math.PI * (i % length) / length);
      sound[i] =
          0.3 * swell * (Math.sin(6.283185307 * note * seconds) + 0.3 * Math.sin(6.283185307 * note * 2 * seconds));
    }
    return sound;
  }

  private static void vorbis(Path assets, String name, double[] sound, String... comments)
      throws IOException, InterruptedException {
    Path wav = Files.createTempFile("sound", ".wav");
    Files.write(wav, Wav.of(sound));
    List<String> command = new ArrayList<>(List.of("oggenc", "--quiet", "--serial", "1", "--quality", "4"));
    for (String comment : comments) {
      command.addAll(List.of("--comment", comment));
    }
    Path file = assets.resolve(name);
    Files.createDirectories(file.getParent());
    command.addAll(List.of("--output", file.toString(), wav.toString()));
    try {
      new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException e) {
      System.err.println("oggenc is missing: " + name + " stays as it is");
    }
    Files.delete(wav);
  }

  // ---- files

  /** WAV, mono, 16 bits. */
  static final class Wav {
    static byte[] of(double[] samples) {
      ByteBuffer out = ByteBuffer.allocate(44 + samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
      out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + samples.length * 2);
      out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
      out.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE * 2);
      out.putShort((short) 2).putShort((short) 16);
      out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(samples.length * 2);
      for (double sample : samples) {
        out.putShort((short) Math.round(sample * 32767));
      }
      return out.array();
    }
  }

  private static byte[] deflated(byte[] plain) {
    ByteBuffer packed = ByteBuffer.allocate(plain.length + 256);
    try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
      deflater.setInput(plain);
      deflater.finish();
      deflater.deflate(packed);
    }
    return Arrays.copyOf(packed.array(), packed.position());
  }

  /** PNG: truecolour with alpha, or with a palette of 8 bits. */
  static final class Png {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Png(Picture picture, int colourType) {
      out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
      chunk(
          "IHDR",
          ByteBuffer.allocate(13)
              .putInt(picture.width())
              .putInt(picture.height())
              .put(new byte[] {8, (byte) colourType, 0, 0, 0})
              .array());
    }

    static byte[] rgba(Picture picture) {
      ByteBuffer lines = ByteBuffer.allocate((picture.width() * 4 + 1) * picture.height());
      for (int y = 0; y < picture.height(); y++) {
        lines.put((byte) 0);
        for (int x = 0; x < picture.width(); x++) {
          lines.putInt(Integer.rotateLeft(picture.get(x, y), 8));
        }
      }
      return new Png(picture, 6).finish(lines.array());
    }

    /** Pixel n shows entry n. */
    static byte[] indexed(Picture picture, String letters) {
      Png png = new Png(picture, 3);
      ByteBuffer entries = ByteBuffer.allocate(letters.length() * 3);
      ByteBuffer alphas = ByteBuffer.allocate(letters.length());
      ByteBuffer line = ByteBuffer.allocate(letters.length() + 1).put((byte) 0);
      for (int n = 0; n < letters.length(); n++) {
        int colour = COLOURS.get(letters.charAt(n));
        entries.put((byte) (colour >> 16)).put((byte) (colour >> 8)).put((byte) colour);
        alphas.put((byte) (colour >>> 24));
        line.put((byte) n);
      }
      png.chunk("PLTE", entries.array());
      png.chunk("tRNS", alphas.array());
      return png.finish(line.array());
    }

    private byte[] finish(byte[] lines) {
      chunk("IDAT", deflated(lines));
      chunk("IEND", new byte[0]);
      return out.toByteArray();
    }

    private void chunk(String type, byte[] body) {
      CRC32 crc = new CRC32();
      crc.update(type.getBytes(StandardCharsets.US_ASCII));
      crc.update(body);
      out.writeBytes(ByteBuffer.allocate(4).putInt(body.length).array());
      out.writeBytes(type.getBytes(StandardCharsets.US_ASCII));
      out.writeBytes(body);
      out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
  }

  /** Frames of a name, the last one inclusive. */
  record Tag(String name, int from, int to) {}

  /** An Aseprite document of 32 bits a pixel: every layer has a cel in every frame. */
  static final class Aseprite {
    private final int width;
    private final int height;
    private final List<Integer> durations = new ArrayList<>();
    private final List<List<Picture>> cels = new ArrayList<>();

    Aseprite(int width, int height) {
      this.width = width;
      this.height = height;
    }

    void frame(int milliseconds, Picture... layers) {
      durations.add(milliseconds);
      cels.add(List.of(layers));
    }

    byte[] bytes(List<String> layers, List<Tag> tags) {
      ByteArrayOutputStream frames = new ByteArrayOutputStream();
      for (int frame = 0; frame < cels.size(); frame++) {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        int count = cels.get(frame).size();
        if (frame == 0) {
          for (String layer : layers) {
            chunks.writeBytes(chunk(0x2004, layer(layer)));
          }
          chunks.writeBytes(chunk(0x2018, tags(tags)));
          count += layers.size() + 1;
        }
        for (int layer = 0; layer < cels.get(frame).size(); layer++) {
          chunks.writeBytes(chunk(0x2005, cel(layer, cels.get(frame).get(layer))));
        }
        frames.writeBytes(
            little(16)
                .putInt(16 + chunks.size())
                .putShort((short) 0xf1fa)
                .putShort((short) count)
                .putShort((short) (int) durations.get(frame))
                .putShort((short) 0)
                .putInt(count)
                .array());
        frames.writeBytes(chunks.toByteArray());
      }
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      file.writeBytes(
          little(128)
              .putInt(128 + frames.size())
              .putShort((short) 0xa5e0)
              .putShort((short) cels.size())
              .putShort((short) width)
              .putShort((short) height)
              .putShort((short) 32)
              .putInt(1)
              .putShort((short) 100)
              .position(34)
              .put((byte) 1)
              .put((byte) 1)
              .array());
      file.writeBytes(frames.toByteArray());
      return file.toByteArray();
    }

    private static ByteBuffer little(int bytes) {
      return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] chunk(int type, byte[] body) {
      return little(6 + body.length).putInt(6 + body.length).putShort((short) type).put(body).array();
    }

    private static byte[] text(String words) {
      byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
      return little(2 + bytes.length).putShort((short) bytes.length).put(bytes).array();
    }

    private static byte[] layer(String name) {
      byte[] text = text(name);
      // Visible and editable; a layer of pixels, not in a group; blended as usual; opaque.
      return little(16 + text.length)
          .putShort((short) 3)
          .position(12)
          .put((byte) 255)
          .position(16)
          .put(text)
          .array();
    }

    private static byte[] tags(List<Tag> tags) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.writeBytes(little(10).putShort((short) tags.size()).array());
      for (Tag tag : tags) {
        out.writeBytes(little(17).putShort((short) tag.from()).putShort((short) tag.to()).array());
        out.writeBytes(text(tag.name()));
      }
      return out.toByteArray();
    }

    private static byte[] cel(int layer, Picture picture) {
      ByteBuffer pixels = ByteBuffer.allocate(picture.argb().length * 4);
      for (int argb : picture.argb()) {
        pixels.putInt(Integer.rotateLeft(argb, 8));
      }
      byte[] packed = deflated(pixels.array());
      return little(20 + packed.length)
          .putShort((short) layer)
          .putShort((short) 0)
          .putShort((short) 0)
          .put((byte) 255)
          .putShort((short) 2)
          .position(16)
          .putShort((short) picture.width())
          .putShort((short) picture.height())
          .put(packed)
          .array();
    }
  }
}
