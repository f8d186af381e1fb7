/** What the generated {@code <Model>Init} classes call. Not meant to be called by hand. */
@NullMarked
package org.initweights.generated;

import org.jspecify.annotations.NullMarked;
