/** The short sounds, each in another encoding than the last, as they come from many editors. */
final class Jingles {
  private Jingles() {}

  static byte[] jump() {
    Sound leap = Voice.pulse(22_050, 0.26, 0.5, t -> 230 + 520 * StrictMath.pow(t / 0.26, 0.7));
    leap.lowPassed(4200).shaped(t -> StrictMath.exp(-t * 7)).faded(0.004, 0.06);
    return Wav.of(Wav.Encoding.SIGNED_16, leap.scaledTo(0.7));
  }

  static byte[] coin() {
    int rate = 44_100;
    Sound ring = Sound.ofSeconds(rate, 0.75);
    ring.mix(chime(rate, "B5", 0.12, 4), 0, 1).mix(chime(rate, "E6", 0.66, 6), rate * 8 / 100, 1);
    return Wav.of(Wav.Encoding.SIGNED_24, ring.faded(0.002, 0.1).scaledTo(0.7));
  }

  private static Sound chime(int rate, String note, double seconds, double decay) {
    double hertz = Theme.hertz(note, 0);
    Sound tone = Voice.pulse(rate, seconds, 0.5, t -> hertz).lowPassed(6000);
    tone.mix(Voice.sine(rate, seconds, t -> hertz * 2.003), 0, 0.5);
    return tone.shaped(t -> StrictMath.exp(-t * decay)).faded(0.002, 0.03);
  }

  static byte[] hit() {
    int rate = 22_050;
    Sound blow = Voice.hiss(rate, 0.3, 7).lowPassed(2400).shaped(t -> StrictMath.exp(-t * 22));
    Sound fall = Voice.triangle(rate, 0.3, t -> 70 + 260 * StrictMath.exp(-t * 18));
    blow.mix(fall.shaped(t -> StrictMath.exp(-t * 13)), 0, 0.8);
    return Wav.of(Wav.Encoding.SIGNED_16, blow.faded(0.001, 0.08).scaledTo(0.85));
  }

  static byte[] step() {
    int rate = 11_025;
    Sound crunch = Voice.hiss(rate, 0.11, 3).lowPassed(1700).highPassed(180);
    crunch.shaped(t -> StrictMath.exp(-t * 42) + 0.5 * StrictMath.exp(-Math.abs(t - 0.045) * 120));
    return Wav.of(Wav.Encoding.UNSIGNED_8, crunch.faded(0.003, 0.04).scaledTo(0.6));
  }

  static byte[] slime() {
    int rate = 22_050;
    Sound wobble =
        Voice.sine(
            rate, 0.34, t -> 150 + 260 * t / 0.34 + 90 * StrictMath.sin(2 * Math.PI * 17 * t));
    Sound bubble = Voice.sine(rate, 0.09, t -> 380 + 5200 * t).shaped(t -> StrictMath.exp(-t * 20));
    wobble.shaped(t -> StrictMath.exp(-t * 6)).mix(bubble.faded(0.004, 0.02), rate / 5, 0.6);
    return Wav.of(Wav.Encoding.SIGNED_16, wobble.faded(0.006, 0.08).scaledTo(0.7));
  }

  /** An ember is found: a rising chord that wanders from side to side. */
  static byte[] ember() {
    int rate = 22_050;
    Sound left = Sound.ofSeconds(rate, 1.6);
    Sound right = Sound.ofSeconds(rate, 1.6);
    String[] notes = {"D5", "F5", "A5", "D6", "F6", "A6"};
    for (int i = 0; i < notes.length; i++) {
      double hertz = Theme.hertz(notes[i], 0);
      Sound bell = Voice.triangle(rate, 0.9, t -> hertz);
      bell.mix(
          Voice.sine(rate, 0.9, t -> hertz * 3.01).shaped(t -> StrictMath.exp(-t * 12)), 0, 0.3);
      bell.shaped(t -> StrictMath.exp(-t * 5)).faded(0.004, 0.3);
      double side = 0.5 + 0.35 * (i % 2 == 0 ? -1 : 1);
      int frame = i * rate * 9 / 100;
      left.mix(bell, frame, 1 - side).mix(bell, frame + rate / 7, 0.25 * side);
      right.mix(bell, frame, side).mix(bell, frame + rate / 7, 0.25 * (1 - side));
    }
    double gain = 0.75 / Math.max(left.peak(), right.peak());
    left.shaped(t -> gain).faded(0.002, 0.3);
    right.shaped(t -> gain).faded(0.002, 0.3);
    return Wav.of(Wav.Encoding.FLOAT_32, left, right);
  }
}
