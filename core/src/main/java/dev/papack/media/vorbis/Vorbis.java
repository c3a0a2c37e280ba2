package dev.papack.media.vorbis;

import dev.papack.media.FormatTraits;
import dev.papack.media.Likeness;
import dev.papack.media.Mark;
import dev.papack.media.SoundFormat;
import java.nio.ByteBuffer;
import java.util.List;

/** Ogg Vorbis as one of the formats that papack decodes. */
public final class Vorbis {
  /** The format; its limits are those of every sound. */
  public static final SoundFormat FORMAT =
      new SoundFormat(
          new FormatTraits(
              "Ogg Vorbis",
              "an Ogg Vorbis sound",
              List.of("ogg", "oga"),
              2,
              List.of(),
              VorbisDecoder.MEMORY),
          Vorbis::likenessOf,
          VorbisDecoder::neededBytes,
          VorbisDecoder::decode);

  private static final Mark PAGE = Mark.of("OggS");

  /** The first packet, behind the header of a page with one segment. */
  private static final Mark FIRST_PACKET = new Mark(28, "\u0001vorbis");

  private Vorbis() {}

  private static Likeness likenessOf(ByteBuffer head) {
    return isVorbis(head) ? Likeness.OWN : Likeness.OTHER;
  }

  static boolean isVorbis(ByteBuffer head) {
    return PAGE.isIn(head) && FIRST_PACKET.isIn(head);
  }
}
