/** The activation functions, one family a file: each with its derivative and the mean squares of both. */
@NullMarked
package org.initweights.internal.activation;

import org.jspecify.annotations.NullMarked;
