package dev.papack.benchmarks;

import dev.papack.media.Picture;
import dev.papack.media.PixelRule;
import dev.papack.media.png.PngDecoder;
import dev.papack.source.SourceContent;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A PNG to its pixels. */
@State(Scope.Benchmark)
public class PngKernel {
  @Param({"INDEXED", "TRUECOLOR", "SHADED"})
  public DrawnPicture picture = DrawnPicture.INDEXED;

  private SourceContent content = SourceContent.of("a.png", new byte[0]);

  /** Draws it. */
  @Setup
  public void draw() throws IOException {
    content = SourceContent.of("a.png", picture.png());
  }

  /** Decodes it. */
  @Benchmark
  public Picture decode() throws IOException {
    return Accepted.valueOf(PngDecoder.decode(content, PixelRule.STRICT));
  }
}
