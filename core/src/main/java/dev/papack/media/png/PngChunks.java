package dev.papack.media.png;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.source.SourceContent;
import dev.papack.source.SourceReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A PNG whose every chunk is whole and in its place, its picture not inflated yet. Chunks that do
 * not change pixels are left behind unread: nothing in them is ever inflated or interpreted.
 *
 * @param header the content of IHDR
 * @param palette PLTE; present for indexed colour
 * @param transparency tRNS, of the length that the colour type asks for
 * @param animation acTL, if the file has more to show than its default image
 * @param imageData every IDAT, at least one
 * @param warnings what else is wrong with the file, and decides no pixel
 */
record PngChunks(
    PngHeader header,
    Optional<PngChunk> palette,
    Optional<PngChunk> transparency,
    Optional<PngChunk> animation,
    List<PngChunk> imageData,
    List<Diagnostic> warnings) {

  PngChunks {
    imageData = List.copyOf(imageData);
    warnings = List.copyOf(warnings);
  }

  static PngChunks read(SourceContent content, SourceReader bytes) throws PngRefusal, IOException {
    PngSignature.require(content.head());
    PngChunkReader reader = new PngChunkReader(bytes, content.location(Artifact.SOURCE));
    PngChunkOrder order = new PngChunkOrder();
    PngChunk first = reader.next();
    order.admit(first);
    PngHeader header = PngHeader.parse(first);
    Optional<PngChunk> palette = Optional.empty();
    Optional<PngChunk> transparency = Optional.empty();
    Optional<PngChunk> animation = Optional.empty();
    boolean isDefaultImageAFrame = false;
    List<PngChunk> imageData = new ArrayList<>();
    while (true) {
      PngChunk chunk = reader.next();
      order.admit(chunk);
      switch (chunk.type()) {
        case "PLTE" -> {
          PngPalette.requireValid(header, chunk);
          palette = Optional.of(chunk);
        }
        case "tRNS" -> {
          PngPalette.requireValidTransparency(header, palette, chunk);
          transparency = Optional.of(chunk);
        }
        case "acTL" -> animation = Optional.of(chunk);
        case "fcTL" -> isDefaultImageAFrame |= imageData.isEmpty();
        case "IDAT" -> {
          requirePalette(header, palette, chunk);
          imageData.add(chunk);
        }
        case "IEND" -> {
          requireEmpty(chunk);
          boolean isStill = isDefaultImageAFrame;
          return new PngChunks(
              header,
              palette,
              transparency,
              animation.filter(control -> !(isStill && hasOneFrame(control))),
              imageData,
              Stream.concat(order.warning().stream(), reader.trailingBytes().stream()).toList());
        }
        default -> {
          // Nothing else changes a pixel.
        }
      }
    }
  }

  /** Whether an animation has one frame: a still picture, if that is the default image. */
  private static boolean hasOneFrame(PngChunk control) {
    return control.data().limit() >= Integer.BYTES && control.data().getInt(0) == 1;
  }

  private static void requirePalette(
      PngHeader header, Optional<PngChunk> palette, PngChunk imageData) throws PngRefusal {
    if (header.colorType() == PngColorType.INDEXED_COLOR && palette.isEmpty()) {
      throw new PngRefusal(
          PngChunkOrder.orderError(
              imageData, "contains palette indices, but no palette, PLTE, comes before it"));
    }
  }

  private static void requireEmpty(PngChunk end) throws PngRefusal {
    if (end.lengthBytes() != 0) {
      throw new PngRefusal(
          end.error(
              DiagnosticCode.PNG_CHUNK_CONTENT,
              "the last chunk, IEND, has " + end.lengthBytes() + " bytes and must be empty"));
    }
  }
}
