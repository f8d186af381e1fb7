/**
 * What code that uses the library names: shapes, initializers, random sources, and the parameters of a model.
 *
 * <p>Start with {@link org.initweights.Initializers} and {@link org.initweights.Parameters}. The annotations for fields of a model are in
 * {@code org.initweights.annotation}.
 */
@NullMarked
package org.initweights;

import org.jspecify.annotations.NullMarked;
