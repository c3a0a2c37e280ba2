package dev.papack.media;

/** What a file is decoded to. */
public sealed interface Media permits DecodedPicture, Sound {}
