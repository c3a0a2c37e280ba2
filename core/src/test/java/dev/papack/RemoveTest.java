package dev.papack;

import static dev.papack.TestWorkspace.accepted;
import static dev.papack.TestWorkspace.codes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.progress.CancelledException;
import dev.papack.result.Effect;
import dev.papack.result.Removed;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code remove} retires, and what it leaves alone. */
class RemoveTest {
  private TestWorkspace workspace;

  @BeforeEach
  void create() throws IOException, CancelledException {
    workspace = TestWorkspace.create();
  }

  private void refuses(String wanted, DiagnosticCode code) throws IOException, CancelledException {
    Map<String, String> before = workspace.authored();
    assertThat(codes(workspace.session().remove(wanted, Effect.WRITE))).containsExactly(code);
    assertThat(workspace.authored()).isEqualTo(before);
  }

  @Test
  void idIsRetiredDeclarationDeletedSourcesStay() throws Exception {
    workspace.declared("a/hero", 7, "the-hero").registry("7 a/hero");
    Removed removed = accepted(workspace.session().remove("the-hero", Effect.WRITE));
    assertThat(removed.id().value()).isEqualTo(7);
    assertThat(removed.sources()).hasSize(1);
    assertThat(workspace.has("assets/a/hero.asset.json")).isFalse();
    assertThat(workspace.has("assets/a/hero.png")).isTrue();
    assertThat(workspace.read("assets/index.json"))
        .isEqualTo(
            """
            {
              "artifact": "index",
              "schema_version": 3,
              "assets": [],
              "retired": [
                {"asset_id": 7, "name": "the-hero", "root": "a/hero"}
              ]
            }
            """);
    assertThat(codes(workspace.check())).isEmpty();
  }

  @Test
  void nameOutranksRootAndRootOutranksId() throws Exception {
    workspace
        .declared("x", 1, "y")
        .declared("y", 2, "3")
        .declared("z", 3, "z")
        .registry("1 x", "2 y", "3 z");
    assertThat(accepted(workspace.copy().session().remove("y", Effect.WRITE)).id().value())
        .isEqualTo(1);
    assertThat(accepted(workspace.copy().session().remove("3", Effect.WRITE)).id().value())
        .isEqualTo(2);
    assertThat(accepted(workspace.copy().session().remove("x", Effect.WRITE)).id().value())
        .isEqualTo(1);
    assertThat(accepted(workspace.copy().session().remove("2", Effect.WRITE)).id().value())
        .isEqualTo(2);
  }

  @Test
  void nameOfTwoAssetsRemovesNeither() throws Exception {
    workspace.declared("a", 1, "hero").declared("b", 2, "hero").registry("1 a", "2 b");
    refuses("hero", DiagnosticCode.NAME_TAKEN);
    assertThat(accepted(workspace.session().remove("b", Effect.WRITE)).id().value()).isEqualTo(2);
  }

  @Test
  void goneRootIsRetiredByItsRootOrId() throws Exception {
    workspace.registry("7 hero");
    Removed removed = accepted(workspace.copy().session().remove("hero", Effect.WRITE));
    assertThat(removed.declaration()).isEqualTo(Optional.empty());
    accepted(workspace.session().remove("7", Effect.WRITE));
    assertThat(codes(workspace.check())).isEmpty();
  }

  @Test
  void movedAssetIsNotRemovedByTheRootItLeft() throws Exception {
    workspace.declared("new/hero", 7, "the-hero").registry("7 hero");
    refuses("hero", DiagnosticCode.ASSET_NOT_FOUND);
    accepted(workspace.session().remove("new/hero", Effect.WRITE));
    assertThat(workspace.has("assets/new/hero.asset.json")).isFalse();
  }

  @Test
  void brokenDeclarationIsNotDeletedUnread() throws Exception {
    workspace.write("assets/hero.asset.json", "{").registry("7 hero");
    refuses("hero", DiagnosticCode.JSON_SYNTAX);
    refuses("7", DiagnosticCode.JSON_SYNTAX);
  }

  @Test
  void idClaimedTwiceIsNotRetiredUnderItsClaimants() throws Exception {
    workspace.declared("a", 7, "a").declared("b", 7, "b").registry("7 gone");
    refuses("gone", DiagnosticCode.ASSET_NOT_FOUND);
    refuses("7", DiagnosticCode.ASSET_NOT_FOUND);
  }

  @Test
  void unknownNameIsRefused() throws Exception {
    refuses("hero", DiagnosticCode.ASSET_NOT_FOUND);
  }
}
