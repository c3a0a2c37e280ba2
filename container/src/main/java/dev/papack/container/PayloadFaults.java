package dev.papack.container;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What several threads found in a payload: the first fault of each row, and the first failure. */
final class PayloadFaults {
  /** The place of a failure that concerns every slice. */
  static final int BEFORE_ALL = -1;

  /** The rows of the reading order. */
  private static final List<PackFault.Stage> ROWS =
      List.of(
          PackFault.Stage.PAYLOAD_PADDING, PackFault.Stage.SLICE_DIGEST, PackFault.Stage.MEANING);

  private final Map<PackFault.Stage, Found<PackFault>> faults =
      new EnumMap<>(PackFault.Stage.class);
  private Optional<Found<Throwable>> failure = Optional.empty();

  /** Where something was found: the index of an entry in the table. */
  private record Found<T>(int index, T value) {}

  /** A fault of an entry; one of an earlier entry in the same row counts more. */
  synchronized void found(int index, PackFault fault) {
    faults.merge(
        fault.stage(),
        new Found<>(index, fault),
        (old, other) -> other.index() < old.index() ? other : old);
  }

  /** Something kept an entry from being checked; it counts more than every fault. */
  synchronized void failed(int index, Throwable cause) {
    if (failure.isEmpty() || index < failure.get().index()) {
      failure = Optional.of(new Found<>(index, cause));
    }
  }

  /** Whether what is found at an entry can still matter. */
  synchronized boolean isWanted(int index) {
    return failure.isEmpty() || index < failure.get().index();
  }

  /** Throws what counts most; nothing if nothing was found. */
  synchronized void throwFirst() throws IOException, PackException {
    if (failure.isPresent()) {
      switch (failure.get().value()) {
        case IOException trouble -> throw trouble;
        case RuntimeException defect -> throw defect;
        case Error defect -> throw defect;
        case Throwable other -> throw new IllegalStateException(other);
      }
    }
    for (PackFault.Stage row : ROWS) {
      Found<PackFault> first = faults.get(row);
      if (first != null) {
        throw new PackException(first.value());
      }
    }
  }
}
