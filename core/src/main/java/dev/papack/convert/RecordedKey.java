package dev.papack.convert;

import dev.papack.asset.BankSettings;
import dev.papack.container.Sha256;
import dev.papack.convert.Recipe.Decoder;
import dev.papack.json.StableForm;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/**
 * A {@link ConversionKey} in the one form in which it is kept and compared: everything that a bank
 * depends on, as texts, numbers and digests. Two are equal where all their parts are.
 *
 * @param recipe how the files became the bank
 * @param digests of these files, in the order of the recipe's decoders
 */
public record RecordedKey(Recipe recipe, List<Sha256> digests) {
  private static final String FORM = "papack key 1";

  /**
   * Copies the digests.
   *
   * @throws IllegalArgumentException if they are not as many as the decoders
   */
  public RecordedKey {
    digests = List.copyOf(digests);
    if (digests.size() != recipe.decoders().size()) {
      throw new IllegalArgumentException("digests " + digests.size());
    }
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
    framing.add(recipe.bankType().name());
    framing.add(recipe.bankVersion());
    framing.add(recipe.codec());
    framing.add(recipe.converterVersion());
    framing.add(recipe.reductionVersion());
    framing.add(recipe.settings());
    framing.add(digests.size());
    for (int i = 0; i < digests.size(); i++) {
      Decoder decoder = recipe.decoders().get(i);
      framing.add(digests.get(i).toBytes());
      framing.add(decoder.format());
      framing.add(decoder.version());
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
