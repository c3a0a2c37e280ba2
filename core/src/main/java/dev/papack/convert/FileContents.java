package dev.papack.convert;

import dev.papack.container.Sha256;
import dev.papack.diagnostic.AssetsPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The lengths and digests of some files: what is kept of all that a bank was made from. They are
 * numbers, since objects would take twice the memory.
 */
public final class FileContents {
  private static final int NUMBERS = 5;

  private final long[] numbers;

  private FileContents(long[] numbers) {
    this.numbers = numbers;
  }

  /** Those of files, in their order. */
  public static FileContents of(List<SourceFile> files) {
    return new FileContents(
        files.stream()
            .flatMapToLong(file -> {
              Sha256 digest = file.digest();
              return LongStream.of(
                  file.sizeBytes(), digest.word0(), digest.word1(), digest.word2(), digest.word3());
            })
            .toArray());
  }

  /** How many files there are. */
  public int count() {
    return numbers.length / NUMBERS;
  }

  /**
   * The length of a file.
   *
   * @param index from 0
   */
  public long sizeBytes(int index) {
    return numbers[index * NUMBERS];
  }

  /**
   * The digest of all bytes of a file.
   *
   * @param index from 0
   */
  public Sha256 digest(int index) {
    int at = index * NUMBERS;
    return new Sha256(numbers[at + 1], numbers[at + 2], numbers[at + 3], numbers[at + 4]);
  }

  /** The digests of all files. */
  public List<Sha256> digests() {
    return IntStream.range(0, count()).mapToObj(this::digest).toList();
  }

  /**
   * The files.
   *
   * @param paths where they are, as many as there are
   */
  public List<SourceFile> at(List<AssetsPath> paths) {
    List<SourceFile> files = new ArrayList<>(count());
    for (int i = 0; i < count(); i++) {
      files.add(new SourceFile(paths.get(i), sizeBytes(i), digest(i)));
    }
    return files;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FileContents contents && Arrays.equals(numbers, contents.numbers);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(numbers);
  }
}
