/** Storage: one class for every type of field that holds a parameter. */
@NullMarked
package org.initweights.internal.tensor;

import org.jspecify.annotations.NullMarked;
