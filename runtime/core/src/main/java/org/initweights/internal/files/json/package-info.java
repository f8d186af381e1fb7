/** JSON: a strict reader for text that cannot be trusted, and a writer that gives the same text for the same value. */
@NullMarked
package org.initweights.internal.files.json;

import org.jspecify.annotations.NullMarked;
