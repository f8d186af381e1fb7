/** What commands read: plans, checkpoints, and what is written of both on the command line. */
@NullMarked
package org.initweights.cli.input;

import org.jspecify.annotations.NullMarked;
