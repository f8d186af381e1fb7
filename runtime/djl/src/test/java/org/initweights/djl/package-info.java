/** Tests on DJL's PyTorch engine itself. */
@NullMarked
package org.initweights.djl;

import org.jspecify.annotations.NullMarked;
