package dev.papack.authoring;

import dev.papack.bank.ImposedPalettes;
import dev.papack.result.AddRequest;
import java.util.Optional;

/**
 * What is asked of new assets.
 *
 * @param request what the author said; its settings name the picture of the palettes
 * @param palettes those of that picture, if it names one
 */
public record Wanted(AddRequest request, Optional<ImposedPalettes> palettes) {}
