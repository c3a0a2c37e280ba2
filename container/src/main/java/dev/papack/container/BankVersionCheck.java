package dev.papack.container;

import dev.papack.container.HeaderCursor.Kind;
import dev.papack.container.SupportedFormats.Concern;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Row 7 of the reading order: the bank versions of the whole table, before its structure, so that a
 * pack from the future is too new and not of unknown members. What it cannot interpret is left to
 * the later rows, and so is version 0, which never existed.
 */
final class BankVersionCheck {
  private final HeaderCursor cursor;
  private final SupportedFormats formats;

  private BankVersionCheck(HeaderCursor cursor, SupportedFormats formats) {
    this.cursor = cursor;
    this.formats = formats;
  }

  /** Judges a header whose form is proven. */
  static void check(byte[] json, SupportedFormats formats) throws PackException {
    new BankVersionCheck(new HeaderCursor(json), formats).header();
  }

  private void header() throws PackException {
    if (cursor.kind() != Kind.OBJECT) {
      return;
    }
    cursor.enter();
    while (cursor.hasNext()) {
      if (cursor.key().equals("asset_table") && cursor.kind() == Kind.ARRAY) {
        table();
      } else {
        cursor.skip();
      }
    }
  }

  private void table() throws PackException {
    cursor.enter();
    while (cursor.hasNext()) {
      if (cursor.kind() == Kind.OBJECT) {
        entry();
      } else {
        cursor.skip();
      }
    }
  }

  private void entry() throws PackException {
    Optional<BankType> type = Optional.empty();
    OptionalLong version = OptionalLong.empty();
    long versionOffsetBytes = 0;
    cursor.enter();
    while (cursor.hasNext()) {
      String key = cursor.key();
      if (key.equals("bank_type") && cursor.kind() == Kind.STRING) {
        type = BankType.find(cursor.string());
      } else if (key.equals("bank_version") && cursor.kind() == Kind.INTEGER) {
        versionOffsetBytes = cursor.fileOffsetBytes();
        version = OptionalLong.of(cursor.integer());
      } else {
        cursor.skip();
      }
    }
    if (type.isPresent() && version.isPresent() && version.getAsLong() != 0) {
      formats.require(Concern.of(type.get()), version.getAsLong(), versionOffsetBytes);
    }
  }
}
