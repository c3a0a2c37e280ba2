package dev.papack.cli;

import dev.papack.cli.output.CellPicture;
import dev.papack.container.Entry;
import dev.papack.report.BankPicture;

/**
 * A bank and its picture for a terminal.
 *
 * @param entry as in the pack
 * @param picture made smaller until it fits
 */
record PicturedBank(Entry entry, BankPicture picture) {
  CellPicture cells() {
    return new CellPicture() {
      @Override
      public int widthPixels() {
        return picture.widthPixels();
      }

      @Override
      public int heightPixels() {
        return picture.heightPixels();
      }

      @Override
      public int argb(int x, int y) {
        return picture.argb(x, y);
      }
    };
  }
}
