package dev.papack.media.vorbis;

/** What the headers of a stream say of its packets. Source: Vorbis I, 4.2. */
final class VorbisSetup {
  private static final int MAX_CHANNELS = 8;

  /** Of all codebooks together; encoders make a tenth of it: 8 MiB. */
  private static final long MAX_NUMBERS = 1 << 20;

  private final int channels;
  private final long sampleRateHz;
  private final int shortBlock;
  private final int longBlock;
  private Codebook[] books = new Codebook[0];
  private Floor[] floors = new Floor[0];
  private Residue[] residues = new Residue[0];
  private Mapping[] mappings = new Mapping[0];
  private Mode[] modes = new Mode[0];

  /** How the spectra of channels are put together. */
  static final class Mapping {
    final int[] magnitudes;
    final int[] angles;
    final int[] submapOf;
    final Floor[] floors;
    final Residue[] residues;

    private Mapping(PacketBits bits, VorbisSetup setup) throws VorbisRefusal {
      if (bits.readInt(16) != 0) {
        throw VorbisRefusal.setup("a mapping is of another type than 0");
      }
      int submaps = bits.readFlag() ? bits.readInt(4) + 1 : 1;
      int steps = bits.readFlag() ? bits.readInt(8) + 1 : 0;
      magnitudes = new int[steps];
      angles = new int[steps];
      int channelBits = Codebook.log(setup.channels - 1);
      for (int i = 0; i < steps; i++) {
        magnitudes[i] = bits.readInt(channelBits);
        angles[i] = bits.readInt(channelBits);
        if (magnitudes[i] == angles[i]
            || magnitudes[i] >= setup.channels
            || angles[i] >= setup.channels) {
          throw VorbisRefusal.setup("a mapping couples a channel that is not there");
        }
      }
      if (bits.readInt(2) != 0) {
        throw VorbisRefusal.setup("bits of a mapping are reserved");
      }
      submapOf = new int[setup.channels];
      for (int i = 0; submaps > 1 && i < submapOf.length; i++) {
        submapOf[i] = bits.readInt(4);
        if (submapOf[i] >= submaps) {
          throw VorbisRefusal.setup("a channel is in a submap that is not there");
        }
      }
      floors = new Floor[submaps];
      residues = new Residue[submaps];
      for (int i = 0; i < submaps; i++) {
        bits.readInt(8);
        int floor = bits.readInt(8);
        int residue = bits.readInt(8);
        if (floor >= setup.floors.length || residue >= setup.residues.length) {
          throw VorbisRefusal.setup("a submap uses a floor or residue that is not there");
        }
        floors[i] = setup.floors[floor];
        residues[i] = setup.residues[residue];
      }
    }
  }

  /** One way of coding a packet. */
  record Mode(boolean isLong, Mapping mapping) {}

  private VorbisSetup(int channels, long sampleRateHz, int shortBlock, int longBlock) {
    this.channels = channels;
    this.sampleRateHz = sampleRateHz;
    this.shortBlock = shortBlock;
    this.longBlock = longBlock;
  }

  int channels() {
    return channels;
  }

  long sampleRateHz() {
    return sampleRateHz;
  }

  int blockSize(boolean isLong) {
    return isLong ? longBlock : shortBlock;
  }

  Mode mode(int number) {
    return modes[number];
  }

  int modeCount() {
    return modes.length;
  }

  /** Reads the first packet. */
  static VorbisSetup identification(PacketBits bits) throws VorbisRefusal {
    requireName(bits, 1);
    if (bits.read(32) != 0) {
      throw VorbisRefusal.setup("another version than 0");
    }
    int channels = bits.readInt(8);
    long rate = bits.read(32);
    bits.read(32);
    bits.read(32);
    bits.read(32);
    int shortBlock = 1 << bits.readInt(4);
    int longBlock = 1 << bits.readInt(4);
    if (channels == 0
        || channels > MAX_CHANNELS
        || rate == 0
        || shortBlock < 64
        || longBlock > 8_192
        || shortBlock > longBlock
        || !bits.readFlag()
        || bits.isOver()) {
      throw VorbisRefusal.setup("the first header is not valid");
    }
    return new VorbisSetup(channels, rate, shortBlock, longBlock);
  }

  static void requireName(PacketBits bits, int type) throws VorbisRefusal {
    if (bits.readInt(8) != type) {
      throw VorbisRefusal.setup("header " + type + " is not there");
    }
    for (char letter : "vorbis".toCharArray()) {
      if (bits.readInt(8) != letter) {
        throw VorbisRefusal.setup("header " + type + " is not there");
      }
    }
  }

  /** Reads the third packet. */
  void read(PacketBits bits) throws VorbisRefusal {
    requireName(bits, 5);
    books = new Codebook[bits.readInt(8) + 1];
    long budget = MAX_NUMBERS;
    for (int i = 0; i < books.length; i++) {
      books[i] = Codebook.read(bits, budget);
      budget -= books[i].size();
    }
    for (int i = bits.readInt(6) + 1; i > 0; i--) {
      if (bits.readInt(16) != 0) {
        throw VorbisRefusal.setup("a transform of time is not 0");
      }
    }
    floors = new Floor[bits.readInt(6) + 1];
    for (int i = 0; i < floors.length; i++) {
      int type = bits.readInt(16);
      if (type > 1) {
        throw VorbisRefusal.setup("a floor is of type " + type);
      }
      floors[i] =
          type == 0
              ? Floor0.read(bits, books, shortBlock / 2, longBlock / 2)
              : Floor1.read(bits, books);
    }
    residues = new Residue[bits.readInt(6) + 1];
    for (int i = 0; i < residues.length; i++) {
      residues[i] = Residue.read(bits, books);
    }
    mappings = new Mapping[bits.readInt(6) + 1];
    for (int i = 0; i < mappings.length; i++) {
      mappings[i] = new Mapping(bits, this);
    }
    modes = new Mode[bits.readInt(6) + 1];
    for (int i = 0; i < modes.length; i++) {
      boolean isLong = bits.readFlag();
      // Of windows and transforms.
      long types = bits.read(32);
      int mapping = bits.readInt(8);
      if (types != 0 || mapping >= mappings.length) {
        throw VorbisRefusal.setup("a mode is not valid");
      }
      modes[i] = new Mode(isLong, mappings[mapping]);
    }
    if (!bits.readFlag() || bits.isOver()) {
      throw VorbisRefusal.setup("the setup is cut off");
    }
  }
}
