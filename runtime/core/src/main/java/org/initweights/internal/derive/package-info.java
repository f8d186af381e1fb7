/** Parameters that start from others: copies, and what is computed of another parameter. */
@NullMarked
package org.initweights.internal.derive;

import org.jspecify.annotations.NullMarked;
