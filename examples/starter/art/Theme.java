/** The tune of the wood: eight bars in D minor at 150 beats a minute, after a bar that leads in. */
final class Theme {
  private static final int RATE = 22_050;

  /** At 150 beats a minute an eighth is 0.2 s, a whole number of frames. */
  private static final int EIGHTH = RATE / 5;

  private static final int BAR = 8 * EIGHTH;

  /** One line a bar; a note, then after a star how many eighths it lasts. */
  private static final String[] MELODY = {
    "D5*2 A4*2 D5 E5 F5*2",
    "G5*2 F5 E5*2 C5*3",
    "D5*3 A#4 D5 F5*3",
    "A5*2 G5 F5 G5 E5*3",
    "D5 A4 D5 F5 A5*2 G5 F5",
    "G5*3 D5 G5 A#5*2 A5",
    "F5*2 D5*2 E5*2 G5*2",
    "A5*3 G5 E5 C#5 A4*2"
  };

  /** Two chords a bar: four notes that the second voice breaks. */
  private static final String[] CHORDS = {
    "D4 F4 A4 D5|D4 F4 A4 D5",
    "C4 E4 G4 C5|C4 E4 G4 C5",
    "A#3 D4 F4 A#4|A#3 D4 F4 A#4",
    "F4 A4 C5 F5|C4 E4 G4 C5",
    "D4 F4 A4 D5|D4 F4 A4 D5",
    "G3 A#3 D4 G4|G3 A#3 D4 G4",
    "A#3 D4 F4 A#4|C4 E4 G4 C5",
    "A3 C#4 E4 A4|A3 C#4 E4 A4"
  };

  private static final String[] DRUMS = {
    "k.h.s.hkk.hks.h.", "k.h.s.hkk.kks.hs", "k.h.s.hkk.sssshs"
  };

  /** Semitones above the chord's root for each eighth of half a bar. */
  private static final int[] BASS_STEPS = {0, 0, 12, 7};

  private final Sound left = new Sound(RATE, 8 * BAR);
  private final Sound right = new Sound(RATE, 8 * BAR);

  private Theme() {}

  static byte[] wav() {
    Theme theme = new Theme();
    for (int bar = 0; bar < 8; bar++) {
      theme.melody(bar);
      for (int half = 0; half < 2; half++) {
        String[] chord = CHORDS[bar].split("\\|")[half].split(" ");
        theme.harmony(chord, bar * BAR + half * BAR / 2);
        theme.bass(chord[0], bar * BAR + half * BAR / 2);
      }
      theme.drums(bar);
    }
    double gain = 0.8 / Math.max(theme.left.peak(), theme.right.peak());
    Sound[] channels = {led(theme.left, gain), led(theme.right, gain)};
    return Wav.looped(Wav.Encoding.SIGNED_16, BAR, channels);
  }

  /**
   * The last bar leads in: it runs into the first one in the file exactly as it does in the loop.
   */
  private static Sound led(Sound loop, double gain) {
    Sound whole = new Sound(loop.rate, loop.samples.length + BAR);
    int lastBar = loop.samples.length - BAR;
    for (int i = 0; i < whole.samples.length; i++) {
      whole.samples[i] = gain * loop.samples[(lastBar + i) % loop.samples.length];
    }
    return whole.shaped(t -> Math.min(1, t / 0.004));
  }

  private void melody(int bar) {
    int frame = bar * BAR;
    for (String token : MELODY[bar].split(" ")) {
      String[] parts = token.split("\\*");
      int eighths = parts.length > 1 ? Integer.parseInt(parts[1]) : 1;
      double hertz = hertz(parts[0], 0);
      double seconds = eighths * 0.2 - 0.012;
      Sound note = Voice.pulse(RATE, seconds, 0.25, t -> hertz * vibrato(t));
      note.lowPassed(5200).shaped(t -> 0.62 + 0.38 * StrictMath.exp(-t * 9)).faded(0.004, 0.045);
      add(note, frame, 0.30, 0.23);
      // The echo, a dotted eighth later, answers from the other side.
      add(note, frame + EIGHTH * 3 / 2, 0.035, 0.085);
      add(note, frame + EIGHTH * 3, 0.03, 0.015);
      frame += eighths * EIGHTH;
    }
  }

  private static double vibrato(double t) {
    return 1 + 0.006 * Math.clamp((t - 0.18) * 5, 0, 1) * StrictMath.sin(2 * Math.PI * 5.6 * t);
  }

  private void harmony(String[] chord, int frame) {
    int[] order = {0, 1, 2, 3, 2, 1, 2, 1};
    for (int i = 0; i < order.length; i++) {
      double hertz = hertz(chord[order[i]], 0);
      Sound note = Voice.pulse(RATE, 0.095, 0.5, t -> hertz);
      note.lowPassed(2600).shaped(t -> StrictMath.exp(-t * 14)).faded(0.003, 0.02);
      add(note, frame + i * EIGHTH / 2, 0.07, 0.15);
    }
  }

  private void bass(String root, int frame) {
    for (int i = 0; i < BASS_STEPS.length; i++) {
      double hertz = hertz(root, BASS_STEPS[i] - 24);
      double octaved = hertz < 55 ? hertz * 2 : hertz;
      Sound note = Voice.triangle(RATE, i == 1 ? 0.1 : 0.19, t -> octaved);
      note.shaped(t -> 0.7 + 0.3 * StrictMath.exp(-t * 12)).faded(0.004, 0.03);
      add(note, frame + i * EIGHTH, 0.34, 0.34);
    }
  }

  private void drums(int bar) {
    String pattern = DRUMS[bar == 7 ? 2 : bar % 4 == 3 ? 1 : 0];
    for (int i = 0; i < pattern.length(); i++) {
      int frame = bar * BAR + i * EIGHTH / 2;
      switch (pattern.charAt(i)) {
        case 'k' -> add(kick(), frame, 0.5, 0.5);
        case 's' -> add(snare(i), frame, 0.24, 0.26);
        case 'h' -> add(hat(i), frame, 0.07, 0.11);
        default -> {}
      }
    }
  }

  private static Sound kick() {
    Sound thump = Voice.sine(RATE, 0.16, t -> 48 + 130 * StrictMath.exp(-t * 38));
    return thump.shaped(t -> StrictMath.exp(-t * 20)).faded(0.001, 0.04);
  }

  private static Sound snare(int seed) {
    Sound rattle = Voice.hiss(RATE, 0.15, 40 + seed).highPassed(900).lowPassed(7000);
    Sound skin =
        Voice.triangle(RATE, 0.09, t -> 190 - 400 * t).shaped(t -> StrictMath.exp(-t * 40));
    rattle.shaped(t -> StrictMath.exp(-t * 24)).mix(skin, 0, 0.7);
    return rattle.faded(0.001, 0.03);
  }

  private static Sound hat(int seed) {
    Sound tick = Voice.hiss(RATE, 0.05, 90 + seed).highPassed(6000);
    return tick.shaped(t -> StrictMath.exp(-t * 80)).faded(0.001, 0.01);
  }

  private void add(Sound note, int frame, double leftGain, double rightGain) {
    left.mix(note, frame, leftGain);
    right.mix(note, frame, rightGain);
  }

  /** A note such as {@code A#4}, moved by semitones; A4 is 440 Hz. */
  static double hertz(String note, int semitones) {
    int[] steps = {0, 2, -9, -7, -5, -4, -2};
    int step = steps[note.charAt(0) - 'A'] + (note.contains("#") ? 1 : 0);
    int octave = note.charAt(note.length() - 1) - '4';
    return 440 * StrictMath.pow(2, (step + semitones) / 12.0 + octave);
  }
}
