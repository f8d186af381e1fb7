/**
 * The kernels of floats by the JDK's Vector API. Each loop is in one method: a vector that is passed to another method might become an
 * object. Nothing else refers to this package, so that the library loads where the API is missing.
 */
@NullMarked
package org.initweights.internal.draw.seeded.vector;

import org.jspecify.annotations.NullMarked;
