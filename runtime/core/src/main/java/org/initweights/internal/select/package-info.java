/** Selecting parameters by name and by the model that holds them. */
@NullMarked
package org.initweights.internal.select;

import org.jspecify.annotations.NullMarked;
