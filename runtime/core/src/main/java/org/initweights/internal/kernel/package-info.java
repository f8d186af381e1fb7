/**
 * The kernels that write a fill to storage, one structure a file: {@link FillKernel} knows which kernel writes which fill. What is random
 * in it, they ask of a {@link org.initweights.internal.draw.Sampler}.
 *
 * <p>Kernels compute in the storage's precision, or in double; the storage rounds to its type. None keeps anything from call to call.
 */
@NullMarked
package org.initweights.internal.kernel;

import org.jspecify.annotations.NullMarked;
