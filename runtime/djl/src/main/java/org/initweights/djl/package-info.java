/** The Deep Java Library, DJL: arrays and parameters as tensors, parameters of blocks, and DJL's own initializer interface. */
@NullMarked
package org.initweights.djl;

import org.jspecify.annotations.NullMarked;
