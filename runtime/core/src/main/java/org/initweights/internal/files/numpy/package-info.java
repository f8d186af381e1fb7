/** The formats of NumPy. */
@NullMarked
package org.initweights.internal.files.numpy;

import org.jspecify.annotations.NullMarked;
