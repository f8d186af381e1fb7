/** The commands, one a file, and what all of them share. */
@NullMarked
package org.initweights.cli;

import org.jspecify.annotations.NullMarked;
