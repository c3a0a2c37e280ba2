/**
 * A small shipper, as somebody else would write it: from {@code docs/specs/artifacts.md}, with
 * {@code papack contract} and {@code papack verify} and nothing else of papack. A test, no product.
 */
package dev.papack.shipper;
