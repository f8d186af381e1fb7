/** Sizes that are written as text: {@code "3 * hidden"} in plans and in {@code @Shape(dims = …)}, and what the names in them mean. */
@NullMarked
package org.initweights.internal.expression;

import org.jspecify.annotations.NullMarked;
