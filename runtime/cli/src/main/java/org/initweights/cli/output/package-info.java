/** What commands write: tables, JSON, progress. */
@NullMarked
package org.initweights.cli.output;

import org.jspecify.annotations.NullMarked;
