/**
 * PyTorch's random numbers on a CPU, bit for bit: its generator, the arithmetic of its builds, and the order in which its layers
 * draw. What is promised, against which versions, stands in {@code runtime/docs/parity.md}.
 */
@NullMarked
package org.initweights.internal.draw.torch;

import org.jspecify.annotations.NullMarked;
