/** How two checkpoints differ. */
@NullMarked
package org.initweights.cli.compare;

import org.jspecify.annotations.NullMarked;
