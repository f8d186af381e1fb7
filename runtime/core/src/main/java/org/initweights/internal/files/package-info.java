/** Files of elements: written in large pieces, and as a whole or not at all. */
@NullMarked
package org.initweights.internal.files;

import org.jspecify.annotations.NullMarked;
