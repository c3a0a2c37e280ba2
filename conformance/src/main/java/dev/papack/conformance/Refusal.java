package dev.papack.conformance;

/** Why a reader refuses a file: a stage of the specifications, and papack's diagnostic. */
public enum Refusal {
  /** Row 1 of packs. */
  NOT_A_PACK("not_a_pack", 8001),
  /** Row 2 of packs. */
  DAMAGED("damaged", 8002),
  /** Row 4 of packs. */
  TRUNCATED("truncated", 8003),
  /** Rows 4 and 6 of packs. */
  LIMIT("limit", 8004),
  /** Row 4 of packs. */
  EXTENDED("extended", 8005),
  /** Row 5 of packs. */
  HEADER_PADDING("header_padding", 8006),
  /** Row 5 of packs. */
  HEADER_DIGEST("header_digest", 8007),
  /** Row 6 of packs. */
  HEADER_FORM("header_form", 8008),
  /** Row 8 of packs. */
  PACK_STRUCTURE("structure", 8009),
  /** Rows 9 and 12 of packs. */
  PACK_MEANING("meaning", 8010),
  /** Row 10 of packs. */
  PAYLOAD_PADDING("payload_padding", 8011),
  /** Row 11 of packs. */
  SLICE_DIGEST("slice_digest", 8012),

  /** Row 1 of documents: no UTF-8. */
  ENCODING("parse", 1001),
  /** Row 1 of documents. */
  BYTE_ORDER_MARK("parse", 1002),
  /** Row 1 of documents: not the grammar. */
  SYNTAX("parse", 1003),
  /** Row 1 of documents. */
  DOUBLED_NAME("parse", 1004),
  /** Row 1 of documents. */
  DEPTH("parse", 1005),
  /** Row 1 of documents: a string, name or number too long. */
  TOKEN_LENGTH("parse", 1006),
  /** Row 1 of documents. */
  LONE_SURROGATE("parse", 1007),
  /** Row 1 of documents: nothing but white space. */
  EMPTY("parse", 1008),
  /** Row 1 of documents. */
  SECOND_ROOT("parse", 1009),

  /** Rows 2 and 5 of documents. */
  MEMBER_UNKNOWN("structure", 2001),
  /** Rows 2 and 5 of documents. */
  MEMBER_MISSING("structure", 2002),
  /** Rows 2 and 5 of documents. */
  WRONG_TYPE("structure", 2003),
  /** Row 2 of documents. */
  WRONG_KIND("structure", 2004),
  /** Row 5 of documents. */
  NOT_AN_INTEGER("structure", 2005),
  /** Row 5 of documents: no word of a list. */
  WORD_UNKNOWN("structure", 2006),
  /** Row 5 of documents. */
  OUT_OF_RANGE("structure", 2007),
  /** Row 5 of documents: no name, no path. */
  STRING_FORM("structure", 2008),
  /** Row 4 of documents. */
  MEMBER_ORDER("structure", 2009),
  /** Row 5 of documents: a member of another choice. */
  MEMBER_OF_OTHER_CHOICE("structure", 2010),
  /** Row 5 of documents. */
  ELEMENT_COUNT("structure", 2011),

  /** Row 6 of documents. */
  DOUBLED_ID("meaning", 3011),
  /** Row 6 of documents. */
  DOUBLED_ROOT("meaning", 3012),
  /** Row 6 of documents. */
  PATH_FORM("meaning", 3014),
  /** Row 6 of documents. */
  SETTING_NEEDS_ANOTHER("meaning", 3060),

  /** Row 3 of documents: below 1. */
  VERSION_NEVER_EXISTED("version", 4003),
  /** Row 3 of documents. */
  VERSION_NOT_AN_INTEGER("version", 4004),
  /** Row 3 of documents. */
  VERSION_MISSING("version", 4005),

  /** Rows 3 and 7 of packs, row 3 of documents. */
  TOO_NEW("too_new", 4002);

  private final String stage;
  private final int number;

  Refusal(String stage, int number) {
    this.stage = stage;
    this.number = number;
  }

  /**
   * The word for it in the tables of order.
   *
   * @return what a reader prints behind the verdict
   */
  public String stage() {
    return stage;
  }

  /**
   * The code of papack's diagnostic.
   *
   * @return {@code PA} and four digits
   */
  public String code() {
    return "PA" + number;
  }

  /**
   * What the refusal is of: the file, or its version alone.
   *
   * @return the first word that a reader prints
   */
  public String verdict() {
    return this == TOO_NEW ? "unsupported" : "invalid";
  }
}
