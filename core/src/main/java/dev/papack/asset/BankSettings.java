package dev.papack.asset;

/** What a declaration asks of its sources, per bank type. */
public sealed interface BankSettings permits TilesSettings, SoundsSettings {}
