package dev.papack.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.disk.FileStamp;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PackedStampsTest {
  @Test
  void eachStampIsAsItWasOnWhicheverDeviceItsFileIs() {
    List<Optional<FileStamp>> stamps =
        List.of(
            Optional.empty(),
            on(5, 1),
            on(5, 2),
            Optional.empty(),
            on(5, 3),
            on(0, 4),
            on(7, 5),
            on(5, 6),
            Optional.empty());
    PackedStamps packed = PackedStamps.of(stamps.size(), stamps::get);
    for (int i = 0; i < stamps.size(); i++) {
      assertThat(packed.get(i)).as("stamp %d", i).isEqualTo(stamps.get(i));
    }
  }

  private static Optional<FileStamp> on(long device, long inode) {
    return Optional.of(new FileStamp(10 + inode, 20 + inode, 30 + inode, device, inode));
  }
}
