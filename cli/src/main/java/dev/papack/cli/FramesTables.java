package dev.papack.cli;

import dev.papack.cli.output.Table;
import dev.papack.cli.output.Table.Column;
import dev.papack.cli.output.TextOutput;
import dev.papack.container.Header;
import dev.papack.result.AssetFrames;
import dev.papack.result.AssetFrames.Area;
import dev.papack.result.AssetFrames.NamedSlice;
import dev.papack.result.AssetFrames.SliceKey;
import dev.papack.result.AssetFrames.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Frames, tags and slices for people.
 *
 * @param header of the pack, which has the names of assets
 * @param frames of each asset that has frames
 */
record FramesTables(Header header, List<AssetFrames> frames) {
  FramesTables {
    frames = List.copyOf(frames);
  }

  /** Prints each table that has rows, with an empty line behind it. */
  void print(TextOutput out) {
    printFrames(out);
    if (frames.stream().anyMatch(one -> !one.tags().isEmpty())) {
      printTags(out);
    }
    if (frames.stream().anyMatch(one -> !one.slices().isEmpty())) {
      printSlices(out);
    }
  }

  private void printFrames(TextOutput out) {
    Table table =
        new Table(
            Column.number("FRAMES"),
            Column.text("DURATIONS"),
            Column.number("ID"),
            Column.text("NAME"));
    for (AssetFrames one : frames) {
      table.row(String.valueOf(one.count()), durations(one.durationsMs()), id(one), name(one));
    }
    table.print(out);
    if (!frames.isEmpty()) {
      out.endLine();
    }
  }

  private void printTags(TextOutput out) {
    Table table =
        new Table(
            Column.text("TAG"),
            Column.number("FROM"),
            Column.number("TO"),
            Column.text("DIRECTION"),
            Column.number("ID"),
            Column.text("NAME"));
    for (AssetFrames one : frames) {
      for (Tag tag : one.tags()) {
        table.row(
            tag.name(),
            String.valueOf(tag.first()),
            String.valueOf(tag.last()),
            tag.direction().name().toLowerCase(Locale.ROOT),
            id(one),
            name(one));
      }
    }
    table.print(out);
    out.endLine();
  }

  private void printSlices(TextOutput out) {
    Table table =
        new Table(
            Column.text("SLICE"),
            Column.number("FROM"),
            Column.number("TO"),
            Column.text("AREA"),
            Column.text("CENTER"),
            Column.text("PIVOT"),
            Column.number("ID"),
            Column.text("NAME"));
    for (AssetFrames one : frames) {
      for (NamedSlice slice : one.slices()) {
        for (int i = 0; i < slice.keys().size(); i++) {
          SliceKey key = slice.keys().get(i);
          boolean isLast = i + 1 == slice.keys().size();
          long to = isLast ? slice.last() : slice.keys().get(i + 1).frame() - 1;
          table.row(
              slice.name(),
              String.valueOf(key.frame()),
              String.valueOf(to),
              area(key.area()),
              key.center().map(FramesTables::area).orElse(""),
              key.pivot().map(pivot -> pivot.x() + "," + pivot.y()).orElse(""),
              id(one),
              name(one));
        }
      }
    }
    table.print(out);
    out.endLine();
  }

  private static String id(AssetFrames one) {
    return String.valueOf(one.assetId());
  }

  private String name(AssetFrames one) {
    return header.find(one.assetId()).map(entry -> entry.assetName().text()).orElse("");
  }

  /** Such as {@code 8x8+16+0}: width, height, and where it begins. */
  private static String area(Area area) {
    return String.format(
        Locale.ROOT, "%dx%d%+d%+d", area.width(), area.height(), area.x(), area.y());
  }

  /** Such as {@code 3 x 100, 50 ms}; nothing where nothing is known. */
  private static String durations(List<Long> milliseconds) {
    if (milliseconds.isEmpty()) {
      return "";
    }
    List<String> runs = new ArrayList<>();
    int from = 0;
    while (from < milliseconds.size()) {
      long duration = milliseconds.get(from);
      int to = from;
      while (to < milliseconds.size() && milliseconds.get(to) == duration) {
        to++;
      }
      runs.add(to - from == 1 ? String.valueOf(duration) : (to - from) + " x " + duration);
      from = to;
    }
    return String.join(", ", runs) + " ms";
  }
}
