package dev.papack.publish;

import dev.papack.diagnostic.AssetsPath;

/**
 * A file under {@code assets/} that gets another path; its content stays.
 *
 * @param from where it is
 * @param to where it will be; nothing is there
 */
public record FileMove(AssetsPath from, AssetsPath to) {}
