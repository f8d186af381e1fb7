/** What the axes of a shape mean: for sizes that are known, and for those that are expressions of a model. */
@NullMarked
package org.initweights.internal.axis;

import org.jspecify.annotations.NullMarked;
