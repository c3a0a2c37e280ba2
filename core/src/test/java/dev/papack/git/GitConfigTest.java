package dev.papack.git;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitConfigTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[merge \"papack\"]\n\tdriver = papack merge file %O %A %B %P\n",
        "[core]\n\tbare = false\n[Merge \"papack\"]\n\trecursive = text\n\tDRIVER=x\n",
        "[merge \"papack\"] driver = x",
        "[merge \"papack\"]\r\n  driver = x\r\n",
        "[merge \"other\"]\n driver = y\n[merge \"papack\"]\n driver = x\n"
      })
  void driverIsFound(String config) {
    assertThat(GitConfig.hasDriver(config, "papack")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[",
        "[merge",
        "[merge \"papack\"",
        "[merge \"papack\"]\n\trecursive = text\n",
        "[merge \"papack\"]\n\tdriver =\n",
        "[merge \"papack\"]\n[core]\n\tdriver = x\n",
        "[merge \"Papack\"]\n\tdriver = x\n",
        "[merge]\n\tdriver = x\n",
        "[merge \"other\"]\n\tdriver = x\n",
        "[merge \"papack\"]\n# driver = x\n",
        "driver = x\n"
      })
  void whatIsNotThisDriverIsNotFound(String config) {
    assertThat(GitConfig.hasDriver(config, "papack")).isFalse();
  }

  @Test
  void aLongConfigurationOfRubbishEnds() {
    assertThat(GitConfig.hasDriver("[\"] = ".repeat(100_000), "papack")).isFalse();
  }
}
