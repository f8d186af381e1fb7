@NullMarked
package org.initweights.cli;

import org.jspecify.annotations.NullMarked;
