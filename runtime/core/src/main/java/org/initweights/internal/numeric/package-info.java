/**
 * Arithmetic that gives the same bits on every machine: fused multiply-adds, casts between numbers and their bits, and the normal
 * distribution. Nothing here knows of streams or tensors.
 *
 * <p>Logarithms and exponentials are those of {@link StrictMath}; {@link Math}'s differ between virtual machines. Sums and products are
 * IEEE 754's, which every JVM computes alike since 17.
 */
@NullMarked
package org.initweights.internal.numeric;

import org.jspecify.annotations.NullMarked;
