/** How the elements of a file become those of a parameter of another type or with other axes. */
@NullMarked
package org.initweights.internal.files.load;

import org.jspecify.annotations.NullMarked;
