/**
 * Fills that begin with a stored tensor: how the tensor is found and checked, and what is computed of it. What can be done piece by piece is; a
 * singular value or QR decomposition takes the whole matrix.
 *
 * <p>All that is written is a function of the file and the sampler; threads change no bit.
 */
@NullMarked
package org.initweights.internal.start;

import org.jspecify.annotations.NullMarked;
