package dev.papack.convert;

import dev.papack.convert.ConversionKey.KeyedSource;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.MediaFormat;
import dev.papack.source.SourceContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A source that was read, and what it will be decoded as.
 *
 * @param file what a build records of it
 * @param format its format, by its bytes
 * @param content its bytes
 * @param <F> formats of one medium
 */
record Source<F extends MediaFormat>(SourceFile file, F format, SourceContent content) {
  KeyedSource keyed() {
    return KeyedSource.of(file.digest(), format.traits());
  }

  /** All sources, if none of them is refused. */
  static <F extends MediaFormat> Optional<List<Source<F>>> allOf(List<Outcome<Source<F>>> read) {
    List<Source<F>> all = new ArrayList<>();
    for (Outcome<Source<F>> outcome : read) {
      switch (outcome) {
        case Outcome.Accepted<Source<F>>(Source<F> source, var _) -> all.add(source);
        case Outcome.Refused<Source<F>> _ -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(all);
  }
}
