/** The model after it was resolved: each parameter's rule, shape and distribution, found once for all stages that follow. */
@NullMarked
package org.initweights.processor.resolve;

import org.jspecify.annotations.NullMarked;
