/** Initialises a plan straight into the files of a checkpoint: in bounded memory, and so that an interrupted run can go on. */
@NullMarked
package org.initweights.internal.files.checkpoint;

import org.jspecify.annotations.NullMarked;
