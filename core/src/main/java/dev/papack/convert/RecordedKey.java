package dev.papack.convert;

import dev.papack.asset.BankSettings;
import dev.papack.bank.reduction.TileReduction;
import dev.papack.container.BankType;
import dev.papack.container.Sha256;
import dev.papack.container.SupportedFormats;
import dev.papack.container.SupportedFormats.Concern;
import dev.papack.convert.ConversionKey.KeyedSource;
import dev.papack.json.StableForm;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/**
 * A {@link ConversionKey} in the one form in which it is kept and compared: everything that a bank
 * depends on, as texts, numbers and digests. Two are equal where all their parts are.
 *
 * @param bankType what the sources become
 * @param bankVersion the layout of the bank
 * @param codec how its slice is packed
 * @param converterVersion that of the code that encodes
 * @param reductionVersion that of the code that reduces colours; 0 where none are reduced
 * @param settings the effective settings, in the stable form
 * @param sources in the declaration's order, then the files that the settings name
 */
public record RecordedKey(
    BankType bankType,
    int bankVersion,
    String codec,
    int converterVersion,
    int reductionVersion,
    String settings,
    List<KeyedSource> sources) {
  /** The only codec there is: the slice as it is. */
  public static final String CODEC = "NONE";

  private static final String FORM = "papack key 1";

  /** Copies the sources. */
  public RecordedKey {
    sources = List.copyOf(sources);
  }

  /** The form of a key. */
  public static RecordedKey of(ConversionKey<?> key, SettingsForms forms) {
    return new RecordedKey(
        key.settings().bankType(),
        key.bankVersion(),
        CODEC,
        key.converterVersion(),
        key.reductionVersion(),
        forms.of(key.settings()),
        key.sources());
  }

  /** Whether this release would make the same bank of the same sources and settings. */
  public boolean isCurrent() {
    return bankVersion == SupportedFormats.CURRENT.window(Concern.of(bankType)).newest()
        && codec.equals(CODEC)
        && converterVersion == ConversionKey.CONVERTER_VERSION
        && (reductionVersion == 0 || reductionVersion == TileReduction.VERSION)
        && sources.stream().allMatch(KeyedSource::isCurrent);
  }

  /** Settings in canonical form: every one with the value in effect. */
  public static String settingsOf(BankSettings settings) {
    return StableForm.write(EffectiveSettings.tree(settings));
  }

  /**
   * The digest of all parts, each framed with its length, so that no two different keys give the
   * same bytes.
   */
  public Sha256 digest() {
    Framing framing = new Framing();
    framing.add(FORM);
    framing.add(bankType.name());
    framing.add(bankVersion);
    framing.add(codec);
    framing.add(converterVersion);
    framing.add(reductionVersion);
    framing.add(settings);
    framing.add(sources.size());
    for (KeyedSource source : sources) {
      framing.add(source.digest().toBytes());
      framing.add(source.format());
      framing.add(source.decoderVersion());
    }
    return Sha256.finish(framing.digest);
  }

  /** Feeds a digest with parts of known length. */
  private static final class Framing {
    private final MessageDigest digest = Sha256.newMessageDigest();

    void add(String text) {
      add(text.getBytes(StandardCharsets.UTF_8));
    }

    void add(int number) {
      add(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    }

    void add(byte[] bytes) {
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      digest.update(bytes);
    }
  }
}
