/**
 * The threads that do work which several can share: those of the common pool, of an executor of the user's, or the calling thread alone.
 */
@NullMarked
package org.initweights.internal.work;

import org.jspecify.annotations.NullMarked;
