package dev.papack;

import static dev.papack.TestWorkspace.accepted;
import static dev.papack.TestWorkspace.codes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.result.Effect;
import dev.papack.result.Renamed;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RenameTest {
  private TestWorkspace workspace;

  @BeforeEach
  void fill() throws Exception {
    workspace = TestWorkspace.create().declared("hero", 7, "hero").declared("tree", 8, "tree");
    workspace.registry("7 hero", "8 tree");
  }

  private Renamed rename(String asset, String name) throws Exception {
    return accepted(workspace.session().rename(asset, name, Effect.WRITE));
  }

  @Test
  void declarationAndRegistryAgreeOnTheNewNameAndTheIdStays() throws Exception {
    assertThat(rename("hero", "knight").id().value()).isEqualTo(7);
    assertThat(workspace.read("assets/hero.asset.json")).contains("\"name\": \"knight\"");
    assertThat(workspace.read("assets/index.json"))
        .contains("{\"asset_id\": 7, \"root\": \"hero\", \"name\": \"knight\"");
    assertThat(accepted(workspace.session().list()).faults()).isEmpty();
  }

  @Test
  void anAssetIsFoundByItsRootAndItsIdToo() throws Exception {
    rename("hero", "knight");
    assertThat(rename("hero", "hero").from().text()).isEqualTo("knight");
    assertThat(rename("7", "rook").from().text()).isEqualTo("hero");
  }

  @Test
  void theNameItHasAlreadyChangesNothing() throws Exception {
    rename("hero", "knight");
    Map<String, String> before = workspace.authored();
    rename("knight", "knight");
    assertThat(workspace.authored()).isEqualTo(before);
  }

  @Test
  void aNameIsTakenEvenIfItsDeclarationCannotBeRead() throws Exception {
    rename("tree", "oak");
    workspace.write("assets/tree.asset.json", "{");
    assertThat(codes(workspace.session().rename("hero", "oak", Effect.WRITE)))
        .containsExactly(DiagnosticCode.NAME_TAKEN);
  }

  @Test
  void aNameThatOnlyTheRegistryStillHasIsFree() throws Exception {
    rename("tree", "oak");
    workspace.write(
        "assets/tree.asset.json",
        workspace.read("assets/tree.asset.json").replace("\"oak\"", "\"ash\""));
    assertThat(rename("hero", "oak").name().text()).isEqualTo("oak");
  }
}
