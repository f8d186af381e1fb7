/** The formats of NumPy. */
@NullMarked
package org.initweights.internal.numpy;

import org.jspecify.annotations.NullMarked;
