package dev.papack.document;

import static dev.papack.document.Shape.Member.optional;
import static dev.papack.document.Shape.Member.required;
import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FirstFix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.TextRange;
import dev.papack.document.Shape.ArrayShape;
import dev.papack.document.Shape.ChoiceShape;
import dev.papack.document.Shape.IntegerShape;
import dev.papack.document.Shape.Member;
import dev.papack.document.Shape.NumberChoiceShape;
import dev.papack.document.Shape.ObjectShape;
import dev.papack.document.Shape.TextShape;
import dev.papack.document.Shape.VariantShape;
import dev.papack.document.Shape.WordOrObjectShape;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonReader;
import dev.papack.source.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StructureCheckTest {
  private static final Location FILE = Location.of(Artifact.ASSET, "a/asset.json");
  private static final Shape BYTE = new IntegerShape(0, 255);
  private static final Shape SIZE = new NumberChoiceShape(List.of(8, 16, 32));
  private static final Shape WORD = new TextShape(Pattern.compile("[a-z]+"), "lower-case letters");
  private static final Shape FIT = new ChoiceShape(List.of("exact", "pad"));

  private static List<Diagnostic> faults(Shape shape, String text) {
    Snapshot snapshot = Snapshot.of(FILE.path(), text.getBytes(StandardCharsets.UTF_8));
    Outcome<JsonNode> tree = JsonReader.parse(snapshot, FILE.artifact());
    assertThat(tree).isInstanceOf(Outcome.Accepted.class);
    return StructureCheck.faultsOf(
        ((Outcome.Accepted<JsonNode>) tree).value(), shape, FILE, "asset version 1");
  }

  private static Diagnostic fault(Shape shape, String text) {
    List<Diagnostic> faults = faults(shape, text);
    assertThat(faults).as(text).hasSize(1);
    assertThat(FirstFix.title(faults.getFirst())).isPresent();
    return faults.getFirst();
  }

  /** An object whose one member has the shape, so that the fault is not at the root. */
  private static Diagnostic memberFault(Shape shape, String value) {
    Diagnostic fault =
        fault(new ObjectShape(List.of(required("m", shape))), "{\n  \"m\": " + value + "}");
    assertThat(fault.location().pointer()).contains("/m");
    assertThat(fault.location().text()).contains(new TextRange(2, 8, 2, 8 + value.length()));
    assertThat(fault.message()).startsWith("/m must be ");
    return fault;
  }

  private static Shape variants() {
    SequencedMap<String, List<Member>> variants = new LinkedHashMap<>();
    variants.put("TILES", List.of(required("tiles", BYTE)));
    variants.put("SOUNDS", List.of(optional("sounds", BYTE)));
    return new VariantShape(
        "bank",
        List.of(required("name", WORD)),
        variants,
        List.of("name", "bank", "tiles", "sounds"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "254", "255"})
  void bothEndsOfARangeAreInside(String number) {
    assertThat(faults(BYTE, number)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "256", "9223372036854775808", "-99999999999999999999"})
  void anIntegerOutsideOfItsRangeIsRefused(String number) {
    Diagnostic fault = memberFault(BYTE, number);
    assertThat(fault.code()).isEqualTo(DiagnosticCode.VALUE_OUT_OF_RANGE);
    assertThat(fault.found()).contains(number);
    assertThat(fault.supported()).contains("0 to 255");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0", "1e0", "1E+2", "-0", "0.5", "-0.0"})
  void anIntegerIsWrittenInPlainDigits(String number) {
    Diagnostic fault = memberFault(BYTE, number);
    assertThat(fault.code()).isEqualTo(DiagnosticCode.NOT_AN_INTEGER);
    assertThat(fault.found()).contains(number);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"1\" | a string",
        "null | null",
        "true | a boolean",
        "[1] | an array",
        "{} | an object"
      })
  void aValueThatIsNoNumberIsOfTheWrongType(String value, String found) {
    for (Shape shape : List.of(BYTE, SIZE)) {
      Diagnostic fault = memberFault(shape, value);
      assertThat(fault.code()).isEqualTo(DiagnosticCode.WRONG_TYPE);
      assertThat(fault.found()).contains(found);
    }
  }

  @Test
  void aNumberIsOneOfAFew() {
    assertThat(faults(SIZE, "16")).isEmpty();
    Diagnostic fault = memberFault(SIZE, "24");
    assertThat(fault.code()).isEqualTo(DiagnosticCode.VALUE_OUT_OF_RANGE);
    assertThat(fault.supported()).contains("8, 16, 32");
    assertThat(memberFault(SIZE, "16.0").code()).isEqualTo(DiagnosticCode.NOT_AN_INTEGER);
    assertThat(memberFault(SIZE, "4294967312").code()).isEqualTo(DiagnosticCode.VALUE_OUT_OF_RANGE);
  }

  @Test
  void aTextHasItsWholeForm() {
    assertThat(faults(WORD, "\"abc\"")).isEmpty();
    for (String text : List.of("\"\"", "\"Abc\"", "\"abc\\n\"", "\" abc\"")) {
      assertThat(fault(WORD, text).code()).as(text).isEqualTo(DiagnosticCode.STRING_FORM);
    }
    Diagnostic fault = memberFault(WORD, "\"Abc\"");
    assertThat(fault.found()).contains("\"Abc\"");
    assertThat(fault.supported()).contains("lower-case letters");
    assertThat(memberFault(WORD, "5").code()).isEqualTo(DiagnosticCode.WRONG_TYPE);
  }

  @Test
  void aLongTextIsShownShortened() {
    Diagnostic fault = fault(WORD, "\"" + "A".repeat(60_000) + "\"");
    assertThat(fault.found()).contains("\"" + "A".repeat(80) + "...\"");
    assertThat(fault.message()).hasSizeLessThan(200);
    assertThat(fault(WORD, "\"" + "A".repeat(80) + "\"").found())
        .contains("\"" + "A".repeat(80) + "\"");
  }

  @Test
  void aSlipInAChoiceIsUnderstood() {
    assertThat(faults(FIT, "\"pad\"")).isEmpty();
    Diagnostic fault = memberFault(FIT, "\"exakt\"");
    assertThat(fault.code()).isEqualTo(DiagnosticCode.VALUE_UNKNOWN);
    assertThat(fault.supported()).contains("\"exact\" or \"pad\"");
    assertThat(FirstFix.title(fault)).contains("change it to \"exact\"");
  }

  @Test
  void whatIsNoSlipIsAnsweredWithTheChoices() {
    assertThat(FirstFix.title(memberFault(FIT, "\"stretch\"")))
        .contains("write one of these: \"exact\" or \"pad\"");
    assertThat(memberFault(FIT, "1").code()).isEqualTo(DiagnosticCode.WRONG_TYPE);
  }

  @Test
  void everyElementOfAnArrayIsChecked() {
    List<Diagnostic> faults = faults(new ArrayShape(BYTE, 4), "[1,\n \"2\",\n 300, 4]");
    assertThat(faults)
        .extracting(Diagnostic::code)
        .containsExactly(DiagnosticCode.WRONG_TYPE, DiagnosticCode.VALUE_OUT_OF_RANGE);
    assertThat(faults)
        .extracting(fault -> fault.location().pointer().orElseThrow())
        .containsExactly("/1", "/2");
    assertThat(faults.getLast().location().text()).contains(new TextRange(3, 2, 3, 5));
  }

  @Test
  void anArrayAtItsLimitPassesAndOneAboveItIsRefusedUnread() {
    Shape two = new ArrayShape(BYTE, 2);
    assertThat(faults(two, "[1, 2]")).isEmpty();
    Diagnostic fault = fault(two, "[1, 2, \"three\"]");
    assertThat(fault.code()).isEqualTo(DiagnosticCode.ELEMENT_COUNT);
    assertThat(fault.found()).contains("3");
    assertThat(fault.limit()).contains("2");
    assertThat(FirstFix.title(fault))
        .hasValueSatisfying(help -> assertThat(help).startsWith("remove"));
    assertThat(memberFault(two, "{}").code()).isEqualTo(DiagnosticCode.WRONG_TYPE);
  }

  @Test
  void anArrayOfTheFewestElementsPassesAndOneLessIsRefused() {
    Shape twoOrThree = new ArrayShape(BYTE, 2, 3);
    assertThat(faults(twoOrThree, "[1, 2]")).isEmpty();
    Diagnostic fault = fault(twoOrThree, "[1]");
    assertThat(fault.code()).isEqualTo(DiagnosticCode.ELEMENT_COUNT);
    assertThat(FirstFix.title(fault)).contains("add the missing elements");
  }

  @Test
  void anUnknownMemberIsPointedAtByItsName() {
    Shape shape = new ObjectShape(List.of(optional("alpha_threshold", BYTE)));
    Diagnostic fault = fault(shape, "{\n  \"alpha_treshold\": [300]\n}");
    assertThat(fault.code()).isEqualTo(DiagnosticCode.MEMBER_UNKNOWN);
    assertThat(fault.location().text()).contains(new TextRange(2, 3, 2, 19));
    assertThat(fault.location().pointer()).contains("/alpha_treshold");
    assertThat(FirstFix.title(fault)).contains("change it to \"alpha_threshold\"");
    assertThat(fault.message()).isEqualTo("unknown member \"alpha_treshold\" in asset version 1");
  }

  @Test
  void aMissingMemberIsReportedAtTheObjectThatLacksIt() {
    Shape inner = new ObjectShape(List.of(required("slot", BYTE)));
    Shape outer = new ObjectShape(List.of(required("preload", inner)));
    Diagnostic fault = fault(outer, "{\"preload\": {}}");
    assertThat(fault.code()).isEqualTo(DiagnosticCode.MEMBER_MISSING);
    assertThat(fault.location().pointer()).contains("/preload");
    assertThat(fault.location().text()).contains(new TextRange(1, 13, 1, 15));
    assertThat(FirstFix.title(fault)).contains("add \"slot\"");
    assertThat(fault.message())
        .isEqualTo("the member \"slot\" is missing from /preload of asset version 1");
    assertThat(fault(outer, "{}").location().pointer()).contains("");
  }

  @Test
  void aNameWithSlashAndTildeIsEscapedInThePointer() {
    assertThat(fault(new ObjectShape(List.of()), "{\"a/~b\": 1}").location().pointer())
        .contains("/a~1~0b");
  }

  @Test
  void theTagDecidesWhichMembersThereAre() {
    assertThat(faults(variants(), "{\"bank\": \"TILES\", \"name\": \"a\", \"tiles\": 1}"))
        .isEmpty();
    assertThat(faults(variants(), "{\"name\": \"a\", \"bank\": \"SOUNDS\"}")).isEmpty();
    assertThat(fault(variants(), "{\"bank\": \"TILES\", \"name\": \"a\"}").code())
        .isEqualTo(DiagnosticCode.MEMBER_MISSING);
    assertThat(fault(variants(), "[]").code()).isEqualTo(DiagnosticCode.WRONG_TYPE);
  }

  @Test
  void aMemberOfAnotherVariantIsNotCalledUnknown() {
    Diagnostic fault =
        fault(variants(), "{\"name\": \"a\", \"bank\": \"SOUNDS\", \"tiles\": \"x\"}");
    assertThat(fault.code()).isEqualTo(DiagnosticCode.MEMBER_NOT_APPLICABLE);
    assertThat(fault.location().pointer()).contains("/tiles");
    assertThat(fault.found()).contains("\"SOUNDS\"");
    assertThat(fault.supported()).contains("\"TILES\"");
  }

  @Test
  void aFaultyTagHidesNoOtherFaultAndInventsNone() {
    List<Diagnostic> faults =
        faults(variants(), "{\"bank\": \"TILE\", \"tiles\": \"x\", \"name\": 5, \"nmae\": 1}");
    assertThat(faults)
        .extracting(Diagnostic::code)
        .containsExactly(
            DiagnosticCode.VALUE_UNKNOWN, DiagnosticCode.WRONG_TYPE, DiagnosticCode.MEMBER_UNKNOWN);
    assertThat(FirstFix.title(faults.getFirst())).contains("change it to \"TILES\"");
  }

  @Test
  void aMissingTagHidesNoOtherFaultAndInventsNone() {
    assertThat(faults(variants(), "{\"tiles\": \"x\", \"name\": 5}"))
        .extracting(Diagnostic::code)
        .containsExactly(DiagnosticCode.MEMBER_MISSING, DiagnosticCode.WRONG_TYPE);
  }

  @Test
  void aTagThatIsNoStringIsOfTheWrongType() {
    assertThat(fault(variants(), "{\"bank\": null, \"name\": \"a\"}").code())
        .isEqualTo(DiagnosticCode.WRONG_TYPE);
  }

  @Test
  void aWordStandsForAnObject() {
    Shape loop =
        new WordOrObjectShape(
            new ChoiceShape(List.of("none")), new ObjectShape(List.of(required("start", BYTE))));
    assertThat(faults(loop, "\"none\"")).isEmpty();
    assertThat(faults(loop, "{\"start\": 1}")).isEmpty();
    assertThat(fault(loop, "{\"start\": -1}").location().pointer()).contains("/start");
    assertThat(memberFault(loop, "\"all\"").supported()).contains("\"none\" or an object");
    assertThat(FirstFix.title(memberFault(loop, "\"nome\""))).contains("change it to \"none\"");
    for (String other : List.of("1", "null", "true", "[]")) {
      Diagnostic fault = memberFault(loop, other);
      assertThat(fault.code()).isEqualTo(DiagnosticCode.WRONG_TYPE);
      assertThat(fault.supported()).contains("\"none\" or an object");
    }
  }

  @Test
  void everyIndependentFaultIsReportedInTheOrderOfTheText() {
    Shape shape =
        new ObjectShape(List.of(required("a", BYTE), required("b", WORD), required("c", FIT)));
    assertThat(faults(shape, "{\"x\": 1,\n\"c\": \"no\",\n\"b\": \"B\"}"))
        .extracting(Diagnostic::code)
        .containsExactly(
            DiagnosticCode.MEMBER_MISSING,
            DiagnosticCode.MEMBER_UNKNOWN,
            DiagnosticCode.VALUE_UNKNOWN,
            DiagnosticCode.STRING_FORM);
  }

  @Test
  void aDocumentOfNothingButFaultsIsReportedUpToALimit() {
    String elements = "null,".repeat(100_000) + "null";
    assertThat(faults(new ArrayShape(BYTE, Integer.MAX_VALUE), "[" + elements + "]"))
        .hasSize(StructureFaults.MAX_FAULTS);
    StringBuilder members = new StringBuilder("{\"m0\":0");
    for (int i = 1; i <= 100_000; i++) {
      members.append(",\"m").append(i).append("\":0");
    }
    assertThat(faults(new ObjectShape(List.of()), members.append('}').toString()))
        .hasSize(StructureFaults.MAX_FAULTS);
  }
}
