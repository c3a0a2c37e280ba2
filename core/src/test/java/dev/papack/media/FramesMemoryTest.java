package dev.papack.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.Campaign;
import dev.papack.campaign.JavaProcess;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.aseprite.Aseprite;
import dev.papack.media.aseprite.AsepriteFile;
import dev.papack.media.gif.Gif;
import dev.papack.media.gif.GifFile;
import dev.papack.source.SourceContent;
import dev.papack.source.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * GIF and Aseprite are decoded in a heap of what was worked out before. Each trial is a process of
 * its own.
 */
class FramesMemoryTest {
  /** For Java itself. */
  private static final long OF_THE_JVM_BYTES = 6L << 20;

  private static final int SIDE = 1_500;

  /** Files that need much of one thing. */
  enum Greedy {
    ASEPRITE_CANVAS {
      @Override
      byte[] file() {
        return AsepriteFile.rgb(SIDE, SIDE).layer("a").cel(0, 0, 0, SIDE, SIDE, colors()).bytes();
      }
    },
    ASEPRITE_TILES {
      @Override
      byte[] file() {
        return AsepriteFile.rgb(SIDE, SIDE)
            .tileset(0, 2, SIDE, SIDE, colors())
            .tileLayer("t", 0)
            .tileCel(0, 0, 0, 1, 1, 0)
            .bytes();
      }
    },
    ASEPRITE_CELS {
      @Override
      byte[] file() {
        AsepriteFile file = AsepriteFile.rgb(1, 1);
        for (int layer = 0; layer < 8; layer++) {
          file.layer("a");
        }
        for (int frame = 0; frame < 15_000; frame++) {
          for (int layer = 0; layer < 8; layer++) {
            if (frame == 0) {
              file.cel(layer, 0, 0, 1, 1, 0xFF000000);
            } else {
              file.linkedCel(layer, 0, 0, 0);
            }
          }
          file.frame();
        }
        return file.bytes();
      }
    },
    ASEPRITE_NAMES {
      @Override
      byte[] file() {
        AsepriteFile file = AsepriteFile.rgb(1, 1);
        for (int layer = 0; layer < 8_000; layer++) {
          file.layer("a layer with a longer name, of 64 letters, " + layer);
        }
        for (int tag = 0; tag < 30_000; tag++) {
          file.tag("tag " + tag, 0, 0, 0);
        }
        return file.bytes();
      }
    },
    GIF {
      @Override
      byte[] file() {
        GifFile file = GifFile.of("89a", SIDE, SIDE);
        file.control(3, 1).image(0, 0, SIDE, SIDE, new int[SIDE * SIDE]);
        return file.ownImage(new int[4], 0, 0, 1, 1, 0).end();
      }
    };

    abstract byte[] file();

    PictureFormat format() {
      return this == GIF ? Gif.FORMAT : Aseprite.FORMAT;
    }
  }

  private static int[] colors() {
    int[] colors = new int[SIDE * SIDE];
    Arrays.setAll(colors, i -> 0xFF000000 | i);
    return colors;
  }

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @EnumSource
  void fileIsDecodedInAHeapOfWhatItNeeds(Greedy greedy) throws Exception {
    byte[] file = greedy.file();
    long neededBytes = neededBytes(greedy.format(), SourceContent.of("a", file));
    String said =
        JavaProcess.run(
                List.of(
                    "-Xmx" + (neededBytes + file.length + OF_THE_JVM_BYTES) / 1024 + "k",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1"),
                Decodes.class,
                Files.write(folder.resolve("file"), file).toString(),
                greedy.name())
            .expectDone();
    assertThat(said.strip()).isEqualTo("decoded");
    Campaign.report(
        "memory-of-frames-" + greedy.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        String.format(
            Locale.ROOT,
            "decoded in a heap of the %,d bytes that it needs, and %,d for Java",
            neededBytes,
            OF_THE_JVM_BYTES));
  }

  private static long neededBytes(PictureFormat format, SourceContent content) throws IOException {
    try (SourceReader reader = content.open()) {
      return format.extentOf(reader).neededBytes();
    }
  }

  /** Decodes a file. */
  static final class Decodes {
    private Decodes() {}

    public static void main(String[] args) throws IOException {
      SourceContent content = SourceContent.of("a", Files.readAllBytes(Path.of(args[0])));
      PictureFormat format = Greedy.valueOf(args[1]).format();
      System.out.println(
          switch (format.decode(content, PixelRule.STRICT, PictureChoice.EVERYTHING)) {
            case Outcome.Accepted<DecodedPicture> _ -> "decoded";
            case Outcome.Refused<DecodedPicture> refused -> refused.diagnostics().toString();
          });
    }
  }
}
