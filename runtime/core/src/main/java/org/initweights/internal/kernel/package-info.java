/**
 * The kernels that write a fill to storage, one structure a file: {@link FillKernel} knows which kernel writes which fill. What is random
 * in it, they ask of a {@link org.initweights.internal.draw.Sampler}.
 */
@NullMarked
package org.initweights.internal.kernel;

import org.jspecify.annotations.NullMarked;
