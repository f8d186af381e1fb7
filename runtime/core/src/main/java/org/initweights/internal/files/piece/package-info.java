/** Checkpoints in pieces: each file, or a part of one, written in one pass to any channel, without the others. */
@NullMarked
package org.initweights.internal.files.piece;

import org.jspecify.annotations.NullMarked;
