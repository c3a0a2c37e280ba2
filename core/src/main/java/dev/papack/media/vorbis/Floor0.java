package dev.papack.media.vorbis;

/**
 * An envelope of line spectral pairs. Source: Vorbis I, 6. The curve magnifies errors of rounding,
 * so it is computed in single precision where libvorbis does.
 */
final class Floor0 implements Floor {
  private final Codebook[] books;
  private final int order;
  private final int rate;
  private final int mapSize;
  private final int amplitudeBits;
  private final int amplitudeOffset;
  private final int[] used;
  private final int mostDimensions;
  private final int[] shortMap;
  private final int[] longMap;

  private Floor0(PacketBits bits, Codebook[] books, int shortHalf, int longHalf)
      throws VorbisRefusal {
    this.books = books;
    order = bits.readInt(8);
    rate = bits.readInt(16);
    mapSize = bits.readInt(16);
    amplitudeBits = bits.readInt(6);
    amplitudeOffset = bits.readInt(8);
    used = new int[bits.readInt(4) + 1];
    int most = 0;
    for (int i = 0; i < used.length; i++) {
      used[i] = bits.readInt(8);
      if (used[i] >= books.length || !books[used[i]].hasVectors()) {
        throw VorbisRefusal.setup("a floor uses codebook " + used[i] + " of " + books.length);
      }
      most = Math.max(most, books[used[i]].dimensions());
    }
    if (order == 0 || rate == 0 || mapSize == 0 || amplitudeBits > 32) {
      throw VorbisRefusal.setup("a floor of type 0 is not valid");
    }
    mostDimensions = most;
    shortMap = map(shortHalf);
    longMap = map(longHalf);
  }

  static Floor0 read(PacketBits bits, Codebook[] books, int shortHalf, int longHalf)
      throws VorbisRefusal {
    return new Floor0(bits, books, shortHalf, longHalf);
  }

  @Override
  public boolean read(PacketBits bits, double[] into, int count) {
    long amplitude = bits.read(amplitudeBits);
    if (amplitude == 0) {
      return false;
    }
    int number = bits.readInt(Codebook.log(used.length));
    if (bits.isOver() || number >= used.length) {
      return false;
    }
    Codebook book = books[used[number]];
    float[] coefficients = new float[order + mostDimensions];
    float last = 0;
    int at = 0;
    while (at < order) {
      int entry = book.decode(bits);
      if (entry < 0) {
        return false;
      }
      for (int i = 0; i < book.dimensions(); i++) {
        coefficients[at] = (float) book.vectors()[book.vectorAt(entry) + i] + last;
        at++;
      }
      last = coefficients[at - 1];
    }
    draw(
        coefficients,
        (float) amplitude / ((1L << amplitudeBits) - 1) * amplitudeOffset,
        into,
        count);
    return true;
  }

  private void draw(float[] coefficients, float amplitude, double[] into, int count) {
    int[] map = count == shortMap.length ? shortMap : longMap;
    float[] cosines = new float[order];
    for (int i = 0; i < order; i++) {
      cosines[i] = (float) (2 * StrictMath.cos(coefficients[i]));
    }
    float step = (float) (Math.PI / mapSize);
    int i = 0;
    while (i < count) {
      int here = map[i];
      float cosine = (float) (2 * StrictMath.cos(step * here));
      double value = value(cosine, cosines, amplitude);
      while (i < count && map[i] == here) {
        into[i] = value;
        i++;
      }
    }
  }

  private double value(float cosine, float[] cosines, float amplitude) {
    float p = 0.5f;
    float q = 0.5f;
    int i = 1;
    for (; i < order; i += 2) {
      q *= cosine - cosines[i - 1];
      p *= cosine - cosines[i];
    }
    if (i == order) {
      q *= cosine - cosines[i - 1];
      p *= p * (4 - cosine * cosine);
      q *= q;
    } else {
      p *= p * (2 - cosine);
      q *= q * (2 + cosine);
    }
    float decibels = (float) (amplitude / StrictMath.sqrt(p + q)) - amplitudeOffset;
    return (float) StrictMath.exp(decibels * 0.11512925f);
  }

  private int[] map(int count) {
    float scale = (float) (mapSize / bark(rate / 2.0f));
    int[] map = new int[count];
    for (int i = 0; i < count; i++) {
      double place = StrictMath.floor(bark(rate / 2.0f / count * i) * scale);
      map[i] = (int) Math.min(mapSize - 1.0, place);
    }
    return map;
  }

  private static double bark(float hertz) {
    return 13.1f * StrictMath.atan(0.00074f * hertz)
        + 2.24f * StrictMath.atan(hertz * hertz * 1.85e-8f)
        + 1e-4f * hertz;
  }
}
