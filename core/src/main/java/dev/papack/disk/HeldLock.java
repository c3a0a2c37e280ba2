package dev.papack.disk;

import java.io.Closeable;

/** A lock that is held until it is closed. */
public interface HeldLock extends Closeable {}
