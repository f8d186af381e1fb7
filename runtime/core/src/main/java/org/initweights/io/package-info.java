/** Files of weights. */
@NullMarked
package org.initweights.io;

import org.jspecify.annotations.NullMarked;
