/** The small language of {@code @Shape(dims = …)}: its syntax, and its meaning in a model. */
@NullMarked
package org.initweights.processor.expression;

import org.jspecify.annotations.NullMarked;
