package dev.papack.fuzz;

import dev.papack.container.HeaderTarget;
import dev.papack.container.PackTarget;
import dev.papack.media.flac.Flac;
import dev.papack.media.vorbis.Vorbis;
import dev.papack.media.wav.Wav;
import dev.papack.migration.Histories;
import dev.papack.publish.JournalTarget;
import java.util.List;
import java.util.Locale;

/** Everything that reads untrusted bytes. */
enum Target {
  JSON("json"),
  ASSET("document"),
  INDEX("document"),
  ASSET_TABLE("document"),
  PRELOAD("document"),
  ASSET_TABLE_METADATA("document"),
  JOURNAL("document"),
  LOCK_OWNER("document"),
  PNG("png"),
  GIF("gif"),
  ASEPRITE("aseprite"),
  WAV("wav"),
  FLAC("flac"),
  VORBIS("vorbis"),
  PACK("header"),
  HEADER("header"),
  NAMES("names");

  private final String dictionary;

  Target(String dictionary) {
    this.dictionary = dictionary;
  }

  /** Such as {@code asset_table}: on the command line, and as the name of a folder. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kinds of document it reads, if that is what it does. */
  List<String> kinds() {
    return this == JOURNAL ? List.of("publication_record", "document_record") : List.of(label());
  }

  /** The name of the file with words that the fuzzer tries. */
  String dictionary() {
    return dictionary + ".dict";
  }

  /**
   * Tries one input.
   *
   * @throws Exception anything: each is a find, as is every error
   */
  void check(byte[] input) throws Exception {
    switch (this) {
      case JSON -> JsonTarget.check(input);
      case ASSET -> AuthoredTargets.checkAsset(input);
      case INDEX -> AuthoredTargets.checkIndex(input);
      case ASSET_TABLE -> DocumentTarget.check(input, Histories.ASSET_TABLE);
      case PRELOAD -> DocumentTarget.check(input, Histories.PRELOAD);
      case ASSET_TABLE_METADATA -> DocumentTarget.check(input, Histories.ASSET_TABLE_METADATA);
      case JOURNAL -> JournalTarget.checkRecord(input);
      case LOCK_OWNER -> JournalTarget.checkOwner(input);
      case PNG -> PngTarget.check(input);
      case GIF -> FramesTarget.checkGif(input);
      case ASEPRITE -> FramesTarget.checkAseprite(input);
      case WAV -> SoundTarget.check(Wav.FORMAT, input);
      case FLAC -> SoundTarget.check(Flac.FORMAT, input);
      case VORBIS -> SoundTarget.checkPages(Vorbis.FORMAT, input);
      case PACK -> PackTarget.check(input);
      case HEADER -> HeaderTarget.check(input);
      case NAMES -> NamesTarget.check(input);
    }
  }
}
