package dev.papack.cli;

import dev.papack.cli.InspectView.FolderTotal;
import dev.papack.cli.output.Amount;
import dev.papack.cli.output.Style;
import dev.papack.cli.output.Table;
import dev.papack.cli.output.Table.Column;
import dev.papack.cli.output.TextOutput;
import dev.papack.container.BankType;
import dev.papack.container.Entry;
import dev.papack.container.PreloadItem;
import dev.papack.container.TilesMetadata;
import dev.papack.json.line.JsonLine;
import dev.papack.report.BankPicture;
import dev.papack.result.AssetFrames;
import dev.papack.result.FramesListing;
import dev.papack.result.PackListing;
import dev.papack.result.PalettesListing;
import dev.papack.result.PalettesListing.Need;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is in a pack, and how many bytes each part takes.
 *
 * @param listing of a pack whose header has passed every check
 * @param palettes those of each picture; empty if nobody asked
 * @param frames those of each picture that has frames; empty if nobody asked
 */
record InspectResult(
    PackListing listing,
    InspectView view,
    Optional<List<Need>> palettes,
    Optional<List<AssetFrames>> frames,
    Optional<List<PicturedBank>> pictures)
    implements CommandResult {
  static InspectResult of(PackListing listing, InspectView view) {
    return new InspectResult(listing, view, Optional.empty(), Optional.empty(), Optional.empty());
  }

  static InspectResult of(PalettesListing listing, InspectView view) {
    return of(listing.listing(), view).with(listing, view);
  }

  static InspectResult of(FramesListing listing, InspectView view) {
    Set<Integer> ids = ids(listing.listing(), view);
    List<AssetFrames> frames =
        listing.frames().stream().filter(one -> ids.contains(one.assetId())).toList();
    return new InspectResult(
        listing.listing(), view, Optional.empty(), Optional.of(frames), Optional.empty());
  }

  private static Set<Integer> ids(PackListing listing, InspectView view) {
    return view.of(listing.header().assetTable()).stream()
        .map(Entry::assetId)
        .collect(Collectors.toSet());
  }

  /** The same, with the palettes that its pictures need. */
  InspectResult with(PalettesListing needed, InspectView listed) {
    Set<Integer> ids = ids(needed.listing(), listed);
    List<Need> needs =
        needed.needs().stream().filter(need -> ids.contains(need.assetId())).toList();
    return new InspectResult(listing, view, Optional.of(needs), frames, pictures);
  }

  /** The same, with the pictures of its banks. */
  InspectResult with(List<PicturedBank> drawn) {
    return new InspectResult(listing, view, palettes, frames, Optional.of(List.copyOf(drawn)));
  }

  @Override
  public void print(TextOutput out) {
    out.line("pack id " + listing.packId().hex());
    out.line("envelope version " + listing.envelopeVersion());
    out.endLine();
    printEntries(out);
    int all = listing.header().assetTable().size();
    out.line(
        Amount.counted(entries().size(), "asset") + (entries().size() == all ? "" : " of " + all));
    out.endLine();
    if (view.isChosen()) {
      printFolders(out);
      out.endLine();
    }
    pictures.ifPresent(banks -> printPictures(out, banks));
    if (!listing.header().preload().isEmpty()) {
      printPreload(out);
      out.endLine();
    }
    palettes.ifPresent(needs -> printPalettes(out, needs));
    frames.ifPresent(found -> new FramesTables(listing.header(), found).print(out));
    printBytes(out);
  }

  private List<Entry> entries() {
    return view.of(listing.header().assetTable());
  }

  private void printFolders(TextOutput out) {
    Table table =
        new Table(
            Column.text("FOLDER"),
            Column.number("ASSETS"),
            Column.number("SIZE"),
            Column.number("SHARE"));
    for (FolderTotal total : view.folders(entries())) {
      table.row(
          total.folder(),
          String.valueOf(total.assetCount()),
          Amount.bytes(total.sizeBytes()),
          Amount.share(total.sizeBytes(), listing.fileBytes()));
    }
    table.print(out);
  }

  private void printPictures(TextOutput out, List<PicturedBank> banks) {
    if (!out.hasPictures()) {
      out.line("no pictures: the output is no terminal that shows all colours (see --help)");
      out.endLine();
      return;
    }
    for (PicturedBank bank : banks) {
      BankPicture picture = bank.picture();
      out.print(Style.STRONG, bank.entry().assetName().text())
          .line(
              "  id "
                  + bank.entry().assetId()
                  + (picture.scale() == 1 ? "" : ", 1/" + picture.scale() + " of its size")
                  + (picture.isWhole() ? "" : ", the upper rows"));
      out.picture("", bank.cells());
      out.endLine();
    }
    long left =
        entries().stream().filter(entry -> entry.metadata() instanceof TilesMetadata).count()
            - banks.size();
    if (left > 0) {
      out.line("... and " + Amount.counted(left, "more bank") + " (choose some with --filter)");
      out.endLine();
    }
  }

  private void printEntries(TextOutput out) {
    Table table =
        new Table(
            Column.number("ID"),
            Column.text("NAME"),
            Column.text("BANK"),
            Column.number("VERSION"),
            Column.number("OFFSET"),
            Column.number("SIZE"),
            Column.text("CONTENT"));
    for (Entry entry : entries()) {
      table.row(
          String.valueOf(entry.assetId()),
          entry.assetName().text(),
          entry.metadata().bankType().name(),
          String.valueOf(entry.metadata().bankVersion()),
          String.valueOf(entry.offsetBytes()),
          Amount.bytes(entry.sizeBytes()),
          BankNumbers.text(entry.metadata()));
    }
    table.print(out);
  }

  private void printPreload(TextOutput out) {
    Table table =
        new Table(
            Column.text("PRELOAD"),
            Column.number("SLOT"),
            Column.number("ID"),
            Column.text("NAME"));
    for (PreloadItem item : listing.header().preload()) {
      table.row(
          item.bankType().name(),
          String.valueOf(item.slot()),
          String.valueOf(item.assetId()),
          listing.header().find(item.assetId()).map(entry -> entry.assetName().text()).orElse(""));
    }
    table.print(out);
  }

  private void printPalettes(TextOutput out, List<Need> needs) {
    Table table =
        new Table(
            Column.number("PALETTES"),
            Column.number("AT LEAST"),
            Column.number("ID"),
            Column.text("NAME"));
    for (Need need : needs) {
      table.row(
          String.valueOf(need.palettes()),
          String.valueOf(need.atLeast()),
          String.valueOf(need.assetId()),
          listing.header().find(need.assetId()).map(entry -> entry.assetName().text()).orElse(""));
    }
    table.print(out);
    out.endLine();
  }

  private void printBytes(TextOutput out) {
    Table table =
        new Table(
            Column.text("PART"),
            Column.number("BYTES"),
            Column.number("SIZE"),
            Column.number("SHARE"));
    row(table, "prelude", listing.preludeBytes());
    row(table, "header", listing.headerBytes());
    for (BankType type : BankType.values()) {
      row(table, "slices, " + type, sliceBytes(type));
    }
    row(table, "padding", listing.paddingBytes());
    row(table, "file", listing.fileBytes());
    table.print(out);
  }

  private void row(Table table, String part, long bytes) {
    table.row(
        part, String.valueOf(bytes), Amount.bytes(bytes), Amount.share(bytes, listing.fileBytes()));
  }

  private long sliceBytes(BankType type) {
    return listing.header().assetTable().stream()
        .filter(entry -> entry.metadata().bankType() == type)
        .mapToLong(Entry::sizeBytes)
        .sum();
  }

  @Override
  public void write(JsonLine json) {
    json.put("pack_id", listing.packId().hex())
        .put("envelope_version", listing.envelopeVersion())
        .putObjects("entries", entries(), InspectResult::write)
        .putObjects(
            "preload",
            listing.header().preload(),
            (inner, item) ->
                inner
                    .put("asset_id", item.assetId())
                    .put("bank_type", item.bankType().name())
                    .put("slot", item.slot()))
        .putObject(
            "bytes",
            inner ->
                inner
                    .put("prelude", listing.preludeBytes())
                    .put("header", listing.headerBytes())
                    .put("tiles_slices", sliceBytes(BankType.TILES))
                    .put("sounds_slices", sliceBytes(BankType.SOUNDS))
                    .put("padding", listing.paddingBytes())
                    .put("file", listing.fileBytes()));
    palettes.ifPresent(needs -> json.putObjects("palettes", needs, InspectResult::write));
    if (view.isChosen()) {
      json.putObjects(
          "folders",
          view.folders(entries()),
          (inner, total) ->
              inner
                  .put("folder", total.folder())
                  .put("asset_count", total.assetCount())
                  .put("bytes", total.sizeBytes()));
    }
    frames.ifPresent(all -> json.putObjects("frames", all, FramesJson::write));
  }

  private static void write(JsonLine json, Need need) {
    json.put("asset_id", need.assetId())
        .put("palettes", need.palettes())
        .put("at_least", need.atLeast());
  }

  /** As in the header; the envelope version implies codec and decoded size. */
  private static void write(JsonLine json, Entry entry) {
    json.put("asset_id", entry.assetId())
        .put("asset_name", entry.assetName().text())
        .put("bank_type", entry.metadata().bankType().name())
        .put("bank_version", entry.metadata().bankVersion())
        .put("codec", "NONE")
        .put("decoded_size", entry.sizeBytes())
        .putObject("metadata", inner -> BankNumbers.write(inner, entry.metadata()))
        .put("offset", entry.offsetBytes())
        .put("sha256", entry.sha256().hex())
        .put("size", entry.sizeBytes());
  }
}
