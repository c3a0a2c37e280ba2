package dev.papack.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.papack.Packer;
import dev.papack.campaign.Campaign;
import dev.papack.report.SurveyedPack.Slices;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Reports as they are written: which bytes they have and which they never have. */
final class PackReportTest {
  /** 15 MB for 10,000 assets of 40 tiles of 8 pixels. */
  private static final int MAX_BYTES_PER_ASSET = 1_480;

  /** The page itself, and its findings. */
  private static final int SHELL_BYTES = 120_000;

  private static byte[] html(PackReport report) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    report.writeHtml(out);
    return out.toByteArray();
  }

  private static String json(PackReport report) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    report.writeJson(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void equalPacksGiveEqualPages() throws Exception {
    assertThat(html(FixtureReports.varied(Slices.KEPT)))
        .isEqualTo(html(FixtureReports.varied(Slices.KEPT)));
  }

  @Test
  void tenThousandAssetsFitIntoFifteenMegabytes() throws Exception {
    int assets = Campaign.amount(500, 10_000);
    byte[] page = html(FixtureReports.large(Slices.KEPT, assets));
    assertThat(page.length - SHELL_BYTES).isLessThan(assets * MAX_BYTES_PER_ASSET);
  }

  @Test
  void everyReportKeepsThePublishedSchema() throws Exception {
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Packer.schema("report", ReportJson.VERSION).orElseThrow(), InputFormat.JSON);
    for (PackReport report :
        List.of(
            FixtureReports.nothing(),
            FixtureReports.empty(Slices.COUNTED),
            FixtureReports.one(Slices.COUNTED),
            FixtureReports.varied(Slices.COUNTED),
            FixtureReports.change(Slices.COUNTED))) {
      List<Error> errors = schema.validate(json(report), InputFormat.JSON);
      assertThat(errors).isEmpty();
    }
  }

  @Test
  void blankRepeatedAndFlippedTilesAreCounted() throws Exception {
    String json = json(FixtureReports.varied(Slices.COUNTED));
    assertThat(json)
        .contains("\"blank\":1,\"repeated\":1,\"flipped\":1,\"tile_bytes\":33")
        .contains(
            "\"repeats\":[{\"tile\":1,\"of\":0,\"flip\":\"none\"},"
                + "{\"tile\":2,\"of\":0,\"flip\":\"horizontal\"}]");
  }

  @Test
  void namesOfOthersAreNeverMarkup() throws Exception {
    String json = json(FixtureReports.varied(Slices.COUNTED));
    assertThat(json).doesNotContain("<", ">", "&");
    assertThat(json.chars()).allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7F));
    assertThat(new String(html(FixtureReports.varied(Slices.KEPT)), StandardCharsets.UTF_8))
        .doesNotContain("onerror");
  }

  @Test
  void thePageLoadsNothing() throws Exception {
    String page = new String(html(FixtureReports.varied(Slices.KEPT)), StandardCharsets.UTF_8);
    assertThat(page).contains("content=\"default-src 'none'; script-src 'sha256-");
    assertThat(page).doesNotContain("http:", "https:", "url(", "@import", "innerHTML", "eval(");
  }

  @Test
  void theScriptEndsWhereThePageSaysSo() throws Exception {
    assertThat(Page.script()).doesNotContain("</script", "<!--");
    assertThat(Page.resource("page.css")).doesNotContain("</style");
  }

  /** The modules become one, so that no two may give the same name to something. */
  @Test
  void noTwoModulesHaveTheSameName() throws Exception {
    Pattern named =
        Pattern.compile(
            "^(?:export )?(?:async )?(?:function|class|const|let) (\\w+)", Pattern.MULTILINE);
    List<String> names = new ArrayList<>();
    for (String module : Page.MODULES) {
      Matcher found = named.matcher(Page.resource(module));
      while (found.find()) {
        names.add(found.group(1));
      }
    }
    assertThat(names).hasSizeGreaterThan(50).doesNotHaveDuplicates();
  }

  /** A module that is not in the list would be missing, and a later one not known yet. */
  @Test
  void everyModuleStandsBehindThoseThatItImports() throws Exception {
    Pattern imported = Pattern.compile("^import .* from '\\./(.*)';$", Pattern.MULTILINE);
    List<String> before = new ArrayList<>();
    for (String module : Page.MODULES) {
      Matcher found = imported.matcher(Page.resource(module));
      while (found.find()) {
        assertThat(before).as(module).contains(found.group(1));
      }
      before.add(module);
    }
  }
}
