package dev.papack.media.wav;

import dev.papack.Family;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.Sound;
import dev.papack.media.formats.MediaFormats;
import dev.papack.source.SourceContent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** WAV files that contradict themselves. */
public final class HostileWav {
  private static final byte[] DATA = WavFile.chunk("data", new byte[32]);
  private static final byte[] PLAIN = WavFile.format(1, 2, 22_050, 16);
  private static final byte[] EXTENSIBLE = WavFile.extensible(1, 2, 22_050, 16, 16);
  private static final byte[] SAMPLER = WavFile.sampler(new long[] {0, 1, 3});

  private HostileWav() {}

  /** All of them. */
  public static List<Family> families() {
    List<Family> families = new ArrayList<>();
    eachByte(families, "plain-format", PLAIN, format -> WavFile.riff(format, DATA));
    eachByte(families, "extensible-format", EXTENSIBLE, format -> WavFile.riff(format, DATA));
    for (int at = 28; at < SAMPLER.length; at++) {
      families.add(
          family(
              "sampler-byte-" + at,
              eachValue(SAMPLER, at, sampler -> WavFile.riff(PLAIN, DATA, sampler), 8)));
    }
    families.add(family("riff-length", declared(4)));
    families.add(family("format-length", declared(16)));
    families.add(family("data-length", declared(40)));
    families.add(family("cut", cuts()));
    families.add(family("chunks", chunks()));
    families.add(family("chunk-name", names()));
    families.add(family("float", floats()));
    families.add(family("double", doubles()));
    families.add(family("other-files", starts()));
    containers().forEach((name, file) -> families.add(family(name, everyByte(file))));
    families.add(family("speakers", speakers()));
    return families;
  }

  /** A small file of each container and code. */
  private static SortedMap<String, byte[]> containers() {
    SortedMap<String, byte[]> files = new TreeMap<>();
    files.put("rifx", WavFile.rifx());
    files.put("rf64", WavFile.rf64(PLAIN, DATA, SAMPLER));
    files.put("wave64", WavFile.w64(PLAIN, DATA));
    files.put("mu-law", WavFile.riff(WavFile.format(7, 1, 8_000, 8), DATA));
    files.put("a-law", WavFile.riff(WavFile.format(6, 1, 8_000, 8), DATA));
    files.put("nested", WavFile.riff(PLAIN, WavFile.chunk("data", whole())));
    return files;
  }

  /** Each byte with some values, one at a time. */
  private static List<byte[]> everyByte(byte[] file) {
    List<byte[]> files = new ArrayList<>();
    for (int at = 0; at < file.length; at++) {
      for (int value : new int[] {0, 1, 8, 127, 128, 255}) {
        byte[] changed = file.clone();
        changed[at] = (byte) value;
        files.add(changed);
      }
    }
    return files;
  }

  private static List<byte[]> speakers() {
    List<byte[]> files = new ArrayList<>();
    for (int channels = 0; channels < 12; channels++) {
      for (int mask = 0; mask < 0x1000; mask += 13) {
        byte[] format = WavFile.extensible(1, channels, 22_050, 16, 16);
        format[28] = (byte) mask;
        format[29] = (byte) (mask >> 8);
        files.add(WavFile.riff(format, WavFile.chunk("data", new byte[48 * channels])));
      }
    }
    return files;
  }

  private static Family family(String name, List<byte[]> inputs) {
    return Family.of("wav " + name, inputs, HostileWav::read);
  }

  private static Outcome<?> read(byte[] input) {
    return decode("assets/a.wav", input);
  }

  static Outcome<Sound> decode(String name, byte[] input) {
    try {
      return MediaFormats.SUPPORTED.sound(SourceContent.of(name, input));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A whole file of one part of it. */
  @FunctionalInterface
  private interface Around {
    byte[] file(byte[] part);
  }

  private static void eachByte(List<Family> families, String name, byte[] chunk, Around around) {
    for (int at = 8; at < chunk.length; at++) {
      families.add(family(name + "-byte-" + at, eachValue(chunk, at, around, 1)));
    }
  }

  private static List<byte[]> eachValue(byte[] part, int at, Around around, int step) {
    return IntStream.iterate(0, value -> value < 256, value -> value + step)
        .mapToObj(value -> {
          byte[] changed = part.clone();
          changed[at] = (byte) value;
          return around.file(changed);
        })
        .toList();
  }

  private static byte[] whole() {
    return WavFile.riff(PLAIN, DATA, SAMPLER);
  }

  private static List<byte[]> declared(int at) {
    List<byte[]> files = new ArrayList<>();
    for (int bit = 0; bit < Integer.SIZE; bit++) {
      for (int around = -1; around <= 1; around++) {
        ByteBuffer file = ByteBuffer.wrap(whole()).order(ByteOrder.LITTLE_ENDIAN);
        files.add(file.putInt(at, (1 << bit) + around).array());
      }
    }
    return files;
  }

  private static List<byte[]> cuts() {
    byte[] whole = whole();
    return IntStream.range(0, whole.length).mapToObj(n -> Arrays.copyOf(whole, n)).toList();
  }

  /** Every sequence of three of these. */
  private static List<byte[]> chunks() {
    List<byte[]> parts =
        List.of(
            PLAIN,
            DATA,
            SAMPLER,
            WavFile.chunk("LIST", new byte[3]),
            WavFile.chunk("data", new byte[0]),
            WavFile.chunk("data", new byte[3]),
            WavFile.chunk("fmt ", new byte[0]),
            new byte[0],
            new byte[7]);
    List<byte[]> files = new ArrayList<>();
    for (byte[] first : parts) {
      for (byte[] second : parts) {
        for (byte[] third : parts) {
          files.add(WavFile.riff(first, second, third));
        }
      }
    }
    return files;
  }

  private static List<byte[]> names() {
    List<byte[]> files = new ArrayList<>();
    for (int at = 0; at < 4; at++) {
      for (int value = 0; value < 256; value++) {
        byte[] odd = WavFile.chunk("LIST", new byte[2]);
        odd[at] = (byte) value;
        files.add(WavFile.riff(PLAIN, odd, DATA));
      }
    }
    return files;
  }

  private static List<byte[]> floats() {
    List<byte[]> files = new ArrayList<>();
    for (float sample :
        new float[] {
          0,
          -0f,
          1,
          -1,
          2,
          Float.MIN_VALUE,
          Float.MAX_VALUE,
          Float.NaN,
          Float.POSITIVE_INFINITY,
          Float.NEGATIVE_INFINITY,
          Float.intBitsToFloat(0x7F80_0001),
          Float.intBitsToFloat(-1)
        }) {
      for (int at = 0; at < 4; at++) {
        float[] samples = new float[4];
        samples[at] = sample;
        files.add(
            WavFile.riff(
                WavFile.format(3, 1, 8_000, 32), WavFile.chunk("data", WavFile.floats(samples))));
      }
    }
    return files;
  }

  private static List<byte[]> doubles() {
    List<byte[]> files = new ArrayList<>();
    for (double sample :
        new double[] {
          0,
          1,
          1e300,
          Float.MAX_VALUE,
          Float.MAX_VALUE * 1.5,
          Double.MIN_VALUE,
          Double.MAX_VALUE,
          Double.NaN,
          Double.POSITIVE_INFINITY
        }) {
      files.add(
          WavFile.riff(
              WavFile.format(3, 1, 8_000, 64), WavFile.chunk("data", WavFile.doubles(0, sample))));
    }
    return files;
  }

  private static List<byte[]> starts() {
    return List.of(
            "",
            "R",
            "RIFF",
            "RIFX",
            "RF64",
            "OggS",
            "fLaC",
            "ID3",
            "FORM....AIFF",
            "MThd",
            "\u0089PNG",
            "PK\3\4",
            "version https://git-lfs.github.com/spec/v1\noid sha256:00\n",
            "{",
            "RIFF\4\0\0\0WAVE",
            "RIFF\4\0\0\0AVI ",
            "RIFF\0\0\0\0WAVE",
            "RIFF\u00ff\u00ff\u00ff\u00ffWAVE")
        .stream()
        .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
        .toList();
  }
}
