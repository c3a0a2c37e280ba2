package dev.papack.bank.sounds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.asset.SoundsRequest;
import dev.papack.asset.SoundsSettings;
import dev.papack.bank.Choice;
import dev.papack.media.SampleFormat;
import dev.papack.media.TestSounds;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SoundsSettingsChoiceTest {
  @ParameterizedTest
  @ValueSource(ints = {8_000, 44_100, 48_000})
  void rateOfABankNeedsNoSettings(int rateHz) {
    Choice<SoundsSettings> choice = choose(rateHz);
    assertThat(choice.settings().sampleRateHz()).isEmpty();
    assertThat(choice.settings().channels()).isEmpty();
    assertThat(choice.settings().loop()).isEqualTo(new SoundsSettings.Loop.FromSource());
    assertThat(choice.reasons()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"7999, 8000", "1000, 8000", "48001, 48000", "192000, 48000"})
  void rateOutsideGetsTheNearestOfABank(int rateHz, int chosenHz) {
    Choice<SoundsSettings> choice = choose(rateHz);
    assertThat(choice.settings().sampleRateHz()).isEqualTo(OptionalInt.of(chosenHz));
    assertThat(choice.reasons())
        .singleElement()
        .satisfies(reason -> assertThat(reason).contains(rateHz + " Hz", chosenHz + ""));
  }

  @Test
  void whatTheAuthorSaidIsKeptAndNeedsNoReason() {
    SoundsRequest request =
        new SoundsRequest(
            OptionalInt.of(22_050),
            OptionalInt.of(1),
            Optional.of(new SoundsSettings.Loop.Frames(3, 9)));
    Choice<SoundsSettings> choice = choose(96_000, request);
    assertThat(choice.settings())
        .isEqualTo(
            new SoundsSettings(
                OptionalInt.of(22_050), OptionalInt.of(1), new SoundsSettings.Loop.Frames(3, 9)));
    assertThat(choice.reasons()).isEmpty();
  }

  private static Choice<SoundsSettings> choose(int rateHz) {
    return choose(rateHz, SoundsRequest.NOTHING);
  }

  private static Choice<SoundsSettings> choose(int rateHz, SoundsRequest request) {
    return SoundsSettingsChoice.choose(
        TestSounds.of(SampleFormat.PCM_16, 1, rateHz, new byte[2], Optional.empty()), request);
  }
}
