/** Linear algebra: orthonormal columns by Householder's reflections and by blocks of Gram and Schmidt. It knows no tensors and no fills. */
@NullMarked
package org.initweights.internal.linear;

import org.jspecify.annotations.NullMarked;
