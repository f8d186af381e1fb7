/** What the generated {@code <Model>Init} classes call. Not meant to be called by hand. */
@NullMarked
package org.initweights.collect;

import org.jspecify.annotations.NullMarked;
