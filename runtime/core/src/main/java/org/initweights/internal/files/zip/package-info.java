/** Zip files, read from any channel that can be positioned: entries that cannot be read do not stand in the way of the others. */
@NullMarked
package org.initweights.internal.files.zip;

import org.jspecify.annotations.NullMarked;
