/** The snippets of the page on DJL, compiled. */
@NullMarked
package org.initweights.djl.page;

import org.jspecify.annotations.NullMarked;
