/** The formats of NumPy. */
@NullMarked
package org.initweights.numpy;

import org.jspecify.annotations.NullMarked;
