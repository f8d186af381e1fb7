/** Arithmetic that gives the same bits on every machine. */
@NullMarked
package org.initweights.numeric;

import org.jspecify.annotations.NullMarked;
