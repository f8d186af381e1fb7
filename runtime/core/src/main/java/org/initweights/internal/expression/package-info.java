/**
 * The grammar of sizes and formulas, {@code "3 * hidden"} in plans and in {@code @Shape(dims = …)}, the value of a size, and what the names
 * in it mean. The annotation processor reads by the same grammar, and adds what names mean in a class.
 */
@NullMarked
package org.initweights.internal.expression;

import org.jspecify.annotations.NullMarked;
