/** The kernels that write a fill to storage, one transform a file. */
@NullMarked
package org.initweights.kernel;

import org.jspecify.annotations.NullMarked;
