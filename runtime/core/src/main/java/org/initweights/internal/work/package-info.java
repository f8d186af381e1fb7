/** Who does what several threads can do: the common pool, an executor of the user's, or the calling thread. */
@NullMarked
package org.initweights.internal.work;

import org.jspecify.annotations.NullMarked;
