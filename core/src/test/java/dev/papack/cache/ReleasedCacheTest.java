package dev.papack.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A cache of each released version, as a build of the example lighthouse left it, is read. */
final class ReleasedCacheTest {
  private static final Path RELEASED =
      Path.of(System.getProperty("papack.home"), "compat", "build_cache");

  /** Written again, it has the same bytes: as long as version 1 is the one that is written. */
  @Test
  void theCacheOfVersion1IsReadWholeAndWrittenTheSame() throws IOException {
    ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(RELEASED.resolve("1/lighthouse.bin")));
    CacheHead head = CacheHead.find(file).orElseThrow();
    int startBytes = head.line().length();
    ByteBuffer body = file.slice(startBytes, file.remaining() - startBytes);

    assertThat(head.version()).isEqualTo("1");
    assertThat(head.fits(body)).isTrue();
    assertThat(CacheReader.readBeginning(body)).isPresent();
    BuildCache cache = CacheReader.read(body).orElseThrow();
    assertThat(cache.assets()).hasSize(8);
    assertThat(CacheDocument.write(cache)).isEqualTo(file);
  }
}
