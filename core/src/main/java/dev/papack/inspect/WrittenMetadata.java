package dev.papack.inspect;

import static dev.papack.inspect.WrittenTable.ascii;

import dev.papack.container.BankType;
import dev.papack.container.Entry;
import dev.papack.container.Header;
import dev.papack.container.PackId;
import dev.papack.container.Sha256;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.document.Checksum;
import dev.papack.document.Shape;
import dev.papack.document.StructureCheck;
import dev.papack.inspect.WrittenTable.WrittenNumbers;
import dev.papack.json.JsonArray;
import dev.papack.json.JsonBoolean;
import dev.papack.json.JsonMember;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonNull;
import dev.papack.json.JsonNumber;
import dev.papack.json.JsonObject;
import dev.papack.json.JsonReader;
import dev.papack.json.JsonString;
import dev.papack.json.JsonTree;
import dev.papack.json.RowDocument;
import dev.papack.json.StableForm;
import dev.papack.migration.CurrentDocument;
import dev.papack.migration.Histories;
import dev.papack.migration.Migration;
import dev.papack.source.Limits;
import dev.papack.source.Snapshot;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An {@code asset_table_metadata.json} exactly as papack writes it, read row by row: its tree would
 * take some twenty times the memory of the text, and as many times the time. Whatever is written in
 * any other way is none, and is read as any document is; so nothing is said here of what is wrong.
 */
final class WrittenMetadata {
  private static final int DIGEST_CHARACTERS = 64;

  /** Different settings that are remembered of each type of bank; more are looked at each time. */
  private static final int MAX_SETTINGS = 16;

  /** More than what is around the rows. */
  private static final int FRAME_VALUES = 20;

  private static final byte[] FIRST = ascii("\n    ");
  private static final byte[] FURTHER = ascii(",\n    ");
  private static final byte[] ASSET_ID = ascii("{\"asset_id\": ");
  private static final byte[] NAME = ascii(", \"asset_name\": \"");
  private static final byte[] ROOT = ascii("\", \"root\": \"");
  private static final byte[] SOURCE = ascii("{\"path\": \"");
  private static final byte[] SIZE = ascii("\", \"size\": ");
  private static final byte[] SHA256 = ascii(", \"sha256\": \"");
  private static final byte[] NEXT_SOURCE = ascii("\"}, ");
  private static final byte[] SETTINGS = ascii("\"}], \"settings\": ");
  private static final byte[] RESULT = ascii(", \"result\": {");
  private static final byte[] BYTES = ascii(", \"bytes\": ");
  private static final byte[] END = ascii("}}");
  private static final String BEFORE_CHECKSUM = ",\n  \"" + Checksum.MEMBER + "\": \"";
  private static final String END_OF_DOCUMENT = "\n}\n";
  private static final String BEHIND_CHECKSUM = "\"" + END_OF_DOCUMENT;
  private static final byte[] BEHIND_ROWS = ascii("\n  ]");
  private static final int BLANK_LINE_BYTES = BEHIND_ROWS.length - 1;
  private static final Shape ROW = rowShape();

  private final Snapshot snapshot;
  private final PackId packId;
  private final ByteBuffer text;
  private final TextWalk walk;
  private final int rowsStart;

  /** Settings that were found sound in a row, as it has them. */
  private final Map<BankType, List<Settings>> knownSettings = new EnumMap<>(BankType.class);

  private long valueCount;

  private record Settings(String text, long valueCount) {}

  private WrittenMetadata(Snapshot snapshot, TextWalk walk, PackId packId) {
    this.snapshot = snapshot;
    this.packId = packId;
    this.text = snapshot.bytes();
    this.walk = walk;
    this.rowsStart = walk.offset();
  }

  private static Shape rowShape() {
    if (Histories.ASSET_TABLE_METADATA.current() instanceof Shape.ObjectShape document) {
      for (Shape.Member member : document.members()) {
        if (member.name().equals("assets") && member.shape() instanceof Shape.ArrayShape rows) {
          return rows.element();
        }
      }
    }
    throw new IllegalStateException("the metadata has no assets");
  }

  /** A file that begins as papack writes it. */
  static Optional<WrittenMetadata> find(Snapshot snapshot) {
    ByteBuffer text = snapshot.bytes();
    TextWalk walk = new TextWalk(text);
    PackId any = new PackId(Sha256.of());
    String frame = frame(any, List.of());
    int idAt = frame.indexOf(any.hex());
    if (!walk.step(frame.substring(0, idAt)) || !walk.digest()) {
      return Optional.empty();
    }
    byte[] digits = new byte[DIGEST_CHARACTERS];
    text.get(idAt, digits);
    Optional<Sha256> packId = Sha256.fromHex(new String(digits, StandardCharsets.US_ASCII));
    return packId.isPresent()
            && walk.step(frame.substring(idAt + DIGEST_CHARACTERS, frame.lastIndexOf(']')))
        ? Optional.of(new WrittenMetadata(snapshot, walk, new PackId(packId.get())))
        : Optional.empty();
  }

  /** The pack that it says it belongs to. */
  PackId packId() {
    return packId;
  }

  /** A whole document without its rows. */
  private static String frame(PackId packId, List<JsonMember> after) {
    return new RowDocument(
            Companions.head(Histories.ASSET_TABLE_METADATA, packId), "assets", Stream::empty, after)
        .text();
  }

  /**
   * Whether the whole file is sound and agrees with all that a pack knows: all of it that a reader
   * of any document and {@link CompanionCheck} would look at.
   */
  boolean agreesWith(PackId wanted, Header header) {
    if (!packId.equals(wanted) || header.assetTable().isEmpty()) {
      return false;
    }
    walk.goTo(rowsStart);
    valueCount = 0;
    byte[] start = FIRST;
    for (Entry entry : header.assetTable()) {
      walk.look();
      if (!walk.step(start)) {
        return false;
      }
      int rowStart = walk.offset();
      if (!isSound(entry)) {
        walk.goTo(rowStart);
        if (!isSoundTree(entry)) {
          return false;
        }
      }
      start = FURTHER;
    }
    walk.look();
    return valueCount + FRAME_VALUES <= Limits.JSON_VALUES && endsAs(header);
  }

  private boolean endsAs(Header header) {
    JsonMember totals = JsonTree.member("totals", Companions.totals(header));
    String frame = frame(packId, List.of(totals));
    String behindRows = "\n  " + frame.substring(frame.indexOf(']'));
    if (!walk.step(behindRows.substring(0, behindRows.length() - END_OF_DOCUMENT.length()))) {
      return false;
    }
    Sha256 checksum = checksum(walk.offset());
    return walk.step(BEFORE_CHECKSUM)
        && walk.step(checksum)
        && walk.step(BEHIND_CHECKSUM)
        && walk.offset() == text.limit();
  }

  /** That of a document whose members before the checksum end here. */
  private Sha256 checksum(int endBytes) {
    MessageDigest digest = Sha256.newMessageDigest();
    digest.update(text.duplicate().position(0).limit(endBytes));
    digest.update(ascii(END_OF_DOCUMENT));
    return Sha256.finish(digest);
  }

  /**
   * Makes something of each row.
   *
   * @param <T> what
   * @return empty if anything of the file is not sound
   */
  <T> Optional<List<T>> map(Function<JsonObject, T> use) {
    int rowsEnd = rowsEnd();
    if (rowsEnd <= rowsStart || !isSoundAround(rowsEnd)) {
      return Optional.empty();
    }
    List<T> made = new ArrayList<>();
    walk.goTo(rowsStart);
    valueCount = 0;
    byte[] start = FIRST;
    while (walk.offset() < rowsEnd) {
      walk.look();
      Optional<JsonObject> row = walk.step(start) ? nextRow() : Optional.empty();
      if (row.isEmpty() || made.size() == Limits.ASSETS) {
        return Optional.empty();
      }
      valueCount += valuesOf(row.get());
      made.add(use.apply(row.get()));
      start = FURTHER;
    }
    return walk.offset() == rowsEnd && valueCount + FRAME_VALUES <= Limits.JSON_VALUES
        ? Optional.of(made)
        : Optional.empty();
  }

  /** Where the last line begins that is the end of a list of the root; the line feed before it. */
  private int rowsEnd() {
    int end = text.limit() - BEHIND_ROWS.length;
    while (end > rowsStart
        && !text.slice(end, BEHIND_ROWS.length).equals(ByteBuffer.wrap(BEHIND_ROWS))) {
      end--;
    }
    return end;
  }

  /** Whether all but the rows is sound: the document without them is, and the checksum holds. */
  private boolean isSoundAround(int rowsEnd) {
    byte[] bytes = new byte[rowsStart + text.limit() - rowsEnd - BLANK_LINE_BYTES];
    text.get(0, bytes, 0, rowsStart);
    text.get(rowsEnd + BLANK_LINE_BYTES, bytes, rowsStart, bytes.length - rowsStart);
    Snapshot frame = Snapshot.of(snapshot.path(), bytes);
    byte[] checksum = new byte[DIGEST_CHARACTERS];
    int checksumAt = text.limit() - BEHIND_CHECKSUM.length() - DIGEST_CHARACTERS;
    text.get(checksumAt, checksum);
    return Migration.read(frame, Histories.ASSET_TABLE_METADATA)
            instanceof Outcome.Accepted<CurrentDocument>(CurrentDocument document, var _)
        && document.tree().find(Checksum.MEMBER).isPresent()
        && frame.bytes().equals(StandardCharsets.UTF_8.encode(StableForm.write(document.tree())))
        && new String(checksum, StandardCharsets.US_ASCII)
            .equals(checksum(checksumAt - BEFORE_CHECKSUM.length()).hex());
  }

  /** Whether a row of the most frequent form is next; false as well if it has another form. */
  private boolean isSound(Entry entry) {
    BankType type = entry.metadata().bankType();
    if (!walk.step(ASSET_ID)
        || !walk.step(entry.assetId())
        || !walk.step(NAME)
        || !walk.step(entry.assetName().text())
        || !walk.step(ROOT)
        || !walk.characters()
        || !walk.step("\", \"bank_type\": \"")
        || !walk.step(type.name())
        || !walk.step("\", \"sources\": [")) {
      return false;
    }
    int sources = 0;
    do {
      if (!walk.step(SOURCE)
          || !walk.characters()
          || !walk.step(SIZE)
          || walk.count() < 0
          || !walk.step(SHA256)
          || !walk.digest()) {
        return false;
      }
      sources++;
    } while (walk.step(NEXT_SOURCE));
    return walk.step(SETTINGS)
        && knownSettings(type, sources)
        && walk.step(RESULT)
        && WrittenNumbers.step(walk, entry.metadata())
        && walk.step(BYTES)
        && walk.step(entry.sizeBytes())
        && walk.step(END);
  }

  /** The settings end where their braces do, so none are the beginning of others. */
  private boolean knownSettings(BankType type, int sources) {
    for (Settings settings : knownSettings.getOrDefault(type, List.of())) {
      if (walk.step(settings.text)) {
        // Row, five members, four for each source, and at most seven in the result.
        valueCount += 1 + 5 + 4L * sources + settings.valueCount + 7;
        return true;
      }
    }
    return false;
  }

  /** Whether any sound row is next. */
  private boolean isSoundTree(Entry entry) {
    Optional<JsonObject> row = nextRow();
    if (row.isEmpty() || !CompanionCheck.agrees(row.get(), entry)) {
      return false;
    }
    JsonNode settings = row.get().find("settings").orElseThrow();
    List<Settings> known =
        knownSettings.computeIfAbsent(entry.metadata().bankType(), _ -> new ArrayList<>());
    if (known.size() < MAX_SETTINGS) {
      known.add(new Settings(StableForm.inOneLine(settings), valuesOf(settings)));
    }
    valueCount += valuesOf(row.get());
    return true;
  }

  private static long valuesOf(JsonNode node) {
    return switch (node) {
      case JsonObject object ->
          1 + object.members().stream().mapToLong(member -> valuesOf(member.value())).sum();
      case JsonArray array -> 1 + array.elements().stream().mapToLong(row -> valuesOf(row)).sum();
      case JsonString _, JsonNumber _, JsonBoolean _, JsonNull _ -> 1;
    };
  }

  /** Reads the row that is next by itself and steps over it; empty if it is not sound. */
  private Optional<JsonObject> nextRow() {
    int start = walk.offset();
    int end = start;
    while (end < text.limit() && text.get(end) != '\n') {
      end++;
    }
    if (end > start && text.get(end - 1) == ',') {
      end--;
    }
    byte[] bytes = new byte[end - start];
    text.get(start, bytes);
    Snapshot line = Snapshot.of(snapshot.path(), bytes);
    if (JsonReader.parse(line, Artifact.ASSET_TABLE_METADATA)
            instanceof Outcome.Accepted<JsonNode>(JsonNode node, List<Diagnostic> _)
        && node instanceof JsonObject row
        && StructureCheck.faultsOf(
                row, ROW, Location.of(Artifact.ASSET_TABLE_METADATA, snapshot.path()), "row")
            .isEmpty()
        && line.bytes().equals(StandardCharsets.UTF_8.encode(StableForm.inOneLine(row)))) {
      walk.goTo(end);
      return Optional.of(row);
    }
    return Optional.empty();
  }
}
