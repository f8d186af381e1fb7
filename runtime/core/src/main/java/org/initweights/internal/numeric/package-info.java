/** Arithmetic that gives the same bits on every machine. */
@NullMarked
package org.initweights.internal.numeric;

import org.jspecify.annotations.NullMarked;
