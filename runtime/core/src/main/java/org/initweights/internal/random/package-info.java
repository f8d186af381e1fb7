/** Random generators, one a file, and the derivation of their keys. They know nothing of tensors. */
@NullMarked
package org.initweights.internal.random;

import org.jspecify.annotations.NullMarked;
