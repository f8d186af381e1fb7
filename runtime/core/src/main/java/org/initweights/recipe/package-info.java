/**
 * Ready-made initializers, each named after the paper or the project that it is from. All but a few are made of the annotations of
 * {@code org.initweights.annotation} and nothing else, as users can make their own.
 */
@NullMarked
package org.initweights.recipe;

import org.jspecify.annotations.NullMarked;
