/** What will be written, exactly: the records that initializers resolve to. */
@NullMarked
package org.initweights.internal.fill;

import org.jspecify.annotations.NullMarked;
