package dev.papack.bank;

import dev.papack.asset.TilesSettings;
import dev.papack.diagnostic.Location;
import dev.papack.media.ArgbPicture;

/** A sheet that is not decoded yet: the settings say by which rule. */
record TestSheet(Location location, ArgbPicture picture) {
  Sheet decoded(TilesSettings settings) {
    return new Sheet(location, picture.decoded(TilesEncoder.ruleOf(settings)));
  }
}
