/** The activation functions, one family a file: each with its derivative and the mean squares of both. */
@NullMarked
package org.initweights.activation;

import org.jspecify.annotations.NullMarked;
