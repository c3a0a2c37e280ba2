package dev.papack.media.png;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.source.SourceContent;
import dev.papack.source.SourceReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A PNG whose every chunk is whole and in its place, its picture not inflated yet. Chunks that do
 * not change pixels are left behind unread: nothing in them is ever inflated or interpreted.
 *
 * @param header the content of IHDR
 * @param palette PLTE; present for indexed colour
 * @param transparency tRNS, of the length that the colour type asks for
 * @param animation acTL
 * @param imageData every IDAT, at least one
 */
record PngChunks(
    PngHeader header,
    Optional<PngChunk> palette,
    Optional<PngChunk> transparency,
    Optional<PngChunk> animation,
    List<PngChunk> imageData) {

  PngChunks {
    imageData = List.copyOf(imageData);
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
        case "IDAT" -> {
          requirePalette(header, palette, chunk);
          imageData.add(chunk);
        }
        case "IEND" -> {
          requireEmpty(chunk);
          reader.requireEnd();
          return new PngChunks(header, palette, transparency, animation, imageData);
        }
        default -> {
          // Nothing else changes a pixel.
        }
      }
    }
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
