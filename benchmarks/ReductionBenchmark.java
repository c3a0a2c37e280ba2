import dev.papack.Packer;
import dev.papack.Session;
import dev.papack.asset.ColorReduction;
import dev.papack.asset.SheetRequest;
import dev.papack.asset.SoundsRequest;
import dev.papack.asset.TilesRequest;
import dev.papack.asset.TilesSettings;
import dev.papack.bank.reduction.Dither;
import dev.papack.bank.reduction.ReducedTiles;
import dev.papack.bank.reduction.TilePixels;
import dev.papack.bank.reduction.TileReduction;
import dev.papack.diagnostic.Outcome;
import dev.papack.progress.CancelledException;
import dev.papack.progress.Observer;
import dev.papack.result.AddRequest;
import dev.papack.result.Drift;
import dev.papack.result.Effect;
import dev.papack.result.Existing;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Prints the rows of a table of targets with the error of papack's reduction beside them. */
final class ReductionBenchmark {
  /** A row of targets: errors are means of squared distances in Oklab, times 10,000. */
  private record Target(String file, int tileSize, int palettes, double tool, double best) {}

  /** The rows, and what pngquant reaches with one palette. */
  private record Table(List<Target> targets, Map<String, Double> onePalette) {}

  private record Measured(Target target, double error, double worst, double seconds) {
    double ratio() {
      return error / target.tool();
    }
  }

  private ReductionBenchmark() {}

  public static void main(String[] args) throws IOException, CancelledException {
    String data = System.getenv("PAPACK_DATA");
    if (args.length < 1 || data == null) {
      System.err.println("usage: PAPACK_DATA=FOLDER java ... ReductionBenchmark.java TABLE [WORD]");
      System.exit(2);
    }
    boolean isPacked = "packed".equals(System.getenv("PAPACK_MEASURE"));
    Table table = read(Path.of(args[0]));
    System.out.println("| file | tile | N | tool | papack | ratio | to best | worst pixel | s |");
    System.out.println("|---|---|---|---|---|---|---|---|---|");
    List<Measured> all = new ArrayList<>();
    int skipped = 0;
    for (Target target : table.targets()) {
      Path file = Path.of(data).resolve(target.file());
      if (!Files.isRegularFile(file)) {
        skipped++;
      } else if (args.length < 2 || target.file().contains(args[1])) {
        BufferedImage image = ImageIO.read(file.toFile());
        Shown shown =
            isPacked ? packed(target, file) : reduced(target, image);
        Measured measured = measure(target, image, shown);
        all.add(measured);
        System.out.printf(
            "| %s | %d | %d | %.3f | %.3f | %.3f | %.3f | %.3f | %.2f |%n",
            target.file(),
            target.tileSize(),
            target.palettes(),
            target.tool(),
            measured.error(),
            measured.ratio(),
            measured.error() / target.best(),
            measured.worst(),
            measured.seconds());
      }
    }
    summarize(all, table.onePalette(), skipped);
  }

  private static void summarize(List<Measured> all, Map<String, Double> onePalette, int skipped) {
    System.out.printf("%n%d rows; skipped, as the picture is not there: %d%n", all.size(), skipped);
    System.out.printf("geometric mean of ratios %.4f%n", geometricMean(all));
    Map<Integer, List<Measured>> byPalettes = new TreeMap<>();
    all.forEach(
        row ->
            byPalettes
                .computeIfAbsent(row.target().palettes(), _ -> new ArrayList<>())
                .add(row));
    byPalettes.forEach((n, rows) -> System.out.printf("  N = %d: %.4f%n", n, geometricMean(rows)));
    System.out.printf(
        "worst ratio %.3f%n", all.stream().mapToDouble(Measured::ratio).max().orElse(0));
    System.out.printf(
        "worse than pngquant with one palette: %d rows%n",
        all.stream()
            .filter(row -> row.target().palettes() == 1)
            .filter(row -> row.error() > onePalette.get(row.target().file()))
            .count());
    System.out.printf(
        "processor time: %.1f s, at most %.2f s a row%n",
        all.stream().mapToDouble(Measured::seconds).sum(),
        all.stream().mapToDouble(Measured::seconds).max().orElse(0));
  }

  private static double geometricMean(List<Measured> rows) {
    return Math.exp(
        rows.stream().mapToDouble(row -> Math.log(row.ratio())).average().orElse(Double.NaN));
  }

  private static Table read(Path file) throws IOException {
    List<Target> targets = new ArrayList<>();
    Map<String, Double> onePalette = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] cells = line.split("\\|");
      for (int i = 0; i < cells.length; i++) {
        cells[i] = cells[i].strip();
      }
      if (cells.length > 7 && cells[2].matches("\\d+ x \\d+")) {
        onePalette.put(cells[1], Double.parseDouble(cells[7]));
      } else if (cells.length > 9 && cells[2].matches("8|16") && cells[3].matches("\\d+")) {
        targets.add(
            new Target(
                cells[1],
                Integer.parseInt(cells[2]),
                Integer.parseInt(cells[3]),
                Double.parseDouble(cells[5]),
                Double.parseDouble(cells[9])));
      }
    }
    return new Table(targets, onePalette);
  }

  /** What is shown instead of each pixel, and the processor time that it took. */
  private record Shown(int[] argb, double seconds) {}

  private static Measured measure(Target target, BufferedImage image, Shown shown) {
    int[] argb = pixels(image);
    Map<Integer, double[]> oklab = new HashMap<>();
    double sum = 0;
    double worst = 0;
    int count = 0;
    for (int i = 0; i < argb.length; i++) {
      if (argb[i] >>> 24 > 0) {
        double[] one = oklab.computeIfAbsent(argb[i] & 0xFFFFFF, ReductionBenchmark::oklab);
        double[] other =
            oklab.computeIfAbsent(shown.argb()[i] & 0xFFFFFF, ReductionBenchmark::oklab);
        double squared = 0;
        for (int axis = 0; axis < 3; axis++) {
          squared += (one[axis] - other[axis]) * (one[axis] - other[axis]);
        }
        sum += squared;
        worst = Math.max(worst, squared);
        count++;
      }
    }
    return new Measured(target, sum / count * 10_000, Math.sqrt(worst), shown.seconds());
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  private static Shown reduced(Target target, BufferedImage image) throws IOException {
    int width = image.getWidth();
    int size = target.tileSize();
    int columns = Math.ceilDiv(width, size);
    int[] argb = pixels(image);
    TilePixels pixels =
        sink -> {
          for (int i = 0; i < argb.length; i++) {
            int x = i % width;
            int y = i / width;
            if (argb[i] >>> 24 > 0) {
              sink.accept(y / size * columns + x / size, y % size * size + x % size, argb[i]);
            }
          }
        };
    TileReduction reduction =
        new TileReduction(
            columns * Math.ceilDiv(image.getHeight(), size), size, target.palettes(), Dither.NONE);
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    ReducedTiles reduced = reduction.reduce(pixels);
    long after = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    int[] shown = new int[argb.length];
    for (int i = 0; i < shown.length; i++) {
      int tile = i / width / size * columns + i % width / size;
      int entry = reduced.entry(tile, i / width % size * size + i % width % size);
      if (entry > 0) {
        shown[i] =
            widened(reduced.palettes().get(reduced.paletteOfTile(tile)).get(entry - 1).bits());
      }
    }
    return new Shown(shown, (after - before) / 1e9);
  }

  /** Adds the picture to a workspace, builds it, and extracts what the pack shows. */
  private static Shown packed(Target target, Path picture)
      throws IOException, CancelledException {
    Packer packer = Packer.create();
    Path folder = Files.createTempDirectory("reduction");
    required(packer.init(folder));
    Path copy = Files.copy(picture, folder.resolve("assets/a.png"));
    Session session = required(packer.open(folder));
    required(session.add(request(target, copy), Effect.WRITE));
    required(session.build(Drift.TOLERATED));
    Path shown = folder.resolve("a.png");
    required(packer.extract(folder.resolve("assets.pa"), "a", shown, Existing.KEEP));
    BufferedImage image = ImageIO.read(picture.toFile());
    BufferedImage whole = ImageIO.read(shown.toFile());
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
    return new Shown(pixels(whole.getSubimage(0, 0, image.getWidth(), image.getHeight())), 0);
  }

  private static AddRequest request(Target target, Path picture) {
    return new AddRequest(
        List.of(picture),
        AddRequest.Folders.OF_ASSETS,
        Optional.empty(),
        new TilesRequest(
            OptionalInt.of(target.tileSize()),
            Optional.of(TilesSettings.Palettes.AUTO),
            Optional.of(TilesSettings.Fit.PAD),
            OptionalInt.empty(),
            Optional.empty(),
            new SheetRequest(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(
                    new ColorReduction(target.palettes(), ColorReduction.Dither.NONE)))),
        SoundsRequest.NOTHING,
        OptionalInt.empty(),
        Optional.empty());
  }

  private static <T> T required(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Accepted<T>(T value, var _) -> value;
      case Outcome.Refused<T>(var faults) -> throw new IllegalStateException(faults.toString());
    };
  }

  private static int widened(int bits) {
    return Math.round((bits >>> 11) * 255 / 31f) << 16
        | Math.round((bits >>> 5 & 63) * 255 / 63f) << 8
        | Math.round((bits & 31) * 255 / 31f);
  }

  private static double[] oklab(int rgb) {
    double red = linear((rgb >> 16 & 0xFF) / 255.0);
    double green = linear((rgb >> 8 & 0xFF) / 255.0);
    double blue = linear((rgb & 0xFF) / 255.0);
    double l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
    double m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
    double s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
    return new double[] {
      0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
    };
  }

  private static double linear(double c) {
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
