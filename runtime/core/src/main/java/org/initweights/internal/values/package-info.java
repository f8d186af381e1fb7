/**
 * Values that users give: an expression of each element's indices, an array, a function of the indices, a function of what is drawn. Here are
 * their expressions, which are read by the grammar of sizes and formulas and computed block by block, and their fills.
 */
@NullMarked
package org.initweights.internal.values;

import org.jspecify.annotations.NullMarked;
