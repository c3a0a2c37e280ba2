package dev.papack.media.vorbis;

/** The fine structure of a spectrum. Source: Vorbis I, 8. */
final class Residue {
  private static final int PASSES = 8;

  private final Codebook[] books;
  private final int type;
  private final int begin;
  private final int end;
  private final int partitionSize;
  private final int classifications;
  private final Codebook classBook;

  /** Of each class and pass; -1 for none. */
  private final int[][] used;

  private Residue(int type, PacketBits bits, Codebook[] books) throws VorbisRefusal {
    this.books = books;
    this.type = type;
    begin = bits.readInt(24);
    end = bits.readInt(24);
    partitionSize = bits.readInt(24) + 1;
    classifications = bits.readInt(6) + 1;
    int number = bits.readInt(8);
    if (type > 2 || end < begin || number >= books.length) {
      throw VorbisRefusal.setup("a residue of type " + type + " uses codebook " + number);
    }
    classBook = books[number];
    int[] cascades = new int[classifications];
    for (int i = 0; i < classifications; i++) {
      int low = bits.readInt(3);
      cascades[i] = bits.readFlag() ? (bits.readInt(5) << 3) | low : low;
    }
    used = new int[classifications][PASSES];
    for (int i = 0; i < classifications; i++) {
      for (int pass = 0; pass < PASSES; pass++) {
        used[i][pass] = ((cascades[i] >> pass) & 1) == 1 ? bits.readInt(8) : -1;
        int one = used[i][pass];
        if (one >= books.length || (one >= 0 && !books[one].hasVectors())) {
          throw VorbisRefusal.setup("a residue uses codebook " + one + " of " + books.length);
        }
      }
    }
  }

  static Residue read(PacketBits bits, Codebook[] books) throws VorbisRefusal {
    return new Residue(bits.readInt(16), bits, books);
  }

  /**
   * Reads the vectors of some channels.
   *
   * @param vectors of the channels; zero before
   * @param isSilent channels of which nothing is stored
   * @param count half a block
   */
  void read(PacketBits bits, double[][] vectors, boolean[] isSilent, int count) {
    if (type != 2) {
      decode(bits, vectors, isSilent, count);
      return;
    }
    boolean isAllSilent = true;
    for (boolean silent : isSilent) {
      isAllSilent &= silent;
    }
    if (isAllSilent) {
      return;
    }
    int channels = vectors.length;
    double[][] interleaved = new double[1][count * channels];
    decode(bits, interleaved, new boolean[1], count * channels);
    for (int i = 0; i < count; i++) {
      for (int channel = 0; channel < channels; channel++) {
        vectors[channel][i] = interleaved[0][i * channels + channel];
      }
    }
  }

  private void decode(PacketBits bits, double[][] vectors, boolean[] isSilent, int size) {
    int from = Math.min(begin, size);
    int partitions = (Math.min(end, size) - from) / partitionSize;
    int words = classBook.dimensions();
    if (partitions == 0) {
      return;
    }
    int[][] classes = new int[vectors.length][partitions + words];
    for (int pass = 0; pass < PASSES; pass++) {
      for (int partition = 0; partition < partitions; partition += words) {
        if (pass == 0 && !readClasses(bits, isSilent, partition, classes)) {
          return;
        }
        int last = Math.min(partition + words, partitions);
        for (int at = partition; at < last; at++) {
          for (int channel = 0; channel < vectors.length; channel++) {
            int book = isSilent[channel] ? -1 : used[classes[channel][at]][pass];
            if (book >= 0 && !add(bits, books[book], vectors[channel], from + at * partitionSize)) {
              return;
            }
          }
        }
      }
    }
  }

  private boolean readClasses(PacketBits bits, boolean[] isSilent, int partition, int[][] classes) {
    int words = classBook.dimensions();
    for (int channel = 0; channel < isSilent.length; channel++) {
      if (isSilent[channel]) {
        continue;
      }
      int value = classBook.decode(bits);
      if (value < 0) {
        return false;
      }
      for (int i = words - 1; i >= 0; i--) {
        classes[channel][partition + i] = value % classifications;
        value /= classifications;
      }
    }
    return true;
  }

  private boolean add(PacketBits bits, Codebook book, double[] vector, int offset) {
    int dimensions = book.dimensions();
    double[] numbers = book.vectors();
    int step = type == 0 ? partitionSize / dimensions : 1;
    int end = offset + partitionSize;
    int codes = type == 0 ? step : Math.ceilDiv(partitionSize, dimensions);
    for (int code = 0; code < codes; code++) {
      int at = offset + code * (type == 0 ? 1 : dimensions);
      int entry = book.decode(bits);
      if (entry < 0) {
        return false;
      }
      int from = book.vectorAt(entry);
      for (int i = 0; i < dimensions && at + i * step < end; i++) {
        vector[at + i * step] += numbers[from + i];
      }
    }
    return true;
  }
}
