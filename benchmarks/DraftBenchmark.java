import dev.papack.Draft;
import dev.papack.Packer;
import dev.papack.Session;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.WorkspacePath;
import dev.papack.result.DiagnosedDocument;
import dev.papack.result.DiagnosedDocument.Depth;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** From a keystroke to the diagnostics of the open declaration, in a workspace that is warm. */
final class DraftBenchmark {
  private static final int WARM_UP = 400;
  private static final int KEYSTROKES = 500;

  private DraftBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]).toRealPath();
    Session session =
        ((Outcome.Accepted<Session>) Packer.create().open(folder)).value();
    Path declaration;
    try (Stream<Path> files = Files.walk(folder.resolve("assets"))) {
      declaration =
          files.filter(file -> file.toString().endsWith(".asset.json")).sorted().skip(7).findFirst().orElseThrow();
    }
    WorkspacePath document = WorkspacePath.of(folder.relativize(declaration).toString());
    String text = Files.readString(declaration);
    Draft draft = session.draft(System::currentTimeMillis);
    long[] nanos = new long[KEYSTROKES];
    int findings = 0;
    for (int i = -WARM_UP; i < KEYSTROKES; i++) {
      int at = Math.floorMod(i * 7, text.length());
      String typed = text.substring(0, at) + "x" + text.substring(at);
      long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      draft = draft.with(document, typed);
      Outcome<DiagnosedDocument> outcome = draft.diagnose(document, Depth.DOCUMENTS);
      long taken = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun;
      if (outcome instanceof Outcome.Accepted<DiagnosedDocument>(DiagnosedDocument found, var _)) {
        findings += (int) found.findings().stream().filter(Diagnostic::isError).count();
      }
      if (i >= 0) {
        nanos[i] = taken;
      }
    }
    Arrays.sort(nanos);
    System.out.printf(
        Locale.ROOT,
        "keystroke to diagnostics, processor time: median %.1f ms, p95 %.1f ms, worst %.1f ms (%d keystrokes, %d errors)%n",
        milliseconds(nanos[KEYSTROKES / 2]),
        milliseconds(nanos[KEYSTROKES * 95 / 100]),
        milliseconds(nanos[KEYSTROKES - 1]),
        KEYSTROKES,
        findings);
  }

  private static double milliseconds(long nanos) {
    return nanos / (double) TimeUnit.MILLISECONDS.toNanos(1);
  }
}
