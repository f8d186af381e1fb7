package org.initweights.report;

import java.util.Optional;
import org.initweights.Signal;

/**
 * What a layer does to the variance of activations and gradients.
 *
 * @param measured with the mean and the standard deviation that its weight has
 * @param expected with those it should have, if they are known
 */
public record LayerSignal(Signal measured, Optional<Signal> expected) {}
