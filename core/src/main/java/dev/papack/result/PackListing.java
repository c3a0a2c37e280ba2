package dev.papack.result;

import dev.papack.container.Entry;
import dev.papack.container.Header;
import dev.papack.container.PackId;
import dev.papack.container.SupportedFormats;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a pack holds, and where every byte of it goes.
 *
 * @param packId its identity
 * @param envelopeVersion the version of prelude, header and layout
 * @param header asset table and preload list
 * @param preludeBytes always 64
 * @param headerBytes the header JSON
 * @param sliceBytes all slices together
 * @param paddingBytes zeros after the header and between slices
 * @param fileBytes the whole: the sum of the four before it
 */
public record PackListing(
    PackId packId,
    int envelopeVersion,
    Header header,
    long preludeBytes,
    long headerBytes,
    long sliceBytes,
    long paddingBytes,
    long fileBytes) {
  /**
   * The version of one format that a pack has.
   *
   * @param format the name of a format, as {@link FormatVersions} has it
   * @param version at least 1
   */
  public record FoundVersion(String format, int version) {}

  /**
   * The versions that the pack has: of its envelope, and of each bank type that is in it.
   *
   * @return the envelope first, then the bank types by name
   */
  public List<FoundVersion> versions() {
    List<FoundVersion> versions = new ArrayList<>();
    versions.add(new FoundVersion(nameOf(SupportedFormats.Concern.ENVELOPE), envelopeVersion));
    header.assetTable().stream()
        .map(Entry::metadata)
        .map(metadata ->
            new FoundVersion(
                nameOf(SupportedFormats.Concern.of(metadata.bankType())), metadata.bankVersion()))
        .distinct()
        .sorted(Comparator.comparing(FoundVersion::format).thenComparingInt(FoundVersion::version))
        .forEach(versions::add);
    return versions;
  }

  /**
   * What a part of a pack is called wherever its version is shown.
   *
   * @param part a part with a version of its own
   * @return such as {@code pack, tiles}
   */
  public static String nameOf(SupportedFormats.Concern part) {
    return "pack, " + part.label();
  }
}
