package dev.papack.registry;

import dev.papack.asset.AssetId;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Draws ids. They are random and never counted up, so that two branches which add assets do not
 * draw the same; an id that ever meant something here is not drawn again.
 */
public final class IdMint {
  private final RandomGenerator random;
  private final Registry registry;
  private final Set<AssetId> taken;

  /**
   * A mint for one operation.
   *
   * @param taken ids that declarations hold, whatever the registry says of them
   */
  public IdMint(RandomGenerator random, Registry registry, Set<AssetId> taken) {
    this.random = random;
    this.registry = registry;
    this.taken = new HashSet<>(taken);
  }

  /** An id that means nothing yet. */
  public AssetId draw() {
    while (true) {
      AssetId id = new AssetId(random.nextInt(1, Integer.MAX_VALUE));
      if (!registry.knows(id) && taken.add(id)) {
        return id;
      }
    }
  }
}
