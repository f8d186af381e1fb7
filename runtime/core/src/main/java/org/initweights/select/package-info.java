/** Selecting parameters by name and by the model that holds them. */
@NullMarked
package org.initweights.select;

import org.jspecify.annotations.NullMarked;
